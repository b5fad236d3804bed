"""Candidates are told per cell, whatever the cells hold and however the array lies."""

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors import prefilter as prefilter_module
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
    # so many alternatives are more than one pattern may hold
    words = "|".join(f"{number:06}[a-z]{{3}}x" for number in range(40_000))
    broken = Recognizer(entity="ENDLESS", patterns=(Pattern(regex=f"(?:{words})", score=0.9),))
    with pytest.raises(ValueError, match="ENDLESS"):
        Prefilter([broken])


def test_what_an_earlier_process_compiled_is_taken_unless_it_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prefilter_module, "_CACHE", tmp_path / "cache")
    cells = pa.array(["123", "klanten"])
    assert pairs(Prefilter([NUMBER, WORD]), cells) == [[0, 0], [1, 1]]
    (kept,) = (tmp_path / "cache").iterdir()
    monkeypatch.setattr(prefilter_module, "_compiled", None)
    assert pairs(Prefilter([NUMBER, WORD]), cells) == [[0, 0], [1, 1]]
    monkeypatch.undo()
    monkeypatch.setattr(prefilter_module, "_CACHE", tmp_path / "cache")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-8])
    assert pairs(Prefilter([NUMBER, WORD]), cells) == [[0, 0], [1, 1]]
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "file"
    taken.touch()
    monkeypatch.setattr(prefilter_module, "_CACHE", taken)
    assert pairs(Prefilter([NUMBER]), pa.array(["123"])) == [[0, 0]]
