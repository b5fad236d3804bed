"""A look at texts that leaves nothing out: what a quicker look is held against."""

import numpy as np
import pyarrow as pa

from detectors.finder import Found
from detectors.outlines import Outlines
from detectors.setup import Setup


class EveryText:
    """Takes every text for one that may hold anything."""

    def __init__(self, setup: Setup) -> None:
        """Take the entities that have patterns."""
        self._entities = [r.entity for r in setup.recognizers if r.patterns]

    def find(self, texts: pa.StringArray, outlines: Outlines) -> Found:
        """Every entity for every text."""
        done = np.zeros(len(texts), dtype=np.bool_)
        return Found(done=done, wanted={n: list(self._entities) for n in range(len(texts))})
