"""What the cells of one column show, entity by entity: which texts, and how surely.

A name counts for what it announces, cells for what they are as a whole, texts for what they
hold.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.cells import Cells, Mask
from detectors.certain import PERSON, Matcher
from detectors.columns import Announced, is_called_about, is_called_otherwise
from detectors.depth import Depth, Quota
from detectors.direct import direct
from detectors.evidence import ALIKE, CELL, NAMES, TEXT
from detectors.finder import Finder
from detectors.outlines import Outlines
from detectors.re2 import are_ascii
from detectors.recognizer import Bare, Recognizer
from detectors.setup import Setup
from detectors.whole import Shape, valid

_FEWEST = 8
_GLANCE = 32
"""So many distinct texts tell whether a column is worth a look at more of them."""
_LOOK = 512
_SOME = 0.25
"""Less than this share of a glance: the column as a whole is nothing of the kind."""


@dataclass(frozen=True, kw_only=True)
class Tier:
    """The texts that count for an entity in a tier, and those that are valid; shapes (d,).

    Without an entity: the texts in which names may stand, and those that were read for them.
    """

    entity: str | None
    tier: str
    texts: Mask
    valid: Mask


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What a look at `n` distinct texts showed: how many known, of how many kinds."""

    entity: str
    n: int
    known: int
    kinds: int


class Watch:
    """What is known of a column from the earlier batches of a partition."""

    def __init__(self, depth: Depth) -> None:
        """Begin a partition."""
        self.quota = Quota(depth)
        self.looked = 0
        self.shown: set[str] = set()


