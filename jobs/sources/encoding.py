"""How text is encoded, told from its first bytes: UTF-8 unless they say UTF-16 or UTF-32."""

import codecs
from collections.abc import Iterable

from jobs.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def encoding_of(data: bytes) -> str:
    """The encoding's name, as Python and Java both know it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    even, odd = data[::2].count(0), data[1::2].count(0)
    # Latin text in UTF-16 has a zero in every pair, always on the same side
    if max(even, odd) > 0.3 * (len(data) / 2) and min(even, odd) < 0.1 * max(even, odd):
        return "UTF-16LE" if odd > even else "UTF-16BE"
    return "UTF-8"


def require_bytewise(encodings: Iterable[str]) -> None:
    """Raise SourceError for an encoding in which a newline is more than one byte."""
    wide = next((e for e in encodings if e.upper().startswith(("UTF-16", "UTF-32"))), None)
    if wide is not None:
        raise SourceError(f"{wide.upper()}: zet het bestand om naar UTF-8")
