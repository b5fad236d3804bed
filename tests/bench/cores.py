"""A Spark of its own with a fixed number of cores, that scans the orders whenever it is told.

Run as a program: `python -m tests.bench.cores ROWS DEPTH` answers each line of stdin with
the seconds of one scan. The cores are given as a cluster gives them, on the command line
of Spark, for the project's session takes all cores of the machine otherwise.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.bench.data import ROOT
from tests.bench.rounds import Turn

if TYPE_CHECKING:
    from jobs.model import Dataset

_CONF = (
    "spark.driver.host=127.0.0.1",
    "spark.driver.bindAddress=127.0.0.1",
    "spark.ui.enabled=false",
    "spark.ui.showConsoleProgress=false",
    "spark.sql.shuffle.partitions=8",
    "spark.sql.sources.partitionColumnTypeInference.enabled=false",
)


@contextmanager
def scanning(cores: int, rows: int, depth: str) -> Iterator[Turn]:
    """Turns of a Spark with that many cores, which lives as long as the block."""
    said = " ".join(f"--conf {setting}" for setting in _CONF)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.cores", str(rows), depth],
        env={
            **os.environ,
            "SPARK_ENV_LOADED": "1",
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_SUBMIT_ARGS": f"--master local[{cores}] {said} pyspark-shell",
        },
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    asked, told = child.stdin, child.stdout
    assert asked is not None
    assert told is not None

    def turn() -> float:
        print("scan", file=asked, flush=True)
        answer = told.readline()
        if not answer:
            raise RuntimeError(f"the Spark of {cores} cores stopped")
        return float(answer)

    try:
        yield turn
    finally:
        asked.close()
        child.wait()


def tables(rows: int) -> "tuple[Dataset, Dataset]":
    """A few orders and all of them; written at the first call, so not by two processes at once."""
    from tests.bench import data

    return data.copied(data.orders(60), "orders-60", 2), data.orders(rows)


def main(rows: int, depth: str) -> None:
    """Scan at each line of stdin until it is closed."""
    from jobs.quiet import quiet

    quiet()
    from tests.bench.given import Given
    from tests.bench.passes import scan_of

    given = Given(rows=rows, rounds=0, tables=0, gib=0, log=None)
    few, all_of_it = tables(rows)
    for _ in sys.stdin:
        # Spark ends workers that were idle for a minute: the next ones load their engine here
        scan_of(given, [few], depth)()
        print(scan_of(given, [all_of_it], depth)(), flush=True)
    given.spark.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
