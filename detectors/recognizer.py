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
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

CERTAIN = 0.5
"""The score from which a match in running text is a hit by itself."""

CONTEXT_BEFORE = 64
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
class Part:
    """What has a column and a shape of its own: a house number, which is a part of an address.

    `names` and `cell` mean what they mean in a `ColumnRule`. A part says little by itself:
    it counts only beside a sibling, parent or table whose name matches one of `beside`; where
    there is none of these, the name says enough.
    """

    names: tuple[str, ...]
    beside: tuple[str, ...]
    cell: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bare:
    """How a column shows an entity by its cells alone, whatever it is called.

    `is_known` tells of a cell of the right shape whether it bears the entity out on the day
    of the sweep (a listed name, a number of the plan); `kind` what it is one of (its first
    digits, its year). A column counts where at least `share` of the cells that are looked
    at are known and they are of at least `kinds` kinds: numbers that were dealt out in a
    row share their first digits, as numbers of people do not. `in_company`: it counts only
    in a table that also holds what points to a person. `too_alike`: a column that its name
    announces, but of which no cell is known and all are of so few kinds, is refused, unless
    a name around it matches `trusted_beside`.
    """

    is_known: Callable[[str, date], bool]
    kind: Callable[[str], str]
    share: float = 0.9
    kinds: int = 10
    in_company: bool = False
    too_alike: int = 1
    trusted_beside: tuple[str, ...] = ()


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
    `parts` are columns that hold a part of the value, or it in another shape. `bare` tells the
    entity in a column without a telling name; not in one whose name is one of `other_names`,
    which say clearly that it is something else, and neither does `alone`. `unmistakable`: a
    cell of this shape is nothing else, whatever the name of its column announces. `among_alike`:
    where whole cells match a pattern, the least share that they must be of the cells that look
    the same; below it chance made them (one in a hundred of any ten digits begins as a
    mobile number does); the whole cells of the entities in `apart_from` are left out of
    these. Where the name of a column announces both, cells of `apart_from` say nothing against
    the others either: in a column of passwords those that are hashes. `knows` tells of a name
    that a network found in a text whether it is known; of a column of texts in which it sees
    names, a share must be.
    """

    names: tuple[str, ...] = ()
    sure_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    cell: str = r".*\S.*"
    alone: bool = False
    needs_neighbour: tuple[str, ...] = ()
    holds_text: bool = False
    parts: tuple[Part, ...] = ()
    bare: Bare | None = None
    other_names: tuple[str, ...] = ()
    unmistakable: bool = False
    among_alike: float = 0.05
    apart_from: tuple[str, ...] = ()
    knows: Callable[[str, str], bool] | None = None


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


def _written(word: str) -> str:
    """The regular expression of a context word."""
    return re.escape(word).replace(r"\ ", "[ _‑-]?").replace(r"\*", r"\w*")


@dataclass(frozen=True, kw_only=True)
class Recognizer:
    """One entity, or one notation family of it.

    `is_valid` takes the span's text and applies the check rule; `chance` is the
    share of random values of the same shape that pass it. `accept` takes the whole
    text and a span, and refuses what the pattern cannot express (a surrounding, a
    plan of numbers). Two forms for many values at once, shape (n,) to (n,), take an array
    without nulls whose values are ASCII: `are_valid` is `is_valid` of each, whatever it holds;
    `accept_whole` is `accept(value, 0, len(value))` of each, for values that a pattern matches
    from end to end. Both are functions of a module, or values. `stated_date` reads the date
    that a value states; only an age in whole years is ever derived from it.
    A word of `context` counts as a whole word, or behind a `_`; one that ends in `*` also
    with more behind it (`paspoort*`), one that begins with it with more in front. A space in it
    is a space, a dash, `_` or nothing.
    `precedence` orders overlapping spans of equal length: the higher one wins.
    """

    entity: str
    patterns: tuple[Pattern, ...] = ()
    is_valid: Callable[[str], bool] | None = None
    are_valid: Callable[[pa.StringArray], npt.NDArray[np.bool_]] | None = None
    chance: float | None = None
    accept: Callable[[str, int, int], bool] | None = None
    accept_whole: Callable[[pa.StringArray], npt.NDArray[np.bool_]] | None = None
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
    def context_regex(self) -> str | None:
        """The regular expression of the context words, to be read without case; None without."""
        if not self.context:
            return None
        longest_first = sorted(self.context, key=len, reverse=True)
        words = "|".join(_written(word) for word in longest_first)
        return rf"(?<![^\W_])(?:{words})(?!\w)"

    @cached_property
    def _context(self) -> re.Pattern[str] | None:
        return None if self.context_regex is None else re.compile(self.context_regex, re.IGNORECASE)

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
        """Whether a context word stands beside the span."""
        if self._context is None:
            return False
        if self._context.search(text, max(0, start - CONTEXT_BEFORE), start):
            return True
        # the window is widened so that a word that begins inside it is seen whole
        after = self._context.search(text, end, end + 2 * CONTEXT_AFTER)
        return after is not None and after.start() < end + CONTEXT_AFTER

    def fits_cell(self, text: str, cell: str | None = None) -> bool:
        """Whether a whole trimmed cell has the shape that the column rule, or `cell`, asks for."""
        return _compiled(cell or self.column.cell).fullmatch(text) is not None


@cache
def _compiled(cell: str) -> re.Pattern[str]:
    return re.compile(cell, re.DOTALL)
