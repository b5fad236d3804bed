"""From files to findings, ages and coverage; what cannot be read is told, the rest counted."""

import gzip
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from detectors.anchors import UNDER_AGE
from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs.findings import Scan
from jobs.model import Constant, Dataset, Expression, Lookup, Source
from jobs.sweep import Sweep

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETUP = Setup(recognizers=shipped())
NL = Constant(constant="NL")


def scan(spark: SparkSession, dataset: Dataset, *others: Dataset) -> Scan:
    sweep = Sweep(
        spark=spark,
        datasets=(dataset, *others),
        setup=SETUP,
        scan_id="s1",
        scanned_at=MOMENT,
        day=date(2026, 11, 22),
    )
    return sweep.scan(dataset)


def dataset(path: Path | str, name: str = "d", *, kind: str | None = None, **said: Any) -> Dataset:
    return Dataset(name=name, source=Source(path=str(path), kind=kind), **said)


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


def found(result: Scan) -> set[tuple[Any, ...]]:
    return {(f.column, f.entity, f.country, f.rows, f.hits, f.valid) for f in result.findings}


def ages(result: Scan, anchor: str, entity: str) -> dict[tuple[date | None, bool], int]:
    """Hits per day and hold."""
    return {
        (a.day, a.held): a.hits for a in result.ages if (a.anchor, a.entity) == (anchor, entity)
    }


def unread(result: Scan) -> dict[str | None, str]:
    """The reason per column, or else per file, that was not read."""
    return {c.column or c.file: c.reason for c in result.coverage if c.reason is not None}


def read(result: Scan) -> int:
    """Rows that were read."""
    return sum(c.rows for c in result.coverage if (c.column, c.file, c.reason) == (None,) * 3)


CUSTOMERS = [
    {"email": "jan@voorbeeld.nl", "bsn": 111222333, "geb_dat": date(1980, 1, 1), "n": 1},
    {"email": "piet@voorbeeld.nl", "bsn": 123456782, "geb_dat": date(2015, 1, 1), "n": 2},
    {"email": None, "bsn": None, "geb_dat": None, "n": 3},
]


def test_findings_ages_and_coverage_of_a_table(spark: SparkSession, tmp_path: Path) -> None:
    path = write(tmp_path / "klanten.parquet", CUSTOMERS)
    anchors = {"order": Expression(sql="date_add(date'2020-01-01', int(n))")}
    result = scan(spark, dataset(path, country=NL, anchors=anchors))
    assert unread(result) == {}
    assert found(result) == {
        ("email", "EMAIL_ADDRESS", "NL", 2, 2, None),
        ("bsn", "NL_BSN", "NL", 2, 2, 2),
        ("geb_dat", "DATE_OF_BIRTH", "NL", 2, 2, None),
    }
    for entity in ("EMAIL_ADDRESS", "NL_BSN", "DATE_OF_BIRTH"):
        assert ages(result, "order", entity) == {
            (date(2020, 1, 2), False): 1,
            (date(2020, 1, 3), False): 1,
        }
    assert ages(result, UNDER_AGE, "DATE_OF_BIRTH") == {(date(2026, 11, 22), False): 1}
    assert {(c.column, c.rows) for c in result.coverage} == {
        (None, 3),
        ("email", 3),
        ("bsn", 3),
        ("geb_dat", 3),
        ("n", 3),
    }
    assert read(result) == 3
    assert unread(result) == {}
    assert sum(c.bytes for c in result.coverage) == path.stat().st_size
    every = (*result.findings, *result.ages, *result.coverage)
    assert {(row.scan_id, row.dataset) for row in every} == {("s1", "d")}
    assert {f.scanned_at for f in result.findings} == {MOMENT}


