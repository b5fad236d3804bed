"""All patterns at once over an Arrow buffer: which cells deserve a closer look.

The skeletons of the recognizers' own patterns are compiled into one Hyperscan database.
The values are joined into one buffer, a newline between them, and each match's end is
mapped back to its cell. So a cell that is not a candidate for a recognizer cannot hold it.
"""

import hashlib
import os
import platform
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from inspect import getsource
from pathlib import Path
from typing import Any

import hyperscan
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors import classes, skeleton
from detectors.recognizer import Recognizer

_ID_BITS = 12

_PATTERNS_PER_DATABASE = 40
_FLAGS = hyperscan.HS_FLAG_DOTALL

_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "speurneus"
"""Compiled patterns, which take seconds to compile; nothing of any data."""


class Prefilter:
    """The patterns of some recognizers, compiled once."""

    def __init__(self, recognizers: Sequence[Recognizer]) -> None:
        """Compile; a pattern that cannot be compiled is a ValueError that names its entity."""
        patterns = list(
            dict.fromkeys(
                (number, recognizer.entity, pattern.regex)
                for number, recognizer in enumerate(recognizers)
                for pattern in recognizer.patterns
            )
        )
        # compiling costs more than in proportion to the patterns, scanning hardly anything
        self._databases = [
            _database(patterns[start : start + _PATTERNS_PER_DATABASE])
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


def _database(
    patterns: Sequence[tuple[int, str, str]],
) -> tuple[hyperscan.Database, hyperscan.Scratch]:
    """The database of some patterns, as an earlier process of this machine left it, or new."""
    kept = _CACHE / f"{hashlib.sha256(repr((_made_by(), patterns)).encode()).hexdigest()}.hs"
    try:
        database = hyperscan.loadb(kept.read_bytes(), hyperscan.HS_MODE_BLOCK)
        return database, hyperscan.Scratch(database)
    except (OSError, hyperscan.error):
        database = _compiled(patterns)
    with suppress(OSError):
        _CACHE.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = kept.with_suffix(f".{os.getpid()}")
        written.write_bytes(hyperscan.dumpb(database))
        written.replace(kept)
    return database, hyperscan.Scratch(database)


@cache
def _made_by() -> tuple[object, ...]:
    """What a compiled pattern depends on beside itself."""
    sources = (getsource(skeleton), getsource(classes))
    return version("hyperscan"), platform.machine(), platform.processor(), _FLAGS, sources


def _compiled(patterns: Sequence[tuple[int, str, str]]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = [skeleton.skeleton(regex) for _, _, regex in patterns]
    try:
        database.compile(
            expressions=expressions,
            ids=[number for number, _, _ in patterns],
            elements=len(patterns),
            flags=[_FLAGS] * len(patterns),
        )
    except hyperscan.error as error:
        entities = ", ".join(sorted({entity for _, entity, _ in patterns}))
        raise ValueError(f"a pattern of {entities} cannot be compiled: {error}") from error
    return database
