"""What it costs to begin: the command's help, what it imports later, and a tiny scan to its end."""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bench.data import CONF, ROOT
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.rounds import interleaved, wall

FEWEST = 10
"""Rounds at least: a start is short, and its figures differ more."""

COMMAND = Path(sys.executable).with_name("speurneus")

_BARE = "python, nothing imported"
_IMPORTS = ("pyspark.sql", "pyarrow", "spacy", "presidio_analyzer", "detectors.batch")
_ROWS = "naam;email\n" + "Jan Bakker;j.bakker@voorbeeld.nl\n" * 10


def measure(given: Given) -> list[Line]:
    """Seconds of whole processes; the tiny scan starts a Spark of its own."""
    starts = {
        _BARE: _python("pass"),
        "speurneus --help": [str(COMMAND), "--help"],
        **{f"import {name}": _python(f"import {name}") for name in _IMPORTS},
    }
    figures = interleaved(
        {name: wall(partial(run, words)) for name, words in starts.items()},
        max(FEWEST, given.rounds),
    )
    base = Base(name="bare python", figures=figures[_BARE])
    lines = [
        Line(what=name, unit="s", figures=of, base=None if name == _BARE else base)
        for name, of in figures.items()
    ]
    return [*lines, _tiny_scan(given)]


def scan_command(out: Path, path: Path) -> list[str]:
    """The command that scans a path without its conf of datasets."""
    return [str(COMMAND), "scan", "--conf", str(CONF), "--out", str(out), str(path)]


def run(words: list[str]) -> None:
    """Run a command to its end; raises RuntimeError where it fails."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{words[0]}: exit code {done.returncode}\n{done.stderr}")


def _tiny_scan(given: Given) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "klanten.csv")
        table.write_text(_ROWS, encoding="utf-8")
        words = scan_command(Path(folder, "out"), table)
        name = "speurneus scan, ten rows"
        figures = interleaved({name: wall(lambda: run(words))}, given.rounds)[name]
    return Line(what=name, unit="s", figures=figures, note="from the command to its end")


def _python(program: str) -> list[str]:
    return [sys.executable, "-W", "ignore", "-c", program]
