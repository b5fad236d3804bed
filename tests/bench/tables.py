"""Many small tables: what each costs beside its rows, in seconds and in Spark jobs.

The empty pass takes a table at a time, in a job of its own. That is no limit: a scan that
reads several in one job can be faster.
"""

from dataclasses import replace
from functools import partial

from pyspark.sql import SparkSession

from jobs.adhoc import datasets_at
from tests.bench import data, mixed
from tests.bench.given import Given
from tests.bench.lines import Line
from tests.bench.passes import DEFAULT, beside_the_limit, passes
from tests.bench.rounds import Turn, interleaved

COLUMNS, ROWS = 100, 1000


def measure(given: Given) -> list[Line]:
    """The default depth beside an empty pass over one table after another."""
    write = partial(mixed.write, tables=given.tables, columns=COLUMNS, rows=ROWS)
    folder = data.kept(f"tables-{given.tables}", write)
    datasets = datasets_at(given.spark, [str(folder)])
    jobs: dict[str, int] = {}
    turns = {
        name: _counting(given.spark, name, turn, jobs)
        for name, turn in passes(given, datasets, [DEFAULT]).items()
    }
    figures = interleaved(turns, given.rounds)
    what, number = f"{len(datasets):,} tables", len(datasets)
    return [
        replace(line, note=f"{line.note}, {ran:,} Spark jobs", facts={"spark jobs": ran})
        for line, ran in zip(
            beside_the_limit(what, figures, amount=number, unit="tables", limit="one by one"),
            jobs.values(),
            strict=True,
        )
    ]


def _counting(spark: SparkSession, name: str, turn: Turn, jobs: dict[str, int]) -> Turn:
    """The same turn, which also notes how many jobs it took."""

    def counted() -> float:
        before = jobs_of(spark)
        figure = turn()
        jobs[name] = jobs_of(spark) - before
        return figure

    return counted


def jobs_of(spark: SparkSession) -> int:
    """How many jobs the session has run; the status tracker remembers only the last thousand."""
    context = spark.sparkContext._jsc.sc()
    return int(context.dagScheduler().numTotalJobs())
