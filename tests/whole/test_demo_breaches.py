"""The demo warehouse, swept and judged: every planted breach, to the row, and no other."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from pyspark.sql import SparkSession

from jobs import demo, findings, gate
from jobs.conf import load_datasets, load_detection, load_policy, load_residency
from jobs.detection import setup
from jobs.findings import Scan
from jobs.model import Verdict, VerdictKind
from jobs.residence import placed
from jobs.sweep import Sweep

AS_OF = date(2026, 3, 1)
Place = tuple[str, str | None, str | None]


@dataclass(frozen=True)
class Judged:
    truth: dict[str, list[dict[str, str | int]]]
    scan: Scan
    verdicts: list[Verdict]

    def rows(self, kind: VerdictKind) -> dict[tuple[str, Place], int]:
        return {
            (v.rule, (v.dataset, v.column, v.entity)): v.rows
            for v in self.verdicts
            if v.kind is kind
        }


@pytest.fixture(scope="module")
def judged(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    directory = tmp_path_factory.mktemp("demo")
    demo.write(directory, rows=300, seed=20260301, as_of=AS_OF)
    conf = directory / "conf"
    residency, policy = load_residency(conf), load_policy(conf, "klassekoffie")
    datasets = placed(load_datasets(conf), residency)
    sweep = Sweep(
        spark=spark,
        datasets=datasets,
        setup=setup(load_detection(conf)),
        scan_id="demo",
        scanned_at=datetime(2026, 3, 1, tzinfo=UTC),
        day=AS_OF,
    )
    scan = findings.merged("demo", [sweep.scan(dataset) for dataset in datasets])
    verdicts = gate.judge(scan, datasets, policy, residency, AS_OF)
    truth = json.loads((directory / "truth.json").read_text(encoding="utf-8"))
    return Judged(truth, scan, verdicts)


def place(row: dict[str, str | int]) -> Place:
    return (str(row["dataset"]), str(row["column"]), str(row["entity"]))


def planted(rows: list[dict[str, str | int]]) -> dict[tuple[str, Place], int]:
    return {(str(row["rule"]), place(row)): int(row["rows"]) for row in rows}


def test_every_planted_breach_is_found_to_the_row_and_no_other(judged: Judged) -> None:
    assert judged.rows(VerdictKind.VIOLATION) == planted(judged.truth["breaches"])


def test_what_cannot_be_judged_is_what_the_demo_leaves_open(judged: Judged) -> None:
    assert set(judged.rows(VerdictKind.GAP)) == set(planted(judged.truth["gaps"]))


def test_every_personal_column_is_found_and_nothing_else(judged: Judged) -> None:
    found = {(f.dataset, f.column, f.entity) for f in judged.scan.findings}
    assert found == {place(row) for row in judged.truth["columns"]}


def test_all_of_it_was_read(judged: Judged) -> None:
    assert [row for row in judged.scan.coverage if row.reason] == []
