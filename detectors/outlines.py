"""The outline of a text: digits as `0`, small letters as `a`, capitals as `A`, the rest as it is.

A column of numbers has a million texts and a handful of outlines. What an outline rules out is
ruled out for every text that has it, and is asked once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.buffers import buffers
from detectors.classes import ONE_CHARACTER, ascii_members


@dataclass(frozen=True)
class Marks:
    """The classes of characters that an outline tells apart, each by its mark."""

    classes: tuple[tuple[str, str], ...]

    @cached_property
    def sets(self) -> tuple[frozenset[int], ...]:
        """The classes as sets of codes."""
        return tuple(frozenset(map(ord, members)) for _, members in self.classes)

    @cached_property
    def table(self) -> bytes:
        """The mark of each byte; what is in no class is its own."""
        marks = {ord(c): ord(mark) for mark, members in self.classes for c in members}
        return bytes(marks.get(code, code) for code in range(256))


LETTERS = Marks((("0", digits), ("a", ascii_lowercase), ("A", ascii_uppercase)))
HEXADECIMAL = Marks((("0", digits + "abcdef"), ("g", "ghijklmnopqrstuvwxyz")))
"""Tells a digit of a hash from no other."""


class Outlines:
    """The outlines of n texts: `of` (n,) is the number of each text's own in `distinct` (k,)."""

    def __init__(self, texts: pa.StringArray, marks: Marks = LETTERS) -> None:
        """Read the buffers of the texts, none of them null."""
        offsets, data = buffers(texts)
        drawn = pa.StringArray.from_buffers(
            len(texts), pa.py_buffer(offsets), pa.py_buffer(data.translate(marks.table))
        ).dictionary_encode()
        self.distinct: pa.StringArray = drawn.dictionary
        self.of: npt.NDArray[np.int64] = drawn.indices.to_numpy().astype(np.int64)

    @cached_property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many texts have each outline; shape (k,)."""
        return np.bincount(self.of, minlength=len(self.distinct))


def outline_regex(regex: str, flags: int = 0, marks: Marks = LETTERS) -> str:
    """A Python expression that occurs in the outline of each ASCII text in which `regex` does.

    A class of characters becomes the class of their marks; an assertion stays where the outline
    tells whether it holds, and falls away where it does not.
    """
    parsed = parser.parse(regex, flags)
    return _sequence(list(parsed), parsed.state.flags, marks)


def _sequence(nodes: Iterable[tuple[Any, Any]], flags: int, marks: Marks) -> str:
    return "".join(_drawn(node, flags, marks) for node in nodes)


def _drawn(node: tuple[Any, Any], flags: int, marks: Marks) -> str:
    kind, argument = node
    if kind in ONE_CHARACTER:
        return _class(ascii_members(node, flags), marks)
    if kind is op.SUBPATTERN:
        _, more, less, inner = argument
        return f"(?:{_sequence(inner, (flags | more) & ~less, marks)})"
    if kind is op.ATOMIC_GROUP:
        return f"(?:{_sequence(argument, flags, marks)})"
    if kind is op.BRANCH:
        # what differs in its letters alone has one outline
        branches = dict.fromkeys(_sequence(branch, flags, marks) for branch in argument[1])
        return f"(?:{'|'.join(branches)})"
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, high, inner = argument
        most = "" if high is op.MAXREPEAT else high
        return f"(?:{_sequence(inner, flags, marks)}){{{low},{most}}}"
    if kind in (op.ASSERT, op.ASSERT_NOT):
        direction, inner = argument
        if kind is op.ASSERT_NOT and not _is_told(inner, flags, marks):
            return ""
        behind = "<" if direction < 0 else ""
        sign = "!" if kind is op.ASSERT_NOT else "="
        return f"(?{behind}{sign}{_sequence(inner, flags, marks)})"
    if kind is op.AT and argument in _EDGES:
        return _EDGES[argument]
    raise ValueError(f"a pattern cannot hold {kind}")


_EDGES = {
    op.AT_BEGINNING: r"\A",
    op.AT_BEGINNING_STRING: r"\A",
    op.AT_END: r"\Z",
    op.AT_END_STRING: r"\Z",
    op.AT_BOUNDARY: r"\b",
    op.AT_NON_BOUNDARY: r"\B",
}


def _is_told(nodes: Iterable[tuple[Any, Any]], flags: int, marks: Marks) -> bool:
    """Whether an outline tells exactly whether these match: no class is broken."""
    for kind, argument in nodes:
        if kind in ONE_CHARACTER:
            members = ascii_members((kind, argument), flags)
            told = all(marked <= members or not marked & members for marked in marks.sets)
        elif kind is op.SUBPATTERN:
            _, more, less, inner = argument
            told = _is_told(inner, (flags | more) & ~less, marks)
        elif kind is op.BRANCH:
            told = all(_is_told(branch, flags, marks) for branch in argument[1])
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            told = _is_told(argument[2], flags, marks)
        else:
            told = kind is op.AT
        if not told:
            return False
    return True


def _class(members: Iterable[int], marks: Marks) -> str:
    drawn = sorted({marks.table[code] for code in members})
    if not drawn:
        return r"[^\x00-\x7f]"
    return "[" + "".join(rf"\x{mark:02x}" for mark in drawn) + "]"
