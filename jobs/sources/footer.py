"""The schema that a Parquet file's own footer tells, read on the driver.

Spark's reader starts a job for it, which for a small file takes longer than to read it.
The functions are Spark's own, but not of its public interface.
"""

import json
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


def _told(spark: SparkSession, path: str) -> Any:
    jvm: Any = spark._jvm
    system, where = system_of(spark, path)
    files = jvm.org.apache.spark.api.python.PythonUtils.toSeq([system.getFileStatus(where)])
    package = jvm.org.apache.spark.sql.execution.datasources.parquet
    parquet = getattr(getattr(package, "ParquetFileFormat$"), "MODULE$")
    footers = parquet.readParquetFootersInParallel(system.getConf(), files, False, True)
    return parquet.readSchema(footers, spark._jsparkSession)
