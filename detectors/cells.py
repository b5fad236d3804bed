"""The cells of one Arrow column, once each: distinct texts, and which rows hold them.

Work is done on distinct texts only. A list column counts by rows: a row holds an
entity when one of its elements does. A cell that only says that there is nothing
(`NULL`, `n.v.t.`) is empty, and a whole number that was kept as a float is one.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors.as_text import as_text

Mask = npt.NDArray[np.bool_]
Index = npt.NDArray[np.int64]

_NOTHING = pa.array(
    [
        *("", "-", "--", "?", "\\N", "(null)", "<NA>", "NaT", "#N/A"),
        *(
            cased
            for word in ("null", "none", "nan", "n/a", "na", "nvt", "n.v.t.", "onbekend", "unknown")
            for cased in (word, word.upper(), word.capitalize())
        ),
        *("NaN", "N.v.t."),
    ]
)


@dataclass(frozen=True, kw_only=True)
class Cells:
    """`texts` (d distinct, trimmed, not empty), and per kept cell its text and its row."""

    texts: pa.StringArray
    text_of: Index
    row_of: Index
    rows: int

    def rows_with(self, texts: Mask) -> Mask:
        """Which rows hold one of the marked texts; shapes (d,) to (rows,)."""
        marked = np.zeros(self.rows, dtype=np.bool_)
        marked[self.row_of[texts[self.text_of]]] = True
        return marked

    def filled(self) -> Mask:
        """Which rows hold any text at all; shape (rows,)."""
        marked = np.zeros(self.rows, dtype=np.bool_)
        marked[self.row_of] = True
        return marked

    def only(self, texts: Mask) -> "Cells":
        """The cells that hold one of the marked texts; shape (d,)."""
        number = np.cumsum(texts, dtype=np.int64) - 1
        keep = texts[self.text_of]
        return Cells(
            texts=self.texts.filter(pa.array(texts)),
            text_of=number[self.text_of[keep]],
            row_of=self.row_of[keep],
            rows=self.rows,
        )


def cells(column: pa.Array) -> Cells:
    """The cells of a column of scalars, or of one of lists of strings."""
    rows = len(column)
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        lengths = pc.fill_null(pc.list_value_length(column), 0).to_numpy(zero_copy_only=False)
        row_of = np.repeat(np.arange(rows, dtype=np.int64), lengths)
        return cells_of(column.flatten(), row_of, rows)
    return cells_of(column, np.arange(rows, dtype=np.int64), rows)


def cells_of(values: pa.Array, row_of: Index, rows: int) -> Cells:
    """The cells of values of any scalar type, each of which stands in one of so many rows."""
    if not (pa.types.is_primitive(values.type) or pa.types.is_decimal(values.type)):
        values = values.cast(pa.string())
    encoded = values.dictionary_encode()
    kept = encoded.is_valid().to_numpy(zero_copy_only=False)
    found = Cells(
        texts=as_text(encoded.dictionary),
        text_of=encoded.indices.filter(pa.array(kept)).to_numpy().astype(np.int64),
        row_of=row_of[kept],
        rows=rows,
    )
    tidy = _tidied(found.texts)
    # bytes that are no UTF-8 can be written alike, and so can 0 and -0
    before = encoded.dictionary if pa.types.is_string(values.type) else found.texts
    if pa.types.is_floating(values.type) or not tidy.equals(before):
        merged = tidy.dictionary_encode()
        found = replace(
            found,
            texts=merged.dictionary,
            text_of=merged.indices.to_numpy().astype(np.int64)[found.text_of],
        )
    nothing = pc.is_in(found.texts, value_set=_NOTHING)
    if pc.any(nothing).as_py():
        found = found.only(pc.invert(nothing).to_numpy(zero_copy_only=False))
    return found


def _tidied(texts: pa.StringArray) -> pa.StringArray:
    """The texts trimmed, and whole numbers without the zero that a float added."""
    trimmed = pc.utf8_trim_whitespace(texts)
    if not pc.any(pc.ends_with(trimmed, ".0")).as_py():
        return trimmed
    return pc.replace_substring_regex(trimmed, r"^(\d+)\.0$", r"\1")
