"""The Spark job of a sweep: counts each partition where it lies, and adds them up.

What comes back is one number per column, entity, country and anchor day; the rows stay
with the executors.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from detectors.batch import ALL_COLUMNS, Plan, count
from jobs.counted import Counted, NameOf, counted_in
from jobs.packed import Packed, pack, runs, unpack
from jobs.prepared import Prepared

_COUNTS = (
    "column int, path string, entity string, tier string, country string, anchor string,"
    " day date, held boolean, n long, valid long, distinct long"
)
_KEYS = ("column", "path", "entity", "tier", "country", "anchor", "day", "held")
_TASKS_PER_CORE = 2
_FEW = 16


def counted(frame: DataFrame, plan: Plan, shown: Callable[[str], str]) -> Counted:
    """What a frame holds that is laid out as the plan says.

    `shown` gives a path within a column's documents as results may show it.
    """
    found = frame.mapInArrow(partial(_guarded, plan=plan), _COUNTS)
    return counted_in(_summed(found, _KEYS), _names(plan.paths, shown))


def counted_together(group: Sequence[Prepared], shown: Callable[[str], str]) -> list[Counted]:
    """What each of some datasets holds, in one job."""
    frames, packed = zip(*(pack(one, tag) for tag, one in enumerate(group)), strict=True)
    spark = frames[0].sparkSession
    tasks = _TASKS_PER_CORE * spark.sparkContext.defaultParallelism
    counting = partial(
        _guarded_together,
        packed=packed,
        rows=int(str(spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch"))),
    )
    with _interpreted(spark):
        found = _union(frames).coalesce(tasks).mapInArrow(counting, f"tag int, {_COUNTS}")
        table = _summed(found, ("tag", *_KEYS)).sort_by("tag")
    tags = table["tag"].to_numpy()
    edges = np.searchsorted(tags, np.arange(len(group) + 1))
    return [
        counted_in(table.slice(start, end - start), _names(one.plan.paths, shown))
        for one, (start, end) in zip(group, pairwise(edges.tolist()), strict=True)
    ]


def _union(frames: Sequence[DataFrame]) -> DataFrame:
    """The rows of all frames; by halves, as each union looks at all that is in it."""
    if len(frames) == 1:
        return frames[0]
    middle = len(frames) // 2
    return _union(frames[:middle]).union(_union(frames[middle:]))


@contextmanager
def _interpreted(spark: SparkSession) -> Iterator[None]:
    """Let Spark interpret a plan: for a few rows, compiling takes longer than running."""
    chosen = {
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    before = {name: str(spark.conf.get(name)) for name in chosen}
    for name, value in chosen.items():
        spark.conf.set(name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            spark.conf.set(name, value)


def _summed(found: DataFrame, keys: Sequence[str]) -> pa.Table:
    """The counts of all partitions, added up."""
    if found.rdd.getNumPartitions() > _FEW:
        added = (F.sum("n").alias("n"), F.sum("valid").alias("valid"))
        return found.groupBy(*keys).agg(*added, F.max("distinct").alias("distinct")).toArrow()
    # so few are added up here sooner than Spark shuffles them
    sums = [("n", "sum"), ("valid", "sum"), ("distinct", "max")]
    table = found.toArrow().group_by(list(keys)).aggregate(sums)
    return table.rename_columns([*keys, *(name for name, _ in sums)])


def _guarded(batches: Iterator[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Counts; an error leaves the worker without its text, which could hold a value."""
    try:
        yield from count(batches, plan)
    except Exception as error:
        raise RuntimeError(f"detection failed: {type(error).__name__}") from None


def _guarded_together(
    batches: Iterator[pa.RecordBatch], packed: Sequence[Packed], rows: int
) -> Iterator[pa.RecordBatch]:
    """Counts per tag; an error leaves the worker without its text, too."""
    try:
        for tag, run in runs(batches, rows):
            one = packed[tag]
            for counts in count((unpack(batch, one) for batch in run), one.plan):
                tags = pa.array([tag] * counts.num_rows, pa.int32())
                yield counts.add_column(0, pa.field("tag", pa.int32()), tags)
    except Exception as error:
        raise RuntimeError(f"detection failed: {type(error).__name__}") from None


def _names(paths: Sequence[str], shown: Callable[[str], str]) -> NameOf:
    def name_of(number: int, inside: str | None) -> str | None:
        if number == ALL_COLUMNS:
            return None
        return paths[number] + ("" if inside is None else shown(inside))

    return name_of
