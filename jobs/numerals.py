"""The numerals by which a statement's purposes table cites its categories: `i t/m iv en vi`."""

import re

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def cited(cell: str) -> tuple[str, ...]:
    """The numerals that a cell of the table means, ranges written out.

    Raises `ValueError` where it holds anything else.
    """
    found: list[str] = []
    for part in re.split(r"\s*(?:,|\ben\b)\s*", cell):
        first, _, last = (numeral.strip() for numeral in part.partition("t/m"))
        begin = _NUMERALS.index(first)
        found += _NUMERALS[begin : _NUMERALS.index(last or first) + 1]
    return tuple(found)
