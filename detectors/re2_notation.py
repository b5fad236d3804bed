r"""Python's regular expressions in the notation of RE2, node by node, for ASCII texts.

RE2 knows no look-arounds, and its `\w` is ASCII; so classes are written out, and what it cannot
say is an error.
"""

import re
from collections.abc import Callable, Iterable
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from detectors.classes import ONE_CHARACTER, ascii_members, ranges

NEVER = r"[^\x00-\x{10FFFF}]"
"""What no text matches."""

_MOST_REPEATS = 1000
"""RE2 refuses a repeat beyond this."""

Node = tuple[Any, Any]
Flagged = tuple[Node, int]


class UnsayableError(Exception):
    """RE2 has no notation for it."""


def flat(nodes: Iterable[Node], flags: int) -> list[Flagged]:
    """The nodes of a sequence with their flags, groups opened."""
    found: list[Flagged] = []
    for kind, argument in nodes:
        if kind is op.SUBPATTERN:
            _, more, less, inner = argument
            found += flat(inner, (flags | more) & ~less)
        else:
            found.append(((kind, argument), flags))
    return found


def is_zero_width(node: Node) -> bool:
    """Whether a node looks beside itself and takes no character; a word's edge RE2 knows too."""
    kind, argument = node
    if kind is op.BRANCH:
        return all(branch and all(map(is_zero_width, branch)) for branch in argument[1])
    if kind is op.SUBPATTERN:
        return all(map(is_zero_width, argument[3]))
    return kind in (op.ASSERT, op.ASSERT_NOT) or (
        kind is op.AT and argument not in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY)
    )


def sequence(nodes: Iterable[Node], flags: int) -> str:
    """What matches exactly what the nodes match; raises UnsayableError."""
    return "".join(exact(node, flags) for node in nodes)


def exact(node: Node, flags: int) -> str:
    """Likewise of one node."""
    kind, argument = node
    if kind in (op.ASSERT, op.ASSERT_NOT, op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT):
        raise UnsayableError
    if kind is op.AT:
        return _edge(argument, flags)
    return said(node, flags, sequence)


def said(node: Node, flags: int, sequence: Callable[[Iterable[Node], int], str]) -> str:
    """A node with the inner ones said by `sequence`; raises UnsayableError."""
    kind, argument = node
    if kind in ONE_CHARACTER:
        return class_of(ascii_members(node, flags))
    if kind is op.SUBPATTERN:
        _, more, less, inner = argument
        return f"(?:{sequence(inner, (flags | more) & ~less)})"
    if kind is op.BRANCH:
        return f"(?:{'|'.join(sequence(branch, flags) for branch in argument[1])})"
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, high, inner = argument
        endless = high is op.MAXREPEAT
        if low > _MOST_REPEATS or (not endless and high > _MOST_REPEATS):
            raise UnsayableError
        return f"(?:{sequence(inner, flags)}){{{low},{'' if endless else high}}}"
    raise UnsayableError


def class_of(members: Iterable[int]) -> str:
    """The class of the characters of these codes."""
    codes = sorted(members)
    if not codes:
        return NEVER
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


def _edge(where: Any, flags: int) -> str:
    if where in (op.AT_BOUNDARY, op.AT_NON_BOUNDARY):
        return r"\b" if where is op.AT_BOUNDARY else r"\B"
    if flags & re.MULTILINE:
        raise UnsayableError
    # a trimmed text ends in no newline, before which Python's `$` would match too
    return r"\A" if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING) else r"\z"
