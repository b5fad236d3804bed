"""Passes over a dataset: an empty one, which is the limit, and scans at each depth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, time
from statistics import median
from typing import Any

import pyarrow as pa
from pyspark.sql import SparkSession

from detectors.depth import Depth
from detectors.setup import Setup
from jobs.model import Dataset
from jobs.sources.located import locate
from jobs.sweep import Sweep
from tests.bench.data import DAY
from tests.bench.given import Given
from tests.bench.lines import Base, Line, shown
from tests.bench.rounds import Figures, Turn, wall

LIMIT = "empty pass"

_HAS_DEPTH = any(field.name == "depth" for field in fields(Sweep))

DEPTHS: tuple[str, ...] = tuple(Depth) if _HAS_DEPTH else ("scan",)
"""The depths of a sweep, from shallow to deep; all there is where a sweep has none."""

DEFAULT = Depth.SAMPLE if _HAS_DEPTH else "scan"
"""The depth of a sweep that is told none."""


class UnreadError(RuntimeError):
    """A scan did not read all: its figure would be none."""


def look(spark: SparkSession, dataset: Dataset) -> None:
    """Read every row into the Python workers and do nothing with it."""
    found = locate(spark, dataset.source)
    frame = found.format.read(spark, dataset.source, [file.path for file in found.files])
    frame.drop(*found.format.hidden).mapInArrow(_nothing, "n long").collect()


def scan(spark: SparkSession, setup: Setup, datasets: Sequence[Dataset], depth: str) -> None:
    """Scan as the command does; raises UnreadError where anything was left out."""
    chosen: dict[str, Any] = {"depth": Depth(depth)} if _HAS_DEPTH else {}
    sweep = Sweep(
        spark=spark,
        datasets=tuple(datasets),
        setup=setup,
        scan_id="bench",
        scanned_at=datetime.combine(DAY, time(), UTC),
        day=DAY,
        **chosen,
    )
    for part in sweep.scan_all():
        for row in part.coverage:
            if row.reason is not None:
                raise UnreadError(f"{row.dataset}: {row.reason}")


def look_at(given: Given, datasets: Sequence[Dataset]) -> Turn:
    """A turn that looks at each dataset, one after another."""

    def do() -> None:
        for dataset in datasets:
            look(given.spark, dataset)

    return wall(do)


def scan_of(given: Given, datasets: Sequence[Dataset], depth: str) -> Turn:
    """A turn that scans the datasets in one sweep."""
    return wall(lambda: scan(given.spark, given.setup, datasets, depth))


def passes(given: Given, datasets: Sequence[Dataset], depths: Sequence[str]) -> dict[str, Turn]:
    """An empty pass, and a scan at each depth, as contenders."""
    scans = {depth: scan_of(given, datasets, depth) for depth in depths}
    return {LIMIT: look_at(given, datasets), **scans}


def beside_the_limit(
    what: str,
    figures: Mapping[str, Figures],
    *,
    amount: float,
    unit: str,
    limit: str = "limit",
) -> list[Line]:
    """A line per pass of `passes`; `amount` is what one of them reads, in `unit`."""
    base = Base(name=limit, figures=figures[LIMIT])
    return [
        Line(
            what=f"{what}: {name}",
            unit="s",
            figures=of,
            base=None if name == LIMIT else base,
            note=f"{shown(amount / median(of))} {unit}/s",
            facts={unit: amount},
        )
        for name, of in figures.items()
    ]


def _nothing(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for _ in batches:
        pass
    return
    yield
