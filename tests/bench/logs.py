"""An access log of eight turns, plain and gzipped: megabytes of text a second."""

import gzip
import os
from itertools import cycle
from pathlib import Path

from jobs.demo import logs
from jobs.demo.shop import Shop
from jobs.model import Dataset, Source
from tests.bench import data
from tests.bench.given import Given
from tests.bench.lines import Line
from tests.bench.passes import DEPTHS, beside_the_limit, passes
from tests.bench.rounds import interleaved

TURNS = 8
LINES = 20_000
"""Different lines of the demo's log: as many as Spark hands over at once, so that lines are
repeated from batch to batch but never within one."""


def measure(given: Given) -> list[Line]:
    """Each depth beside an empty pass, by the size of the text before it was packed."""
    turn = _turn(given)
    size = turn.stat().st_size * TURNS / 1e6
    lines = []
    for what, folder in (("plain", _plain(turn)), ("gzip", _packed(turn))):
        figures = interleaved(passes(given, [_log(folder)], DEPTHS), given.rounds)
        lines += beside_the_limit(what, figures, amount=size, unit="MB")
    return lines


def _log(folder: Path) -> Dataset:
    return Dataset(name="nginx", source=Source(path=str(folder)))


def _turn(given: Given) -> Path:
    """One turn of the log, an eighth of what was asked for."""
    wanted = int(given.gib * 2**30 / TURNS)
    name = "demo" if given.log is None else f"{given.log.name}-{given.log.stat().st_mtime_ns}"

    def write(folder: Path) -> None:
        lines = _demo() if given.log is None else _given(given.log, wanted)
        with (folder / "access.log").open("wb") as file:
            for line in cycle(lines):
                file.write(line)
                if file.tell() >= wanted:
                    return

    return data.kept(f"log-{name}-{wanted}", write) / "access.log"


def _demo() -> list[bytes]:
    made = logs.access(Shop(rows=LINES, seed=data.SEED, as_of=data.DAY))
    return [f"{row.values}\n".encode() for row in made.rows]


def _given(path: Path, wanted: int) -> list[bytes]:
    """As many whole lines of a file, packed or not, as one turn holds."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        lines = [line for line in file.readlines(wanted) if line.endswith(b"\n")]
    if not lines:
        raise ValueError(f"{path}: no whole line in its first {wanted:,} bytes")
    return lines


def _plain(turn: Path) -> Path:
    def write(folder: Path) -> None:
        for number in range(1, TURNS + 1):
            os.link(turn, folder / f"access.log.{number}")

    return data.kept(f"{turn.parent.name}-plain", write)


def _packed(turn: Path) -> Path:
    def write(folder: Path) -> None:
        first = folder / "access.log.1.gz"
        with turn.open("rb") as plain, gzip.open(first, "wb", compresslevel=6) as packed:
            while block := plain.read(2**20):
                packed.write(block)
        for number in range(2, TURNS + 1):
            os.link(first, folder / f"access.log.{number}.gz")

    return data.kept(f"{turn.parent.name}-gzip", write)