def test_an_access_log_ages_by_its_visits(spark: SparkSession, tmp_path: Path) -> None:
    lines = [
        '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1 "-" "curl/8.0"',
        '83.149.9.0 - - [17/May/2015:23:05:03 +0000] "GET / HTTP/1.1" 200 1 "-" "-"',
        '66.249.73.135 - - [17/May/2015:10:05:04 +0000] "GET / HTTP/1.1" 200 1 "-" "-"',
    ]
    path = tmp_path / "access.log.1.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    result = scan(spark, dataset(path))
    hits = {(f.column, f.entity): f.hits for f in result.findings}
    assert hits == {
        ("line", "IP_ADDRESS"): 2,
        ("line", "IP_ADDRESS_PARTIAL"): 1,
        ("line", "USER_AGENT"): 1,
    }
    assert ages(result, "laatste_bezoek", "IP_ADDRESS") == {(date(2015, 5, 17), False): 2}
    assert ages(result, "gebeurtenis", "IP_ADDRESS_PARTIAL") == {(date(2015, 5, 18), False): 1}


def test_country_hold_and_consent_come_from_each_row(spark: SparkSession, tmp_path: Path) -> None:
    rows = [
        {"geb_dat": "2015-01-01", "land": "NL", "zaak": 1, "ouder": True},
        {"geb_dat": "2015-01-02", "land": "US", "zaak": None, "ouder": None},
        {"geb_dat": "1980-01-02", "land": "onbekend", "zaak": 2, "ouder": True},
    ]
    result = scan(
        spark,
        dataset(
            write(tmp_path / "a.parquet", rows),
            country=Expression(sql="land"),
            hold=Expression(sql="zaak is not null"),
            consent=Expression(sql="ouder"),
            anchors={"order": Expression(sql="'2020-01-01'")},
        ),
    )
    births = {f.country: f.hits for f in result.findings if f.entity == "DATE_OF_BIRTH"}
    assert births == {"NL": 1, "US": 1, None: 1}
    day = date(2020, 1, 1)
    assert ages(result, "order", "DATE_OF_BIRTH") == {(day, True): 2, (day, False): 1}
    day = date(2026, 11, 22)
    assert ages(result, UNDER_AGE, "DATE_OF_BIRTH") == {(day, True): 1, (day, False): 1}


def test_a_constant_holds_for_each_row(spark: SparkSession, tmp_path: Path) -> None:
    result = scan(
        spark,
        dataset(
            write(tmp_path / "a.parquet", [{"email": "jan@voorbeeld.nl"}]),
            country=Constant(constant="DE"),
            hold=Constant(constant=True),
            anchors={"order": Expression(sql="'2020-01-01'")},
        ),
    )
    assert [f.country for f in result.findings] == ["DE"]
    assert ages(result, "order", "EMAIL_ADDRESS") == {(date(2020, 1, 1), True): 1}


def test_row_values_come_from_another_dataset(spark: SparkSession, tmp_path: Path) -> None:
    customers = [
        {"klant": 1, "email": "jan@voorbeeld.nl"},
        {"klant": 2, "email": "piet@voorbeeld.nl"},
        {"klant": 3, "email": "kees@voorbeeld.nl"},
    ]
    (tmp_path / "orders.csv").write_text(
        "nr;op;land;open\n1;2020-01-01;NL;true\n1;2021-01-01;NL;false\n2;2019-06-01;BE;false\n"
    )

    def theirs(value: str, aggregate: Any = "max") -> Lookup:
        return Lookup(dataset="orders", key={"klant": "nr"}, value=value, aggregate=aggregate)

    result = scan(
        spark,
        dataset(
            write(tmp_path / "klanten.parquet", customers),
            country=theirs("land", "any_value"),
            hold=theirs("open = 'true'", "bool_or"),
            anchors={"order": theirs("op")},
        ),
        dataset(tmp_path / "orders.csv", "orders"),
    )
    assert {f.country: f.hits for f in result.findings} == {"NL": 1, "BE": 1, None: 1}
    assert ages(result, "order", "EMAIL_ADDRESS") == {
        (date(2021, 1, 1), True): 1,
        (date(2019, 6, 1), False): 1,
        (None, False): 1,
    }


