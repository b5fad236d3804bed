from datetime import UTC, date, datetime

import pytest
from pyspark.sql import SparkSession

from jobs import tables
from jobs.errors import UsageError
from jobs.findings import Scan
from jobs.model import Age, Coverage, Evidence, Finding


def scan(scan_id: str) -> Scan:
    place = {"scan_id": scan_id, "dataset": "klanten", "column": "e_mail"}
    found = {**place, "entity": "EMAIL_ADDRESS"}
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return Scan(
        scan_id=scan_id,
        findings=(
            Finding(
                **found,
                scanned_at=moment,
                country=None,
                rows=9,
                hits=7,
                valid=None,
                score=0.9,
                why=(Evidence(code="name"), Evidence(code="shape", hits=7, of=9)),
            ),
        ),
        ages=(Age(**found, anchor="gesprek", day=date(2026, 1, 31), held=False, hits=7),),
        coverage=(Coverage(**place, file=None, rows=9, bytes=0),),
    )


def test_scans_are_appended_to_tables_of_the_catalog(spark: SparkSession) -> None:
    spark.sql("create database uitkomst")
    try:
        tables.append(spark, "uitkomst", scan("eerste"))
        tables.append(spark, "uitkomst", scan("tweede"))
        found = {
            name: [
                tuple(row) for row in spark.table(f"uitkomst.{name}").orderBy("scan_id").collect()
            ]
            for name in ("findings", "ages", "coverage")
        }
    finally:
        spark.sql("drop database uitkomst cascade")
    assert [(row[0], row[2:10]) for row in found["findings"]] == [
        (name, ("klanten", "e_mail", "EMAIL_ADDRESS", None, 9, 7, None, 0.9))
        for name in ("eerste", "tweede")
    ]
    for row in found["findings"]:
        assert [(why["code"], why["hits"], why["of"]) for why in row[10]] == [
            ("name", None, None),
            ("shape", 7, 9),
        ]
    assert [row[5:] for row in found["ages"]] == [(date(2026, 1, 31), False, 7)] * 2
    assert [row[1:5] for row in found["coverage"]] == [("klanten", "e_mail", None, 9)] * 2


@pytest.mark.parametrize("schema", ["default", "geen.schema"])
def test_a_schema_that_would_not_last_is_refused_before_the_sweep(
    spark: SparkSession, schema: str
) -> None:
    with pytest.raises(UsageError, match=f"--tables {schema}: "):
        tables.require(spark, schema)
