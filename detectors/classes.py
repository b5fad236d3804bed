"""Character classes of a parsed regular expression: which characters one position takes."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

ASCII = 128

ONE_CHARACTER = (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY)
"""The kinds of nodes that take one character."""

_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
}


def ascii_members(node: tuple[Any, Any], flags: int) -> frozenset[int]:
    """The ASCII characters that a literal, a class or a dot takes, by their codes."""
    if node[0] is op.LITERAL and node[1] < ASCII and not flags & re.IGNORECASE:
        return frozenset((node[1],))
    return _members(class_text(node), flags & (re.IGNORECASE | re.DOTALL))


@cache
def _members(regex: str, flags: int) -> frozenset[int]:
    matcher = re.compile(regex, flags)
    return frozenset(code for code in range(ASCII) if matcher.fullmatch(chr(code)))


def class_text(node: tuple[Any, Any]) -> str:
    """The regular expression of one position."""
    kind, argument = node
    if kind is op.ANY:
        return "."
    if kind is op.LITERAL:
        return f"[{_escaped(argument)}]"
    if kind is op.NOT_LITERAL:
        return f"[^{_escaped(argument)}]"
    parts = []
    for item, value in argument:
        if item is op.NEGATE:
            parts.append("^")
        elif item is op.LITERAL:
            parts.append(_escaped(value))
        elif item is op.RANGE:
            parts.append(f"{_escaped(value[0])}-{_escaped(value[1])}")
        else:
            parts.append(_CATEGORIES[value])
    return f"[{''.join(parts)}]"


def ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Sorted codes as ranges, both ends included."""
    start = last = None
    for code in codes:
        if last is None or code != last + 1:
            if start is not None and last is not None:
                yield start, last
            start = code
        last = code
    if start is not None and last is not None:
        yield start, last


def _escaped(code: int) -> str:
    return f"\\U{code:08x}"
