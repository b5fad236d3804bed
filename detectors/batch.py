"""Arrow batch in, counts out: the last place that sees a value.

Per column and entity several tiers are counted, for `decisions` to choose between once
all batches are known:

- `text`: rows with a certain match in running text;
- `cell`: those, and the rows whose whole cell has the shape that the column rule asks
  for. Only for entities that the column's name may announce or that can prove themselves
  by their check rule, or by values that are known;
- `alike`: rows that look like the whole cells that match, and how many match; in a column of
  an announced entity the rows that are none of the entities that it is set apart from;
- `look`: of some distinct cells how many are known, and of how many kinds;
- `names`: rows whose texts may hold names, and those that were read for them.

The first two are kept per country, and per anchor event with its day and hold. A cell that
is a JSON document counts under the paths within it. What leaves is a number per key; the
texts stay here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import pyarrow as pa

from detectors.anchors import ADULT
from detectors.axes import (
    Axes,
    age_axis,
    booleans,
    countries,
    days,
    under_age_axis,
)
from detectors.cells import Cells, Mask, cells
from detectors.columns import Announced, announced, may_announce
from detectors.counts import Counts
from detectors.depth import Depth
from detectors.documents import taken_apart
from detectors.evidence import ALIKE, LOOK
from detectors.pieces import in_pieces
from detectors.setup import Setup
from detectors.tiers import Glance, Reader, Tier, Watch

ALL_COLUMNS = -1
"""The column number under which all rows are counted."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to count: the columns `c0, c1, ...` of a batch, whose dotted paths are `paths`.

    A batch holds the columns, then `country` (string), `held` and `consent` (boolean)
    and one date column `a_<name>` per anchor. Of the three it lacks those that are the same in
    every row: they stand here. `table` is the name of the dataset, `day` the day of the sweep.
    """

    paths: tuple[str, ...]
    table: str
    anchors: tuple[str, ...]
    day: date
    setup: Setup
    depth: Depth = Depth.SAMPLE
    country: str | None = None
    held: bool = False
    consent: bool = False


@dataclass(frozen=True, kw_only=True)
class _Grouped:
    """What the rows of one batch are counted by."""

    totals: Axes
    all: Axes
    under_age: Axes


Watches = dict[tuple[int, str | None], Watch]


class Counter:
    """Counts batch after batch by one plan; built once per process through `counter`."""

    def __init__(self, setup: Setup, reader: Reader | None = None) -> None:
        """Build the reader of columns, unless it is given."""
        self._reader = reader or Reader(setup)
        self._recognizers = setup.recognizers
        self._announced: dict[tuple[str, tuple[str, ...]], dict[str, Announced]] = {}
        self._may_announce: dict[str, Announced] = {}

    def count(self, batch: pa.RecordBatch, plan: Plan, counts: Counts, watches: Watches) -> None:
        """Add what one batch holds to `counts`; `watches` are those of its partition."""
        held = booleans(_given(batch, "held", plan.held))
        all_rows = np.ones(batch.num_rows, dtype=np.bool_)
        totals = countries(_given(batch, "country", plan.country))
        consent = booleans(_given(batch, "consent", plan.consent))
        ages = (age_axis(name, told, held) for name, told in days(batch, plan.anchors).items())
        groups = _Grouped(
            totals=Axes([totals], counts),
            all=Axes([totals, *ages], counts),
            under_age=Axes([under_age_axis(plan.day, consent)], counts),
        )
        groups.totals.add((ALL_COLUMNS, None, None, None), all_rows, all_rows, 0)
        found: dict[tuple[int, str | None], Cells] = {}
        for number in range(len(plan.paths)):
            column = cells(batch.column(f"c{number}"))
            plain, inside = taken_apart(column)
            _fill((number, None), column, groups.totals)
            found[number, None] = in_pieces(plain)
            for path, values in inside.items():
                _fill((number, path), values, groups.totals)
                found[number, path] = values
        names = {(n, path): f"{plan.paths[n]}{path or ''}" for n, path in found}
        announced = self._announcements(plan.table, tuple(names.values()))
        for place, column in found.items():
            name = names[place]
            # only within documents can a batch lack names that others hold
            possible = announced[name] if place[1] is None else self._possible(name)
            watch = watches.setdefault(place, Watch(plan.depth))
            for shown in self._reader.read(
                column, name, announced[name], possible, plan.day, watch
            ):
                self._add(counts, place, column, shown, groups, plan.day)

    def _announcements(self, table: str, paths: tuple[str, ...]) -> dict[str, Announced]:
        key = (table, paths)
        if key not in self._announced:
            self._announced[key] = announced(paths, table, self._recognizers)
        return self._announced[key]

    def _possible(self, path: str) -> Announced:
        if path not in self._may_announce:
            self._may_announce[path] = may_announce(path, self._recognizers)
        return self._may_announce[path]

    def _add(
        self,
        counts: Counts,
        place: tuple[int, str | None],
        column: Cells,
        shown: Tier | Glance,
        groups: _Grouped,
        day: date,
    ) -> None:
        if isinstance(shown, Glance):
            counts.merge((*place, shown.entity, LOOK), shown.n, shown.known, shown.kinds)
            return
        at = (*place, shown.entity, shown.tier)
        rows = column.rows_with(shown.texts)
        good = rows if shown.valid is shown.texts else column.rows_with(shown.valid)
        distinct = int(shown.texts.sum())
        if shown.tier == ALIKE:
            counts.merge(at, int(rows.sum()), int(good.sum()), distinct)
        elif shown.entity is None:
            groups.totals.add(at, rows, good, int(shown.valid.sum()))
        else:
            groups.all.add(at, rows, good, distinct)
            if self._reader.states_dates(shown.entity):
                minors = column.rows_with(self._minors(column, shown.entity, shown.texts, day))
                groups.under_age.add(at, minors, minors, 0)

    def _minors(self, column: Cells, entity: str, texts: Mask, day: date) -> Mask:
        minors = np.zeros(len(column.texts), dtype=np.bool_)
        for number in np.flatnonzero(texts).tolist():
            born = self._reader.stated(entity, column.texts[number].as_py())
            minors[number] = born is not None and _years(born, day) < ADULT
        return minors


def _given(batch: pa.RecordBatch, name: str, constant: str | bool | None) -> pa.Array:
    """A column of the batch, or what is the same in every row of it."""
    if name in batch.schema.names:
        return batch.column(name)
    kind = pa.bool_() if isinstance(constant, bool) else pa.string()
    return pa.repeat(pa.scalar(constant, kind), batch.num_rows)


def _fill(place: tuple[int, str | None], column: Cells, totals: Axes) -> None:
    filled = column.filled()
    totals.add((*place, None, None), filled, filled, len(column.texts))


@lru_cache(maxsize=2)
def counter(setup: Setup) -> Counter:
    """The counter of this process for a setup; built at the first call."""
    return Counter(setup)


def count(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Counts of all batches of one partition, as one batch of `SCHEMA`."""
    counts = Counts()
    watches: Watches = {}
    for batch in batches:
        counter(plan.setup).count(batch, plan, counts, watches)
    found = counts.batch()
    if found.num_rows:
        yield found


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
