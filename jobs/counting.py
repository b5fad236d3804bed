"""The Spark job of a sweep: counts each partition where it lies, and adds them up.

What comes back is one number per column, entity, country and anchor day; the rows stay
with the executors.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame, Row
from pyspark.sql import functions as F

from detectors.batch import ALL_COLUMNS, Plan, count
from jobs.tally import Count

_COUNTS = (
    "column int, path string, entity string, tier string, country string, anchor string,"
    " day date, held boolean, n long, valid long, distinct long"
)
_KEYS = ("column", "path", "entity", "tier", "country", "anchor", "day", "held")


def counted(frame: DataFrame, plan: Plan, shown: Callable[[str], str]) -> list[Count]:
    """The counts of a frame that is laid out as the plan says.

    `shown` gives a path within a column's documents as results may show it.
    """
    summed = (
        frame.mapInArrow(partial(_guarded, plan=plan), _COUNTS)
        .groupBy(*_KEYS)
        .agg(
            F.sum("n").alias("n"),
            F.sum("valid").alias("valid"),
            F.max("distinct").alias("distinct"),
        )
    )
    return [_named(row, plan.paths, shown) for row in summed.collect()]


def _guarded(batches: Iterator[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Counts; an error leaves the worker without its text, which could hold a value."""
    try:
        yield from count(batches, plan)
    except Exception as error:
        raise RuntimeError(f"detection failed: {type(error).__name__}") from None


def _named(row: Row, paths: Sequence[str], shown: Callable[[str], str]) -> Count:
    values = row.asDict()
    number, inside = values.pop("column"), values.pop("path")
    column = None if number == ALL_COLUMNS else paths[number]
    if column is not None and inside is not None:
        column += shown(inside)
    return Count(column=column, **values | {"held": bool(values["held"])})
