"""Datasets that are read together give the facts that each gives by itself."""

import gzip
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs import sweep
from jobs.findings import Scan
from jobs.model import Constant, Dataset, Expression, Lookup, Source
from jobs.sweep import Sweep

SETUP = Setup(recognizers=shipped())


def swept(spark: SparkSession, *datasets: Dataset) -> Sweep:
    return Sweep(
        spark=spark,
        datasets=datasets,
        setup=SETUP,
        scan_id="s1",
        scanned_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        day=date(2026, 11, 22),
    )


def dataset(name: str, path: Path | str, **said: Any) -> Dataset:
    return Dataset(name=name, source=Source(path=str(path)), **said)


def table(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


def facts(scan: Scan) -> tuple[Counter[Any], ...]:
    """What a scan holds, whatever its order."""
    return Counter(scan.findings), Counter(scan.ages), Counter(scan.coverage)


def warehouse(spark: SparkSession, root: Path) -> list[Dataset]:
    """Small tables of every kind, among them some that cannot be read."""
    mails = [{"email": f"jan{n}@voorbeeld.nl", "nr": n} for n in range(50)]
    nested = [
        {
            "klant": {"e-mail's": f"piet{n}@voorbeeld.nl", "bsn": 111222333},
            "regels": [{"tekst": "bel 06-12345678"}, {"tekst": None}] * (n % 3),
            "labels": {"naam": "Fatima"} if n % 2 else {},
            "foto": b"\x00",
        }
        for n in range(30)
    ]
    log = '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1 "-" "curl/8.0"\n'
    (root / "orders.csv").write_text("nr;op;naam\n1;2020-01-01;Fatima Jansen\n2;2021-01-01;x\n")
    (root / "klanten.jsonl").write_text('{"email": "a@voorbeeld.nl"}\n{"email": kapot\n')
    (root / "access.log").write_text(log * 20)
    (root / "leeg.csv").write_text("email;naam\n")
    (root / "weg.csv.gz").write_bytes(gzip.compress(b"email\n" + b"x@voorbeeld.nl\n" * 9999)[:60])
    (root / "kapot.parquet").write_bytes(b"PAR1 geen parquet")
    several = root / "delen"
    for part in range(3):
        table(several / f"part-{part}.parquet", mails[: 10 * (part + 1)])
    (several / "part-1.parquet").write_bytes(b"geen parquet")
    spark.createDataFrame([("jan@voorbeeld.nl",)], "email string").createOrReplaceTempView("kijk")
    op = Expression(sql="date_add(date'2020-01-01', int(nr))")
    theirs = Lookup(dataset="orders", key={"nr": "nr"}, value="op")
    return [
        dataset("mails", table(root / "mails.parquet", mails), country=Constant(constant="NL")),
        dataset("genest", table(root / "genest.parquet", nested)),
        dataset("kapot", root / "kapot.parquet"),
        dataset("orders", root / "orders.csv"),
        dataset("klanten", root / "klanten.jsonl"),
        dataset("log", root / "access.log"),
        Dataset(name="kijk", source=Source(table="kijk")),
        dataset(
            "oud",
            table(root / "oud.parquet", mails),
            anchors={"order": op, "begin": Expression(sql="'2019-01-01'")},
            hold=Expression(sql="nr > 40"),
        ),
        dataset("gekoppeld", table(root / "gekoppeld.parquet", mails), anchors={"order": theirs}),
        dataset("leeg", root / "leeg.csv"),
        dataset("delen", several),
        dataset("weg", root / "weg.csv.gz"),
        dataset("fout", root / "mails.parquet", country=Expression(sql="land")),
        dataset("nergens", root / "nergens"),
        dataset("rest", table(root / "jaar=2020" / "rest.parquet", mails[:3])),
    ]


def test_a_warehouse_gives_the_facts_of_each_of_its_datasets(
    spark: SparkSession, tmp_path: Path
) -> None:
    datasets = warehouse(spark, tmp_path)
    sweep = swept(spark, *datasets)
    together = list(sweep.scan_all())
    assert [scan.coverage[0].dataset for scan in together] == [d.name for d in datasets]
    for dataset, scan in zip(datasets, together, strict=True):
        assert facts(scan) == facts(sweep.scan(dataset)), dataset.name
    found = {f.dataset for scan in together for f in scan.findings}
    assert found >= {"mails", "genest", "orders", "klanten", "log", "kijk", "oud", "gekoppeld"}


def test_small_datasets_are_counted_in_one_job(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"email": f"jan{n}@voorbeeld.nl"} for n in range(5)]
    datasets = [dataset(f"d{n}", table(tmp_path / f"d{n}.parquet", rows)) for n in range(3)]

    def alone(*_: object) -> None:
        raise AssertionError("counted by itself")

    monkeypatch.setattr(sweep, "counted", alone)
    found = [(f.dataset, f.hits) for s in swept(spark, *datasets).scan_all() for f in s.findings]
    assert found == [("d0", 5), ("d1", 5), ("d2", 5)]


def test_rows_of_many_batches_and_files_are_counted_as_by_themselves(
    spark: SparkSession, tmp_path: Path
) -> None:
    for part in range(3):
        rows = [{"email": f"jan{n % (5 + part)}@voorbeeld.nl", "n": n} for n in range(250 + part)]
        table(tmp_path / "a" / f"part-{part}.parquet", rows)
        table(tmp_path / "b" / f"part-{part}.parquet", rows[:90])
    sweep = swept(spark, dataset("a", tmp_path / "a"), dataset("b", tmp_path / "b"))
    usual = spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
    try:
        together = list(sweep.scan_all())
        by_themselves = [sweep.scan(one) for one in sweep.datasets]
    finally:
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(usual))
    assert list(map(facts, together)) == list(map(facts, by_themselves))
    assert [f.hits for scan in together for f in scan.findings] == [753, 270]
