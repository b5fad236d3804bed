"""More rows, more cores: whether time grows with the rows as a straight line, and what a core adds.

Eight times the rows are the files of four times, twice.
"""

from statistics import median

import numpy as np

from tests.bench import data
from tests.bench.cores import scanning, tables
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.passes import DEFAULT, scan_of
from tests.bench.rounds import interleaved


def measure(given: Given) -> list[Line]:
    """Scans at the default depth; the line is the best fit through the medians."""
    return [*_rows(given), *_cores(given)]


def _rows(given: Given) -> list[Line]:
    four = data.orders(4 * given.rows)
    tables = {
        1: data.orders(given.rows),
        2: data.orders(2 * given.rows),
        4: four,
        8: data.copied(four, f"orders-{4 * given.rows}", 2),
    }
    figures = interleaved(
        {str(times): scan_of(given, [table], DEFAULT) for times, table in tables.items()},
        given.rounds,
    )
    off = deviations({times: median(figures[str(times)]) for times in tables})
    first = Base(name=f"{given.rows:,} rows", figures=figures["1"])
    return [
        Line(
            what=f"{times * given.rows:,} rows",
            unit="s",
            figures=figures[str(times)],
            base=None if times == 1 else first,
            note=f"{off[times]:+.1%} off the straight line",
            facts={"rows": times * given.rows, "deviation": off[times]},
        )
        for times in tables
    ]


def _cores(given: Given) -> list[Line]:
    tables(given.rows)
    with (
        scanning(2, given.rows, DEFAULT) as two,
        scanning(1, given.rows, DEFAULT) as one,
    ):
        figures = interleaved({"local[2]": two, "local[1]": one}, given.rounds)
    base = Base(name="local[2]", figures=figures["local[2]"])
    return [
        Line(
            what=f"{given.rows:,} rows, {master}",
            unit="s",
            figures=of,
            base=base if master == "local[1]" else None,
            note="one task at a time; the JVM's own threads have all cores"
            if master == "local[1]"
            else "",
        )
        for master, of in figures.items()
    ]


def deviations(seconds: dict[int, float]) -> dict[int, float]:
    """How far each lies above the line that fits them best, as a share of the line."""
    sizes, taken = np.array(list(seconds)), np.array(list(seconds.values()))
    line = np.polyval(np.polyfit(sizes, taken, 1), sizes)
    return dict(zip(seconds, ((taken - line) / line).tolist(), strict=True))
