"""From counts to facts: what each column of a dataset holds, once all of it is counted.

The counts come from `detectors.batch`, summed over all batches; the decision what a
column is comes from `detectors.columns`. Pure: no Spark, no files, no clock.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from detectors.columns import Decision, Stats, decide_announced, decide_unannounced
from detectors.recognizer import Recognizer
from jobs.model import Age, Finding

_NOTHING = (0, 0, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """One summed count; `column` is a path, None for the dataset as a whole.

    `entity` None counts filled cells; `anchor` None is the total per country.
    """

    column: str | None
    entity: str | None
    tier: str | None
    country: str | None
    anchor: str | None
    day: date | None
    held: bool
    n: int
    valid: int
    distinct: int


class Tally:
    """The counts of one dataset, added up over all files that could be read."""

    def __init__(self, counts: Iterable[Count]) -> None:
        """Index the counts: totals per column, entity, tier and country; ages apart."""
        self.filled: dict[tuple[str | None, str | None], int] = defaultdict(int)
        self._totals: dict[tuple[str, str, str, str | None], tuple[int, int, int]] = {}
        self._ages: dict[tuple[str, str, str, str, date | None, bool], int] = defaultdict(int)
        for c in counts:
            if c.entity is None:
                self.filled[c.column, c.country] += c.n
            elif c.column is not None and c.tier is not None and c.anchor is None:
                key = (c.column, c.entity, c.tier, c.country)
                n, valid, distinct = self._totals.get(key, _NOTHING)
                self._totals[key] = (n + c.n, valid + c.valid, max(distinct, c.distinct))
            elif c.column is not None and c.tier is not None and c.anchor is not None:
                self._ages[c.column, c.entity, c.tier, c.anchor, c.day, c.held] += c.n

    def rows(self, column: str | None) -> int:
        """Rows with a value in a column; of all rows, for None."""
        return sum(n for (name, _), n in self.filled.items() if name == column)

    def facts(
        self,
        recognizers: Sequence[Recognizer],
        announced: Mapping[str, frozenset[str]],
        *,
        scan_id: str,
        scanned_at: datetime,
        dataset: str,
    ) -> tuple[list[Finding], list[Age]]:
        """The findings and the ages of a dataset."""
        findings: list[Finding] = []
        ages: list[Age] = []
        chosen: set[tuple[str, str, str]] = set()
        by_entity = {r.entity: r for r in recognizers}
        for column, entity in sorted({(c, e) for c, e, _, _ in self._totals}):
            decision = self._decide(column, by_entity[entity], announced)
            if decision is None:
                continue
            tier = "text" if decision.hits == self._sum(column, entity, "text")[0] else "cell"
            chosen.add((column, entity, tier))
            for (c, e, t, country), (n, valid, _) in self._totals.items():
                if (c, e, t) == (column, entity, tier):
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
                        )
                    )
        for (column, entity, tier, anchor, day, held), n in self._ages.items():
            if (column, entity, tier) in chosen:
                ages.append(
                    Age(
                        scan_id=scan_id,
                        dataset=dataset,
                        column=column,
                        entity=entity,
                        anchor=anchor,
                        day=day,
                        held=held,
                        hits=n,
                    )
                )
        return findings, ages

    def _decide(
        self, column: str, recognizer: Recognizer, announced: Mapping[str, frozenset[str]]
    ) -> Decision | None:
        certain, certain_valid, _ = self._sum(column, recognizer.entity, "text")
        shaped, shaped_valid, distinct = self._sum(column, recognizer.entity, "cell")
        stats = Stats(
            rows=self.rows(column),
            certain=certain,
            certain_valid=certain_valid,
            shaped=max(shaped, certain),
            shaped_valid=max(shaped_valid, certain_valid),
            distinct=distinct,
        )
        if recognizer.entity in announced.get(column, frozenset()):
            return decide_announced(stats, recognizer)
        return decide_unannounced(stats, recognizer)

    def _sum(self, column: str, entity: str, tier: str) -> tuple[int, int, int]:
        found = [
            v for (c, e, t, _), v in self._totals.items() if (c, e, t) == (column, entity, tier)
        ]
        return (
            sum(n for n, _, _ in found),
            sum(valid for _, valid, _ in found),
            max((distinct for _, _, distinct in found), default=0),
        )
