"""Expressions of RE2 that refuse nothing that one of Python matches, for ASCII texts."""

from collections.abc import Iterable, Sequence
from functools import partial
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from detectors.classes import ASCII, ONE_CHARACTER, ascii_members
from detectors.re2 import is_expression
from detectors.re2_notation import Node, UnsayableError, class_of, flat, is_zero_width, said


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
    nodes = flat(parsed, parsed.state.flags)
    before, after = "", ""
    while nodes and is_zero_width(nodes[0][0]):
        before = _beside(*nodes.pop(0), behind=True) or before
    while nodes and is_zero_width(nodes[-1][0]):
        after = _beside(*nodes.pop(), behind=False) or after
    body = "".join(_loosely(node, flags) for node, flags in nodes)
    return (rf"(?:\A|{before})" if before else "") + body + (rf"(?:\z|{after})" if after else "")


def any_occurs(regexes: Iterable[str]) -> str:
    """An expression that occurs in every text in which one of the given does; "" if too large."""
    loose = "|".join(dict.fromkeys(f"(?:{may_occur(regex)})" for regex in regexes))
    return loose if is_expression(loose) else ""


def _beside(node: Node, flags: int, *, behind: bool) -> str:
    """The class of a character that may stand beside a match; empty where any may."""
    kind, argument = node
    if kind is not op.ASSERT_NOT or (argument[0] < 0) is not behind:
        return ""
    refused: set[int] = set()
    for branch in _branches(argument[1]):
        if len(branch) == 1 and branch[0][0] in (op.IN, op.LITERAL):
            refused |= ascii_members(branch[0], flags)
    return class_of(set(range(ASCII)) - refused) if refused else ""


def _branches(nodes: Sequence[Node]) -> Iterable[Sequence[Node]]:
    if len(nodes) == 1 and nodes[0][0] is op.BRANCH:
        return [list(branch) for branch in nodes[0][1][1]]
    return [list(nodes)]


def _loose(nodes: Iterable[Node], flags: int, between: str = "") -> str:
    return "".join(_loosely(node, flags, between) for node in nodes)


def _loosely(node: Node, flags: int, between: str = "") -> str:
    kind, argument = node
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return ""
    inner = partial(_loose, between=between)
    if kind is op.ATOMIC_GROUP:
        return f"(?:{inner(argument, flags)})"
    try:
        told = said(node, flags, inner)
    except UnsayableError:
        return "(?s:.*)"
    return told + between if kind in ONE_CHARACTER else told
