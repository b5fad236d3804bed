"""Stock Presidio as its Spark sample runs it: an engine per worker, called cell by cell.

It reads a few hundred rows and a scan many more of the same table, in one session and by
turns; what is held against each other is the time per cell. All values in the table differ,
so that the few hundred are no easier or harder than the rest.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from statistics import median

import pyarrow as pa
from pyspark.sql import functions as F

from detectors.setup import Setup
from jobs.model import Dataset
from tests.bench import data, stock
from tests.bench.different import SCHEMA
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.passes import DEPTHS, scan_of
from tests.bench.rounds import Figures, Turn, interleaved, wall
from tests.evaluation.identifiers import Find

SAMPLE = 300
MOST = 100_000
"""Rows that stock Presidio reads, and at most so many that a scan does."""

_OTHERS: Mapping[str, Callable[[Setup], Find]] = {
    "Presidio, its own patterns told Dutch": stock.told,
    "Presidio, our patterns": stock.with_our_patterns,
}


def measure(given: Given) -> list[Line]:
    """Microseconds per cell, empty cells included, of each tool beside each depth."""
    rows = min(given.rows, MOST)
    table = data.different_orders(rows)
    few = min(SAMPLE, rows)
    contenders = {
        name: _analysis(given, data.sample(few, table), name, few * len(SCHEMA)) for name in _OTHERS
    }
    for depth in DEPTHS:
        contenders[depth] = per_item(scan_of(given, [table], depth), rows * len(SCHEMA))
    figures = interleaved(contenders, given.rounds)
    return [
        *(_line(depth, figures[depth], rows) for depth in DEPTHS),
        *(
            _line(name, figures[name], few, Base(name=depth, figures=figures[depth]))
            for name in _OTHERS
            for depth in DEPTHS
        ),
    ]


def per_item(turn: Turn, items: int) -> Turn:
    """A turn of seconds as one of microseconds per item."""
    return lambda: turn() / items * 1e6


def _analysis(given: Given, sample: Dataset, name: str, cells: int) -> Turn:
    def do() -> None:
        spark = given.spark
        frame = spark.read.parquet(str(sample.source.path))
        texts = frame.select([F.col(column).cast("string") for column in frame.columns])
        spread = texts.repartition(spark.sparkContext.defaultParallelism)
        analyzed = partial(_analyzed, name=name, setup=given.setup)
        spread.mapInArrow(analyzed, "found long").collect()

    return per_item(wall(do), cells)


def _analyzed(
    batches: Iterator[pa.RecordBatch], name: str, setup: Setup
) -> Iterator[pa.RecordBatch]:
    find = _OTHERS[name](setup)
    for batch in batches:
        cells = [cell for column in batch.columns for cell in column.to_pylist()]
        found = sum(len(find(cell)) for cell in cells if cell is not None)
        yield pa.RecordBatch.from_pydict({"found": pa.array([found], pa.int64())})


def _line(name: str, figures: Figures, rows: int, base: Base | None = None) -> Line:
    return Line(
        what=name,
        unit="us/cell",
        figures=figures,
        base=base,
        note=f"{1e6 / median(figures):,.0f} cells/s, {rows:,} rows",
        facts={"rows": rows},
    )
