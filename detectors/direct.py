"""Recognizers and names in texts without Presidio: what `detectors.engine` finds, in less time.

Presidio asks every recognizer about every text and makes objects on the way. Here each
recognizer is asked about the texts that it may match, and the same rules settle the matches.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from detectors.memo import Memo
from detectors.names import NAMES, Names
from detectors.recognizer import CERTAIN, Match
from detectors.settling import Settling
from detectors.setup import Setup


class Direct:
    """Finds entities in texts. Build it through `direct`, once per process."""

    def __init__(self, setup: Setup) -> None:
        """Load the pipeline."""
        self._recognizers = {r.entity: r for r in setup.recognizers if r.patterns}
        self._settling = Settling(setup)
        self._names = Names(setup.pipeline)
        # the same values come back in each batch of a table
        self._known: Memo[tuple[str, ...], list[Match]] = Memo()
        self._every = frozenset(NAMES).union(r.entity for r in setup.recognizers)

    def detect(self, text: str) -> list[Match]:
        """Every entity in one text, names included; no two spans overlap."""
        (names,) = self._names.in_each([text])
        return self._settling.settled(text, self._matches(text, self._every, names), self._every)

    def detect_patterns(self, text: str, entities: Sequence[str]) -> list[Match]:
        """Only these entities, without the pipeline; no two spans overlap."""
        key = (text, *entities)
        if key not in self._known:
            self._known.make_room([text])
            self._known[key] = self._settling.settled(
                text, self._matches(text, entities, []), frozenset(entities)
            )
        return self._known[key]

    def detect_with_names(
        self, texts: Sequence[str], entities: Sequence[Sequence[str]]
    ) -> Iterator[list[Match]]:
        """For each text its entities of the ones given, and the names in it."""
        for text, names, wanted in zip(texts, self._names.in_each(texts), entities, strict=True):
            if wanted or names:
                asked = frozenset(NAMES).union(wanted)
                yield self._settling.settled(text, self._matches(text, asked, names), asked)
            else:
                yield []

    def headed(self, text: str) -> set[str]:
        """The entities that the names of a table in `text` announce for its fields."""
        return self._settling.headed(text)

    def _matches(
        self, text: str, entities: Iterable[str], names: Sequence[Match]
    ) -> Iterator[Match]:
        for entity in entities:
            found = [name for name in names if name.entity == entity]
            if (recognizer := self._recognizers.get(entity)) is not None:
                found += (match for match in recognizer.find(text) if match.score >= CERTAIN)
            yield from _surest(found) if len(found) > 1 else found


def _surest(found: Iterable[Match]) -> Iterator[Match]:
    """The matches of one entity but for those within a surer one, which Presidio leaves out."""
    kept: list[Match] = []
    for match in sorted(set(found), key=lambda m: (-m.score, m.start, m.start - m.end)):
        if not any(m.start <= match.start and match.end <= m.end for m in kept):
            kept.append(match)
            yield match


@lru_cache(maxsize=2)
def direct(setup: Setup) -> Direct:
    """The finder of this process for a setup; built at the first call."""
    return Direct(setup)
