"""The certain matches in the cells of one column: which texts hold one, and how surely.

The name of a column stands before each of its cells as a label stands before a value: a number in
a column `order_nr` is no telephone number. A text that an announced entity claims as its value
holds no name beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.abbreviations import spelled_out
from detectors.cells import Mask
from detectors.columns import normalise
from detectors.depth import Quota
from detectors.finder import Found
from detectors.names import is_guessed
from detectors.outlines import Outlines
from detectors.recognizer import Match, Recognizer

PERSON = "PERSON"
_FREE_TEXT_WORDS = 3


class Looking(Protocol):
    """Tells which texts are worth reading."""

    def find(self, texts: pa.StringArray, outlines: Outlines) -> Found:
        """What a look at n distinct texts gives."""


class Reading(Protocol):
    """Reads a text for entities, and many texts for names too."""

    def detect_patterns(self, text: str, entities: Sequence[str]) -> list[Match]:
        """Only these entities."""

    def detect_with_names(
        self, texts: Sequence[str], entities: Sequence[Sequence[str]]
    ) -> Iterator[list[Match]]:
        """For each text its entities of the ones given, and the names in it."""

    def headed(self, text: str) -> set[str]:
        """What the names of a table in a text announce."""


@dataclass(kw_only=True)
class Certain:
    """Per entity the texts with a certain match, a confirmed one, one that is all of the text.

    Shapes (d,). A match is confirmed but a name that the network found and no list knows; of
    `whole` are those without a check rule. `free` are the texts in which names may stand, `read`
    those of them that were read for names.
    """

    texts: int
    free: Mask
    read: Mask
    found: dict[str, Mask] = field(default_factory=dict)
    confirmed: dict[str, Mask] = field(default_factory=dict)
    whole: dict[str, Mask] = field(default_factory=dict)

    def mark(self, masks: dict[str, Mask], entity: str, which: int | Mask) -> None:
        """Mark one text, or those of a mask, in one of the three."""
        masks.setdefault(entity, np.zeros(self.texts, dtype=np.bool_))[which] = True


class Matcher:
    """Reads columns for certain matches."""

    def __init__(
        self, recognizers: Iterable[Recognizer], looking: Looking, reading: Reading
    ) -> None:
        """Read by these recognizers, what is worth it by `looking`, and that by `reading`."""
        self._by_entity = {r.entity: r for r in recognizers}
        self._looking = looking
        self._reading = reading

    def read(
        self,
        texts: pa.StringArray,
        outlines: Outlines,
        path: str,
        claims: Mapping[str, Mask],
        quota: Quota,
    ) -> Certain:
        """The certain matches of a column of d distinct texts.

        `claims` are the texts that announced entities claim, shape (d,). Such a text holds nothing
        that is the whole of it but by a check rule: `30.59.84.10` in a column of phone numbers
        is no IP address, a street's namesake no person.
        """
        label = _Label(spelled_out(normalise(path)).replace("_", "-"), self._by_entity)
        claimed = np.logical_or.reduce([np.zeros(len(texts), dtype=np.bool_), *claims.values()])
        looked = self._looking.find(texts, outlines)
        free = _free_texts(outlines) & ~claimed & ~looked.done
        result = Certain(texts=len(texts), free=free, read=quota.taken(free))
        for entity, mask in looked.settled.items():
            self._mark_settled(result, texts, entity, mask, label, claims, claimed)
        for text, value, matches in self._read_each(texts, outlines, looked, result.read):
            for match in matches:
                is_whole = match.end - match.start == len(value)
                beside = claimed[text] and match.entity not in claims
                if beside and (match.entity == PERSON or (is_whole and not self._stands(match))):
                    continue
                if label.refuses(match, value):
                    continue
                result.mark(result.found, match.entity, text)
                if self._is_confirmed(match, value):
                    result.mark(result.confirmed, match.entity, text)
                if is_whole and match.valid is None:
                    result.mark(result.whole, match.entity, text)
        return result

    def _mark_settled(
        self,
        result: Certain,
        texts: pa.StringArray,
        entity: str,
        mask: Mask,
        label: "_Label",
        claims: Mapping[str, Mask],
        claimed: Mask,
    ) -> None:
        """The same for texts that are one match of a pattern from end to end."""
        value = texts[int(np.argmax(mask))].as_py() if mask.any() else ""
        valid = True if self._by_entity[entity].is_valid is not None else None
        match = Match(entity, 0, len(value), 1.0, valid)
        if entity not in claims and (entity == PERSON or not self._stands(match)):
            mask = mask & ~claimed
        if mask.any() and not label.refuses(match, value):
            result.mark(result.found, entity, mask)
            result.mark(result.confirmed, entity, mask)
            if valid is None:
                result.mark(result.whole, entity, mask)

    def _read_each(
        self, texts: pa.StringArray, outlines: Outlines, looked: Found, named: Mask
    ) -> Iterator[tuple[int, str, list[Match]]]:
        """Text by text, those that may hold something: its number, the text, its matches."""
        wanted = looked.wanted
        for text, value in _numbered(texts, _lined(outlines) & ~looked.done):
            if headed := self._reading.headed(value).difference(wanted.get(text, [])):
                wanted.setdefault(text, []).extend(sorted(headed))
        bound = np.zeros_like(named)
        bound[list(wanted)] = True
        for text, value in _numbered(texts, bound & ~named):
            yield text, value, self._reading.detect_patterns(value, wanted[text])
        sentences = list(_numbered(texts, named))
        read = self._reading.detect_with_names(
            [value for _, value in sentences], [wanted.get(text, []) for text, _ in sentences]
        )
        for (text, value), matches in zip(sentences, read, strict=True):
            yield text, value, matches

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


class _Label:
    """The name of a column as a label before its values; asked once for each entity.

    What a label refuses of one value it refuses of each alike.
    """

    def __init__(self, label: str, recognizers: Mapping[str, Recognizer]) -> None:
        self._label = label
        self._recognizers = recognizers
        self._refused: dict[str, bool] = {}

    def refuses(self, match: Match, value: str) -> bool:
        if not _is_all_of(match, value):
            return False
        if match.entity not in self._refused:
            self._refused[match.entity] = self._is_refused(match, value)
        return self._refused[match.entity]

    def _is_refused(self, match: Match, value: str) -> bool:
        recognizer = self._recognizers.get(match.entity)
        if recognizer is None or recognizer.accept is None or not self._label:
            return False
        before = len(self._label) + 1
        text = f"{self._label} {value}"
        return not recognizer.accept(text, before + match.start, before + match.end)


def _is_all_of(match: Match, value: str) -> bool:
    """Whether a match is all that a cell says, brackets and the like apart."""
    return not any(map(str.isalnum, value[: match.start] + value[match.end :]))


def _numbered(texts: pa.StringArray, mask: Mask) -> Iterator[tuple[int, str]]:
    """The marked texts with their numbers."""
    numbers = np.flatnonzero(mask)
    return zip(numbers.tolist(), texts.take(pa.array(numbers)).to_pylist(), strict=True)


def _lined(outlines: Outlines) -> Mask:
    """Texts of several lines; shape (d,)."""
    mask: Mask = pc.match_substring(outlines.distinct, "\n").to_numpy(zero_copy_only=False)
    return mask[outlines.of]


def _free_texts(outlines: Outlines) -> Mask:
    """Texts of several words, where a name may stand in a sentence; shape (d,)."""
    words = pc.count_substring(outlines.distinct, " ").to_numpy(zero_copy_only=False)
    enough: Mask = words >= _FREE_TEXT_WORDS - 1
    return enough[outlines.of]
