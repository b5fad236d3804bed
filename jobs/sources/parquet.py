"""Parquet files, partitioned folders included; differing schemas are merged."""

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.format import Format


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    reader = spark.read.option("mergeSchema", "true")
    if source.path is not None and not any(c in source.path for c in "*?[{"):
        reader = reader.option("basePath", source.path)
    return reader.parquet(*paths)


FORMAT = Format(kind="parquet", suffixes=(".parquet", ".pq"), read=_read)
