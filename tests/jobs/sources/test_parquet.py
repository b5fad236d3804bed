"""Parquet: partition folders are columns, and files may differ in theirs."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from jobs.model import Source
from jobs.sources.files import files
from jobs.sources.parquet import FORMAT
from jobs.sources.table import FORMAT as TABLE


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), path)


def read(spark: SparkSession, path: str) -> list[dict[str, object]]:
    found = [file.path for file in files(spark, path)]
    frame = FORMAT.read(spark, Source(path=path), found)
    return sorted((row.asDict() for row in frame.collect()), key=lambda row: str(row["naam"]))


def test_partition_folders_are_columns(spark: SparkSession, tmp_path: Path) -> None:
    write(tmp_path / "land=NL" / "part-0.parquet", [{"naam": "Jelte"}])
    write(tmp_path / "land=DE" / "part-0.parquet", [{"naam": "Uwe"}])
    assert read(spark, str(tmp_path)) == [
        {"naam": "Jelte", "land": "NL"},
        {"naam": "Uwe", "land": "DE"},
    ]


def test_files_with_other_columns_are_one_table(spark: SparkSession, tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", [{"naam": "Jelte"}])
    write(tmp_path / "b.parquet", [{"naam": "Uwe", "mail": "uwe@voorbeeld.nl"}])
    assert read(spark, str(tmp_path)) == [
        {"naam": "Jelte", "mail": None},
        {"naam": "Uwe", "mail": "uwe@voorbeeld.nl"},
    ]


@pytest.mark.parametrize("written", ["{root}/", "file://{root}/", "file:{root}/", "{root}/x/../"])
def test_a_file_by_itself(spark: SparkSession, tmp_path: Path, written: str) -> None:
    (tmp_path / "x").mkdir()
    write(tmp_path / "a b.parquet", [{"naam": "Jelte"}])
    place = written.replace("{root}", str(tmp_path))
    assert read(spark, f"{place}a b.parquet") == [{"naam": "Jelte"}]


def test_a_glob_names_files(spark: SparkSession, tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", [{"naam": "Jelte"}])
    write(tmp_path / "b.parquet", [{"naam": "Uwe"}])
    assert read(spark, f"{tmp_path}/b*.parquet") == [{"naam": "Uwe"}]


def test_a_table_is_any_that_the_catalog_knows(spark: SparkSession) -> None:
    spark.createDataFrame([("Jelte",)], "naam string").createOrReplaceTempView("klanten_beeld")
    source = Source(table="klanten_beeld")
    assert [row["naam"] for row in TABLE.read(spark, source, []).collect()] == ["Jelte"]


@pytest.mark.parametrize("count", [1, 3])
def test_moments_in_nanoseconds_are_moments(
    spark: SparkSession, tmp_path: Path, count: int
) -> None:
    born = datetime(1960, 5, 17, 23, 30, 0, 123456)
    moment = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    columns = {
        "naam": pa.array(["Jelte", "Uwe"]),
        "geboren op`": pa.array([born, None], pa.timestamp("ns")),
        "moment": pa.array([moment, None], pa.timestamp("ns", tz="UTC")),
        "aantal": pa.array([1, 2]),
        "meer": pa.array([{"a": moment}, None], pa.struct([("a", pa.timestamp("ns", tz="UTC"))])),
    }
    for number in range(count):
        pq.write_table(pa.table(columns), tmp_path / f"{number}.parquet")
    found = [file.path for file in files(spark, str(tmp_path))]
    frame = FORMAT.read(spark, Source(path=str(tmp_path)), found)
    told = frame.selectExpr("naam", "`geboren op``` AS g", "unix_micros(moment) AS m", "aantal")
    assert sorted(told.collect()) == [
        *[("Jelte", born, int(moment.timestamp()) * 10**6, 1)] * count,
        *[("Uwe", None, None, 2)] * count,
    ]
    assert dict(frame.dtypes) | {"meer": ""} == {
        "naam": "string",
        "geboren op`": "timestamp_ntz",
        "moment": "timestamp",
        "aantal": "bigint",
        "meer": "",
    }
    # what is read next is not taken for it
    write(tmp_path / "ander" / "a.parquet", [{"naam": "Jelte"}])
    assert read(spark, str(tmp_path / "ander")) == [{"naam": "Jelte"}]
