"""Lines of an access log fall apart without losing a character, and rows hold what they held."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from detectors.cells import Cells, cells
from detectors.pieces import in_pieces

QUOTED = st.text(st.sampled_from('abc /?=&%40."\\'), max_size=20).map(
    lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
)
LINE = st.builds(
    lambda host, user, day, second, what, size, tail: (
        f"192.0.2.{host} - {user} [{day:02}/May/2025:10:05:{second:02} +0200]"
        f" {what} 200 {size}{tail}"
    ),
    st.integers(0, 9),
    st.sampled_from(["-", "fatima", "j.de.vries"]),
    st.integers(1, 3),
    st.integers(0, 59),
    QUOTED,
    st.sampled_from(["-", "512"]),
    st.just("") | st.builds(lambda a, b: f" {a} {b}", QUOTED, QUOTED),
)


def of_rows(column: Cells) -> list[list[str]]:
    """The texts that each row holds."""
    texts = column.texts.to_pylist()
    held: list[list[str]] = [[] for _ in range(column.rows)]
    for row, text in zip(column.row_of.tolist(), column.text_of.tolist(), strict=True):
        held[row].append(texts[text])
    return held


@given(st.lists(LINE, min_size=1, max_size=40))
def test_each_character_of_a_line_is_in_one_of_its_pieces(lines: list[str]) -> None:
    column = in_pieces(cells(pa.array(lines)))
    for line, pieces in zip(lines, of_rows(column), strict=True):
        told = "".join(piece.removeprefix('" 200 - "-" ') for piece in pieces)
        assert sorted(told.replace(" ", "")) == sorted(line.replace(" ", ""))


def test_visitors_and_browsers_come_back_as_the_same_piece() -> None:
    lines = [
        f'192.0.2.1 - - [02/May/2025:10:05:{n:02} +0200] "GET /{n} HTTP/1.1" 200 9 "-" "curl/8.1"'
        for n in range(50)
    ]
    texts = in_pieces(cells(pa.array(lines))).texts.to_pylist()
    assert sum("curl" in text for text in texts) == 1
    assert sum("192.0.2.1" in text for text in texts) == 1


def test_a_line_of_another_make_stays_whole_among_the_others() -> None:
    usual = '192.0.2.1 - - [02/May/2025:10:05:01 +0200] "GET / HTTP/1.1" 200 9 "-" "curl/8"'
    odd = "2025/05/02 10:05:01 [error] 7#7: *9 open() failed, client: 192.0.2.7"
    column = in_pieces(cells(pa.array([usual, odd, None, usual])))
    held = of_rows(column)
    assert held[1] == [odd]
    assert held[2] == []
    assert held[0] == held[3]
    assert np.flatnonzero(column.filled()).tolist() == [0, 1, 3]


def test_any_other_column_is_left_as_it_is() -> None:
    column = cells(pa.array(["een", "twee [3]", "192.0.2.1 - - GET"]))
    assert in_pieces(column) is column
    empty = cells(pa.array([None, ""], pa.string()))
    assert in_pieces(empty) is empty
