"""The result tables in Spark's catalog, for those who query them there.

    <schema>.findings, <schema>.ages, <schema>.coverage

A scan is appended to each, coverage last: a scan without coverage was cut off.
"""

from pyspark.sql import SparkSession

from jobs.errors import UsageError
from jobs.findings import Scan, tables


def require(spark: SparkSession, schema: str) -> None:
    """Raise UsageError where the catalog has no such schema, or forgets it with the session."""
    if "." not in schema and spark.conf.get("spark.sql.catalogImplementation") == "in-memory":
        raise UsageError(
            f"--tables {schema}: this session's catalog is kept in memory alone; run it with"
            " spark-submit on a session that has a metastore, or leave --tables out"
        )
    if not spark.catalog.databaseExists(schema):
        raise UsageError(f"--tables {schema}: no such schema in Spark's catalog; create it first")


def append(spark: SparkSession, schema: str, scan: Scan) -> None:
    """Append one scan to the three tables of a schema of Spark's catalog; made if missing."""
    for name, table in tables(scan).items():
        spark.createDataFrame(table).write.mode("append").saveAsTable(f"{schema}.{name}")
