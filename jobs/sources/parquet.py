"""Parquet files, partitioned folders included; differing schemas are merged."""

from collections.abc import Sequence
from posixpath import normpath

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.format import Format


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    reader = spark.read.option("mergeSchema", "true")
    if source.path is not None and _is_folder(source.path, paths):
        reader = reader.option("basePath", source.path)
    return reader.parquet(*paths)


def _is_folder(place: str, paths: Sequence[str]) -> bool:
    """Whether the files lie below the place, and are not named by it."""
    own = "/" + normpath(place.split(":", 1)[-1]).lstrip("/")
    return not any(c in place for c in "*?[{") and not any(path.endswith(own) for path in paths)


FORMAT = Format(kind="parquet", suffixes=(".parquet", ".pq"), read=_read)
