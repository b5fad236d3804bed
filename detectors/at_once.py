"""A rule over many whole values at once: what a recognizer's `accept_whole` is made of.

Values are ASCII, and none is null. What a quick rule leaves open is asked of the rule for one
value, once for each distinct one.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from detectors.cells import Mask


def accept_any(values: pa.StringArray) -> Mask:
    """That each is accepted: by a rule that only looks at what stands around; shape (n,)."""
    return np.ones(len(values), dtype=np.bool_)


def settled(
    values: pa.StringArray,
    accepted: Mask,
    unsettled: Mask,
    accept: Callable[[str, int, int], bool],
) -> Mask:
    """What was decided, and where it was not, what the rule for one value says; shape (n,)."""
    rows = np.flatnonzero(unsettled)
    if rows.size == 0:
        return accepted
    distinct = values.take(pa.array(rows)).dictionary_encode()
    texts = distinct.dictionary.to_pylist()
    said = np.fromiter((accept(text, 0, len(text)) for text in texts), np.bool_, len(texts))
    whole = accepted.copy()
    whole[rows] = said[distinct.indices.to_numpy()]
    return whole
