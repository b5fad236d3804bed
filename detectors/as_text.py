"""A column of any scalar type as text, written as a person would; what is no UTF-8 is mended."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_EXACT = 2**53
"""From here on a float is not exact as a whole number, and neither is its conversion."""


def as_text(values: pa.Array) -> pa.StringArray:
    """The values as strings, shape (n,); null stays null."""
    if pa.types.is_floating(values.type):
        return _whole_where_it_can(values)
    texts = values.cast(pa.string())
    return texts if _is_utf8(texts) else _mended(texts)


def _whole_where_it_can(values: pa.Array) -> pa.StringArray:
    """A number that a program kept as a float reads as the number it was."""
    known = pc.fill_null(values, np.nan).to_numpy(zero_copy_only=False).astype(np.float64)
    whole = np.isfinite(known) & (known == np.floor(known))
    small = whole & (np.abs(known) < _EXACT)
    numbers = np.where(small, known, 0).astype(np.int64)
    texts = pc.if_else(pa.array(small), pa.array(numbers).cast(pa.string()), values.cast("string"))
    large = whole & ~small
    if not large.any():
        return texts
    written = np.full(len(known), None, dtype=object)
    written[large] = [str(int(value)) for value in known[large]]
    return pc.if_else(pa.array(large), pa.array(written, pa.string()), texts)


def _is_utf8(texts: pa.StringArray) -> bool:
    try:
        texts.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _mended(texts: pa.StringArray) -> pa.StringArray:
    """Bytes that are no UTF-8, which one program wrote and no other reads, as `�`."""
    raw = texts.view(pa.binary()).to_pylist()
    return pa.array(
        [None if value is None else value.decode("utf-8", "replace") for value in raw], pa.string()
    )
