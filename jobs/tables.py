"""The result tables in Spark's catalog, for those who query them there.

    <schema>.findings, <schema>.ages, <schema>.coverage

A scan is appended to each, coverage last: a scan without coverage was cut off.
"""

from pyspark.sql import SparkSession

from jobs.findings import Scan, tables


def append(spark: SparkSession, schema: str, scan: Scan) -> None:
    """Append one scan to the three tables of a schema of Spark's catalog; made if missing."""
    for name, table in tables(scan).items():
        spark.createDataFrame(table).write.mode("append").saveAsTable(f"{schema}.{name}")
