"""Any table or view that Spark's catalog knows: Hive, Delta, Iceberg, a temporary view."""

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.errors import SourceError
from jobs.model import Source
from jobs.sources.format import Format


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    if source.table is None:
        raise SourceError("een bron van soort 'table' heeft 'table' nodig")
    return spark.table(source.table)


FORMAT = Format(kind="table", read=_read)
