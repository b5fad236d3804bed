"""The sums of one partition: per place and group the rows, the valid ones and the distinct texts.

A place is what is counted (a column, an entity, a tier), a group what it is counted by (a country,
an anchor's day). Groups are numbered, so that a batch of many days is added in one step.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.cells import Index

Place = tuple[int, str | None, str | None, str | None]
"""A column's number, the path within its documents, an entity and a tier."""
Group = tuple[str | None, str | None, int | None, bool | None]
"""A country, an anchor, a day since 1970, and whether the row is held."""

NOWHERE: Group = (None, None, None, None)

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

_MOST_PARTS = 32


class Counts:
    """Adds up; distinct texts are a lower bound, the most that one batch had."""

    def __init__(self) -> None:
        """Begin a partition."""
        self._numbers: dict[Group, int] = {}
        self._parts: dict[Place, list[npt.NDArray[np.int64]]] = defaultdict(list)
        self._distinct: dict[tuple[Place, int], int] = {}

    def numbered(self, groups: Sequence[Group]) -> Index:
        """The numbers of groups; shape (g,)."""
        known = self._numbers
        return np.fromiter(
            (known.setdefault(group, len(known)) for group in groups), np.int64, len(groups)
        )

    def add(self, at: Place, groups: Index, n: Index, valid: Index) -> None:
        """Add rows and valid rows of numbered groups, no number twice; shapes (g,)."""
        some = np.flatnonzero(n)
        if len(some):
            parts = self._parts[at]
            parts.append(np.stack([groups[some], n[some], valid[some]]))
            if len(parts) >= _MOST_PARTS:
                self._parts[at] = [_summed(parts)]

    def note(self, at: Place, groups: Index, distinct: int) -> None:
        """Keep how many distinct texts a batch had there, if it is the most so far."""
        for number in groups.tolist():
            self._distinct[at, number] = max(distinct, self._distinct.get((at, number), 0))

    def merge(self, at: Place, n: int, valid: int, distinct: int) -> None:
        """Add what is counted by no group."""
        groups = self.numbered([NOWHERE])
        self.add(at, groups, np.array([n]), np.array([valid]))
        self.note(at, groups, distinct)

    def batch(self) -> pa.RecordBatch:
        """All sums, as one batch of `SCHEMA`; what has no row is left out."""
        summed = {at: _summed(parts) for at, parts in self._parts.items()}
        places = list(summed)
        sums = np.concatenate([np.zeros((3, 0), dtype=np.int64), *summed.values()], axis=1)
        of_place = np.repeat(np.arange(len(places)), [part.shape[1] for part in summed.values()])
        distinct = [
            self._distinct.get((places[place], number), 0)
            for place, number in zip(of_place.tolist(), sums[0].tolist(), strict=True)
        ]
        told = [*_columns(places, 4, of_place), *_columns(list(self._numbers), 4, sums[0])]
        arrays = [
            values.cast(pa.int32()).cast(field.type)
            if pa.types.is_date32(field.type)
            else values.cast(field.type)
            for values, field in zip(
                [*told, pa.array(sums[1]), pa.array(sums[2]), pa.array(distinct, pa.int64())],
                SCHEMA,
                strict=True,
            )
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _columns(keys: Sequence[tuple[object, ...]], width: int, numbers: Index) -> list[pa.Array]:
    """The members of numbered keys, each member as a column."""
    return [
        pa.array([key[member] for key in keys]).take(pa.array(numbers)) for member in range(width)
    ]


def _summed(parts: Sequence[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """Groups, rows and valid rows, each group once; shape (3, g)."""
    joined = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
    groups, of_group = np.unique(joined[0], return_inverse=True)
    sums = np.zeros((3, len(groups)), dtype=np.int64)
    sums[0] = groups
    np.add.at(sums[1], of_group, joined[1])
    np.add.at(sums[2], of_group, joined[2])
    return sums
