"""What the cells of one column show, entity by entity: which texts, and how surely.

A name counts for what it announces; a text that an announced entity claims as its value
holds no name beside it. The name of a column stands before each of its cells as a label
stands before a value: a number in a column `order_nr` is no telephone number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.abbreviations import spelled_out
from detectors.cells import Cells, Mask
from detectors.columns import Announced, is_called_about, is_called_otherwise, normalise
from detectors.engine import Engine, Setup, engine, is_guessed
from detectors.evidence import ALIKE, CELL, TEXT
from detectors.prefilter import Prefilter
from detectors.recognizer import Bare, Match, Recognizer

PERSON = "PERSON"
_FEWEST = 8
_FREE_TEXT_WORDS = 3
_GLANCE = 32
"""So many distinct texts tell whether a column is worth a look at more of them."""
_LOOK = 512
_SOME = 0.25
"""Less than this share of a glance: the column as a whole is nothing of the kind."""


@dataclass(frozen=True, kw_only=True)
class Tier:
    """The texts that count for an entity in a tier, and those that are valid; shapes (d,)."""

    entity: str
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


class Reader:
    """Reads columns; built once per process."""

    def __init__(self, setup: Setup) -> None:
        """Compile the prefilter and load the engine."""
        self._engine: Engine = engine(setup)
        self._recognizers: tuple[Recognizer, ...] = setup.recognizers
        self._by_entity = {r.entity: r for r in setup.recognizers}
        self._prefilter = Prefilter(setup.recognizers)
        self._excludes = setup.exclusions.excludes
        self._texts = {r.entity for r in setup.recognizers if r.column.holds_text}

    def read(
        self, column: Cells, path: str, announced: Announced, possible: Announced, day: date
    ) -> Iterator[Tier | Glance]:
        """What a column shows.

        `announced` is what its name announces beside the neighbours that are known here,
        `possible` what it may announce beside those that other batches hold.
        """
        few = _spaced(column.texts, _GLANCE)
        glances = dict(self._glances(column, few, path, possible, day))
        yield from glances.values()
        shown = {e for e, glance in glances.items() if self._is_shown(glance)}
        shapes = {}
        for recognizer in self._recognizers:
            entity = recognizer.entity
            if entity in possible:
                shapes[entity] = self._shaped(column, recognizer, possible[entity].cell)
            elif entity in shown or _proves_itself(few, path, recognizer):
                shapes[entity] = self._shaped(column, recognizer, None)
        values = {PERSON} & shown if possible.keys() <= self._texts else set()
        claims = {
            entity: shapes[entity][0]
            for entity in {*announced, *values} - self._texts
            if entity in shapes
        }
        certain, confirmed, whole = self._certain(column, path, claims)
        for entity in values:
            certain[entity] = certain.get(entity, False) | shapes[entity][0]
            confirmed[entity] = confirmed.get(entity, False) | shapes[entity][0]
        for entity, found in certain.items():
            sure = confirmed.get(entity, np.zeros_like(found))
            yield Tier(entity=entity, tier=TEXT, texts=found, valid=sure)
        for entity, (shaped, valid) in shapes.items():
            if entity in certain:
                shaped, valid = shaped | certain[entity], valid | certain[entity]
            if shaped.any():
                yield Tier(entity=entity, tier=CELL, texts=shaped, valid=valid)
        for entity, found in whole.items():
            alike = _alike(column.texts, found)
            for other in self._by_entity[entity].column.apart_from:
                alike = alike & (found | ~whole.get(other, ~alike))
            yield Tier(entity=entity, tier=ALIKE, texts=alike, valid=found)

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

    def _certain(
        self, column: Cells, path: str, claims: Mapping[str, Mask]
    ) -> tuple[dict[str, Mask], dict[str, Mask], dict[str, Mask]]:
        """Per entity the texts with a certain match, a confirmed one, and one that is all of it.

        A match is confirmed but a name that the network found and no list knows.

        A claimed text holds nothing that is the whole of it but by a check rule:
        `30.59.84.10` in a column of phone numbers is no IP address, a street's namesake
        no person.
        """
        texts = column.texts
        found: dict[str, Mask] = {}
        confirmed: dict[str, Mask] = {}
        whole: dict[str, Mask] = {}
        refused: dict[str, bool] = {}
        label = spelled_out(normalise(path)).replace("_", "-")
        claimed = np.logical_or.reduce([np.zeros(len(texts), dtype=np.bool_), *claims.values()])
        wanted: dict[int, list[str]] = {}
        for text, number in self._prefilter.candidates(texts).tolist():
            wanted.setdefault(text, []).append(self._recognizers[number].entity)
        lines = pc.match_substring(texts, "\n").to_numpy(zero_copy_only=False)
        for text in np.flatnonzero(lines).tolist():
            if headed := self._engine.headed(texts[text].as_py()).difference(wanted.get(text, [])):
                wanted.setdefault(text, []).extend(sorted(headed))
        free = _free_texts(texts) & ~claimed
        bound = [text for text in wanted if not free[text]]
        matches = ((t, self._engine.detect_patterns(texts[t].as_py(), wanted[t])) for t in bound)
        numbers = np.flatnonzero(free).tolist()
        named = self._engine.detect_with_names(
            [texts[text].as_py() for text in numbers],
            [wanted.get(text, []) for text in numbers],
        )
        for text, some in (*matches, *zip(numbers, named, strict=True)):
            value = texts[text].as_py()
            for match in some:
                is_whole = match.end - match.start == len(value)
                beside = claimed[text] and match.entity not in claims
                if beside and (match.entity == PERSON or (is_whole and not self._stands(match))):
                    continue
                if match.entity not in refused and _is_all_of(match, value):
                    # what a label refuses it refuses of each value alike
                    refused[match.entity] = self._is_refused_behind(label, match, value)
                if refused.get(match.entity) and _is_all_of(match, value):
                    continue
                _mark(found, match.entity, text, len(texts))
                if self._is_confirmed(match, value):
                    _mark(confirmed, match.entity, text, len(texts))
                if is_whole and match.valid is None:
                    _mark(whole, match.entity, text, len(texts))
        return found, confirmed, whole

    def _is_confirmed(self, match: Match, value: str) -> bool:
        """Whether something beside the network speaks for a match."""
        recognizer = self._by_entity.get(match.entity)
        is_known = recognizer.column.knows if recognizer else None
        return (
            not is_guessed(match)
            or is_known is None
            or is_known(value[match.start : match.end], value)
        )

    def _stands(self, match: Match) -> bool:
        """Whether a match is what it is, whatever its column is called."""
        recognizer = self._by_entity.get(match.entity)
        return bool(match.valid) or (recognizer is not None and recognizer.column.unmistakable)

    def _is_refused_behind(self, label: str, match: Match, value: str) -> bool:
        """Whether a recognizer refuses a match where the column's name stands before it."""
        recognizer = self._by_entity.get(match.entity)
        if recognizer is None or recognizer.accept is None or not label:
            return False
        before = len(label) + 1
        return not recognizer.accept(f"{label} {value}", before + match.start, before + match.end)

    def _shaped(self, column: Cells, recognizer: Recognizer, cell: str | None) -> tuple[Mask, Mask]:
        shaped = np.zeros(len(column.texts), dtype=np.bool_)
        valid = np.zeros(len(column.texts), dtype=np.bool_)
        for number, text in enumerate(column.texts.to_pylist()):
            if recognizer.fits_cell(text, cell) and not self._excludes(recognizer.entity, text):
                shaped[number] = True
                valid[number] = recognizer.is_valid is None or recognizer.is_valid(text)
        return shaped, valid


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


def _alike(texts: pa.StringArray, whole: Mask) -> Mask:
    """The texts that look like one that matches: letter for letter, single digits as such."""
    if whole.all():
        return whole
    looks = pc.replace_substring_regex(texts, "[0-9]{2,}", "#")
    looks = pc.replace_substring_regex(looks, "[0-9]", "9")
    looks = pc.replace_substring_regex(looks, r"[A-Za-z]", "a")
    alike: Mask = pc.is_in(looks, value_set=looks.filter(pa.array(whole)).unique()).to_numpy(
        zero_copy_only=False
    )
    return alike


def _is_all_of(match: Match, value: str) -> bool:
    """Whether a match is all that a cell says, brackets and the like apart."""
    return not any(map(str.isalnum, value[: match.start] + value[match.end :]))


def _mark(found: dict[str, Mask], entity: str, text: int, size: int) -> None:
    found.setdefault(entity, np.zeros(size, dtype=np.bool_))[text] = True


def _free_texts(texts: pa.StringArray) -> Mask:
    """Texts of several words, where a name may stand in a sentence; shape (d,)."""
    words = pc.count_substring(texts, " ")
    enough: Mask = words.to_numpy(zero_copy_only=False) >= _FREE_TEXT_WORDS - 1
    return enough
