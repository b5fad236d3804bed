"""Days are those of Europe/Amsterdam; what conf says of a row comes from where it says."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from detectors.anchors import UNREADABLE
from jobs.errors import SourceError
from jobs.model import Constant, Expression, Lookup
from jobs.readings import NEITHER, NO, YES, Reading, as_answer, as_told_day
from jobs.rows import answer_of, day_of, with_value


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
        ("date", date(16, 5, 5), UNREADABLE),
        ("date", date(1900, 1, 1), date(1900, 1, 1)),
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
        ("2024", UNREADABLE),
        ("0016-05-05", UNREADABLE),
        ("1899-12-31", UNREADABLE),
        ("1900-01-01", date(1900, 1, 1)),
        ("", None),
        ("onbekend", UNREADABLE),
        ("23:30:00", UNREADABLE),
        ("2024-05", UNREADABLE),
    ],
)
def test_a_text_tells_a_day_or_none(spark: SparkSession, text: str, expected: date | None) -> None:
    assert day(spark, "string", text) == expected


LEAP = date(2016, 2, 29)
MARCH = date(2016, 3, 1)

NOTATIONS = {
    "2016/02/29": LEAP,
    "2016.02.29": LEAP,
    "2016/2/29": LEAP,
    "29-02-2016": LEAP,
    "29.02.2016": LEAP,
    "29-2-2016": LEAP,
    " 29-02-2016\t": LEAP,
    "01-02-2016": date(2016, 2, 1),
    "2016/02/29 23:59:59": LEAP,
    "2016.02.29T23:59": LEAP,
    "29-02-2016 23:59": LEAP,
    "29-02-2016T23:59:59.999": LEAP,
    "29.02.2016 23:59:59+01:00": LEAP,
    "29.02.2016 23:30:00Z": MARCH,
    "2016-02-29T22:59Z": LEAP,
    "2016-02-29T23:30Z": MARCH,
    "2016-02-29 23:30+01:00": LEAP,
    "2016-02-29 23:30 UTC": MARCH,
    "2016-02-29 23": LEAP,
    "2016-02-29 23:30:00,123": LEAP,
    "2016-02-29 23:30:00,123Z": MARCH,
    "2016-02-29T23:30:00+01:00[Europe/Amsterdam]": LEAP,
    "2016-02-29T23:30+01:00[Europe/Amsterdam]": LEAP,
    "2016-02-29T23:30:00.123Z[Etc/UTC]": MARCH,
    "2016-02-29T18:30:00[America/New_York]": MARCH,
    "2016-02-29T17:30:00-05:00[America/New_York]": LEAP,
    "2016-02-28T24:00:00": LEAP,
    "2016-02-28 24:00": LEAP,
    "28-02-2016 24:00:00.000": LEAP,
    "2016-02-29T24:00:00Z": MARCH,
    "2016-02-29T24:00:00+03:00": LEAP,
    "2016-12-31T24:00:00": date(2017, 1, 1),
    "2016-02-28T23:59:59.999999": date(2016, 2, 28),
    # the hour that is skipped, and the one that comes twice
    "27-03-2016 02:30": date(2016, 3, 27),
    "2016-03-26T24:00:00": date(2016, 3, 27),
    "2016-03-27T24:00:00+02:00": date(2016, 3, 28),
    "2016/03/27 21:59Z": date(2016, 3, 27),
    "2016/03/27 22:00Z": date(2016, 3, 28),
    "30-10-2016 02:30": date(2016, 10, 30),
    "2016-10-30T22:59Z": date(2016, 10, 30),
    "2016-10-30T23:00Z": date(2016, 10, 31),
    # seconds, milliseconds, microseconds and nanoseconds
    "1456786799": LEAP,
    "1456786800": MARCH,
    "1456786799999": LEAP,
    "1456786800000": MARCH,
    "1456786799999999": LEAP,
    " 1456786800000000 ": MARCH,
    "1456786799999999999": LEAP,
    "1456786800000000000": MARCH,
}
UNCERTAIN = (
    "29/02/2016",
    "02/29/2016",
    "2/1/2024",
    "29-02-16",
    "16-02-29",
    "30-02-2016",
    "29-02-2015",
    "02-29-2016",
    "00-01-2016",
    "2015/02/29",
    "2016/13/01",
    "2016/02.29",
    "29-02.2016",
    "29-02-20160",
    "129-02-2016",
    "2016/02/290",
    "29-02-2016 tekst",
    "29-02-2016 11:30 PM",
    "2016-02-29 tekst",
    "2016-02-29T25:00:00",
    "2016-02-29T24:00:01",
    "2016-02-29T24:00:00.5",
    "2016-02-29T23:60",
    "2016-02-29T23:30:00[Mars/Olympus]",
    "2016-02-29T23:30:00+01:00[Europe/Amsterdam",
    "29 februari 2016",
    # a day and its hour, a telephone number, and numbers of other lengths
    "2016022923",
    "0612345678",
    "145678679",
    "14567867990",
    "20160229233000",
    "2016-02-29T23:30:61",
    "2016-02-29T23:30:00Z[",
    "23:30:00",
    "145678679.5",
    "-1456786799",
)


@pytest.mark.parametrize("of", [NOTATIONS, dict.fromkeys(UNCERTAIN, UNREADABLE)])
def test_a_notation_tells_one_day_or_is_not_guessed_at(
    spark: SparkSession, of: dict[str, date]
) -> None:
    frame = spark.createDataFrame([(text,) for text in of], "a string")
    found = frame.select("a", day_of(frame, "a").alias("day")).toArrow().to_pylist()
    assert {row["a"]: row["day"] for row in found} == of


AMSTERDAM = ZoneInfo("Europe/Amsterdam")
moments = st.datetimes(datetime(2001, 10, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


@settings(max_examples=5)
@given(st.lists(moments, min_size=20, max_size=60), st.integers(-14, 14))
def test_a_moment_tells_its_day_however_it_is_written(
    spark: SparkSession, at: list[datetime], hours: int
) -> None:
    """Against Python's own time zones, whatever the notation and the offset."""
    rows: dict[str, date] = {}
    for moment in at:
        here = moment.astimezone(AMSTERDAM)
        away = moment.astimezone(timezone(timedelta(hours=hours)))
        zone = f"{away:%z}"
        seconds = int(moment.timestamp())
        written = [f"{away:%d-%m-%Y %H:%M:%S}{zone}", f"{away:%Y/%m/%dT%H:%M}{zone}"]
        written += [f"{away:%Y.%m.%d %H:%M:%S,%f}{zone[:3]}:{zone[3:]}", f"{here:%d.%m.%Y %H:%M}"]
        written += [f"{here:%Y-%m-%dT%H:%M:%S}[Europe/Amsterdam]", f"{here:%Y/%m/%d}"]
        written += [f"{seconds}", f"{seconds}999", f"{seconds}999999", f"{seconds}999999999"]
        rows |= dict.fromkeys(written, here.date())
    # ten digits that may also be a day and its hour are not told
    hour = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])")
    rows = {text: UNREADABLE if hour.fullmatch(text) else day for text, day in rows.items()}
    frame = spark.createDataFrame([(text,) for text in rows], "a string")
    found = frame.select("a", day_of(frame, "a").alias("day")).toArrow().to_pylist()
    assert {row["a"]: row["day"] for row in found} == rows


