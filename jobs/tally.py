"""From counts to facts: what each column of a dataset holds, once all of it is counted.

The counts come from `detectors.batch`, summed over all batches; the decision what a
column is comes from `detectors.columns`. Pure: no Spark, no files, no clock.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property

from detectors.columns import Announced
from detectors.decisions import decide_announced, decide_bare, decide_unannounced
from detectors.evidence import ALIKE, CELL, LOOK, NAMES, TEXT, Alike, Decision, Look, Stats
from detectors.recognizer import Recognizer
from jobs.counted import Counted
from jobs.model import Age, Evidence, Finding

_NOTHING = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Named:
    """How many rows of a column may hold a name in a text, and how many were read for names.

    `texts` is a lower bound of the distinct texts that were read.
    """

    rows: int = 0
    read: int = 0
    texts: int = 0

    def plus(self, rows: int, read: int, texts: int) -> "Named":
        """With the rows of another country or file."""
        return Named(self.rows + rows, self.read + read, max(self.texts, texts))

    @property
    def miss_bound(self) -> float:
        """Of what is in none of the texts read, the share of texts that may hold it, at 95 %."""
        return 1.0 if self.texts == 0 else 1 - 0.05 ** (1 / self.texts)


class Tally:
    """The counts of one dataset, added up over all files that could be read."""

    def __init__(self, counted: Counted) -> None:
        """Index the totals per column, entity, tier and country."""
        self.filled: dict[tuple[str | None, str | None], int] = defaultdict(int)
        self.named: dict[str, Named] = {}
        self._texts: dict[str | None, int] = defaultdict(int)
        self._totals: dict[tuple[str, str, str, str | None], tuple[int, int, int]] = {}
        self._counted = counted
        for c in counted.totals:
            if c.tier == NAMES and c.column is not None:
                so_far = self.named.get(c.column, Named())
                self.named[c.column] = so_far.plus(c.n, c.valid, c.distinct)
            elif c.entity is None:
                self.filled[c.column, c.country] += c.n
                self._texts[c.column] = max(self._texts[c.column], c.distinct)
            elif c.column is not None and c.tier is not None:
                key = (c.column, c.entity, c.tier, c.country)
                n, valid, distinct = self._totals.get(key, _NOTHING)
                self._totals[key] = (n + c.n, valid + c.valid, max(distinct, c.distinct))

    def rows(self, column: str | None) -> int:
        """Rows with a value in a column; of all rows, for None."""
        return sum(n for (name, _), n in self.filled.items() if name == column)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str, str], list[tuple[int, int, int]]]:
        places: dict[tuple[str, str, str], list[tuple[int, int, int]]] = defaultdict(list)
        for (column, entity, tier, _), counted in self._totals.items():
            places[column, entity, tier].append(counted)
        return places

    def facts(
        self,
        recognizers: Sequence[Recognizer],
        announced: Mapping[str, Announced],
        *,
        scan_id: str,
        scanned_at: datetime,
        dataset: str,
    ) -> tuple[list[Finding], list[Age]]:
        """The findings and the ages of a dataset."""
        findings: list[Finding] = []
        decisions = self._decisions({r.entity: r for r in recognizers}, announced)
        for (column, entity), decision in sorted(decisions.items()):
            for (c, e, tier, country), (n, valid, _) in self._totals.items():
                if (c, e, tier) == (column, entity, decision.tier):
                    findings.append(
                        Finding(
                            scan_id=scan_id,
                            scanned_at=scanned_at,
                            dataset=dataset,
                            column=column,
                            entity=entity,
                            country=country,
                            rows=self.filled[column, country],
                            hits=n,
                            valid=None if decision.valid is None else valid,
                            score=round(decision.score, 3),
                            why=tuple(Evidence(**asdict(reason)) for reason in decision.why),
                        )
                    )
        tiers = {place: decision.tier for place, decision in decisions.items()}
        ages = [
            Age(scan_id, dataset, column, entity, anchor, day, held, hits)
            for column, entity, anchor, day, held, hits in self._counted.aged(tiers)
        ]
        return findings, ages

    def _decisions(
        self, recognizers: Mapping[str, Recognizer], announced: Mapping[str, Announced]
    ) -> dict[tuple[str, str], Decision]:
        """What each column holds; then what those hold that only their cells speak for.

        A column that is something as a whole is nothing else by its cells alone, and the
        cells of one of names hold no places (`Van Utrecht`).
        """
        places = sorted({(c, e) for c, e, _, _ in self._totals})
        stats = {(c, e): self._stats(c, e) for c, e in places}
        found: dict[tuple[str, str], Decision] = {}
        for column, entity in places:
            told = announced.get(column, {}).get(entity)
            recognizer, counted = recognizers[entity], stats[column, entity]
            decision = (
                decide_unannounced(counted, recognizer)
                if told is None
                else decide_announced(counted, recognizer, told)
            )
            if decision is not None:
                found[column, entity] = decision
        whole = {place for place, decision in found.items() if decision.tier == CELL}
        taken = {column for column, _ in whole}
        company = {entity for _, entity in whole}
        for settled in (False, True):
            for column, entity in places:
                bare = recognizers[entity].column.bare
                if column in taken or bare is None or bare.in_company is not settled:
                    continue
                decision = decide_bare(stats[column, entity], recognizers[entity], company)
                if decision is not None:
                    found[column, entity] = decision
                    company.add(entity)
        people = {column for (column, e), d in found.items() if e == "PERSON" and d.tier == CELL}
        return {
            place: decision
            for place, decision in found.items()
            if not _outdone(place, found)
            and not (place[1] == "LOCATION" and place[0] in people and decision.tier == TEXT)
        }

    def _stats(self, column: str, entity: str) -> Stats:
        certain, certain_valid, _ = self._sum(column, entity, TEXT)
        shaped, shaped_valid, distinct = self._sum(column, entity, CELL)
        alike, whole, looks = self._sum(column, entity, ALIKE)
        cells, known, kinds = self._sum(column, entity, LOOK)
        return Stats(
            rows=self.rows(column),
            certain=certain,
            certain_valid=certain_valid,
            shaped=max(shaped, certain),
            shaped_valid=max(shaped_valid, certain_valid),
            distinct=distinct,
            texts=self._texts[column],
            look=Look(cells=cells, known=known, kinds=kinds),
            alike=Alike(rows=alike, whole=whole, distinct=looks),
        )

    def _sum(self, column: str, entity: str, tier: str) -> tuple[int, int, int]:
        found = self._by_place.get((column, entity, tier), ())
        return (
            sum(n for n, _, _ in found),
            sum(valid for _, valid, _ in found),
            max((distinct for _, _, distinct in found), default=0),
        )


def _outdone(place: tuple[str, str], found: Mapping[tuple[str, str], Decision]) -> bool:
    """Whether an entity rests on the name of a column alone, of which the cells are known.

    `toegewezen_aan` announces people and user names; where it holds `Fatima`, people.
    """
    column, entity = place
    own = found[place]
    return (
        own.tier == CELL
        and own.rests_on_name
        and any(c == column and e != entity and d.is_known for (c, e), d in found.items())
    )
