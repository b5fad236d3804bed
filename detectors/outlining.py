"""What the outlines of texts rule out: per outline, the recognizers that might still match.

A pattern that is certain by itself must match the outline. One that needs a context word asks for
the outline of such a word too: a bare number has none.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import pyarrow as pa

from detectors.cells import Mask
from detectors.outlines import Marks, Outlines, outline_regex
from detectors.recognizer import CERTAIN, Recognizer

_FREQUENT = 12
"""An outline of so many texts is worth a look, for one costs as much as reading some texts does."""
_LONGEST = 64
_TELLING = re.compile(r"\A(?=.*[0@]).*\Z")
"""One line, not of words alone: those are told apart by their letters."""
_MOST_KNOWN = 50_000


class Outlining:
    """Reads outlines by some recognizers; remembers what it read."""

    def __init__(self, recognizers: Sequence[Recognizer], marks: Marks) -> None:
        """Nothing is compiled before an outline asks for it."""
        self._looks = [_Look(recognizer, marks) for recognizer in recognizers]
        self._known: dict[str, tuple[int, ...]] = {}

    def read(self, outlines: Outlines) -> tuple[Mask, dict[int, Mask]]:
        """Which of n texts their outlines tell about, and which of these a recognizer may match.

        Shapes (n,); the recognizer is its position in the constructor's sequence. Told are
        ASCII texts of one line, not of words alone, not long, whose outline many texts have.
        """
        many = np.flatnonzero(outlines.counts >= _FREQUENT)
        told = np.zeros(len(outlines.distinct), dtype=np.bool_)
        may: dict[int, Mask] = {}
        if len(many):
            for outline, number in zip(
                outlines.distinct.take(pa.array(many)).to_pylist(), many.tolist(), strict=True
            ):
                if len(outline) > _LONGEST or not outline.isascii() or not _TELLING.search(outline):
                    continue
                told[number] = True
                for recognizer in self._possible(outline):
                    may.setdefault(recognizer, np.zeros_like(told))[number] = True
        return told[outlines.of], {number: found[outlines.of] for number, found in may.items()}

    def _possible(self, outline: str) -> tuple[int, ...]:
        known = self._known.get(outline)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = tuple(n for n, look in enumerate(self._looks) if look.allows(outline))
            self._known[outline] = known
        return known


class _Look:
    """One recognizer's patterns and context words, as outlines show them."""

    def __init__(self, recognizer: Recognizer, marks: Marks) -> None:
        self._recognizer = recognizer
        self._marks = marks

    def allows(self, outline: str) -> bool:
        return any(regex.search(outline) for regex in self._certain) or (
            self._context is not None
            and self._context.search(outline) is not None
            and any(regex.search(outline) for regex in self._contextual)
        )

    @cached_property
    def _certain(self) -> list[re.Pattern[str]]:
        return self._drawn(lambda score, near: score >= CERTAIN)

    @cached_property
    def _contextual(self) -> list[re.Pattern[str]]:
        return self._drawn(lambda score, near: score < CERTAIN <= near)

    @cached_property
    def _context(self) -> re.Pattern[str] | None:
        context = self._recognizer.context_regex
        return (
            None
            if context is None
            else re.compile(outline_regex(context, re.IGNORECASE, self._marks))
        )

    def _drawn(self, counts: Callable[[float, float], bool]) -> list[re.Pattern[str]]:
        regexes = dict.fromkeys(
            outline_regex(pattern.regex, marks=self._marks)
            for pattern in self._recognizer.patterns
            if counts(pattern.score, pattern.with_context)
        )
        return [re.compile(regex) for regex in regexes]
