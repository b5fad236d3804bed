"""Rows on both sides of each boundary, in every storage type: swept, judged, counted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs import findings, gate
from jobs.conf import SHIPPED, load_policy, load_residency
from jobs.model import Constant, Dataset, Expression, Lookup, RowValue, Source, VerdictKind
from jobs.sweep import Sweep

POLICY = load_policy(SHIPPED, "klassekoffie")
RESIDENCY = load_residency(SHIPPED)
AS_OF = date(2026, 11, 22)
LAST = date(2019, 11, 22)
"""The event of which seven years end on AS_OF."""
LATE = LAST - timedelta(1)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
COMPLIANT, VIOLATION, GAP = "compliant", "violation", "gap"

Told = dict[str, int]
"""Rows of one rule per kind of verdict."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A dataset to write: an anchor's cells with what each row is, and what conf says."""

    cells: Sequence[Any]
    kinds: Sequence[str]
    type: pa.DataType | None = None
    sql: str = "op"

    @property
    def expected(self) -> Told:
        told = {kind: self.kinds.count(kind) for kind in (VIOLATION, GAP) if kind in self.kinds}
        return told or {COMPLIANT: len(self.kinds)}


def moments(*days: tuple[date, str]) -> list[datetime]:
    """Moments of a day of Amsterdam, in UTC."""
    return [
        datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=AMSTERDAM).astimezone(UTC)
        for day, time in days
    ]


EDGES = moments(
    (LATE, "00:00:00"), (LATE, "23:59:59.999999"), (LAST, "00:00:00"), (LAST, "00:30:00")
)
OF_EDGES = [VIOLATION, VIOLATION, COMPLIANT, COMPLIANT]
BEYOND = [2_932_897, -800_000]
"""Days since 1970 that lie after 9999 and before the year 1."""
SECONDS = [int(moment.timestamp()) for moment in EDGES]

TABLES = {
    "dates": Table(
        cells=[LATE, LAST, None, date.max, *BEYOND],
        kinds=[VIOLATION, COMPLIANT, GAP, COMPLIANT, GAP, GAP],
        type=pa.date32(),
    ),
    "moments": Table(cells=EDGES, kinds=OF_EDGES, type=pa.timestamp("us", "UTC")),
    "moments_of_no_zone": Table(
        cells=[datetime(2019, 11, 21, 23, 59, 59), datetime(2019, 11, 22), None],
        kinds=[VIOLATION, COMPLIANT, GAP],
        type=pa.timestamp("ms"),
    ),
    "numbers": Table(
        cells=[
            *(20191121, 20191122, 20190230, 99991231, 0, None),
            *SECONDS,
            *(n * 10**3 + 999 for n in SECONDS),
            *(n * 10**6 + 999_999 for n in SECONDS),
            *(n * 10**9 + 999_999_999 for n in SECONDS),
            *(20191121235959, -1, 7, 10**16, 2019112),
        ],
        kinds=[
            *(VIOLATION, COMPLIANT, GAP, COMPLIANT, GAP, GAP),
            *OF_EDGES * 4,
            *[GAP] * 5,
        ],
        type=pa.int64(),
    ),
    "texts": Table(
        cells=[
            *("2019-11-21", "2019-11-22", " 2019-11-21 ", "20191121", "20191122"),
            *("2019-11-21T23:59:59", "2019-11-22T00:00:00", "2019-11-21 23:59:59.5"),
            *("2019-11-21T22:59:59Z", "2019-11-21T23:00:00Z", "2019-11-22T00:59:59+02:00"),
            *("2019-11-22T01:00:00+02:00", "2019-11-21T18:00:00-05:00"),
            *("21-11-2019", "22.11.2019", "2019/11/21", "2019.11.22 00:30", "2019-11-21T23:30Z"),
            *("21-11-2019 23:59:59,999", "2019-11-21T24:00:00", "1574377199", "1574377200"),
            *("21/11/2019", "11/21/2019", "21 november 2019", "2019", "2019-11", "", "onbekend"),
            *("2019-02-29", "2019-13-01", "29-02-2019", None),
        ],
        kinds=[
            *(VIOLATION, COMPLIANT, VIOLATION, VIOLATION, COMPLIANT),
            *(VIOLATION, COMPLIANT, VIOLATION),
            *(VIOLATION, COMPLIANT, VIOLATION),
            *(COMPLIANT, COMPLIANT),
            *(VIOLATION, COMPLIANT, VIOLATION, COMPLIANT, COMPLIANT),
            *(VIOLATION, COMPLIANT, VIOLATION, COMPLIANT),
            *[GAP] * 7,
            *[GAP] * 4,
        ],
        type=pa.string(),
    ),
    "day_first_by_expression": Table(
        cells=["21/11/2019", "22/11/2019", "31/02/2019"],
        kinds=[VIOLATION, COMPLIANT, GAP],
        type=pa.string(),
        sql="coalesce(string(to_date(op, 'dd/MM/yyyy')), op)",
    ),
}


