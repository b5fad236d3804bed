"""All patterns at once over an Arrow buffer: which cells deserve a closer look.

The skeletons of the recognizers' own patterns are compiled into one Hyperscan database.
The values are joined into one buffer, a newline between them, and each match's end is
mapped back to its cell. So a cell that is not a candidate for a recognizer cannot hold it.
"""

from collections.abc import Sequence
from typing import Any

import hyperscan
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors.recognizer import Recognizer
from detectors.skeleton import skeleton

_ID_BITS = 12

_PATTERNS_PER_DATABASE = 10
_FLAGS = hyperscan.HS_FLAG_DOTALL


class Prefilter:
    """The patterns of some recognizers, compiled once."""

    def __init__(self, recognizers: Sequence[Recognizer]) -> None:
        """Compile; a pattern that cannot be compiled is a ValueError that names its entity."""
        patterns = list(
            dict.fromkeys(
                (number, recognizer.entity, skeleton(pattern.regex))
                for number, recognizer in enumerate(recognizers)
                for pattern in recognizer.patterns
            )
        )
        # compiling costs more than in proportion to the patterns, scanning hardly anything
        self._databases = [
            _compiled(patterns[start : start + _PATTERNS_PER_DATABASE])
            for start in range(0, len(patterns), _PATTERNS_PER_DATABASE)
        ]

    def candidates(self, values: pa.StringArray) -> npt.NDArray[np.int64]:
        """Pairs (cell, recognizer), shape (n, 2), sorted, without repeats.

        `values` holds no nulls; the recognizer is its position in the constructor's sequence.
        """
        if len(values) == 0:
            return np.empty((0, 2), dtype=np.int64)
        text = pa.large_string()
        joined = pc.binary_join_element_wise(
            values.cast(text), pa.scalar("", text), pa.scalar("\n", text)
        )
        offsets = np.frombuffer(joined.buffers()[1], dtype=np.int64)
        offsets = offsets[joined.offset : joined.offset + len(joined) + 1]
        data: Any = memoryview(joined.buffers()[2])[offsets[0] : offsets[-1]]
        packed: list[int] = []
        append = packed.append

        def on_match(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            append(end << _ID_BITS | number)

        for database, scratch in self._databases:
            database.scan(data, match_event_handler=on_match, scratch=scratch)
        if not packed:
            return np.empty((0, 2), dtype=np.int64)
        found = np.unique(np.fromiter(packed, dtype=np.int64, count=len(packed)))
        ends = offsets[1:] - offsets[0] - 1
        cells = np.searchsorted(ends, found >> _ID_BITS, side="left")
        pairs = np.unique(cells << _ID_BITS | found & ((1 << _ID_BITS) - 1))
        return np.stack([pairs >> _ID_BITS, pairs & ((1 << _ID_BITS) - 1)], axis=1)


def _compiled(
    patterns: Sequence[tuple[int, str, bytes]],
) -> tuple[hyperscan.Database, hyperscan.Scratch]:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        database.compile(
            expressions=[expression for _, _, expression in patterns],
            ids=[number for number, _, _ in patterns],
            elements=len(patterns),
            flags=[_FLAGS] * len(patterns),
        )
    except hyperscan.error as error:
        entities = ", ".join(sorted({entity for _, entity, _ in patterns}))
        raise ValueError(f"a pattern of {entities} cannot be compiled: {error}") from error
    return database, hyperscan.Scratch(database)
