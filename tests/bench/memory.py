"""The most memory that a scan of the orders takes, as a command of its own."""

import tempfile
from pathlib import Path

from tests.bench import data
from tests.bench.data import ROOT
from tests.bench.given import Given
from tests.bench.lines import Line
from tests.bench.processes import ALL, DRIVER, EVERY, JVM, WORKERS, peaks
from tests.bench.start import scan_command


def measure(given: Given) -> list[Line]:
    """Megabytes by kind of process, looked at five times a second."""
    path = Path(data.different_orders(given.rows).source.path or "")
    found = []
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            found.append(peaks(scan_command(Path(folder, "out"), path), ROOT))
    return [
        Line(
            what=f"{role}, {measure.upper()}",
            unit="MB",
            figures=tuple(peak.get((role, measure), 0.0) for peak in found),
            note=f"peak, {given.rows:,} rows, a look every {EVERY} s",
        )
        for measure in ("Pss", "Rss")
        for role in (DRIVER, JVM, WORKERS, ALL)
    ]
