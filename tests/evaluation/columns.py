"""Which columns are said to hold what, in demo warehouses of seeds that no test uses."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pyspark.sql import SparkSession

from jobs import demo, findings
from jobs.conf import load_datasets, load_detection, load_residency
from jobs.detection import setup
from jobs.residence import placed
from jobs.spark import session
from jobs.sweep import Sweep
from tests.evaluation.scores import Tally, total
from tests.evaluation.tables import Table, share

SEEDS = (40917, 88231)
_ROWS = 300
_DAY = date(2026, 3, 1)

Place = tuple[str, str, str]
"""Dataset, column, entity."""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Of one warehouse: the places that were told, and those that are true."""

    told: frozenset[Place]
    true: frozenset[Place]

    @property
    def tally(self) -> Tally:
        """Places told against true ones."""
        same = len(self.told & self.true)
        return Tally(right=same, found=len(self.told), caught=same, wanted=len(self.true))

    def as_json(self) -> dict[str, object]:
        """The tally, and by name the places that were missed or made up."""
        return {
            **self.tally.as_json(),
            "missed": sorted(self.true - self.told),
            "false": sorted(self.told - self.true),
        }


def measure(seeds: Sequence[int]) -> dict[int, Decided]:
    """Write, scan and compare one demo warehouse per seed."""
    spark = session()
    spark.conf.set("spark.sql.shuffle.partitions", "2")
    decided = {}
    for seed in seeds:
        with tempfile.TemporaryDirectory() as directory:
            decided[seed] = _decided(spark, Path(directory), seed)
    spark.stop()
    return decided


def table(decided: Mapping[int, Decided]) -> Table:
    """A row per seed and one for all."""
    tallies = {f"seed {seed}": of.tally for seed, of in decided.items()}
    tallies["all"] = total(of.tally for of in decided.values())
    return Table(
        title="Columns of the demo warehouse: dataset, column and entity",
        heads=["warehouse", "true", "told", "right", "P", "R", "F1"],
        rows=[
            [
                name,
                str(of.wanted),
                str(of.found),
                str(of.right),
                *map(share, (of.precision, of.recall, of.f1)),
            ]
            for name, of in tallies.items()
        ],
        notes=[
            "The demo's tables and wordings are the project's own; another seed changes values."
        ],
    )


def _decided(spark: SparkSession, directory: Path, seed: int) -> Decided:
    demo.write(directory, rows=_ROWS, seed=seed, as_of=_DAY)
    conf = directory / "conf"
    datasets = placed(load_datasets(conf), load_residency(conf))
    sweep = Sweep(
        spark=spark,
        datasets=datasets,
        setup=setup(load_detection(conf)),
        scan_id="demo",
        scanned_at=datetime(_DAY.year, _DAY.month, _DAY.day, tzinfo=UTC),
        day=_DAY,
    )
    scan = findings.merged("demo", [sweep.scan(dataset) for dataset in datasets])
    truth = json.loads((directory / "truth.json").read_text(encoding="utf-8"))
    return Decided(
        told=frozenset((f.dataset, f.column, f.entity) for f in scan.findings),
        true=frozenset((row["dataset"], row["column"], row["entity"]) for row in truth["columns"]),
    )
