"""The bytes under a column of texts, for what is quicker told from them than from each text."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Offsets = npt.NDArray[np.int32]


def buffers(texts: pa.StringArray) -> tuple[Offsets, bytes]:
    """Where each text begins, and the last one ends, in the bytes of all; shapes (n + 1,) and (b,).

    The texts may be a slice; none is null.
    """
    data: Any = texts.buffers()[2] if len(texts) else None
    if data is None:
        return np.zeros(len(texts) + 1, dtype=np.int32), b""
    offsets = np.frombuffer(texts.buffers()[1], dtype=np.int32)
    offsets = offsets[texts.offset : texts.offset + len(texts) + 1]
    return offsets - offsets[0], bytes(memoryview(data)[offsets[0] : offsets[-1]])
