"""Every scalar of a nested row becomes text under its own path."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from jobs.sources.leaves import Leaf, Unread, leaves


def texts(spark: SparkSession, schema: str, *rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    """Per path the text of each row."""
    frame = spark.createDataFrame(list(rows), schema)
    found = [part for part in leaves(frame.schema) if isinstance(part, Leaf)]
    read = frame.select(
        *[F.expr(part.sql).alias(f"c{n}") for n, part in enumerate(found)]
    ).collect()
    return {part.path: [row[n] for row in read] for n, part in enumerate(found)}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ("struct<b: struct<c: string>>", {"b": {"c": "x"}}, {"a.b.c": "x"}),
        ("array<string>", ["x", None, "y"], {"a[]": ["x", None, "y"]}),
        ("array<struct<b: string, c: int>>", [{"b": "x", "c": 1}, {"b": "y", "c": None}],
         {"a[].b": ["x", "y"], "a[].c": ["1", None]}),
        ("array<array<string>>", [["x"], ["y", "z"]], {"a[][]": ["x", "y", "z"]}),
        ("array<array<struct<b: string>>>", [[{"b": "x"}], [{"b": "y"}]], {"a[][].b": ["x", "y"]}),
        ("map<string, string>", {"k": "x"}, {"a{key}": ["k"], "a{}": ["x"]}),
        ("map<string, struct<b: int>>", {"k": {"b": 7}}, {"a{key}": ["k"], "a{}.b": ["7"]}),
        ("array<map<string, string>>", [{"k": "x"}, {"l": "y"}],
         {"a[]{key}": ["k", "l"], "a[]{}": ["x", "y"]}),
        ("struct<b: array<struct<c: array<string>>>>", {"b": [{"c": ["x"]}, {"c": ["y", "z"]}]},
         {"a.b[].c[]": ["x", "y", "z"]}),
        ("map<string, array<string>>", {"k": ["x", "y"]}, {"a{key}": ["k"], "a{}[]": ["x", "y"]}),
    ],
)  # fmt: skip
def test_a_nested_value_is_walked_to_its_leaves(
    spark: SparkSession, schema: str, value: Any, expected: dict[str, Any]
) -> None:
    found = texts(spark, f"a {schema}", (value,), (None,))
    assert {path: values[0] for path, values in found.items()} == expected
    assert [values[1] for values in found.values()] == [None] * len(expected)


def test_a_null_within_does_not_hide_the_rest(spark: SparkSession) -> None:
    found = texts(
        spark,
        "a array<array<string>>, b array<struct<c: array<string>>>",
        ([["x"], None, ["y"]], [{"c": ["p"]}, None, {"c": None}, {"c": ["q"]}]),
    )
    assert found == {"a[][]": [["x", "y"]], "b[].c[]": [["p", "q"]]}


@pytest.mark.parametrize("name", ["adres.straat", "naam klant", "a`b", "é", "1e", "a-b", "select"])
def test_any_name_of_a_column_or_member_is_read(spark: SparkSession, name: str) -> None:
    quoted = f"`{name.replace('`', '``')}`"
    found = texts(spark, f"{quoted} string, s struct<{quoted}: string>", ("x", {name: "y"}))
    assert found == {name: ["x"], f"s.{name}": ["y"]}


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("int", 7, "7"),
        ("bigint", 12345678901, "12345678901"),
        ("double", 123456782.0, "123456782"),
        ("double", 1.5, "1.5"),
        ("double", 6e23, "600000000000000000000000"),
        ("float", 16777216.0, "16777216"),
        ("double", float("nan"), "NaN"),
        ("decimal(10,2)", Decimal("12.50"), "12.50"),
        ("boolean", True, "true"),
        ("date", date(2024, 1, 2), "2024-01-02"),
        ("timestamp", datetime(2024, 1, 2, 23, 30, tzinfo=UTC), "2024-01-03 00:30:00"),
        ("timestamp_ntz", datetime(2024, 1, 2, 23, 30), "2024-01-02 23:30:00"),
        ("string", "0012", "0012"),
    ],
)
def test_a_scalar_is_written_as_a_person_would(
    spark: SparkSession, kind: str, value: Any, text: str
) -> None:
    found = texts(spark, f"a {kind}, b array<{kind}>", (value, [value]), (None, [None]))
    assert found == {"a": [text, None], "b[]": [[text], [None]]}


def test_what_holds_no_text_is_named_with_the_reason(spark: SparkSession) -> None:
    frame = spark.createDataFrame([], "a binary, b struct<c: array<binary>>, d string")
    found = list(leaves(frame.schema))
    unread = [part for part in found if isinstance(part, Unread)]
    assert [part.path for part in unread] == ["a", "b.c[]"]
    assert all("binair: geen leesbare tekst" in part.reason for part in unread)
    assert [part.path for part in found if isinstance(part, Leaf)] == ["d"]


def test_hidden_columns_are_left_out(spark: SparkSession) -> None:
    frame = spark.createDataFrame([], "a string, _time timestamp")
    assert [part.path for part in leaves(frame.schema, ("_time",))] == ["a"]
