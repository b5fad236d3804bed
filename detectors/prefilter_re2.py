"""The prefilter of a platform that has no Hyperscan: the same candidates or more, by Arrow's RE2.

Slower, as each recognizer looks at each text. RE2's expressions are told for ASCII texts; any
other text is a candidate for all.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.re2 import are_ascii, matching
from detectors.re2_loose import any_occurs
from detectors.recognizer import Recognizer


class Prefilter:
    """The patterns of some recognizers, each as one expression."""

    def __init__(self, recognizers: Sequence[Recognizer]) -> None:
        """Translate the patterns."""
        self._occurring = [
            any_occurs([pattern.regex for pattern in recognizer.patterns])
            if recognizer.patterns
            else None
            for recognizer in recognizers
        ]

    def candidates(self, values: pa.StringArray) -> npt.NDArray[np.int64]:
        """Pairs (cell, recognizer), shape (n, 2), sorted, without repeats."""
        beyond = ~are_ascii(values)
        found = np.zeros((len(values), len(self._occurring)), dtype=np.bool_)
        for number, regex in enumerate(self._occurring):
            if regex is not None:
                found[:, number] = matching(values, regex) | beyond
        return np.argwhere(found).astype(np.int64)
