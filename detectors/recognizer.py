"""Recognizer: the frozen value that every recognizer module fills in.

A recognizer says how one entity is written (`patterns`), which check rule its
numbers obey (`is_valid`), which words announce it in running text (`context`)
and which names announce it for a whole column (`column`). It is a value, not a
class with hooks: a misspelt field is a `TypeError`.

A match below `CERTAIN` is only possible: it counts when the column as a whole
says so (`columns.decide`), never by itself.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

CERTAIN = 0.5
"""The score from which a match in running text is a hit by itself."""

CONTEXT_BEFORE = 48
CONTEXT_AFTER = 24
"""How many characters beside a match are searched for context words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """One notation of an entity in running text.

    `regex` is Python `re` syntax (case matters; write `(?i:...)` where it does not)
    with look-arounds allowed; a group named `value` narrows the span to that group.
    `score` holds without a context word near it, `with_context` with one.
    """

    regex: str
    score: float
    with_context: float = 0.9


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnRule:
    """How a column as a whole announces and holds an entity.

    `names` are regular expressions that must match the whole normalised name (lower
    case words joined by `_`, as `columns.normalise` writes it); `not_names` take
    some of those back. `cell` is the regular expression that a whole trimmed cell
    of an announced column must match to count. `alone`: whether cells of that shape
    also count without the name, by the check rule's lift over `chance`.
    `needs_neighbour`: the `names` alone are too common (`naam`); they count only beside
    a sibling, parent or table whose own name matches one of these. `sure_names`
    count without a neighbour, also in a rule that asks for one. `holds_text`: such a
    cell is a text about something (a message, a review) in which other entities may
    stand; otherwise the cell is the value, and a name inside it is part of that value.
    """

    names: tuple[str, ...] = ()
    sure_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    cell: str = r".*\S.*"
    alone: bool = False
    needs_neighbour: tuple[str, ...] = ()
    holds_text: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where an entity stands in a text: character offsets, half open.

    `valid` tells whether the check rule holds; None where the entity has none.
    """

    entity: str
    start: int
    end: int
    score: float
    valid: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Recognizer:
    """One entity, or one notation family of it.

    `is_valid` takes the span's text and applies the check rule; `chance` is the
    share of random values of the same shape that pass it. `accept` takes the whole
    text and a span, and refuses what the pattern cannot express (a surrounding, a
    plan of numbers). `stated_date` reads the date that a value states; only an age
    in whole years is ever derived from it.
    `precedence` orders overlapping spans of equal length: the higher one wins.
    """

    entity: str
    patterns: tuple[Pattern, ...] = ()
    is_valid: Callable[[str], bool] | None = None
    chance: float | None = None
    accept: Callable[[str, int, int], bool] | None = None
    stated_date: Callable[[str], date | None] | None = None
    context: tuple[str, ...] = ()
    column: ColumnRule = field(default_factory=ColumnRule)
    precedence: int = 0
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.is_valid is None) != (self.chance is None):
            raise ValueError(f"{self.entity}: a check rule and its chance go together")
        if len(self.counterexamples) < len(self.examples):
            raise ValueError(f"{self.entity}: give at least as many counterexamples as examples")

    @cached_property
    def _compiled(self) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
        return tuple((pattern, re.compile(pattern.regex)) for pattern in self.patterns)

    @cached_property
    def _context(self) -> re.Pattern[str] | None:
        if not self.context:
            return None
        words = "|".join(re.escape(w) for w in sorted(self.context, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def _cell(self) -> re.Pattern[str]:
        return re.compile(self.column.cell, re.DOTALL)

    def find(self, text: str) -> Iterator[Match]:
        """Every match in `text`, with its score; overlaps are not resolved here.

        A match whose check rule fails is not reported.
        """
        for pattern, compiled in self._compiled:
            for found in compiled.finditer(text):
                start, end = found.span("value" if "value" in compiled.groupindex else 0)
                if start < 0 or (self.accept is not None and not self.accept(text, start, end)):
                    continue
                valid = None if self.is_valid is None else self.is_valid(text[start:end])
                if valid is False:
                    continue
                near = self._context is not None and self.has_context(text, start, end)
                yield Match(
                    self.entity, start, end, pattern.with_context if near else pattern.score, valid
                )

    def has_context(self, text: str, start: int, end: int) -> bool:
        """Whether a context word stands, as a whole word, beside the span."""
        if self._context is None:
            return False
        if self._context.search(text, max(0, start - CONTEXT_BEFORE), start):
            return True
        # the window is widened so that a word that begins inside it is seen whole
        after = self._context.search(text, end, end + 2 * CONTEXT_AFTER)
        return after is not None and after.start() < end + CONTEXT_AFTER

    def fits_cell(self, text: str) -> bool:
        """Whether a whole trimmed cell has the shape that the column rule asks for."""
        return self._cell.fullmatch(text) is not None
