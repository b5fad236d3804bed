"""What was counted of one dataset: totals as rows, and ages as a table, for there are many."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

_AGES = pa.schema(
    [
        ("column", pa.string()),
        ("entity", pa.string()),
        ("tier", pa.string()),
        ("anchor", pa.string()),
        ("day", pa.date32()),
        ("held", pa.bool_()),
        ("n", pa.int64()),
    ]
)

NameOf = Callable[[int, str | None], str | None]
"""Gives the path of a column's number and the path within its documents; None for all columns."""


class Count(NamedTuple):
    """One summed count; `column` is a path, None for the dataset as a whole.

    `entity` None counts filled cells.
    """

    column: str | None
    entity: str | None
    tier: str | None
    country: str | None
    n: int
    valid: int
    distinct: int


class Aged(NamedTuple):
    """How many hits have their anchor event on a day."""

    column: str
    entity: str
    anchor: str
    day: date | None
    held: bool
    n: int


@dataclass(frozen=True)
class Counted:
    """The totals, and the table of ages; added up they are those of several jobs."""

    totals: tuple[Count, ...] = ()
    ages: pa.Table = field(default_factory=_AGES.empty_table)

    def plus(self, other: "Counted") -> "Counted":
        """With what was counted in other rows of the dataset."""
        return Counted(self.totals + other.totals, pa.concat_tables([self.ages, other.ages]))

    def aged(self, tiers: Mapping[tuple[str, str], str]) -> Iterator[Aged]:
        """The ages of columns and entities, each in the tier that counts for it."""
        wanted = pa.array([_key(column, entity, tier) for (column, entity), tier in tiers.items()])
        keys = pc.binary_join_element_wise(*(self.ages[name] for name in _KEY), _BETWEEN)
        chosen = self.ages.filter(pc.is_in(keys, value_set=wanted.cast(pa.string())))
        by = list(Aged._fields[:-1])
        summed = chosen.group_by(by).aggregate([("n", "sum")]).select([*by, "n_sum"])
        return map(Aged._make, _rows(summed))


_KEY = ("column", "entity", "tier")
_BETWEEN = "\0"


def _key(*parts: str) -> str:
    return _BETWEEN.join(parts)


def counted_in(table: pa.Table, name_of: NameOf) -> Counted:
    """What a table of sums says, its columns those of `detectors.counts.SCHEMA`."""
    of_ages = pc.is_valid(table["anchor"])
    totals = table.filter(pc.invert(of_ages)).select(
        ["column", "path", "entity", "tier", "country", "n", "valid", "distinct"]
    )
    ages = table.filter(of_ages)
    named = {place: name_of(*place) for place in set(_places(table))}
    columns = pa.array([named[place] for place in _places(ages)], pa.string())
    return Counted(
        tuple(Count(named[number, path], *row) for number, path, *row in _rows(totals)),
        ages.select(_AGES.names[1:]).add_column(0, _AGES.field(0), columns).cast(_AGES),
    )


def _places(table: pa.Table) -> Iterable[tuple[int, str | None]]:
    return zip(table["column"].to_pylist(), table["path"].to_pylist(), strict=True)


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)
