"""A document in a cell is read under the paths within it, and nothing in it is lost."""

import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.cells import Cells, cells
from detectors.documents import taken_apart


def apart(*texts: str | None) -> tuple[list[str], dict[str, list[tuple[int, str]]]]:
    """The plain texts that are left, and per path the rows and their values."""
    plain, inside = taken_apart(cells(pa.array(texts, pa.string())))
    return plain.texts.to_pylist(), {path: rows_of(found) for path, found in inside.items()}


def rows_of(found: Cells) -> list[tuple[int, str]]:
    texts = found.texts.to_pylist()
    pairs = zip(found.row_of.tolist(), found.text_of.tolist(), strict=True)
    return [(row, texts[text]) for row, text in pairs]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"a": {"b": "x"}}, {".a.b": ["x"]}),
        ({"a": [{"b": 1}, {"b": 2.50}]}, {".a[].b": ["1", "2.5"]}),
        ([{"a": True}, None, "x"], {"[].a": ["true"], "[]": ["x"]}),
        ({"a": '{"b": "x"}'}, {".a.b": ["x"]}),
        ({"jan@voorbeeld.nl": 1}, {"{key}": ["jan@voorbeeld.nl"], "{}": ["1"]}),
        ({"20240131": {"a": "x"}}, {"{key}": ["20240131"], "{}.a": ["x"]}),
        ({"a": ""}, {".a": []}),
        ({}, {}),
    ],
)
def test_a_value_lies_under_its_path(document: Any, expected: dict[str, list[str]]) -> None:
    plain, inside = apart(json.dumps(document))
    assert plain == []
    assert {path: [value for _, value in found] for path, found in inside.items()} == expected


@pytest.mark.parametrize("text", ["{jan}", "[opmerking]", "{'a': 1}", '{"a":', '{"a": 1} x', "x"])
def test_what_is_no_document_stays_a_text(text: str) -> None:
    assert apart(text) == ([text], {})


def test_a_repeated_name_loses_no_value() -> None:
    _, inside = apart('{"a": "x", "a": "y"}')
    assert inside == {".a": [(0, "x"), (0, "y")]}


def test_numbers_are_kept_as_they_are_written() -> None:
    _, inside = apart('{"a": 012}', '{"a": 123456782.0, "b": 1e400}')
    assert inside == {".a": [(1, "123456782")], ".b": [(1, "1e400")]}


def test_a_document_too_deep_is_a_text() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert apart(deep) == ([deep], {})


def test_an_object_of_very_many_names_is_a_map() -> None:
    _, inside = apart(
        json.dumps({f"n{chr(97 + n % 26)}{chr(97 + n // 26)}": n for n in range(300)})
    )
    assert set(inside) == {"{key}", "{}"}


VALUES = st.text("abc ", min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.none() | VALUES | st.dictionaries(st.sampled_from("pqr"), VALUES), max_size=8))
def test_every_value_is_found_in_its_row(column: list[Any]) -> None:
    texts = [json.dumps(cell) if isinstance(cell, dict) else cell for cell in column]
    plain, inside = apart(*texts)
    assert sorted(plain) == sorted({cell for cell in column if isinstance(cell, str)})
    found = {(row, path, value) for path, cells in inside.items() for row, value in cells}
    assert found == {
        (row, f".{name}", value)
        for row, cell in enumerate(column)
        if isinstance(cell, dict)
        for name, value in cell.items()
    }
