"""Lines of an access log, taken to pieces: who, when, what, from where, with what.

No two lines are alike, but visitors, pages and browsers come back by the thousand; a piece is read
once. Each character of a line is in one of its pieces, and a row holds what one of them holds.
Format: https://httpd.apache.org/docs/2.4/logs.html#accesslog (common and combined).
"""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.cells import Cells, cells_of

_QUOTED = r'"(?:[^"\\]|\\.)*"'
# a user's name is told by the date behind it
_WHO = r"[^\s\[\]]+ [^\s\[\]]+ [^\[\]]{0,200}\[\d{2}/\w{3}/\d{4}:"
_WHEN = r"\d{2}:\d{2}:\d{2} [+-]\d{4}\]"
_LINE = (
    rf"\A(?P<who>{_WHO})(?P<when>{_WHEN}) (?P<what>{_QUOTED}) (?P<status>\d{{3}} (?:\d+|-))"
    rf"(?: (?P<whence>{_QUOTED}) (?P<agent>{_QUOTED}))?(?P<rest>(?: .*)?)\z"
)
# RE2 takes longer to compile it than Python to ask a sample
_LOOKS_LIKE_LINE = re.compile(_LINE.replace(r"\z", r"\Z"))
_PIECES = ("who", "when", "what", "status", "whence", "agent", "rest")
_BEFORE_AGENT = '" 200 - "-" '
"""What stands before a browser in a line, by which it is told from other quoted texts."""
_SAMPLE = 32
_MOST = 0.5


def in_pieces(column: Cells) -> Cells:
    """The cells of a column of an access log, its lines in pieces; any other column as it is."""
    texts = column.texts
    if not _are_lines(texts.slice(0, _SAMPLE)) or not _are_lines(
        texts.slice(max(0, len(texts) - _SAMPLE))
    ):
        return column
    told = pc.extract_regex(texts, _LINE)
    is_line = told.is_valid().to_numpy(zero_copy_only=False)
    of_line, odd = pa.array(column.text_of), ~is_line[column.text_of]
    pieces = {piece: pc.struct_field(told, piece) for piece in _PIECES}
    agent = pieces["agent"]
    told_apart = pc.binary_join_element_wise(_BEFORE_AGENT, agent, "")
    pieces["agent"] = pc.if_else(pc.equal(agent, ""), agent, told_apart)
    values = [piece.take(of_line) for piece in pieces.values()]
    values.append(texts.take(pa.array(column.text_of[odd])))
    rows = [*[column.row_of] * len(_PIECES), column.row_of[odd]]
    return cells_of(pa.concat_arrays(values), np.concatenate(rows), column.rows)


def _are_lines(texts: pa.StringArray) -> bool:
    some = texts.to_pylist()
    return sum(map(bool, map(_LOOKS_LIKE_LINE.match, some))) > _MOST * len(some)