def written(path: Path, **columns: pa.Array) -> str:
    pq.write_table(pa.table(columns), path)
    return str(path)


def emails(rows: int) -> pa.Array:
    return pa.array([f"jan{n}@voorbeeld.nl" for n in range(rows)])


def judged(spark: SparkSession, *datasets: Dataset) -> dict[str, dict[str, Told]]:
    """Per rule and dataset, the rows by kind of verdict, after one sweep and one gate."""
    sweep = Sweep(
        spark=spark,
        datasets=datasets,
        setup=Setup(recognizers=shipped()),
        scan_id="s",
        scanned_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        day=AS_OF,
    )
    scan = findings.merged("s", sweep.scan_all())
    assert [row.reason for row in scan.coverage if row.reason] == []
    found: dict[str, dict[str, Told]] = defaultdict(lambda: defaultdict(dict))
    for verdict in gate.judge(scan, datasets, POLICY, RESIDENCY, AS_OF):
        if verdict.column in ("email", "geboortedatum", "line"):
            told = found[verdict.rule][verdict.dataset]
            told[verdict.kind.value] = told.get(verdict.kind.value, 0) + verdict.rows
    return found


def of_customers(name: str, path: str, anchors: Mapping[str, RowValue], **said: Any) -> Dataset:
    return Dataset(
        name=name,
        source=Source(path=path),
        retention=("klantgegevens",),
        anchors=dict(anchors),
        **said,
    )


def _array(table: Table) -> pa.Array:
    if table.type != pa.date32():
        return pa.array(table.cells, table.type)
    days = [c.toordinal() - 719_163 if isinstance(c, date) else c for c in table.cells]
    return pa.array(days, pa.int32()).cast(pa.date32())


def test_a_day_is_the_same_day_however_it_is_stored(spark: SparkSession, tmp_path: Path) -> None:
    datasets = []
    for name, table in TABLES.items():
        cells = _array(table)
        path = written(tmp_path / f"{name}.parquet", email=emails(len(cells)), op=cells)
        datasets.append(of_customers(name, path, {"laatste_contact": Expression(sql=table.sql)}))
    told = judged(spark, *datasets)["kept_within_term"]
    assert told == {name: table.expected for name, table in TABLES.items()}


CLOCK = [
    # the hour that is skipped, and the one that comes twice, on the last day of a term or after it
    ("2026-03-28T22:59:59Z", date(2026, 3, 28)),
    ("2026-03-28T23:00:00Z", date(2026, 3, 29)),
    ("2026-03-29T00:59:59Z", date(2026, 3, 29)),
    ("2026-03-29T01:00:00Z", date(2026, 3, 29)),
    ("2026-03-29T02:30:00", date(2026, 3, 29)),
    ("2026-03-29T21:59:59Z", date(2026, 3, 29)),
    ("2026-03-29T22:00:00Z", date(2026, 3, 30)),
    ("2026-03-29T23:30:00Z", date(2026, 3, 30)),
    ("2026-10-24T21:59:59Z", date(2026, 10, 24)),
    ("2026-10-24T22:00:00Z", date(2026, 10, 25)),
    ("2026-10-25T00:30:00Z", date(2026, 10, 25)),
    ("2026-10-25T01:30:00Z", date(2026, 10, 25)),
    ("2026-10-25T02:30:00", date(2026, 10, 25)),
    ("2026-10-25T22:59:59Z", date(2026, 10, 25)),
    ("2026-10-25T23:00:00Z", date(2026, 10, 26)),
    ("2026-10-25T23:30:00Z", date(2026, 10, 26)),
]


def test_the_days_on_which_the_clock_is_changed(spark: SparkSession, tmp_path: Path) -> None:
    lines = [f"g{n}@voorbeeld.nl,{text}" for n, (text, _) in enumerate(CLOCK)]
    path = tmp_path / "accounts.csv"
    path.write_text("\n".join(["email,gesloten_op", *lines]) + "\n")
    accounts = Dataset(
        name="accounts",
        source=Source(path=str(path)),
        retention=("accountgegevens",),
        anchors={"account_gesloten": Expression(sql="gesloten_op")},
    )
    sweep = Sweep(
        spark=spark,
        datasets=(accounts,),
        setup=Setup(recognizers=shipped()),
        scan_id="s",
        scanned_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        day=AS_OF,
    )
    scan = sweep.scan(accounts)
    for as_of in sorted({day for _, day in CLOCK}):
        closed_before = sum(day < as_of for _, day in CLOCK)
        verdicts = gate.judge(scan, [accounts], POLICY, RESIDENCY, as_of)
        (kept,) = [v for v in verdicts if v.rule == "kept_within_term"]
        if closed_before:
            assert (kept.kind, kept.rows) == (VerdictKind.VIOLATION, closed_before)
        else:
            assert (kept.kind, kept.rows) == (VerdictKind.COMPLIANT, len(CLOCK))


