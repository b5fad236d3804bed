"""Rows of a batch, grouped by what they are counted by: country, anchor day and hold, age.

Only what a row is counted by is read here, never a cell. A country is a code of two
capitals or unknown, so that a text given for one goes no further.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors.anchors import LATEST, UNDER_AGE
from detectors.cells import Mask
from detectors.counts import Counts, Group, Place

_NO_DAY = np.iinfo(np.int32).min


@dataclass(frozen=True)
class Axis:
    """Rows of a batch grouped by one property: a code per row, and what each code means."""

    codes: npt.NDArray[np.int64]
    keys: list[Group]


class Axes:
    """Several groupings of the same rows, counted by at once."""

    def __init__(self, axes: Sequence[Axis], counts: Counts) -> None:
        """Number the groups as `counts` does, and the combinations that occur."""
        joint = axes[0].codes
        for axis in axes[1:]:
            joint = joint * len(axis.keys) + axis.codes
        _, first, self._codes = np.unique(joint, return_index=True, return_inverse=True)
        self._size = len(first)
        self._counts = counts
        self._axes = [(counts.numbered(axis.keys), axis.codes[first]) for axis in axes]

    def add(self, at: Place, rows: Mask, valid: Mask, distinct: int) -> None:
        """Count, in each group of each axis, the marked rows and the valid ones.

        `distinct` is the number of texts that they hold, noted by the first axis.
        """
        n = self._counted(rows)
        v = n if valid is rows else self._counted(valid)
        for groups, codes in self._axes:
            size = len(groups)
            of_rows = np.bincount(codes, weights=n, minlength=size).astype(np.int64)
            of_valid = np.bincount(codes, weights=v, minlength=size).astype(np.int64)
            self._counts.add(at, groups, of_rows, of_valid)
        self._counts.note(at, self._axes[0][0], distinct)

    def _counted(self, rows: Mask) -> npt.NDArray[np.int64]:
        return np.bincount(self._codes[rows], minlength=self._size)


def booleans(column: pa.BooleanArray) -> Mask:
    """A boolean column; what is not known does not hold."""
    values: Mask = column.fill_null(False).to_numpy(zero_copy_only=False)
    return values


def countries(column: pa.StringArray) -> Axis:
    """Rows by country; what is no code of two capitals is an unknown country."""
    # an expression that gives a row's text instead of a code must not carry it out
    is_code = pc.fill_null(pc.match_substring_regex(column, r"\A[A-Z]{2}\z"), False)
    encoded = pc.if_else(is_code, column, "").dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return Axis(
        codes, [(name or None, None, None, None) for name in encoded.dictionary.to_pylist()]
    )


def days(batch: pa.RecordBatch, anchors: tuple[str, ...]) -> Mapping[str, npt.NDArray[np.int32]]:
    """Days since 1970 per anchor, and of the latest of each set of anchors; shape (rows,)."""
    single = {
        name: batch.column(f"a_{name}")
        .cast(pa.int32())
        .fill_null(_NO_DAY)
        .to_numpy(zero_copy_only=False)
        for name in sorted(anchors)
    }
    found = dict(single)
    for size in range(2, len(single) + 1):
        for names in combinations(single, size):
            found[LATEST.join(names)] = np.maximum.reduce([single[name] for name in names])
    return found


def age_axis(anchor: str, days: npt.NDArray[np.int32], held: Mask) -> Axis:
    """Rows by the day of an anchor event and by hold."""
    packed, codes = np.unique(days.astype(np.int64) * 2 + held, return_inverse=True)
    keys: list[Group] = []
    for value in packed.tolist():
        day = value >> 1
        keys.append((None, anchor, None if day == _NO_DAY else day, bool(value & 1)))
    return Axis(codes.astype(np.int64), keys)


def under_age_axis(day: date, consent: Mask) -> Axis:
    """Rows by consent, on the day of the sweep."""
    number = (day - date(1970, 1, 1)).days
    return Axis(
        consent.astype(np.int64),
        [(None, UNDER_AGE, number, False), (None, UNDER_AGE, number, True)],
    )
