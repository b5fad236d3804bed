"""Tests of whole ASCII texts that match exactly what an expression of Python matches whole.

The texts must be trimmed: Python's `$` would match before a newline too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import numpy as np
import pyarrow as pa

from detectors.cells import Mask
from detectors.classes import ASCII, ONE_CHARACTER, ascii_members
from detectors.re2 import is_expression, matching
from detectors.re2_notation import (
    NEVER,
    Flagged,
    Node,
    UnsayableError,
    class_of,
    exact,
    flat,
    is_zero_width,
    sequence,
)


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A test of whole texts: all of it is `body`, and how it may and may not begin."""

    body: str
    ahead: tuple[str, ...] = ()
    not_ahead: tuple[str, ...] = ()

    def of(self, texts: pa.StringArray) -> Mask:
        """Which of the texts pass; shape (n,)."""
        found = matching(texts, rf"\A(?:{self.body})\z")
        if not found.any():
            return found
        for begin in self.ahead:
            found &= matching(texts, rf"\A(?:{begin})")
        for begin in self.not_ahead:
            found &= ~matching(texts, rf"\A(?:{begin})")
        return found


def whole(regex: str, flags: int = 0) -> tuple[Whole, ...] | None:
    """Tests of which a whole text that matches passes one; None where RE2 cannot tell."""
    parsed = parser.parse(regex, flags)
    try:
        tests = tuple(_wholes(flat(parsed, parsed.state.flags)))
    except UnsayableError:
        return None
    return tests if all(map(_is_sayable, tests)) else None


def union(tests: Iterable[Whole]) -> tuple[Whole, ...]:
    """Fewer tests that together pass the same texts."""
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Whole]] = {}
    for test in tests:
        alike.setdefault((test.ahead, test.not_ahead), []).append(test)
    joined: list[Whole] = []
    for (ahead, not_ahead), some in alike.items():
        body = "|".join(f"(?:{test.body})" for test in some)
        test = Whole(body=body, ahead=ahead, not_ahead=not_ahead)
        joined += [test] if _is_sayable(test) else some
    return tuple(joined)


def any_of(tests: Iterable[Whole], texts: pa.StringArray) -> Mask:
    """Which texts pass one of the tests; shape (n,)."""
    found = np.zeros(len(texts), dtype=np.bool_)
    for test in tests:
        found |= test.of(texts)
    return found


def _is_sayable(test: Whole) -> bool:
    return all(map(is_expression, (test.body, *test.ahead, *test.not_ahead)))


def _wholes(nodes: list[Flagged]) -> Iterator[Whole]:
    """One test, or one for each alternative where there is nothing else between the ends."""
    first = next((n for n, (node, _) in enumerate(nodes) if not is_zero_width(node)), len(nodes))
    rest = nodes[first + 1 :]
    if first < len(nodes) and all(is_zero_width(node) for node, _ in rest):
        (kind, argument), flags = nodes[first]
        if kind is op.BRANCH:
            for branch in argument[1]:
                yield from _wholes([*nodes[:first], *flat(branch, flags), *rest])
            return
    yield _whole(nodes)


def _whole(nodes: list[Flagged]) -> Whole:
    ahead: list[str] = []
    not_ahead: list[str] = []
    while nodes and is_zero_width(nodes[0][0]):
        (kind, argument), flags = nodes.pop(0)
        if kind in (op.ASSERT, op.ASSERT_NOT) and argument[0] > 0:
            begins = ahead if kind is op.ASSERT else not_ahead
            begins.append(_begin(list(argument[1]), flags))
        elif not _holds_at_start((kind, argument)):
            return Whole(body=NEVER)
    while nodes and is_zero_width(nodes[-1][0]):
        if not _holds_at_end(nodes.pop()[0]):
            return Whole(body=NEVER)
    return Whole(
        body="".join(exact(node, flags) for node, flags in nodes),
        ahead=tuple(ahead),
        not_ahead=tuple(not_ahead),
    )


def _begin(nodes: list[Node], flags: int) -> str:
    """How a text begins; what may not come next is told by what does."""
    after = ""
    if nodes and nodes[-1][0] is op.ASSERT_NOT and nodes[-1][1][0] > 0:
        following = list(nodes.pop()[1][1])
        if len(following) != 1 or following[0][0] not in ONE_CHARACTER:
            raise UnsayableError
        after = rf"(?:\z|{class_of(set(range(ASCII)) - ascii_members(following[0], flags))})"
    return sequence(nodes, flags) + after


def _holds_at_start(node: Node) -> bool:
    """Whether what looks back holds where nothing stands before."""
    return _holds(node, -1, (op.AT_BEGINNING, op.AT_BEGINNING_STRING), _holds_at_start)


def _holds_at_end(node: Node) -> bool:
    """Whether what looks ahead holds where nothing comes after."""
    return _holds(node, 1, (op.AT_END, op.AT_END_STRING), _holds_at_end)


def _holds(node: Node, direction: int, edges: tuple[Any, ...], inner: Any) -> bool:
    kind, argument = node
    if kind is op.BRANCH:
        return any(all(map(inner, branch)) for branch in argument[1])
    if kind is op.SUBPATTERN:
        return all(map(inner, argument[3]))
    if kind is op.AT and argument in edges:
        return True
    if kind in (op.ASSERT, op.ASSERT_NOT) and argument[0] == direction:
        if argument[1].getwidth()[0] == 0:
            raise UnsayableError
        return bool(kind is op.ASSERT_NOT)
    raise UnsayableError
