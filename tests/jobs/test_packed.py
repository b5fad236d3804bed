"""Rows of many datasets in one layout: cut where a dataset ends, continued where Spark cut."""

from datetime import date

import pyarrow as pa
import pytest

from detectors.batch import Plan
from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs.packed import Packed, runs, unpack

DAY = date(2026, 11, 22)


def batch(*rows: tuple[int, int, int]) -> pa.RecordBatch:
    """Rows of tag, part and a number."""
    tags, parts, numbers = zip(*rows, strict=True)
    return pa.RecordBatch.from_pydict(
        {
            "tag": pa.array(tags, pa.int32()),
            "part": pa.array(parts, pa.int32()),
            "n": pa.array(numbers, pa.int64()),
        }
    )


def cut(*batches: pa.RecordBatch, rows: int) -> list[tuple[int, list[list[int]]]]:
    return [
        (tag, [piece.column("n").to_pylist() for piece in run]) for tag, run in runs(batches, rows)
    ]


def test_a_batch_is_cut_where_the_dataset_or_its_partition_changes() -> None:
    mixed = batch((0, 0, 1), (0, 0, 2), (0, 1, 3), (2, 0, 4), (2, 0, 5))
    assert cut(mixed, rows=9) == [(0, [[1, 2]]), (0, [[3]]), (2, [[4, 5]])]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(2, [[1, 2], [3, 4], [5]]), (3, [[1, 2, 3], [4, 5]]), (5, [[1, 2, 3, 4, 5]])],
)
def test_a_partition_goes_on_over_batches(rows: int, expected: list[list[int]]) -> None:
    first, second = batch((1, 0, 0), (0, 0, 1)), batch(*[(0, 0, n) for n in range(2, 6)])
    assert cut(first, second, rows=rows) == [(1, [[0]]), (0, expected)]


def test_the_columns_of_a_dataset_come_back() -> None:
    plan = Plan(
        paths=("a", "b[]", "c"),
        table="t",
        anchors=("begin", "eind"),
        day=DAY,
        setup=Setup(recognizers=shipped()),
    )
    rows = pa.RecordBatch.from_pydict(
        {
            "cells": pa.array([["x", "y"], [None, "z"], ["p", "q"]]),
            "lists": pa.array([[["1", None]], [None], [[]]]),
            "country": pa.array(["NL", None, "BE"]),
            "held": pa.array([None, True, False]),
            "consent": pa.array([None, None, None], pa.bool_()),
            "days": pa.array([[DAY, None], [None, None], [None, DAY]], pa.list_(pa.date32())),
        }
    )
    packed = Packed(plan, ("country", "held"), (False, True, False))
    assert unpack(rows.slice(1), packed).to_pydict() == {
        "c0": [None, "p"],
        "c1": [None, []],
        "c2": ["z", "q"],
        "country": [None, "BE"],
        "held": [True, False],
        "a_begin": [None, None],
        "a_eind": [None, DAY],
    }