def test_broken_files_are_told_and_the_others_counted(spark: SparkSession, tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path / f"part-{number}.parquet", [{"email": "jan@voorbeeld.nl"}] * 2)
    (tmp_path / "part-1.parquet").write_bytes(b"geen parquet")
    whole = (tmp_path / "part-4.parquet").read_bytes()
    (tmp_path / "part-4.parquet").write_bytes(whole[: len(whole) // 2])
    result = scan(spark, dataset(tmp_path))
    assert set(unread(result)) == {"part-1.parquet", "part-4.parquet"}
    assert all(reason.startswith("niet te lezen: ") for reason in unread(result).values())
    assert [(f.rows, f.hits) for f in result.findings] == [(6, 6)]
    assert read(result) == 6


@pytest.mark.parametrize("name", ["a.log.gz", "a.csv.gz", "a.jsonl.gz"])
def test_a_file_that_breaks_off_is_told(spark: SparkSession, tmp_path: Path, name: str) -> None:
    text = "".join(f'{{"n": "{n * 7919 % 10007}"}}\n' for n in range(20_000))
    packed = gzip.compress(text.encode())
    (tmp_path / name).write_bytes(packed[: len(packed) // 2])
    (tmp_path / f"b{name[1:]}").write_bytes(gzip.compress(b'{"n": "jan@voorbeeld.nl"}\n'))
    result = scan(spark, dataset(tmp_path))
    assert list(unread(result)) == [name]
    assert "FAILED_READ_FILE" in unread(result)[name]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"anchors": {"order": Expression(sql="besteld_op")}}, "besteld_op"),
        ({"country": Expression(sql="land")}, "land"),
        ({"hold": Expression(sql="open +")}, "PARSE_SYNTAX_ERROR"),
        (
            {"anchors": {"order": Lookup(dataset="weg", key={"email": "a"}, value="b")}},
            "geen dataset 'weg'",
        ),
    ],
)
def test_a_row_value_that_cannot_be_had_is_told(
    spark: SparkSession, tmp_path: Path, said: dict[str, Any], reason: str
) -> None:
    path = write(tmp_path / "a.parquet", [{"email": "jan@voorbeeld.nl"}])
    result = scan(spark, dataset(path, **said))
    assert result.findings == result.ages == ()
    (told,) = unread(result).values()
    assert reason in told
    assert "jan@" not in told


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (Source(path="/bestaat/niet"), "niet te vinden"),
        (Source(table="geen_tabel"), "niet te lezen: TABLE_OR_VIEW_NOT_FOUND"),
        (Source(path="{root}/raadsel"), "onbekend soort bestand"),
        (Source(path="{root}", kind="parquet"), "niet te lezen: "),
        (Source(path="{root}", kind="table"), "heeft 'table' nodig"),
    ],
)
def test_a_source_that_cannot_be_read_is_told(
    spark: SparkSession, tmp_path: Path, source: Source, reason: str
) -> None:
    (tmp_path / "raadsel").write_bytes(b"\x00\x01zomaar")
    path = source.path and source.path.replace("{root}", str(tmp_path))
    result = scan(spark, Dataset(name="d", source=source.model_copy(update={"path": path})))
    assert result.findings == ()
    (told,) = unread(result).values()
    assert reason in told


