"""Values of any type are written as a person would, and bytes that are no text do not stop it."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.as_text import as_text


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (pa.array(["a", None, "é"]), ["a", None, "é"]),
        (pa.array([123456782, None], pa.int64()), ["123456782", None]),
        (pa.array([612345678.0, 12.5, None, -3.0]), ["612345678", "12.5", None, "-3"]),
        (pa.array([0.1], pa.float32()), ["0.1"]),
        (pa.array([4.111111111111111e15, 1e18]), ["4111111111111111", "1000000000000000000"]),
        (pa.array([True, False, None]), ["true", "false", None]),
        (pa.array([date(1985, 3, 14), None]), ["1985-03-14", None]),
    ],
)
def test_a_value_is_written_as_a_person_would(values: pa.Array, texts: list[str | None]) -> None:
    assert as_text(values).to_pylist() == texts


@given(st.lists(st.none() | st.integers(-(2**52), 2**52)))
def test_a_whole_number_kept_as_a_float_reads_as_the_number(numbers: list[int | None]) -> None:
    values = pa.array([None if n is None else float(n) for n in numbers], pa.float64())
    assert as_text(values).to_pylist() == [None if n is None else str(n) for n in numbers]


@given(st.lists(st.none() | st.binary(max_size=12), min_size=1))
def test_bytes_that_are_no_utf8_are_mended_and_the_rest_kept(raw: list[bytes | None]) -> None:
    values = pa.array(raw, pa.binary()).view(pa.string())
    expected = [None if value is None else value.decode("utf-8", "replace") for value in raw]
    assert as_text(values).to_pylist() == expected
