"""Names in free text on one core: many texts at once as a scan does, beside one by one.

Both use the project's spaCy pipeline and look for names alone; stock Presidio takes a text
at a time. Each round has texts of its own: what either remembers of words helps it as much
as it does in a scan, what it would remember of whole texts does not.
"""

from collections import deque
from collections.abc import Callable
from itertools import count
from statistics import median

import numpy as np

from detectors.direct import direct
from jobs.demo import people
from jobs.demo.messages import MESSAGES, MOTIVATIONS, REVIEWS
from jobs.demo.texts import choose, fill
from tests.bench import stock
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.rounds import Turn, interleaved, processor

MOST = 2000
"""Texts a round."""

_TEMPLATES = (*MESSAGES, *MOTIVATIONS, *REVIEWS)
_OURS, _STOCK = "many texts at once", "stock Presidio, text by text"


def measure(given: Given) -> list[Line]:
    """Microseconds of this process's work per word; words are what white space parts."""
    size = min(MOST, max(100, given.rows // 100))
    ours, one_by_one = direct(given.setup), stock.names_alone(given.setup)

    def at_once(texts: list[str]) -> None:
        deque(ours.detect_with_names(texts, [()] * len(texts)), maxlen=0)

    def each(texts: list[str]) -> None:
        for text in texts:
            one_by_one(text)

    figures = interleaved(
        {_OURS: _per_word(at_once, size), _STOCK: _per_word(each, size)}, given.rounds
    )
    base = Base(name="many at once", figures=figures[_OURS])
    return [
        Line(
            what=name,
            unit="us/word",
            figures=of,
            base=None if name == _OURS else base,
            note=f"{1e6 / median(of):,.0f} words/s, {size:,} new texts a round",
        )
        for name, of in figures.items()
    ]


def texts_of(seed: int, size: int) -> list[str]:
    """What `size` customers write, each in a name of their own."""
    rng = np.random.default_rng(seed)
    writers = people.draw(rng, size)
    return [fill(choose(_TEMPLATES, rng), person, "B2026-104233", rng).text for person in writers]


def _per_word(read: Callable[[list[str]], None], size: int) -> Turn:
    seeds = count()

    def turn() -> float:
        texts = texts_of(next(seeds), size)
        words = sum(len(text.split()) for text in texts)
        return processor(lambda: read(texts))() / words * 1e6

    return turn