def test_broken_rows_are_told_and_read_as_text(spark: SparkSession, tmp_path: Path) -> None:
    lines = ['{"email": "jan@voorbeeld.nl"}', '{"email": piet@voorbeeld.nl', '{"email": null}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    result = scan(spark, dataset(tmp_path / "a.jsonl"))
    assert unread(result) == {"_corrupt_record": "1 kapotte rijen, als tekst gelezen"}
    assert {(f.column, f.entity, f.hits) for f in result.findings} == {
        ("email", "EMAIL_ADDRESS", 1),
        ("_corrupt_record", "EMAIL_ADDRESS", 1),
    }


def test_a_column_that_holds_no_text_is_told(spark: SparkSession, tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", [{"foto": b"\x00", "email": "jan@voorbeeld.nl"}])
    result = scan(spark, dataset(path))
    assert set(unread(result)) == {"foto"}
    assert [f.column for f in result.findings] == ["email"]


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [("a.csv", "email;naam\n", 0), ("a.jsonl", "\n", 0), ("a.log", "\n", 1)],
)
def test_a_file_without_content_is_read_whole(
    spark: SparkSession, tmp_path: Path, name: str, text: str, rows: int
) -> None:
    (tmp_path / name).write_text(text)
    result = scan(spark, dataset(tmp_path / name))
    assert (found(result), unread(result), read(result)) == (set(), {}, rows)
    assert result.coverage


def test_a_table_without_rows_is_read_whole(spark: SparkSession, tmp_path: Path) -> None:
    schema = pa.schema([("email", pa.string())])
    pq.write_table(schema.empty_table(), tmp_path / "a.parquet")
    result = scan(spark, dataset(tmp_path / "a.parquet"))
    assert (found(result), unread(result)) == (set(), {})
    assert {c.column for c in result.coverage} == {None, "email"}


def test_nested_columns_and_a_view(spark: SparkSession) -> None:
    schema = "klant struct<email: string>, regels array<struct<tekst: string>>"
    rows = [
        ({"email": "jan@voorbeeld.nl"}, [{"tekst": "bel 06-12345678"}, {"tekst": "x"}]),
        (None, [None, {"tekst": "bel 06-87654321"}]),
    ]
    spark.createDataFrame(rows, schema).createOrReplaceTempView("genest")
    result = scan(spark, Dataset(name="d", source=Source(table="genest")))
    assert {(f.column, f.entity, f.hits) for f in result.findings} == {
        ("klant.email", "EMAIL_ADDRESS", 1),
        ("regels[].tekst", "PHONE_NUMBER", 2),
    }


def test_files_that_are_not_read_stand_beside_those_that_are(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("email;stad\njan@voorbeeld.nl;x\n")
    (tmp_path / "_oud.csv").write_text("email;stad\npiet@voorbeeld.nl;x\n")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04")
    result = scan(spark, dataset(tmp_path))
    assert unread(result) == {
        "_oud.csv": "naam die Spark overslaat",
        "b.zip": "ander soort bestand",
    }
    assert [(f.column, f.hits) for f in result.findings] == [("email", 1)]


def test_bytes_that_are_no_utf8_hide_no_row(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"caf\xe9 jan@voorbeeld.nl\npiet@voorbeeld.nl\n")
    result = scan(spark, dataset(tmp_path / "a.log"))
    assert (unread(result), read(result)) == ({}, 2)
    assert [(f.entity, f.hits) for f in result.findings] == [("EMAIL_ADDRESS", 2)]


def test_what_a_string_keeps_as_json_is_found_under_its_path(
    spark: SparkSession, tmp_path: Path
) -> None:
    event = '{"klant": {"email": "jan%d@voorbeeld.nl", "regels": [{"opmerking": "%s"}]}}'
    rows = [{"payload": event % (n, "bel 06-12345678" if n == 7 else "niets")} for n in range(30)]
    result = scan(spark, dataset(write(tmp_path / "events.parquet", rows)))
    assert found(result) == {
        ("payload.klant.email", "EMAIL_ADDRESS", None, 30, 30, None),
        ("payload.klant.regels[].opmerking", "PHONE_NUMBER", None, 30, 1, None),
    }
    assert {(c.column, c.rows) for c in result.coverage} == {(None, 30), ("payload", 30)}


def test_names_inside_a_document_that_are_data_are_shown_as_shapes(
    spark: SparkSession, tmp_path: Path
) -> None:
    rows = [{"payload": '{"j.jansen@voorbeeld.nl": {"naam": "Fatima"}}'}] * 3
    result = scan(spark, dataset(write(tmp_path / "events.parquet", rows)))
    every = [*result.findings, *result.coverage]
    assert not [row.column for row in every if row.column and "jansen" in row.column]
    assert ("payload{key}", "EMAIL_ADDRESS", None, 3, 3, None) in found(result)


def test_a_number_that_lost_its_zero_and_its_company_is_still_one(
    spark: SparkSession, tmp_path: Path
) -> None:
    valid = ["012345672", "111222333", "123456782", "999999990", "000000012"]
    rows = [{"bsn": float(number)} for number in valid] + [{"bsn": float("nan")}] * 20
    result = scan(spark, dataset(write(tmp_path / "klanten.parquet", rows)))
    (bsn,) = (f for f in result.findings if f.entity == "NL_BSN")
    assert (bsn.rows, bsn.hits, bsn.score) == (5, 4, 0.95)
    assert [reason.code for reason in bsn.why] == ["name", "shape", "check"]
