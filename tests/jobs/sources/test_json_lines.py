"""JSON as lines and as whole documents; scalars as they are written."""

import gzip
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jobs.model import Source
from jobs.sources.format import CORRUPT
from jobs.sources.json_lines import FORMAT

Rows = list[dict[str, object]]


def read(spark: SparkSession, path: Path, text: str) -> Rows:
    data = text.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    rows = FORMAT.read(spark, Source(path=str(path)), [str(path)]).collect()
    return [row.asDict(recursive=True) for row in rows]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_scalars_stay_as_they_are_written(spark: SparkSession, tmp_path: Path, name: str) -> None:
    text = '{"a": 12345678901234567890, "b": "0012", "c": true, "d": 1.5, "e": null, "f": "é"}\n'
    assert read(spark, tmp_path / name, text + '{"e": "x"}\n') == [
        {"a": "12345678901234567890", "b": "0012", "c": "true", "d": "1.5", "e": None, "f": "é"},
        {"a": None, "b": None, "c": None, "d": None, "e": "x", "f": None},
    ]


def test_nested_values_are_kept(spark: SparkSession, tmp_path: Path) -> None:
    text = '{"klant": {"naam": "Jelte", "tel": [1, 2]}, "regels": [{"t": "x"}, {"t": "y"}]}\n'
    assert read(spark, tmp_path / "a.jsonl", text) == [
        {"klant": {"naam": "Jelte", "tel": ["1", "2"]}, "regels": [{"t": "x"}, {"t": "y"}]}
    ]


@pytest.mark.parametrize(
    "text",
    ['[{"a": "1"},\n {"a": "2"}]', '[\n  {\n"a": "1"\n},\n  {"a": "2"}\n]'],
)
def test_a_whole_document_is_its_rows(spark: SparkSession, tmp_path: Path, text: str) -> None:
    assert read(spark, tmp_path / "a.json", text) == [{"a": "1"}, {"a": "2"}]


def test_an_object_over_several_lines_is_one_row(spark: SparkSession, tmp_path: Path) -> None:
    assert read(spark, tmp_path / "a.json", '{\n  "a": "1",\n  "b": "2"\n}\n') == [
        {"a": "1", "b": "2"}
    ]


def test_a_broken_line_is_kept_whole(spark: SparkSession, tmp_path: Path) -> None:
    rows = read(spark, tmp_path / "a.jsonl", '{"a": "1"}\n{"a": jan@voorbeeld.nl\n{"a": "2"}\n')
    assert [(row["a"], row[CORRUPT]) for row in rows] == [
        ("1", None),
        (None, '{"a": jan@voorbeeld.nl'),
        ("2", None),
    ]


def test_a_file_that_begins_with_a_broken_line(spark: SparkSession, tmp_path: Path) -> None:
    rows = read(spark, tmp_path / "a.jsonl", '{"a": kapot\n{"a": "1"}\n{"a": "2"}\n')
    assert [(row["a"], row[CORRUPT]) for row in rows] == [
        (None, '{"a": kapot'),
        ("1", None),
        ("2", None),
    ]
