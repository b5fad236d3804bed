"""The schema that a Parquet file's own footer tells, read on the driver.

Spark's reader starts a job for it, which for a small file takes longer than to read it.
The functions are Spark's own, but not of its public interface.
"""

import json
from collections.abc import Sequence
from typing import Any

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.types import StructType

from jobs.sources.files import system_of


def schema_of(spark: SparkSession, path: str) -> StructType | None:
    """The schema that a reader would infer; None where it has to find out itself."""
    try:
        told = _told(spark, path)
        return StructType.fromJson(json.loads(told.get().json())) if told.isDefined() else None
    except (Py4JError, PySparkException):
        return None


def footers(spark: SparkSession, paths: Sequence[str]) -> list[Any]:
    """The footers of Parquet files, as Parquet's own objects."""
    system, _ = system_of(spark, paths[0])
    return list(map(_read(spark, system, paths).apply, range(len(paths))))


def _told(spark: SparkSession, path: str) -> Any:
    system, _ = system_of(spark, path)
    return _parquet(spark).readSchema(_read(spark, system, [path]), spark._jsparkSession)


def _read(spark: SparkSession, system: Any, paths: Sequence[str]) -> Any:
    jvm: Any = spark._jvm
    every = [system.getFileStatus(system_of(spark, path)[1]) for path in paths]
    files = jvm.org.apache.spark.api.python.PythonUtils.toSeq(every)
    return _parquet(spark).readParquetFootersInParallel(system.getConf(), files, False, True)


def _parquet(spark: SparkSession) -> Any:
    jvm: Any = spark._jvm
    package = jvm.org.apache.spark.sql.execution.datasources.parquet
    return getattr(getattr(package, "ParquetFileFormat$"), "MODULE$")
