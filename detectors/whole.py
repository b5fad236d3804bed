"""Whole texts that a recognizer matches from end to end, told for a column at once.

Only ASCII texts are told here, trimmed. What an expression of RE2 cannot say exactly is
narrowed down by one that refuses too little, and asked of Python for what remains.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, partial

import numpy as np
import pyarrow as pa

from detectors import re2_whole
from detectors.cells import Mask
from detectors.re2 import is_expression, matching
from detectors.re2_loose import may_be_whole
from detectors.recognizer import CERTAIN, Recognizer


class Shape:
    """A regular expression for whole texts, as `fullmatch` has it."""

    def __init__(self, regex: str, flags: int = 0) -> None:
        """Translate; what RE2 has no notation for stays with Python."""
        self._exact = re2_whole.whole(regex, flags)
        self._loose = "" if self._exact else _at_most([regex], flags)
        self._regex, self._flags = regex, flags

    def of(self, texts: pa.StringArray) -> Mask:
        """Which of the texts, all of them ASCII, match; shape (n,)."""
        if self._exact is not None:
            return re2_whole.any_of(self._exact, texts)
        compiled = re.compile(self._regex, self._flags)
        return _asked(
            texts,
            matching(texts, self._loose),
            lambda text: compiled.fullmatch(text) is not None,
        )


class Wholes:
    """The whole texts that are certain matches of one recognizer, whatever stands in the column."""

    def __init__(self, recognizer: Recognizer) -> None:
        """Take the patterns that need no context and whose value is all of the match."""
        self.recognizer = recognizer
        regexes = [pattern.regex for pattern in recognizer.patterns if pattern.score >= CERTAIN]
        self._regexes = [regex for regex in regexes if "(?P<value>" not in regex]
        self._every = regexes

    @property
    def exist(self) -> bool:
        """Whether a pattern could ever tell a whole text."""
        return bool(self._regexes)

    @cached_property
    def _exact(self) -> tuple[re2_whole.Whole, ...]:
        return re2_whole.union([test for tests in self._told.values() for test in tests or ()])

    @cached_property
    def _told(self) -> dict[str, tuple[re2_whole.Whole, ...] | None]:
        return {regex: re2_whole.whole(regex) for regex in self._regexes}

    @cached_property
    def _asked(self) -> list[tuple[str, re.Pattern[str]]]:
        return [
            (_at_most([regex]), re.compile(regex))
            for regex, told in self._told.items()
            if told is None
        ]

    @cached_property
    def _threat(self) -> str:
        return _at_most(self._every)

    def may_be(self, texts: pa.StringArray) -> Mask:
        """The texts that a certain pattern might match as a whole; never too few; shape (n,)."""
        if not self._every:
            return np.zeros(len(texts), dtype=np.bool_)
        return matching(texts, self._threat)

    def of(self, texts: pa.StringArray) -> Mask:
        """The texts that are one certain match from end to end; shape (n,)."""
        found = re2_whole.any_of(self._exact, texts)
        for loose, compiled in self._asked:
            possible = matching(texts, loose) & ~found
            found |= _asked(texts, possible, partial(_is_one_match, compiled))
        recognizer = self.recognizer
        if recognizer.accept is not None and found.any():
            found = self._accepted(texts, found)
        if recognizer.is_valid is not None and found.any():
            found = valid(recognizer, texts, found)
        return found

    def _accepted(self, texts: pa.StringArray, found: Mask) -> Mask:
        accept, accept_whole = self.recognizer.accept, self.recognizer.accept_whole
        assert accept is not None
        if accept_whole is None:
            return _asked(texts, found, lambda text: accept(text, 0, len(text)))
        kept = found.copy()
        kept[found] = accept_whole(texts.filter(pa.array(found)))
        return kept


def valid(recognizer: Recognizer, texts: pa.StringArray, among: Mask) -> Mask:
    """Which of the marked texts, all of them ASCII, pass the check rule; shape (n,)."""
    if recognizer.is_valid is None:
        return among
    if recognizer.are_valid is None:
        return _asked(texts, among, recognizer.is_valid)
    kept = among.copy()
    kept[among] = recognizer.are_valid(texts.filter(pa.array(among)))
    return kept


def _is_one_match(compiled: re.Pattern[str], text: str) -> bool:
    found = compiled.match(text)
    return found is not None and found.end() == len(text)


def _asked(texts: pa.StringArray, among: Mask, question: Callable[[str], bool]) -> Mask:
    """The marked texts for which the answer is yes."""
    kept = among.copy()
    kept[among] = [question(text) for text in texts.filter(pa.array(among)).to_pylist()]
    return kept


def _at_most(regexes: Iterable[str], flags: int = 0) -> str:
    loose = "|".join(dict.fromkeys(f"(?:{may_be_whole(regex, flags)})" for regex in regexes))
    test = rf"\A(?:{loose})\z"
    return test if is_expression(test) else ""