def test_holds_consent_and_countries_that_are_not_known(
    spark: SparkSession, tmp_path: Path
) -> None:
    days = [LATE, LATE, LATE, LATE, LAST, None]
    born = ["2008-11-22", "2008-11-23", "2008-11-23", "2008-11-23", "1980-01-01", None]
    path = written(
        tmp_path / "klanten.parquet",
        geboortedatum=pa.array(born),
        op=pa.array(days, pa.date32()),
        zaak=pa.array([True, False, None, None, True, None]),
        ouder=pa.array([None, True, False, None, None, None]),
        land=pa.array(["NL", "xx", "us", "GB", " no ", None]),
    )
    customers = of_customers(
        "klanten",
        path,
        {"laatste_contact": Expression(sql="op")},
        hold=Expression(sql="zaak"),
        consent=Expression(sql="ouder"),
        country=Expression(sql="land"),
    )
    told = judged(spark, customers)
    assert told["kept_within_term"] == {"klanten": {VIOLATION: 3}}
    assert told["minors_have_consent"] == {"klanten": {VIOLATION: 2}}
    assert told["stays_in_the_eea"] == {"klanten": {VIOLATION: 2, GAP: 1}}


def test_what_says_neither_yes_nor_no_is_no_hold_that_is_passed_over(
    spark: SparkSession, tmp_path: Path
) -> None:
    said = ["ja", "NEE", " Waar ", "misschien", "2", "", None, "nee"]
    days = [LATE, LATE, LATE, LATE, LATE, LATE, LATE, LAST]
    path = written(
        tmp_path / "klanten.parquet",
        geboortedatum=pa.array(["2015-01-01"] * len(said)),
        op=pa.array(days, pa.date32()),
        zaak=pa.array(said),
    )
    customers = of_customers(
        "klanten",
        path,
        {"laatste_contact": Expression(sql="op")},
        hold=Expression(sql="zaak"),
        consent=Expression(sql="zaak"),
    )
    told = judged(spark, customers)
    # held: the first and third; not to be told: the fourth and fifth; in time: the last
    assert told["kept_within_term"] == {"klanten": {VIOLATION: 3, GAP: 2}}
    # consent must be said in so many words
    assert told["minors_have_consent"] == {"klanten": {VIOLATION: 6}}


def test_the_later_of_two_events_row_by_row(spark: SparkSession, tmp_path: Path) -> None:
    first = ["2019-11-21", "2019-11-22", "2019-11-21", None, None, "ooit", "ooit", "ooit"]
    second = [20191121, 20191121, 20191122, None, 20191121, 20191122, None, 7]
    path = written(
        tmp_path / "klanten.parquet",
        sleutel=pa.array(range(8)),
        email=emails(8),
        gesproken=pa.array(first),
    )
    (tmp_path / "orders.csv").write_text(
        "klant;op\n" + "".join(f"{n};{op or ''}\n" for n, op in enumerate(second))
    )
    customers = of_customers(
        "klanten",
        path,
        {
            "laatste_contact": Expression(sql="gesproken"),
            "laatste_transactie": Lookup(dataset="orders", key={"sleutel": "klant"}, value="op"),
        },
        country=Constant(constant="NL"),
    )
    orders = Dataset(name="orders", source=Source(path=str(tmp_path / "orders.csv")))
    told = judged(spark, customers, orders)["kept_within_term"]
    # in time: the second, third and sixth; no day at all: the fourth, seventh and eighth
    assert told["klanten"] == {VIOLATION: 2, GAP: 3}


@pytest.mark.parametrize("of_conf", [False, True])
def test_an_event_of_conf_takes_the_place_of_that_of_the_log(
    spark: SparkSession, tmp_path: Path, of_conf: bool
) -> None:
    stamps = [
        "21/Nov/2025:22:59:59 +0000",
        "21/Nov/2025:23:00:00 +0000",
        "22/Nov/2025:00:59:59 +0100",
    ]
    lines = [f'83.149.9.0 - - [{stamp}] "GET / HTTP/1.1" 200 1 "-" "-"' for stamp in stamps]
    (tmp_path / "access.log").write_text("\n".join(lines) + "\n")
    anchors = {"laatste_bezoek": Expression(sql="'2025-11-21'")} if of_conf else {}
    visits = Dataset(
        name="bezoeken", source=Source(path=str(tmp_path / "access.log")), anchors=anchors
    )
    told = judged(spark, visits)["kept_within_term"]
    assert told == {"bezoeken": {VIOLATION: 3 if of_conf else 1}}
