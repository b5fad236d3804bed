"""Candidates are told per cell, whatever the cells hold and however the array lies."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.prefilter import Prefilter
from detectors.recognizer import Pattern, Recognizer

NUMBER = Recognizer(entity="NUMBER", patterns=(Pattern(regex=r"(?<!\d)\d{3}(?!\d)", score=0.9),))
WORD = Recognizer(
    entity="WORD",
    patterns=(Pattern(regex=r"klant\w", score=0.9), Pattern(regex=r"(?i:élève)", score=0.9)),
)
SILENT = Recognizer(entity="SILENT")


@pytest.fixture(scope="module")
def prefilter() -> Prefilter:
    return Prefilter([NUMBER, SILENT, WORD])


def pairs(prefilter: Prefilter, values: pa.Array) -> list[list[int]]:
    found: list[list[int]] = prefilter.candidates(values).tolist()
    return found


def test_a_candidate_is_a_cell_and_a_recognizer_sorted_and_once(prefilter: Prefilter) -> None:
    cells = ["klant1 klant2 123 456", "niets", "123"]
    assert pairs(prefilter, pa.array(cells)) == [[0, 0], [0, 2], [2, 0]]


def test_no_cells_and_empty_cells_have_no_candidates(prefilter: Prefilter) -> None:
    assert pairs(prefilter, pa.array([], pa.string())) == []
    assert pairs(prefilter, pa.array(["", "", ""])) == []
    assert pairs(prefilter, pa.array(["", "123", ""])) == [[1, 0]]


def test_nothing_is_found_across_two_cells(prefilter: Prefilter) -> None:
    assert pairs(prefilter, pa.array(["1", "23", "12", "", "3", "klant", "a"])) == []


def test_a_cell_of_several_lines_is_one_cell(prefilter: Prefilter) -> None:
    cells = ["a\n\n123\n", "\n", "\nklanten\n", "x"]
    assert pairs(prefilter, pa.array(cells)) == [[0, 0], [2, 2]]


def test_a_match_at_either_end_belongs_to_its_own_cell(prefilter: Prefilter) -> None:
    assert pairs(prefilter, pa.array(["x 123", "y", "456 x", "789"])) == [[0, 0], [2, 0], [3, 0]]


def test_cells_are_told_by_bytes_not_by_letters(prefilter: Prefilter) -> None:
    cells = ["好", "é 123", "ÉLÈVE", "😀", "Ωklanté"]
    assert pairs(prefilter, pa.array(cells)) == [[1, 0], [2, 2], [4, 2]]


def test_a_slice_is_numbered_from_its_own_start(prefilter: Prefilter) -> None:
    whole = pa.array(["123", "é", "klanten", "", "456"])
    assert pairs(prefilter, whole.slice(2)) == [[0, 2], [2, 0]]
    assert pairs(prefilter, whole.slice(1, 2)) == [[1, 2]]
    assert pairs(prefilter, whole.slice(5)) == []


def test_a_large_batch_keeps_count(prefilter: Prefilter) -> None:
    cells = [f"rij {n % 1000}" for n in range(50_000)]
    expected = [[n, 0] for n in range(50_000) if n % 1000 >= 100]
    assert pairs(prefilter, pa.array(cells)) == expected


@settings(max_examples=100)
@given(
    st.lists(st.text(st.sampled_from("123klanté \n"), max_size=12), max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
)
def test_a_cell_is_judged_alone(
    prefilter: Prefilter, cells: list[str], start: int, length: int
) -> None:
    part = pa.array(cells, pa.string()).slice(min(start, len(cells)), length)
    alone = [
        [place, recognizer]
        for place, cell in enumerate(part)
        for _, recognizer in pairs(prefilter, pa.array([cell.as_py()]))
    ]
    assert pairs(prefilter, part) == alone


def test_a_pattern_that_hyperscan_refuses_names_its_entity() -> None:
    # a repeat beyond what a database holds
    broken = Recognizer(entity="ENDLESS", patterns=(Pattern(regex=r"x(?:ab){70000}y", score=0.9),))
    with pytest.raises(ValueError, match="ENDLESS"):
        Prefilter([broken])
