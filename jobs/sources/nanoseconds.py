"""Moments in nanoseconds, as pandas writes them into Parquet: a type that Spark does not read.

Told to, it reads them as numbers; here they become moments again, to the microsecond. Those
inside structs and lists stay numbers.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from jobs.sources.footer import footers

ILLEGAL = "PARQUET_TYPE_ILLEGAL"
"""Spark's name for what it says of them."""
_AS_LONG = "spark.sql.legacy.parquet.nanosAsLong"


@contextmanager
def refused(spark: SparkSession) -> Iterator[None]:
    """Let Spark refuse them, so that a schema with them is known by its error."""
    before = spark.conf.get(_AS_LONG, "false")
    spark.conf.set(_AS_LONG, "false")
    try:
        yield
    finally:
        spark.conf.set(_AS_LONG, before or "false")


def allow(spark: SparkSession) -> None:
    """Let Spark read them as numbers, also where it reads what was planned before."""
    spark.conf.set(_AS_LONG, "true")


def as_moments(frame: DataFrame, paths: Sequence[str]) -> DataFrame:
    """The rows of some files, their columns of nanoseconds as moments."""
    for name, is_utc in _columns(frame.sparkSession, paths).items():
        if name in frame.columns:
            frame = frame.withColumn(name, F.expr(_moment(name, is_utc)))
    return frame


def _moment(name: str, is_utc: bool) -> str:
    quoted = f"`{name.replace('`', '``')}`"
    if is_utc:
        return f"timestamp_micros({quoted} div 1000)"
    seconds = f"CAST({quoted} / 1000000000 AS DECIMAL(18, 6))"
    return f"TIMESTAMP_NTZ'1970-01-01 00:00:00' + make_dt_interval(0, 0, 0, {seconds})"


def _columns(spark: SparkSession, paths: Sequence[str]) -> dict[str, bool]:
    """The columns of nanoseconds of some files, and whether each tells moments in UTC."""
    found: dict[str, bool] = {}
    for footer in footers(spark, paths):
        for field in footer.getParquetMetadata().getFileMetaData().getSchema().getFields():
            kind = field.getLogicalTypeAnnotation()
            if kind is not None and kind.toString().startswith("TIMESTAMP(NANOS"):
                found[field.getName()] = kind.isAdjustedToUTC()
    return found
