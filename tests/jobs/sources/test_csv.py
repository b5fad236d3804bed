"""Delimited text as the world writes it; every cell a string, no row lost."""

import gzip
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jobs.model import Source
from jobs.sources.csv import FORMAT, is_header, separator
from jobs.sources.format import CORRUPT

Rows = list[dict[str, str | None]]


def read(spark: SparkSession, path: Path, data: str | bytes, **said: object) -> Rows:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    source = Source(path=str(path), **said)
    return [row.asDict() for row in FORMAT.read(spark, source, [str(path)]).collect()]


def whole(rows: Rows) -> Rows:
    """The rows without the column of broken ones, which must be empty."""
    assert [row.pop(CORRUPT) for row in rows] == [None] * len(rows)
    return rows


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_any_usual_separator_is_told(spark: SparkSession, tmp_path: Path, mark: str) -> None:
    text = "naam;stad\nJelte;Joure\nFroukje;Sneek\n".replace(";", mark)
    assert whole(read(spark, tmp_path / "a.csv", text)) == [
        {"naam": "Jelte", "stad": "Joure"},
        {"naam": "Froukje", "stad": "Sneek"},
    ]


def test_quotes_hold_separators_quotes_and_newlines(spark: SparkSession, tmp_path: Path) -> None:
    text = 'naam;tekst\nJelte;"een; ""twee""\nen drie"\nFroukje;"é"\n'
    assert whole(read(spark, tmp_path / "a.csv", text)) == [
        {"naam": "Jelte", "tekst": 'een; "twee"\nen drie'},
        {"naam": "Froukje", "tekst": "é"},
    ]


def test_a_byte_order_mark_is_no_part_of_a_name(spark: SparkSession, tmp_path: Path) -> None:
    assert whole(read(spark, tmp_path / "a.csv", "\ufeffnaam;stad\nJelte;Joure\n")) == [
        {"naam": "Jelte", "stad": "Joure"}
    ]


@pytest.mark.parametrize(
    "first",
    ["jan@voorbeeld.nl;Jan", "123456782;Jan", "Jan;06-12345678", "2024-01-01;x", ";Jan"],
)
def test_a_row_of_data_never_becomes_names(spark: SparkSession, tmp_path: Path, first: str) -> None:
    rows = whole(read(spark, tmp_path / "a.csv", f"{first}\n{first}\n"))
    assert [list(row) for row in rows] == [["_c0", "_c1"]] * 2
    assert list(rows[0].values()) == [value or None for value in first.split(";")]


def test_conf_can_say_that_there_is_no_header(spark: SparkSession, tmp_path: Path) -> None:
    rows = whole(read(spark, tmp_path / "a.csv", "Jan;Joure\nPiet;Sneek\n", header=False))
    assert rows == [{"_c0": "Jan", "_c1": "Joure"}, {"_c0": "Piet", "_c1": "Sneek"}]


def test_conf_can_say_separator_header_and_encoding(spark: SparkSession, tmp_path: Path) -> None:
    data = "1e naam~stad\nYıldız~Pötsdam\n".replace("ı", "i").encode("latin-1")
    rows = read(spark, tmp_path / "a.csv", data, separator="~", header=True, encoding="ISO-8859-1")
    assert whole(rows) == [{"1e naam": "Yildiz", "stad": "Pötsdam"}]


def test_a_ragged_row_is_kept_whole(spark: SparkSession, tmp_path: Path) -> None:
    rows = read(spark, tmp_path / "a.csv", "a;b;c\n1;2;3\n4;5\n6;7;8;jan@voorbeeld.nl\n")
    assert [row[CORRUPT] for row in rows] == [None, "4;5", "6;7;8;jan@voorbeeld.nl"]
    assert rows[0]["a"] == "1"


def test_values_stay_as_they_are_written(spark: SparkSession, tmp_path: Path) -> None:
    text = "a;b;c;d\n0012;12345678901234567890;1e3;01-02-2024\n"
    assert whole(read(spark, tmp_path / "a.csv", text)) == [
        {"a": "0012", "b": "12345678901234567890", "c": "1e3", "d": "01-02-2024"}
    ]


def test_equal_names_are_told_apart(spark: SparkSession, tmp_path: Path) -> None:
    assert whole(read(spark, tmp_path / "a.csv", "Naam;naam;stad\nx;y;z\n")) == [
        {"Naam": "x", "naam_2": "y", "stad": "z"}
    ]


