"""Which texts of a column may hold which entities, and which are one match from end to end.

A column of numbers is told by its outlines, of which there are few; a column of words by the
prefilter. Texts that a recognizer matches whole are settled at once, a column at a time: the
longest match wins, and nothing is longer. What remains is to be read text by text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.cells import Index, Mask
from detectors.outlines import HEXADECIMAL, LETTERS, Outlines
from detectors.outlining import Outlining
from detectors.re2 import are_ascii, matching
from detectors.re2_loose import any_occurs
from detectors.recognizer import Recognizer
from detectors.setup import Setup
from detectors.whole import Wholes

try:
    from detectors.prefilter import Prefilter
except ImportError:  # no Hyperscan on this platform
    from detectors.prefilter_re2 import Prefilter  # type: ignore[assignment]

_MANY = 200
_VERY_MANY = 500
"""Fewer texts than this are read one by one as quickly as all at once: for each call RE2 compiles
its expression anew, that of all patterns of a recognizer for milliseconds."""
_HASH = re.compile(r"[0-9a-f-]{12,64}")
_SAMPLE = 64
_DENSE = 0.125
"""A recognizer that may match this share of a sample is asked about all texts at once."""


@dataclass(kw_only=True)
class Found:
    """What a look at n texts gave.

    `settled` gives for an entity the texts that are one match of it from end to end, shape (n,);
    `done` all of these, and those that are one match that never counts. `wanted` gives for other
    texts, by number, the entities that they may hold.
    """

    done: Mask
    settled: dict[str, Mask] = field(default_factory=dict)
    wanted: dict[int, list[str]] = field(default_factory=dict)


class Finder:
    """Looks at texts by the recognizers of a setup; built once per process."""

    def __init__(self, setup: Setup) -> None:
        """Compile the patterns of the prefilter."""
        self._recognizers = setup.recognizers
        self._excludes_each = setup.exclusions.excludes_each
        self._prefilter = Prefilter(setup.recognizers)
        self._outlining = Outlining(setup.recognizers, LETTERS)
        self._hexadecimal = Outlining(setup.recognizers, HEXADECIMAL)
        self._wholes = [Wholes(recognizer) for recognizer in setup.recognizers]
        self._occurring: dict[int, str] = {}

    def find(self, texts: pa.StringArray, outlines: Outlines) -> Found:
        """Look at n distinct trimmed texts and their outlines."""
        found = Found(done=np.zeros(len(texts), dtype=np.bool_))
        told, may = self._told(texts, outlines)
        plain = ~_may_hold_more(outlines)
        for number, mask in may.items():
            among = np.flatnonzero(mask & plain & ~found.done)
            if len(among) >= _MANY:
                self._settle(found, texts, number, among, may)
        for number, mask in may.items():
            self._want(found, texts, number, np.flatnonzero(mask & ~found.done))
        if not told.all():
            self._find_odd(found, texts, np.flatnonzero(~told), plain)
        return found

    def _told(self, texts: pa.StringArray, outlines: Outlines) -> tuple[Mask, dict[int, Mask]]:
        """What the outlines tell, those of hashes apart: of these no two have the same letters."""
        told, may = self._outlining.read(outlines)
        odd = np.flatnonzero(~told)
        if len(odd) < _SAMPLE or not _HASH.search(texts[int(odd[0])].as_py()):
            return told, may
        odd = odd[matching(_taken(texts, odd), rf"\A{_HASH.pattern}\z")]
        of_odd, more = self._hexadecimal.read(Outlines(_taken(texts, odd), HEXADECIMAL))
        told[odd[of_odd]] = True
        for number, mask in more.items():
            may.setdefault(number, np.zeros_like(told))[odd[mask]] = True
        return told, may

    def _find_odd(self, found: Found, texts: pa.StringArray, odd: Index, plain: Mask) -> None:
        """Look at texts by the prefilter: at a sample first, for what most of them are."""
        if len(odd) >= 4 * _SAMPLE:
            sample = odd[np.linspace(0, len(odd) - 1, _SAMPLE).astype(np.int64)]
            numbers = self._prefilter.candidates(_taken(texts, sample))[:, 1]
            often = np.flatnonzero(np.bincount(numbers) >= _DENSE * _SAMPLE).tolist()
            ascii_odd = odd[plain[odd] & are_ascii(_taken(texts, odd))] if often else odd
            for number in often:
                among = ascii_odd[~found.done[ascii_odd]]
                if len(among):
                    self._settle(found, texts, number, among, range(len(self._wholes)))
            odd = odd[~found.done[odd]]
        pairs = self._prefilter.candidates(_taken(texts, odd))
        for number in np.unique(pairs[:, 1]).tolist():
            self._want(found, texts, number, odd[pairs[pairs[:, 1] == number, 0]])

    def _settle(
        self,
        found: Found,
        texts: pa.StringArray,
        number: int,
        among: Index,
        rivals: Iterable[int],
    ) -> None:
        """Settle those texts that are one match, unless a rival of equal rank may be it too."""
        wholes, own = self._wholes[number], self._recognizers[number]
        if not wholes.exist:
            return
        asked = _taken(texts, among)
        whole = wholes.of(asked)
        for rival in rivals:
            if rival != number and _ranks(self._recognizers[rival], own) and whole.any():
                matched = asked.filter(pa.array(whole))
                whole[whole] = ~self._wholes[rival].may_be(matched)
        if not whole.any():
            return
        found.done[among[whole]] = True
        counts = whole.copy()
        counts[whole] = ~self._excludes_each(own.entity, asked.filter(pa.array(whole)))
        settled = found.settled.setdefault(own.entity, np.zeros_like(found.done))
        settled[among[counts]] = True

    def _want(self, found: Found, texts: pa.StringArray, number: int, among: Index) -> None:
        if len(among) >= _VERY_MANY:
            asked = _taken(texts, among)
            plain = are_ascii(asked)
            plain[plain] = ~matching(asked.filter(pa.array(plain)), self._occurs(number))
            among = among[~plain]
        entity = self._recognizers[number].entity
        for text in among.tolist():
            found.wanted.setdefault(text, []).append(entity)

    def _occurs(self, number: int) -> str:
        """An expression of RE2 that occurs wherever a pattern of the recognizer does."""
        if number not in self._occurring:
            patterns = self._recognizers[number].patterns
            self._occurring[number] = any_occurs([pattern.regex for pattern in patterns])
        return self._occurring[number]


def _may_hold_more(outlines: Outlines) -> Mask:
    """Texts in which a table or a name may stand beside or instead of a whole match; shape (n,).

    A name gives way to what holds a digit.
    """
    drawn = outlines.distinct
    lined = pc.match_substring(drawn, "\n")
    worded = pc.greater_equal(pc.count_substring(drawn, " "), 2)
    wordy = pc.and_not(worded, pc.match_substring(drawn, "0"))
    mask: Mask = pc.or_(lined, wordy).to_numpy(zero_copy_only=False)
    return mask[outlines.of]


def _ranks(rival: Recognizer, own: Recognizer) -> bool:
    """Whether of equal spans the rival's might win."""
    return rival.precedence >= own.precedence


def _taken(texts: pa.StringArray, numbers: Index) -> pa.StringArray:
    return texts if len(numbers) == len(texts) else texts.take(pa.array(numbers))
