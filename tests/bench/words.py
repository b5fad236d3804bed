"""Free text on one core: a scan at full depth beside stock Presidio, with the same pipeline.

First everything: all patterns and the names of each text, as a scan counts a column of texts,
and as Presidio analyzes a text at a time. Then names alone, by the same spaCy pipeline. Each round
has texts of its own: what either remembers of words helps it as much as it does in a scan, what
it would remember of whole texts does not.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from statistics import median

import numpy as np
import pyarrow as pa

from detectors.batch import Counter, Plan
from detectors.counts import Counts
from detectors.depth import Depth
from detectors.direct import direct
from detectors.setup import Setup
from jobs.demo import people
from jobs.demo.messages import MESSAGES, MOTIVATIONS, REVIEWS
from jobs.demo.texts import choose, fill
from tests.bench import data, stock
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.rounds import Turn, interleaved, processor
from tests.evaluation.identifiers import Find

MOST = 2000
"""Texts a round."""

_TEMPLATES = (*MESSAGES, *MOTIVATIONS, *REVIEWS)
_APART = 10**6
"""Between the seeds of contenders: what one has read the next must not remember."""
FEW = 100
"""Texts a round for what takes milliseconds a text."""


def measure(given: Given) -> list[Line]:
    """Microseconds of this process's work per word; words are what white space parts."""
    size = min(MOST, max(100, given.rows // 100))
    setup = given.setup
    counter, ours = Counter(setup), direct(setup)
    patterns, names = stock.with_our_patterns(setup), stock.names_alone(setup)

    def scan(texts: list[str]) -> None:
        batch = pa.RecordBatch.from_pydict({"c0": pa.array(texts)})
        counter.count(batch, _plan(setup), Counts(), {})

    def names_at_once(texts: list[str]) -> None:
        deque(ours.detect_with_names(texts, [()] * len(texts)), maxlen=0)

    def each(find: Find) -> Callable[[list[str]], None]:
        return lambda texts: deque(map(find, texts), maxlen=0)

    contenders = {
        "patterns and names: a scan, full": (scan, size),
        "patterns and names: stock Presidio": (each(patterns), FEW),
        "names: many texts at once": (names_at_once, size),
        "names: stock Presidio": (each(names), size),
    }
    figures = interleaved(
        {
            name: _per_word(read, many, turn * _APART)
            for turn, (name, (read, many)) in enumerate(contenders.items())
        },
        given.rounds,
    )
    lines = []
    for ours_name, stock_name in _pairs(contenders):
        base = Base(name=ours_name.split(": ")[1], figures=figures[ours_name])
        for name in (ours_name, stock_name):
            lines.append(
                Line(
                    what=name,
                    unit="us/word",
                    figures=figures[name],
                    base=None if name == ours_name else base,
                    note=f"{1e6 / median(figures[name]):,.0f} words/s,"
                    f" {contenders[name][1]:,} new texts a round",
                )
            )
    return lines


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two by two."""
    turn = iter(names)
    return zip(turn, turn, strict=True)


def _plan(setup: Setup) -> Plan:
    return Plan(
        paths=("tekst",), table="t", anchors=(), day=data.DAY, setup=setup, depth=Depth.FULL
    )


def texts_of(seed: int, size: int) -> list[str]:
    """What `size` customers write, each in a name of their own."""
    rng = np.random.default_rng(seed)
    writers = people.draw(rng, size)
    return [fill(choose(_TEMPLATES, rng), person, "B2026-104233", rng).text for person in writers]


def _per_word(read: Callable[[list[str]], None], size: int, first: int) -> Turn:
    seeds = count(first)

    def turn() -> float:
        texts = texts_of(next(seeds), size)
        words = sum(len(text.split()) for text in texts)
        return processor(lambda: read(texts))() / words * 1e6

    return turn
