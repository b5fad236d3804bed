"""How deep a sweep reads: patterns are matched in every row; names cost more, and are sampled."""

from enum import StrEnum

import numpy as np

from detectors.cells import Mask

_FIRST = 4000
"""So many distinct texts of a column are read in each partition: a small table's are all read."""
_LEAST = 64
"""And so many of each batch after these, for what comes late in a table may differ."""


class Depth(StrEnum):
    """In which texts of several words names of people and places are looked for.

    `PATTERNS` in none, `SAMPLE` in some of each partition, `FULL` in all.
    """

    PATTERNS = "patterns"
    SAMPLE = "sample"
    FULL = "full"


class Quota:
    """How many texts of one column may yet be read for names in a partition."""

    def __init__(self, depth: Depth) -> None:
        """Begin a partition."""
        self._depth = depth
        self._left = _FIRST

    def taken(self, free: Mask) -> Mask:
        """Which of the marked distinct texts of the next batch to read; shape (d,)."""
        if self._depth is Depth.FULL:
            return free
        taken = np.zeros_like(free)
        if self._depth is Depth.SAMPLE:
            numbers = np.flatnonzero(free)
            most = max(self._left, _LEAST)
            if len(numbers) > most:
                numbers = numbers[np.linspace(0, len(numbers) - 1, most).astype(np.int64)]
            self._left -= len(numbers)
            taken[numbers] = True
        return taken