# yes or no


def answer(spark: SparkSession, kind: str, *values: Any) -> list[float | None]:
    frame = spark.createDataFrame(list(enumerate(values)), f"n int, a {kind}")
    found = frame.select("n", answer_of(frame, "a").alias("said")).orderBy("n").toArrow()
    told: list[float | None] = found["said"].to_pylist()
    return told


YESES = ("true", "t", "yes", "y", "1", "ja", "j", "waar", "aan", "1.0", "JA", " Ja ", "Waar\r")
NOES = ("false", "f", "no", "n", "0", "nee", "onwaar", "uit", "0.0", "NEE", " Nee ", "\u00a0n")
NEITHERS = ("misschien", "ja?", "2", "-1", "j a", "jaja", "on", "x", "2016-02-29", "?")


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("string", YESES, YES),
        ("string", NOES, NO),
        ("string", NEITHERS, NEITHER),
        ("string", ("", "  ", "\t", "\u00a0", None), None),
        ("boolean", (True,), YES),
        ("boolean", (False,), NO),
        ("boolean", (None,), None),
        ("int", (1,), YES),
        ("bigint", (0,), NO),
        ("int", (2, -1), NEITHER),
        ("double", (1.0,), YES),
        ("double", (0.0, -0.0), NO),
        ("double", (0.5, float("nan"), float("inf")), NEITHER),
        ("decimal(3,1)", (Decimal("1.0"),), YES),
        ("date", (date(2016, 2, 29),), NEITHER),
        ("binary", (b"ja",), NEITHER),
        ("array<string>", (["ja"], []), NEITHER),
        ("array<string>", (None,), None),
    ],
)
def test_an_answer_is_yes_or_no_or_neither(
    spark: SparkSession, kind: str, values: tuple[Any, ...], expected: float | None
) -> None:
    assert answer(spark, kind, *values) == [expected] * len(values)


