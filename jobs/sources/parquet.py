"""Parquet files, partitioned folders included; differing schemas are merged."""

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.format import Format
from jobs.sources.place import below


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    return below(spark.read.option("mergeSchema", "true"), source, paths).parquet(*paths)


FORMAT = Format(kind="parquet", suffixes=(".parquet", ".pq"), read=_read)