class Reader:
    """Reads columns; built once per process."""

    def __init__(self, setup: Setup, matcher: Matcher | None = None) -> None:
        """Compile the patterns and load the pipeline for names, unless they come in `matcher`."""
        self._matcher = matcher or Matcher(setup.recognizers, Finder(setup), direct(setup))
        self._recognizers: tuple[Recognizer, ...] = setup.recognizers
        self._by_entity = {r.entity: r for r in setup.recognizers}
        self._exclusions = setup.exclusions
        self._shapes: dict[str, Shape] = {}
        self._texts = {r.entity for r in setup.recognizers if r.column.holds_text}

    def read(
        self,
        column: Cells,
        path: str,
        announced: Announced,
        possible: Announced,
        day: date,
        watch: Watch,
    ) -> Iterator[Tier | Glance]:
        """What a column shows.

        `announced` is what its name announces beside the neighbours that are known here,
        `possible` what it may announce beside those that other batches hold.
        """
        few = _spaced(column.texts, _GLANCE)
        if watch.looked < _LOOK:
            glances = dict(self._glances(column, few, path, possible, day))
            yield from glances.values()
            watch.shown |= {e for e, glance in glances.items() if self._is_shown(glance)}
            watch.looked += len(column.texts)
        shown = watch.shown
        shapes, parted = {}, _Parted(column.texts)
        for recognizer in self._recognizers:
            entity = recognizer.entity
            if entity in possible:
                shapes[entity] = self._shaped(parted, recognizer, possible[entity].cell)
            elif entity in shown or _proves_itself(few, path, recognizer):
                shapes[entity] = self._shaped(parted, recognizer, None)
        values = {PERSON} & shown if possible.keys() <= self._texts else set()
        claims = {
            entity: shapes[entity][0]
            for entity in {*announced, *values} - self._texts
            if entity in shapes
        }
        outlines = Outlines(column.texts)
        certain = self._matcher.read(column.texts, outlines, path, claims, watch.quota)
        if certain.free.any():
            yield Tier(entity=None, tier=NAMES, texts=certain.free, valid=certain.read)
        for entity in values:
            certain.mark(certain.found, entity, shapes[entity][0])
            certain.mark(certain.confirmed, entity, shapes[entity][0])
        for entity, found in certain.found.items():
            sure = certain.confirmed.get(entity, np.zeros_like(found))
            yield Tier(entity=entity, tier=TEXT, texts=found, valid=sure)
        for entity, (shaped, sure) in shapes.items():
            if entity in certain.found:
                shaped, sure = shaped | certain.found[entity], sure | certain.found[entity]
                shapes[entity] = shaped, sure
            if shaped.any():
                yield Tier(entity=entity, tier=CELL, texts=shaped, valid=sure)
        claimed = {entity: shapes[entity][0] for entity in announced if entity in shapes}
        yield from self._held_against(claimed, certain.whole, outlines)

    def stated(self, entity: str, text: str) -> date | None:
        """The date that a text states, where the entity is one that states dates."""
        recognizer = self._by_entity.get(entity)
        if recognizer is None or recognizer.stated_date is None:
            return None
        return recognizer.stated_date(text)

    def states_dates(self, entity: str) -> bool:
        """Whether the values of an entity state a date."""
        recognizer = self._by_entity.get(entity)
        return recognizer is not None and recognizer.stated_date is not None

    def _held_against(
        self, claimed: Mapping[str, Mask], whole: Mapping[str, Mask], outlines: Outlines
    ) -> Iterator[Tier]:
        """The texts that match, among those that could have.

        Of an announced entity beside one that it is set apart from: those that the other claims
        are left out. Else, of those that match as a whole: the texts that look the same.
        """
        rules = {entity: self._by_entity[entity].column for entity in {*claimed, *whole}}
        for entity, rule in rules.items():
            others = [claimed[other] for other in rule.apart_from if other in claimed]
            if entity in claimed and others:
                found = claimed[entity]
                among = found | ~np.logical_or.reduce(others)
            elif entity in whole:
                found = whole[entity]
                among = _alike(outlines, found)
                for other in rule.apart_from:
                    among = among & (found | ~whole.get(other, ~among))
            else:
                continue
            yield Tier(entity=entity, tier=ALIKE, texts=among, valid=found)

    def _bare(self, entity: str) -> Bare:
        bare = self._by_entity[entity].column.bare
        assert bare is not None
        return bare

    def _glances(
        self,
        column: Cells,
        few: list[str],
        path: str,
        possible: Mapping[str, object],
        day: date,
    ) -> Iterator[tuple[str, Glance]]:
        many = None
        if not few:
            return
        for recognizer in self._recognizers:
            rule = recognizer.column
            if rule.bare is None:
                continue
            if recognizer.entity not in possible and (
                is_called_otherwise(path, rule) or is_called_about(path, rule)
            ):
                continue
            glance = _glance(few, recognizer, rule.bare, day)
            if recognizer.entity in possible or glance.known >= _SOME * glance.n:
                many = many or _spaced(column.texts, _LOOK)
                glance = _glance(many, recognizer, rule.bare, day)
            yield recognizer.entity, glance

    def _is_shown(self, glance: Glance) -> bool:
        bare = self._bare(glance.entity)
        return (
            glance.n >= _FEWEST
            and glance.known >= bare.share * glance.n
            and glance.kinds >= min(bare.kinds, glance.n // 2)
        )

    def _shaped(
        self, texts: "_Parted", recognizer: Recognizer, cell: str | None
    ) -> tuple[Mask, Mask]:
        """The texts that fit a cell and count, and those of them that are valid; shapes (d,)."""
        regex, entity = cell or recognizer.column.cell, recognizer.entity
        if regex not in self._shapes:
            self._shapes[regex] = Shape(regex, re.DOTALL)
        fitting = self._shapes[regex].of(texts.ascii)
        if fitting.any():
            counts = texts.ascii.filter(pa.array(fitting))
            fitting[fitting] = ~self._exclusions.excludes_each(entity, counts)
        shaped, sure = np.zeros_like(texts.plain), np.zeros_like(texts.plain)
        shaped[texts.plain], sure[texts.plain] = fitting, valid(recognizer, texts.ascii, fitting)
        for number, text in texts.others:
            if recognizer.fits_cell(text, cell) and not self._exclusions.excludes(entity, text):
                shaped[number] = True
                sure[number] = recognizer.is_valid is None or recognizer.is_valid(text)
        return shaped, sure


class _Parted:
    """Texts, parted in those that RE2 may be asked about and others; asked once for a column."""

    def __init__(self, texts: pa.StringArray) -> None:
        self._texts = texts

    @cached_property
    def plain(self) -> Mask:
        return are_ascii(self._texts)

    @cached_property
    def ascii(self) -> pa.StringArray:
        return self._texts if self.plain.all() else self._texts.filter(pa.array(self.plain))

    @cached_property
    def others(self) -> list[tuple[int, str]]:
        numbers = np.flatnonzero(~self.plain)
        texts = self._texts.take(pa.array(numbers)).to_pylist()
        return list(zip(numbers.tolist(), texts, strict=True))


def _spaced(texts: pa.StringArray, most: int) -> list[str]:
    """At most so many texts, evenly over all of them."""
    if len(texts) <= most:
        return list(texts.to_pylist())
    chosen = np.linspace(0, len(texts) - 1, most).astype(np.int64)
    return list(texts.take(pa.array(chosen)).to_pylist())


def _proves_itself(few: list[str], path: str, recognizer: Recognizer) -> bool:
    rule = recognizer.column
    if not rule.alone or is_called_otherwise(path, rule):
        return False
    return sum(map(recognizer.fits_cell, few)) >= _SOME * len(few)


def _glance(texts: list[str], recognizer: Recognizer, bare: Bare, day: date) -> Glance:
    fitting = [text for text in texts if recognizer.fits_cell(text)]
    return Glance(
        entity=recognizer.entity,
        n=len(texts),
        known=sum(bare.is_known(text, day) for text in fitting),
        kinds=len(set(map(bare.kind, fitting))),
    )


def _alike(outlines: Outlines, whole: Mask) -> Mask:
    """The texts that look like one that matches: letter for letter, single digits as such."""
    if whole.all():
        return whole
    looks = pc.replace_substring_regex(outlines.distinct, "0{2,}", "#")
    looks = pc.replace_substring_regex(looks, "A", "a").dictionary_encode()
    look_of = looks.indices.to_numpy()[outlines.of]
    matching = np.zeros(len(looks.dictionary), dtype=np.bool_)
    matching[look_of[whole]] = True
    alike: Mask = matching[look_of]
    return alike
