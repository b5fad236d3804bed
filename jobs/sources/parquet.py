"""Parquet files, partitioned folders included; differing schemas are merged."""

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.failure import condition
from jobs.sources.footer import schema_of
from jobs.sources.format import Format
from jobs.sources.nanoseconds import ILLEGAL, allow, as_moments, refused
from jobs.sources.place import below


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    try:
        with refused(spark):
            return _rows(spark, source, paths)
    except Exception as error:
        if condition(error) != ILLEGAL:
            raise
    allow(spark)
    return as_moments(_rows(spark, source, paths), paths)


def _rows(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    reader = below(spark.read.option("mergeSchema", "true"), source, paths)
    # a folder `key=value` is a column that no footer tells
    schema = schema_of(spark, paths[0]) if len(paths) == 1 and "=" not in paths[0] else None
    return (reader if schema is None else reader.schema(schema)).parquet(*paths)


FORMAT = Format(kind="parquet", suffixes=(".parquet", ".pq"), read=_read)
