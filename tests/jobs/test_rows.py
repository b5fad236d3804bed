"""Days are those of Europe/Amsterdam; what conf says of a row comes from where it says."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from detectors.anchors import UNREADABLE
from jobs.errors import SourceError
from jobs.model import Constant, Expression, Lookup
from jobs.rows import day_of, with_value


def day(spark: SparkSession, kind: str, value: Any) -> date | None:
    frame = spark.createDataFrame([(value,)], f"a {kind}")
    found: date | None = frame.select(day_of(frame, "a")).collect()[0][0]
    return found


def seconds(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("date", date(2024, 1, 2), date(2024, 1, 2)),
        ("timestamp_ntz", datetime(2024, 1, 2, 23, 59), date(2024, 1, 2)),
        ("int", 20240102, date(2024, 1, 2)),
        ("bigint", 20240102, date(2024, 1, 2)),
        ("int", 20240231, UNREADABLE),
        ("int", 7, UNREADABLE),
        ("int", None, None),
        ("bigint", seconds(2024, 1, 1, 22, 59), date(2024, 1, 1)),
        ("bigint", seconds(2024, 1, 1, 23, 0), date(2024, 1, 2)),
        ("bigint", seconds(2024, 7, 1, 22, 0) * 1000, date(2024, 7, 2)),
        ("bigint", seconds(2024, 7, 1, 21, 59) * 1000 + 999, date(2024, 7, 1)),
        ("bigint", seconds(2024, 7, 1, 21, 59) * 10**6 + 999_999, date(2024, 7, 1)),
        ("bigint", seconds(2024, 7, 1, 22, 0) * 10**9, date(2024, 7, 2)),
        ("bigint", 20240102235959, UNREADABLE),
        ("bigint", 10**16, UNREADABLE),
        ("bigint", -1, UNREADABLE),
        ("int", 99991231, date.max),
        ("boolean", True, UNREADABLE),
        ("double", 20240102.0, date(2024, 1, 2)),
    ],
)
def test_a_stored_value_tells_its_day(
    spark: SparkSession, kind: str, value: Any, expected: date | None
) -> None:
    assert day(spark, kind, value) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2023, 12, 31, 22, 59, 59, tzinfo=UTC), date(2023, 12, 31)),
        (datetime(2023, 12, 31, 23, 0, tzinfo=UTC), date(2024, 1, 1)),
        (datetime(2024, 3, 30, 23, 0, tzinfo=UTC), date(2024, 3, 31)),
        (datetime(2024, 3, 31, 21, 59, tzinfo=UTC), date(2024, 3, 31)),
        (datetime(2024, 3, 31, 22, 0, tzinfo=UTC), date(2024, 4, 1)),
        (datetime(2024, 10, 27, 22, 59, tzinfo=UTC), date(2024, 10, 27)),
        (datetime(2024, 10, 27, 23, 0, tzinfo=UTC), date(2024, 10, 28)),
        (datetime(2024, 1, 1, 4, 0, tzinfo=timezone(timedelta(hours=5))), date(2024, 1, 1)),
    ],
)
def test_a_moment_falls_on_a_day_of_amsterdam(
    spark: SparkSession, moment: datetime, expected: date
) -> None:
    assert day(spark, "timestamp", moment) == expected
    assert day(spark, "string", moment.isoformat()) == expected
    assert day(spark, "string", f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z") == expected


def test_every_half_hour_around_a_change_of_the_clock(spark: SparkSession) -> None:
    """Against Python's own time zones: the last Sundays of March and October, and beside them."""
    sundays = [
        date(year, month, 31) - timedelta(date(year, month, 31).isoweekday() % 7)
        for year in range(2015, 2031)
        for month in (3, 10)
    ]
    moments = [
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=30 * half)
        for day in sundays
        for half in range(-48, 96)
    ]
    rows = [(int(moment.timestamp()), f"{moment:%Y-%m-%dT%H:%M:%SZ}") for moment in moments]
    frame = spark.createDataFrame(rows, "a bigint, b string")
    expected = [moment.astimezone(ZoneInfo("Europe/Amsterdam")).date() for moment in moments]
    for name in ("a", "b"):
        days = frame.select("a", day_of(frame, name).alias("day")).orderBy("a").toArrow()
        assert days["day"].to_pylist() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-02", date(2024, 1, 2)),
        (" 2024-01-02 ", date(2024, 1, 2)),
        ("2024-01-02 23:59:59", date(2024, 1, 2)),
        ("2024-01-02T23:59:59.123", date(2024, 1, 2)),
        ("20240102", date(2024, 1, 2)),
        (" 20240102 ", date(2024, 1, 2)),
        ("20240231", UNREADABLE),
        ("2024-02-31", UNREADABLE),
        ("02-01-2024", UNREADABLE),
        ("2/1/2024", UNREADABLE),
        ("2024", UNREADABLE),
        ("1704150000", UNREADABLE),
        ("", None),
        ("onbekend", UNREADABLE),
        ("23:30:00", UNREADABLE),
        ("2024-05", UNREADABLE),
    ],
)
def test_a_text_tells_a_day_or_none(spark: SparkSession, text: str, expected: date | None) -> None:
    assert day(spark, "string", text) == expected


