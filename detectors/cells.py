"""The cells of one Arrow column, once each: distinct texts, and which rows hold them.

Work is done on distinct texts only. A list column counts by rows: a row holds an
entity when one of its elements does.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]
Index = npt.NDArray[np.int64]


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


def cells(column: pa.Array) -> Cells:
    """The cells of a string column or of a column of lists of strings."""
    rows = len(column)
    if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        values = column.flatten()
        lengths = pc.fill_null(pc.list_value_length(column), 0).to_numpy(zero_copy_only=False)
        row_of = np.repeat(np.arange(rows, dtype=np.int64), lengths)
    else:
        values = column
        row_of = np.arange(rows, dtype=np.int64)
    values = pc.utf8_trim_whitespace(values.cast(pa.string()))
    keep = pc.fill_null(pc.not_equal(values, ""), False).to_numpy(zero_copy_only=False)
    encoded = values.filter(pa.array(keep)).dictionary_encode()
    return Cells(
        texts=encoded.dictionary,
        text_of=encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64),
        row_of=row_of[keep],
        rows=rows,
    )
