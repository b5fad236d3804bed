"""A footer tells what Spark would infer; where it cannot, Spark does."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from pyspark.sql.types import StructType

from jobs.sources.footer import schema_of

ROW = {
    "n": 1,
    "bedrag": Decimal("1.50"),
    "op": date(2020, 1, 1),
    "om": datetime(2020, 1, 1, tzinfo=UTC),
    "lokaal": datetime(2020, 1, 1),
    "klant": {"e-mail's": "x", "tags": ["a"]},
    "regels": [{"tekst": "x", "aantal": 1.5}],
    "foto": b"\x00",
}


def given(spark: SparkSession, path: Path) -> StructType:
    """The schema of a file that is read by its footer's."""
    told = schema_of(spark, str(path))
    assert told is not None
    return spark.read.schema(told).parquet(str(path)).schema


def test_a_footer_tells_the_schema_that_spark_infers(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "met spatie.parquet"
    pq.write_table(pa.Table.from_pylist([ROW]), path)
    assert given(spark, path) == spark.read.parquet(str(path)).schema
    spark.sql("SELECT 1 AS a, map('k', array(2)) AS b").write.parquet(str(tmp_path / "van_spark"))
    (part,) = (tmp_path / "van_spark").glob("*.parquet")
    assert given(spark, part) == spark.read.parquet(str(part)).schema


def test_a_file_that_is_no_parquet_has_no_schema(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"geen parquet")
    assert schema_of(spark, str(tmp_path / "a.parquet")) is None
    assert schema_of(spark, str(tmp_path / "nergens.parquet")) is None
