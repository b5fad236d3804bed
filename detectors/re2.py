r"""Python's regular expressions in the notation of RE2, for whole columns of ASCII texts.

Arrow's kernels match RE2 over a column at some 50 ns a text, where Python takes ten times that and
a call for each. RE2 knows no look-arounds, and its `\w` is ASCII; so the texts must be ASCII,
trimmed, and what RE2 cannot say is left out (`may_be_whole`, `may_occur`: they refuse nothing that
the expression matches) or is None (`whole`: it matches what the expression matches, no more).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.cells import Mask
from detectors.classes import ASCII, ONE_CHARACTER, ascii_members, ranges

_MOST_REPEATS = 1000
"""RE2 refuses a repeat beyond this."""
_NEVER = r"[^\x00-\x{10FFFF}]"

_Node = tuple[Any, Any]
_Flagged = tuple[_Node, int]


class _UnsayableError(Exception):
    """RE2 has no notation for it."""


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


def matching(texts: pa.StringArray, regex: str) -> Mask:
    """Which texts an expression of RE2 occurs in; shape (n,)."""
    found: Mask = pc.match_substring_regex(texts, regex).to_numpy(zero_copy_only=False)
    return found


def are_ascii(texts: pa.StringArray) -> Mask:
    """Which texts RE2 may be asked about; shape (n,)."""
    mask: Mask = pc.string_is_ascii(texts).to_numpy(zero_copy_only=False)
    return mask


def is_expression(regex: str) -> bool:
    """Whether RE2 takes the expression; it limits their size."""
    try:
        matching(pa.array(["x"]), regex)
    except pa.ArrowInvalid:
        return False
    return True


def whole(regex: str, flags: int = 0) -> tuple[Whole, ...] | None:
    """Tests of which a whole text that matches passes one; None where RE2 cannot tell."""
    parsed = parser.parse(regex, flags)
    try:
        tests = tuple(_wholes(_flat(parsed, parsed.state.flags)))
    except _UnsayableError:
        return None
    return tests if all(map(_is_sayable, tests)) else None


def _is_sayable(test: Whole) -> bool:
    return all(map(is_expression, (test.body, *test.ahead, *test.not_ahead)))


def _wholes(nodes: list[_Flagged]) -> Iterator[Whole]:
    """One test, or one for each alternative where there is nothing else between the ends."""
    first = next((n for n, (node, _) in enumerate(nodes) if not _is_zero_width(node)), len(nodes))
    rest = nodes[first + 1 :]
    if first < len(nodes) and all(_is_zero_width(node) for node, _ in rest):
        (kind, argument), flags = nodes[first]
        if kind is op.BRANCH:
            for branch in argument[1]:
                yield from _wholes([*nodes[:first], *_flat(branch, flags), *rest])
            return
    yield _whole(nodes)


def may_be_whole(regex: str, flags: int = 0, between: str = "") -> str:
    """An expression for whole texts, which refuses none that the given one matches whole.

    What matches `between` may stand behind each of their characters.
    """
    parsed = parser.parse(regex, flags)
    return _loose(list(parsed), parsed.state.flags, between)


def may_occur(regex: str) -> str:
    """An expression that occurs in every text in which the given one does.

    A character that may not stand beside a match is told by the one that does.
    """
    parsed = parser.parse(regex)
    nodes = _flat(parsed, parsed.state.flags)
    before, after = "", ""
    while nodes and _is_zero_width(nodes[0][0]):
        before = _beside(*nodes.pop(0), behind=True) or before
    while nodes and _is_zero_width(nodes[-1][0]):
        after = _beside(*nodes.pop(), behind=False) or after
    body = "".join(_loosely(node, flags) for node, flags in nodes)
    return (rf"(?:\A|{before})" if before else "") + body + (rf"(?:\z|{after})" if after else "")


def any_occurs(regexes: Iterable[str]) -> str:
    """An expression that occurs in every text in which one of the given does; "" if too large."""
    loose = "|".join(dict.fromkeys(f"(?:{may_occur(regex)})" for regex in regexes))
    return loose if is_expression(loose) else ""


def _flat(nodes: Iterable[_Node], flags: int) -> list[_Flagged]:
    """The nodes of a sequence with their flags, groups opened."""
    found: list[_Flagged] = []
    for kind, argument in nodes:
        if kind is op.SUBPATTERN:
            _, more, less, inner = argument
            found += _flat(inner, (flags | more) & ~less)
        else:
            found.append(((kind, argument), flags))
    return found


def _whole(nodes: list[_Flagged]) -> Whole:
    ahead: list[str] = []
    not_ahead: list[str] = []
    while nodes and _is_zero_width(nodes[0][0]):
        (kind, argument), flags = nodes.pop(0)
        if kind in (op.ASSERT, op.ASSERT_NOT) and argument[0] > 0:
            begins = ahead if kind is op.ASSERT else not_ahead
            begins.append(_begin(list(argument[1]), flags))
        elif not _holds_at_start((kind, argument)):
            return Whole(body=_NEVER)
    while nodes and _is_zero_width(nodes[-1][0]):
        if not _holds_at_end(nodes.pop()[0]):
            return Whole(body=_NEVER)
    return Whole(
        body="".join(_exact(node, flags) for node, flags in nodes),
        ahead=tuple(ahead),
        not_ahead=tuple(not_ahead),
    )


def _begin(nodes: list[_Node], flags: int) -> str:
    """How a text begins; what may not come next is told by what does."""
    after = ""
    if nodes and nodes[-1][0] is op.ASSERT_NOT and nodes[-1][1][0] > 0:
        following = list(nodes.pop()[1][1])
        if len(following) != 1 or following[0][0] not in ONE_CHARACTER:
            raise _UnsayableError
        after = rf"(?:\z|{_class(set(range(ASCII)) - ascii_members(following[0], flags))})"
    return _sequence(nodes, flags) + after


def _is_zero_width(node: _Node) -> bool:
    kind, argument = node
    if kind is op.BRANCH:
        return all(branch and all(map(_is_zero_width, branch)) for branch in argument[1])
    if kind is op.SUBPATTERN:
        return all(map(_is_zero_width, argument[3]))
    return kind in (op.ASSERT, op.ASSERT_NOT) or (
        kind is op.AT and argument not in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY)
    )


def _holds_at_start(node: _Node) -> bool:
    """Whether what looks back holds where nothing stands before."""
    return _holds(node, -1, (op.AT_BEGINNING, op.AT_BEGINNING_STRING), _holds_at_start)


def _holds_at_end(node: _Node) -> bool:
    """Whether what looks ahead holds where nothing comes after."""
    return _holds(node, 1, (op.AT_END, op.AT_END_STRING), _holds_at_end)


def _holds(node: _Node, direction: int, edges: tuple[Any, ...], inner: Any) -> bool:
    kind, argument = node
    if kind is op.BRANCH:
        return any(all(map(inner, branch)) for branch in argument[1])
    if kind is op.SUBPATTERN:
        return all(map(inner, argument[3]))
    if kind is op.AT and argument in edges:
        return True
    if kind in (op.ASSERT, op.ASSERT_NOT) and argument[0] == direction:
        if argument[1].getwidth()[0] == 0:
            raise _UnsayableError
        return bool(kind is op.ASSERT_NOT)
    raise _UnsayableError


def _beside(node: _Node, flags: int, *, behind: bool) -> str:
    """The class of a character that may stand beside a match; empty where any may."""
    kind, argument = node
    if kind is not op.ASSERT_NOT or (argument[0] < 0) is not behind:
        return ""
    refused: set[int] = set()
    for branch in _branches(argument[1]):
        if len(branch) == 1 and branch[0][0] in (op.IN, op.LITERAL):
            refused |= ascii_members(branch[0], flags)
    return _class(set(range(ASCII)) - refused) if refused else ""


def _branches(nodes: Sequence[_Node]) -> Iterable[Sequence[_Node]]:
    if len(nodes) == 1 and nodes[0][0] is op.BRANCH:
        return [list(branch) for branch in nodes[0][1][1]]
    return [list(nodes)]


def _sequence(nodes: Iterable[_Node], flags: int) -> str:
    return "".join(_exact(node, flags) for node in nodes)


def _exact(node: _Node, flags: int) -> str:
    kind, argument = node
    if kind in (op.ASSERT, op.ASSERT_NOT, op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT):
        raise _UnsayableError
    if kind is op.AT:
        return _edge(argument, flags)
    return _said(node, flags, _sequence)


def _loose(nodes: Iterable[_Node], flags: int, between: str = "") -> str:
    return "".join(_loosely(node, flags, between) for node in nodes)


def _loosely(node: _Node, flags: int, between: str = "") -> str:
    kind, argument = node
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return ""
    inner = partial(_loose, between=between)
    if kind is op.ATOMIC_GROUP:
        return f"(?:{inner(argument, flags)})"
    try:
        told = _said(node, flags, inner)
    except _UnsayableError:
        return "(?s:.*)"
    return told + between if kind in ONE_CHARACTER else told


def _edge(where: Any, flags: int) -> str:
    if where in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY):
        return r"\b" if where is op.AT_BOUNDARY else r"\B"
    if flags & re.MULTILINE:
        raise _UnsayableError
    # a trimmed text ends in no newline, before which Python's `$` would match too
    return r"\A" if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING) else r"\z"


def _said(node: _Node, flags: int, sequence: Any) -> str:
    kind, argument = node
    if kind in ONE_CHARACTER:
        return _class(ascii_members(node, flags))
    if kind is op.SUBPATTERN:
        _, more, less, inner = argument
        return f"(?:{sequence(inner, (flags | more) & ~less)})"
    if kind is op.BRANCH:
        return f"(?:{'|'.join(sequence(branch, flags) for branch in argument[1])})"
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, high, inner = argument
        endless = high is op.MAXREPEAT
        if low > _MOST_REPEATS or (not endless and high > _MOST_REPEATS):
            raise _UnsayableError
        return f"(?:{sequence(inner, flags)}){{{low},{'' if endless else high}}}"
    raise _UnsayableError


def _class(members: Iterable[int]) -> str:
    codes = sorted(members)
    if not codes:
        return _NEVER
    if len(codes) == 1:
        return rf"\x{codes[0]:02x}"
    return (
        "["
        + "".join(
            rf"\x{low:02x}" if low == high else rf"\x{low:02x}-\x{high:02x}"
            for low, high in ranges(codes)
        )
        + "]"
    )


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