def test_packed_files_of_one_table_are_read_together(spark: SparkSession, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.csv.gz" for name in "ab"]
    for number, path in enumerate(paths):
        path.write_bytes(gzip.compress(f"naam;nr\nJelte;{number}\n".encode()))
    frame = FORMAT.read(spark, Source(path=str(tmp_path)), [str(path) for path in paths])
    assert sorted(row["nr"] for row in frame.collect()) == ["0", "1"]


def test_an_empty_file_has_no_rows(spark: SparkSession, tmp_path: Path) -> None:
    assert read(spark, tmp_path / "a.csv", "") == []


def test_the_separator_is_the_one_on_which_most_lines_agree() -> None:
    assert separator(["a,b;c", "1,5;d", "x;y"]) == ";"
    assert separator(["naam", "Jan, Piet", "Klaas"]) != ""


@pytest.mark.parametrize(
    ("fields", "header"),
    [
        (["naam", "06_contact", "2e_adres"], True),
        (["naam", "stad"], True),
        (["Naam klant", "e-mail"], True),
        (["jan@voorbeeld.nl", "stad"], False),
        (["1", "stad"], False),
        (["naam", ""], False),
    ],
)
def test_a_header_holds_only_names(fields: list[str], header: bool) -> None:
    assert is_header(fields) is header


def test_blanks_around_names_are_no_part_of_them(spark: SparkSession, tmp_path: Path) -> None:
    assert whole(read(spark, tmp_path / "a.csv", "naam; stad \nx;y\n")) == [
        {"naam": "x", "stad": "y"}
    ]


def test_an_empty_file_does_not_hide_the_next(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("")
    (tmp_path / "b.csv").write_text("naam;stad\nx;y\n")
    paths = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    rows = FORMAT.read(spark, Source(path=str(tmp_path)), paths).collect()
    assert whole([row.asDict() for row in rows]) == [{"naam": "x", "stad": "y"}]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_from_the_bytes(spark: SparkSession, tmp_path: Path, encoding: str) -> None:
    data = "naam;stad\nJelte;Joure\nFroukje;Sneek\n".encode(encoding)
    assert whole(read(spark, tmp_path / "a.csv", data)) == [
        {"naam": "Jelte", "stad": "Joure"},
        {"naam": "Froukje", "stad": "Sneek"},
    ]


@pytest.mark.parametrize("text", ["\nnaam;stad\nx;y\n", "  \nnaam;stad\nx;y\n"])
def test_a_blank_first_line_is_no_header(spark: SparkSession, tmp_path: Path, text: str) -> None:
    rows = read(spark, tmp_path / "a.csv", text)
    assert {"naam": "x", "stad": "y", CORRUPT: None} in rows


def test_a_long_field_is_read(spark: SparkSession, tmp_path: Path) -> None:
    long = "x" * 200_000
    rows = whole(read(spark, tmp_path / "a.csv", f"naam;tekst\nJelte;{long}\nFroukje;y\n"))
    assert [row["tekst"] for row in rows] == [long, "y"]


def test_files_with_their_columns_in_another_order(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("naam; email\nJelte;j@x.nl\n")
    (tmp_path / "b.csv").write_text("email; naam\nf@x.nl;Froukje\n")
    paths = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    rows = FORMAT.read(spark, Source(path=str(tmp_path)), paths).collect()
    assert {(row["naam"], row["email"]) for row in rows} == {
        ("Jelte", "j@x.nl"),
        ("Froukje", "f@x.nl"),
    }


@pytest.mark.parametrize(
    ("fields", "following", "header"),
    [
        (["Jansen", "Utrecht"], [["Pietersen", "Sneek"], ["De Vries", "Joure"]], False),
        (["Klant", "Stad"], [["Jansen", "Utrecht"], ["Klant", "Joure"]], False),
        (["Naam", "Nummer"], [["Jansen", "12"], ["Pietersen", "13"]], True),
        (["KlantNaam", "Stad"], [["Jansen", "Utrecht"]], True),
        (["Naam", "Stad"], [], True),
    ],
)
def test_a_first_row_like_the_next_is_data(
    fields: list[str], following: list[list[str]], header: bool
) -> None:
    assert is_header(fields, following) is header
