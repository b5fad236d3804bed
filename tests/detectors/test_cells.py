"""Every form in which Arrow hands over a column gives the same distinct texts and rows."""

from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.cells import Cells, cells

BLANK = ["", " ", "\t\n", "\u00a0"]


def held(found: Cells) -> dict[str, list[int]]:
    """Per text the rows that hold it."""
    texts = found.texts.to_pylist()
    assert len(texts) == len(set(texts))
    return {
        text: np.flatnonzero(found.rows_with(np.arange(len(texts)) == number)).tolist()
        for number, text in enumerate(texts)
    }


def expected(rows: list[list[str | None]]) -> dict[str, list[int]]:
    result: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for text in dict.fromkeys(value.strip() for value in row if value and value.strip()):
            result.setdefault(text, []).append(number)
    return result


def test_texts_are_distinct_and_trimmed_and_blanks_are_none() -> None:
    found = cells(pa.array(["a", None, " a ", *BLANK, "b"]))
    assert held(found) == {"a": [0, 2], "b": [7]}
    assert np.flatnonzero(found.filled()).tolist() == [0, 2, 7]
    assert found.rows == 8


@pytest.mark.parametrize("values", [[], [None, None], BLANK])
def test_a_column_without_texts(values: list[str | None]) -> None:
    found = cells(pa.array(values, pa.string()))
    assert held(found) == {}
    assert found.filled().tolist() == [False] * len(values)


def test_a_row_of_a_list_column_counts_once() -> None:
    found = cells(pa.array([["a", "a", "b"], [], None, ["b", None, " "], [None]]))
    assert held(found) == {"a": [0], "b": [0, 3]}
    assert found.filled().tolist() == [True, False, False, True, False]


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.large_string()),
    ],
    ids=str,
)
def test_any_storage_of_strings_reads_alike(kind: pa.DataType) -> None:
    values = pa.array(["x", None, "é ", "x"]).cast(kind)
    assert held(cells(values)) == {"x": [0, 3], "é": [2]}
    assert held(cells(values.slice(2))) == {"é": [0], "x": [1]}


@pytest.mark.parametrize(
    "kind",
    [
        pa.list_(pa.string()),
        pa.large_list(pa.string()),
        pa.list_(pa.large_string()),
        pa.large_list(pa.large_string()),
    ],
    ids=str,
)
def test_any_storage_of_lists_reads_alike(kind: pa.DataType) -> None:
    values = pa.array([["q"], ["x", "y"], None, [], ["y"]], kind)
    assert held(cells(values)) == {"q": [0], "x": [1], "y": [1, 4]}
    assert held(cells(values.slice(1, 4))) == {"x": [0], "y": [0, 3]}


def test_what_lies_under_a_null_list_is_not_there() -> None:
    values = pa.ListArray.from_arrays(
        pa.array([0, 1, 2, 3]), pa.array(["a", "b", "c"]), mask=pa.array([False, True, False])
    )
    assert values.to_pylist() == [["a"], None, ["c"]]
    assert held(cells(values)) == {"a": [0], "c": [2]}


TEXTS = st.none() | st.text(st.sampled_from("ab é\n"), max_size=3)


@given(st.lists(TEXTS, max_size=15), st.integers(0, 15), st.integers(0, 15))
def test_a_slice_of_strings_is_a_column_of_its_own(
    values: list[str | None], start: int, length: int
) -> None:
    part = pa.array(values, pa.string()).slice(min(start, len(values)), length)
    assert held(cells(part)) == expected([[value] for value in part.to_pylist()])


@given(
    st.lists(st.none() | st.lists(TEXTS, max_size=4), max_size=15),
    st.integers(0, 15),
    st.integers(0, 15),
)
def test_a_slice_of_lists_is_a_column_of_its_own(
    values: list[list[str | None] | None], start: int, length: int
) -> None:
    part = pa.array(values, pa.list_(pa.string())).slice(min(start, len(values)), length)
    assert held(cells(part)) == expected([row or [] for row in part.to_pylist()])


@pytest.mark.parametrize("word", ["NULL", "null", "NaN", "n.v.t.", "N/A", "-", "Onbekend", "None"])
def test_a_word_that_says_that_there_is_nothing_is_empty(word: str) -> None:
    found = cells(pa.array(["a", word, f" {word} ", "b"]))
    assert held(found) == {"a": [0], "b": [3]}
    assert np.flatnonzero(found.filled()).tolist() == [0, 3]


def test_a_whole_number_that_was_a_float_is_the_number() -> None:
    found = cells(pa.array(["123456782.0", "123456782", "1.50", "83.149.9.0", "v2.0"]))
    assert held(found) == {"123456782": [0, 1], "1.50": [2], "83.149.9.0": [3], "v2.0": [4]}


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        (pa.array([0.0, -0.0, 1.5, None, float("nan")]), {"0": [0, 1], "1.5": [2]}),
        (pa.array([7, 7, None, 8], pa.int32()), {"7": [0, 1], "8": [3]}),
        (pa.array([True, None, True]), {"true": [0, 2]}),
        (pa.array([Decimal("12.0"), Decimal("12.5")]), {"12": [0], "12.5": [1]}),
        (pa.array([date(1985, 3, 14), None]), {"1985-03-14": [0]}),
        (pa.nulls(2), {}),
        (pa.array([b"\xe9", b"\xe8", b"e"]).view(pa.string()), {"\ufffd": [0, 1], "e": [2]}),
    ],
)
def test_values_of_a_type_of_their_own_are_written_once_each(
    values: pa.Array, rows: dict[str, list[int]]
) -> None:
    assert held(cells(values)) == rows


def test_some_of_the_cells_keep_their_rows() -> None:
    found = cells(pa.array(["a", "b", "a", None, "c"])).only(np.array([True, False, True]))
    assert held(found) == {"a": [0, 2], "c": [4]}
    assert found.rows == 5
