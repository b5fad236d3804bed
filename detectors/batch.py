"""Arrow batch in, counts out: the last place that sees a value.

Per column and entity several tiers are counted, for `decisions` to choose between once
all batches are known:

- `text`: rows with a certain match in running text;
- `cell`: those, and the rows whose whole cell has the shape that the column rule asks
  for. Only for entities that the column's name may announce or that can prove themselves
  by their check rule, or by values that are known;
- `alike`: rows that look like the whole cells that match, and how many match;
- `look`: of some distinct cells how many are known, and of how many kinds.

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
from detectors.axes import Axis, Counts, Place, age_axis, booleans, countries, days, under_age_axis
from detectors.cells import Cells, Mask, cells
from detectors.columns import Announced, announced, may_announce
from detectors.documents import taken_apart
from detectors.engine import Setup
from detectors.evidence import ALIKE, LOOK
from detectors.tiers import Glance, Reader, Tier

ALL_COLUMNS = -1
"""The column number under which all rows are counted."""

SCHEMA = pa.schema(
    [
        ("column", pa.int32()),
        ("path", pa.string()),
        ("entity", pa.string()),
        ("tier", pa.string()),
        ("country", pa.string()),
        ("anchor", pa.string()),
        ("day", pa.date32()),
        ("held", pa.bool_()),
        ("n", pa.int64()),
        ("valid", pa.int64()),
        ("distinct", pa.int64()),
    ]
)
"""Counts: `path` leads into the documents of a column, null for the column itself; `anchor`
null is a total per country; `entity` null counts filled cells."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to count: the columns `c0, c1, ...` of a batch, whose dotted paths are `paths`.

    A batch holds the columns, then `country` (string), `held` and `consent` (boolean)
    and one date column `a_<name>` per anchor. `table` is the name of the dataset, `day` the
    day of the sweep.
    """

    paths: tuple[str, ...]
    table: str
    anchors: tuple[str, ...]
    day: date
    setup: Setup


@dataclass(frozen=True, kw_only=True)
class _Axes:
    """What the rows of one batch are counted by."""

    totals: Axis
    ages: tuple[Axis, ...]
    under_age: Axis


class Counter:
    """Counts batch after batch by one plan; built once per process through `counter`."""

    def __init__(self, setup: Setup) -> None:
        """Build the reader of columns."""
        self._reader = Reader(setup)
        self._recognizers = setup.recognizers
        self._announced: dict[tuple[str, tuple[str, ...]], dict[str, Announced]] = {}
        self._may_announce: dict[str, Announced] = {}

    def count(self, batch: pa.RecordBatch, plan: Plan, counts: Counts) -> None:
        """Add what one batch holds to `counts`."""
        held = booleans(batch.column("held"))
        all_rows = np.ones(batch.num_rows, dtype=np.bool_)
        axes = _Axes(
            totals=countries(batch.column("country")),
            ages=tuple(
                age_axis(name, told, held) for name, told in days(batch, plan.anchors).items()
            ),
            under_age=under_age_axis(plan.day, booleans(batch.column("consent"))),
        )
        axes.totals.add(counts, (ALL_COLUMNS, None, None, None), all_rows, all_rows)
        found: dict[tuple[int, str | None], Cells] = {}
        for number in range(len(plan.paths)):
            column = cells(batch.column(f"c{number}"))
            plain, inside = taken_apart(column)
            self._fill(counts, (number, None), column, axes.totals)
            found[number, None] = plain
            for path, values in inside.items():
                self._fill(counts, (number, path), values, axes.totals)
                found[number, path] = values
        names = {(n, path): f"{plan.paths[n]}{path or ''}" for n, path in found}
        announced = self._announcements(plan.table, tuple(names.values()))
        for place, column in found.items():
            name = names[place]
            # only within documents can a batch lack names that others hold
            possible = announced[name] if place[1] is None else self._possible(name)
            for shown in self._reader.read(column, name, announced[name], possible, plan.day):
                self._add(counts, place, column, shown, axes, plan.day)

    def _announcements(self, table: str, paths: tuple[str, ...]) -> dict[str, Announced]:
        key = (table, paths)
        if key not in self._announced:
            self._announced[key] = announced(paths, table, self._recognizers)
        return self._announced[key]

    def _fill(
        self, counts: Counts, place: tuple[int, str | None], column: Cells, totals: Axis
    ) -> None:
        filled = column.filled()
        totals.add(counts, (*place, None, None), filled, filled)
        _note_distinct(counts, (*place, None, None), totals, len(column.texts))

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
        axes: _Axes,
        day: date,
    ) -> None:
        if isinstance(shown, Glance):
            entry = counts.setdefault((*place, shown.entity, LOOK, *_NOWHERE), [0, 0, 0])
            _merge(entry, shown.n, shown.known, shown.kinds)
            return
        at = (*place, shown.entity, shown.tier)
        rows, good = column.rows_with(shown.texts), column.rows_with(shown.valid)
        distinct = int(shown.texts.sum())
        if shown.tier == ALIKE:
            entry = counts.setdefault((*at, *_NOWHERE), [0, 0, 0])
            _merge(entry, int(rows.sum()), int(good.sum()), distinct)
            return
        for axis in (axes.totals, *axes.ages):
            axis.add(counts, at, rows, good)
        _note_distinct(counts, at, axes.totals, distinct)
        if self._reader.states_dates(shown.entity):
            minors = column.rows_with(self._minors(column, shown, day))
            axes.under_age.add(counts, at, minors, minors)

    def _minors(self, column: Cells, shown: Tier, day: date) -> Mask:
        minors = np.zeros(len(column.texts), dtype=np.bool_)
        for number in np.flatnonzero(shown.texts).tolist():
            born = self._reader.stated(shown.entity, column.texts[number].as_py())
            minors[number] = born is not None and _years(born, day) < ADULT
        return minors


_NOWHERE = (None, None, None, None)


@lru_cache(maxsize=2)
def counter(setup: Setup) -> Counter:
    """The counter of this process for a setup; built at the first call."""
    return Counter(setup)


def count(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Counts of all batches of one partition, as one batch of `SCHEMA`."""
    counts: Counts = {}
    for batch in batches:
        counter(plan.setup).count(batch, plan, counts)
    columns = list(zip(*((*key, *entry) for key, entry in counts.items()), strict=True))
    if columns:
        arrays = [
            pa.array(values, type=pa.int32()).cast(field.type)
            if pa.types.is_date32(field.type)
            else pa.array(values, type=field.type)
            for values, field in zip(columns, SCHEMA, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _note_distinct(counts: Counts, at: Place, totals: Axis, distinct: int) -> None:
    for key in [k for k in totals.keys if (*at, *k) in counts]:
        entry = counts[(*at, *key)]
        entry[2] = max(entry[2], distinct)


def _merge(entry: list[int], n: int, valid: int, distinct: int) -> None:
    entry[0] += n
    entry[1] += valid
    entry[2] = max(entry[2], distinct)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
