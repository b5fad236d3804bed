"""What columns are read by finds what Presidio finds text by text, on the whole demo warehouse."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession

from detectors.batch import Counter, Plan, Watches
from detectors.certain import Matcher
from detectors.counts import Counts
from detectors.engine import engine
from detectors.tiers import Reader
from jobs import demo, sweep
from jobs.conf import load_datasets, load_detection, load_residency
from jobs.counted import Counted
from jobs.detection import setup
from jobs.residence import placed
from tests.detectors.every_text import EveryText

DAY = date(2026, 11, 22)


def counts(
    counter: Counter, batches: Iterable[pa.RecordBatch], plan: Plan
) -> dict[tuple[Any, ...], tuple[int, ...]]:
    found = Counts()
    watches: Watches = {}
    for batch in batches:
        counter.count(batch, plan, found, watches)
    rows = found.batch().to_pylist()
    return {tuple(row.values())[:8]: tuple(row.values())[8:] for row in rows}


def test_the_fast_path_counts_what_presidio_finds(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.write(tmp_path, rows=250, seed=11, as_of=DAY)
    conf = tmp_path / "conf"
    detecting = setup(load_detection(conf))
    fast = Counter(detecting)
    by_presidio = Matcher(detecting.recognizers, EveryText(detecting), engine(detecting))
    plain = Counter(detecting, Reader(detecting, by_presidio))
    compared = []

    def both(frame: DataFrame, plan: Plan, shown: object) -> Counted:
        batches = frame.toArrow().to_batches()
        expected = counts(plain, batches, plan)
        told = counts(fast, batches, plan)
        assert {k: told.get(k) for k in {*told, *expected} if told.get(k) != expected.get(k)} == {}
        compared.append(sum(n for n, _, _ in expected.values()))
        return Counted()

    monkeypatch.setattr(sweep, "counted", both)
    datasets = placed(load_datasets(conf), load_residency(conf))
    swept = sweep.Sweep(
        spark=spark,
        datasets=datasets,
        setup=detecting,
        scan_id="x",
        scanned_at=datetime(2026, 11, 22, tzinfo=UTC),
        day=DAY,
    )
    for dataset in datasets:
        swept.scan(dataset)
    assert len(compared) >= len(datasets)
    assert all(compared)
