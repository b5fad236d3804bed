"""DEDUCE over the orders' remarks, as a program of its own, beside a scan of such remarks.

DEDUCE runs on one core; the remarks of the scan lie in one small file, which one worker
reads. DEDUCE's time is its processor's; what it takes to start is measured by giving it
nothing, and taken off.
"""

from collections.abc import Sequence
from itertools import cycle, islice
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from tests.bench import data
from tests.bench.data import ROOT
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.passes import DEPTHS, scan_of
from tests.bench.presidio import MOST, per_item
from tests.bench.rounds import Turn, interleaved
from tests.evaluation import with_deduce

COLUMN = "opmerking"
SAMPLE = 5000
"""Texts for DEDUCE, repeated where there are fewer: its start must not drown them."""
ENVIRONMENT = ROOT / "build" / "evaluation" / "deduce"
"""Where `make evaluate` installs it."""

_START, _DEDUCE = "start", "DEDUCE"


def measure(given: Given) -> list[Line]:
    """Microseconds per remark; one line of text where DEDUCE is not installed."""
    if not (ENVIRONMENT / "installed").exists():
        return [Line(what=_DEDUCE, note="left out: it is not installed; `make evaluate` does so")]
    orders = data.different_orders(min(given.rows, MOST))
    remarks = data.sample(MOST, orders, [COLUMN])
    texts: list[str] = data.read(remarks).column(COLUMN).to_pylist()
    some = list(islice(cycle(texts), SAMPLE))
    contenders = {
        _START: _turn([]),
        _DEDUCE: _turn(some),
    }
    for depth in DEPTHS:
        contenders[depth] = per_item(scan_of(given, [remarks], depth), len(texts))
    figures = interleaved(contenders, given.rounds)
    pairs = zip(figures[_DEDUCE], figures[_START], strict=True)
    each = tuple((all_of_it - start) / SAMPLE * 1e6 for all_of_it, start in pairs)
    return [
        Line(what="DEDUCE: start", unit="s", figures=figures[_START]),
        *(
            Line(what=depth, unit="us/text", figures=figures[depth], note=_rate(figures[depth]))
            for depth in DEPTHS
        ),
        *(
            Line(
                what=_DEDUCE,
                unit="us/text",
                figures=each,
                base=Base(name=depth, figures=figures[depth]),
                note=_rate(each),
            )
            for depth in DEPTHS
        ),
    ]


def _turn(texts: Sequence[str]) -> Turn:
    """DEDUCE once, with the seconds that its process was at work."""

    def turn() -> float:
        before = getrusage(RUSAGE_CHILDREN)
        with_deduce.find_all(texts, ENVIRONMENT)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return turn


def _rate(microseconds: tuple[float, ...]) -> str:
    return f"{1e6 / median(microseconds):,.0f} texts/s"