def test_no_word_says_both() -> None:
    assert not {text.strip().lower() for text in YESES} & {text.strip().lower() for text in NOES}


def test_an_answer_that_was_read_is_read_the_same(spark: SparkSession) -> None:
    assert answer(spark, "double", YES, NO, NEITHER, None) == [YES, NO, NEITHER, None]


def orders(spark: SparkSession) -> Callable[[str], DataFrame]:
    rows = [
        (1, "2024-01-02", "9-1-2024", "9/1/2024", True, "ja", "NL"),
        (1, "2023-12-31T23:30:00Z", None, None, False, "nee", None),
        (2, "20220101", None, None, False, "wellicht", "BE"),
        (3, None, None, None, None, "nee", None),
    ]
    columns = (
        "klant int, op string, los string, raar string, open boolean, zaak string, land string"
    )
    frame = spark.createDataFrame(rows, columns)
    return {"orders": frame}.__getitem__


def looked_up(spark: SparkSession, value: Lookup, reading: Reading | None) -> dict[int, Any]:
    frame = spark.createDataFrame([(1,), (2,), (3,), (4,), (None,)], "id int")
    found = with_value(frame, "v", value, orders(spark), reading)
    assert found.columns == ["id", "v"]
    rows = found.collect()
    assert len(rows) == 5
    return {row["id"]: row["v"] for row in rows if row["v"] is not None}


@pytest.mark.parametrize(
    ("value", "aggregate", "reading", "expected"),
    [
        ("op", "max", as_told_day, {1: date(2024, 1, 2), 2: date(2022, 1, 1)}),
        ("op", "min", as_told_day, {1: date(2024, 1, 1), 2: date(2022, 1, 1)}),
        ("los", "max", as_told_day, {1: date(2024, 1, 9)}),
        ("raar", "max", as_told_day, {1: UNREADABLE}),
        ("open", "bool_or", None, {1: True, 2: False}),
        ("open", "bool_and", None, {1: False, 2: False}),
        ("open", "max", as_answer, {1: YES, 2: NO}),
        ("open", "bool_and", as_answer, {1: NO, 2: NO}),
        # `nee` comes after `ja`
        ("zaak", "max", as_answer, {1: YES, 2: NEITHER, 3: NO}),
        ("zaak", "bool_or", as_answer, {1: YES, 2: NEITHER, 3: NO}),
        ("zaak", "bool_and", as_answer, {1: NO, 2: NEITHER, 3: NO}),
        ("land", "max", None, {1: "NL", 2: "BE"}),
        ("klant", "any_value", None, {1: 1, 2: 2, 3: 3}),
    ],
)
def test_a_lookup_takes_one_value_per_key(
    spark: SparkSession,
    value: str,
    aggregate: Any,
    reading: Reading | None,
    expected: dict[int, Any],
) -> None:
    lookup = Lookup(dataset="orders", key={"id": "klant"}, value=value, aggregate=aggregate)
    assert looked_up(spark, lookup, reading) == expected


@pytest.mark.parametrize(("reading", "expected"), [(as_told_day, UNREADABLE), (as_answer, NEITHER)])
def test_what_a_dataset_that_is_not_read_would_tell_is_not_known(
    spark: SparkSession, reading: Reading, expected: Any
) -> None:
    frame = spark.createDataFrame([(1,)], "id int")
    lookup = Lookup(dataset="orders", key={"id": "klant"}, value="op")
    found = with_value(frame, "v", lookup, lambda name: None, reading)
    assert found.select(reading(F.col("v"), found.schema["v"].dataType)).collect() == [(expected,)]


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
    with pytest.raises(SourceError, match=r"^anker 'order': niet te berekenen: ") as caught:
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