def orders(spark: SparkSession) -> Callable[[str], DataFrame]:
    rows = [
        (1, "2024-01-02", "9-1-2024", True),
        (1, "2023-12-31T23:30:00Z", None, False),
        (2, "20220101", None, False),
        (3, None, None, None),
    ]
    frame = spark.createDataFrame(rows, "klant int, op string, los string, open boolean")
    return {"orders": frame}.__getitem__


def looked_up(spark: SparkSession, value: Lookup) -> dict[int, Any]:
    frame = spark.createDataFrame([(1,), (2,), (3,), (4,), (None,)], "id int")
    found = with_value(frame, "v", value, orders(spark))
    assert found.columns == ["id", "v"]
    rows = found.collect()
    assert len(rows) == 5
    return {row["id"]: row["v"] for row in rows if row["v"] is not None}


@pytest.mark.parametrize(
    ("value", "aggregate", "expected"),
    [
        ("op", "max", {1: date(2024, 1, 2), 2: date(2022, 1, 1)}),
        ("op", "min", {1: date(2024, 1, 1), 2: date(2022, 1, 1)}),
        ("los", "max", {1: UNREADABLE}),
        ("open", "bool_or", {1: True, 2: False}),
        ("open", "bool_and", {1: False, 2: False}),
        ("klant", "any_value", {1: 1, 2: 2, 3: 3}),
    ],
)
def test_a_lookup_takes_one_value_per_key(
    spark: SparkSession, value: str, aggregate: Any, expected: dict[int, Any]
) -> None:
    lookup = Lookup(dataset="orders", key={"id": "klant"}, value=value, aggregate=aggregate)
    assert looked_up(spark, lookup) == expected


def test_a_lookup_by_two_keys_of_the_same_names(spark: SparkSession) -> None:
    theirs = spark.createDataFrame(
        [("NL", 1, date(2024, 1, 2)), ("DE", 1, date(2020, 1, 2))], "land string, id int, op date"
    )
    frame = spark.createDataFrame([("NL", 1), ("DE", 1), ("DE", 2)], "land string, id int")
    lookup = Lookup(dataset="x", key={"land": "land", "id": "id"}, value="op")
    found = with_value(frame, "v", lookup, lambda name: theirs).collect()
    assert {(row["land"], row["id"]): row["v"] for row in found} == {
        ("NL", 1): date(2024, 1, 2),
        ("DE", 1): date(2020, 1, 2),
        ("DE", 2): None,
    }


def test_a_constant_and_an_expression(spark: SparkSession) -> None:
    frame = spark.createDataFrame([("nl",)], "land string")
    other = orders(spark)
    found = with_value(frame, "a", Constant(constant="DE"), other)
    found = with_value(found, "b", Constant(constant=True), other)
    found = with_value(found, "c", Expression(sql="upper(land)"), other)
    assert found.select("a", "b", "c").collect() == [("DE", True, "NL")]


@pytest.mark.parametrize(
    "value",
    [
        Expression(sql="besteld_op"),
        Expression(sql="land +"),
        Lookup(dataset="orders", key={"nummer": "klant"}, value="op"),
        Lookup(dataset="orders", key={"land": "nummer"}, value="op"),
        Lookup(dataset="orders", key={"land": "klant"}, value="besteld_op"),
    ],
)
def test_what_cannot_be_worked_out_names_the_column(spark: SparkSession, value: Any) -> None:
    frame = spark.createDataFrame([("jan@voorbeeld.nl",)], "land string")
    with pytest.raises(SourceError, match="_anchor_order: niet te berekenen: ") as caught:
        with_value(frame, "_anchor_order", value, orders(spark)).collect()
    assert "jan@" not in str(caught.value)


def test_an_unknown_column_is_named(spark: SparkSession) -> None:
    frame = spark.createDataFrame([("x",)], "land string")
    with pytest.raises(SourceError, match="besteld_op"):
        with_value(frame, "_anchor_order", Expression(sql="besteld_op"), orders(spark))


def test_a_value_keeps_the_rows_as_they_were(spark: SparkSession) -> None:
    frame = spark.range(3).withColumn("klant", F.lit(1))
    lookup = Lookup(dataset="orders", key={"klant": "klant"}, value="op")
    found = with_value(frame, "v", lookup, orders(spark))
    assert sorted(row["id"] for row in found.collect()) == [0, 1, 2]
