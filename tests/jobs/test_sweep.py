"""From files to findings, ages and coverage; what cannot be read is told, the rest counted."""

import gzip
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from detectors.anchors import UNDER_AGE, UNREADABLE
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


@pytest.mark.parametrize("aggregate", ["max", "bool_or"])
def test_a_hold_that_another_dataset_says_in_words(
    spark: SparkSession, tmp_path: Path, aggregate: Any
) -> None:
    """`nee` comes after `ja`; and where one row says yes, what the others say is no matter."""
    said = {1: ["ja", "nee"], 2: ["nee", "nee"], 3: ["nee", "wie weet"], 4: ["ja", "wie weet"]}
    rows = [{"nr": nr, "zaak": zaak} for nr, both in said.items() for zaak in both]
    cases = dataset(write(tmp_path / "zaken.parquet", rows), "zaken")
    customers = [{"klant": n, "email": f"jan{n}@voorbeeld.nl"} for n in range(1, 6)]
    asked = Lookup(dataset="zaken", key={"klant": "nr"}, value="zaak", aggregate=aggregate)
    result = scan(
        spark,
        dataset(
            write(tmp_path / "klanten.parquet", customers),
            hold=asked,
            anchors={"order": Expression(sql="'2020-01-01'")},
        ),
        cases,
    )
    day = date(2020, 1, 1)
    assert ages(result, "order", "EMAIL_ADDRESS") == {
        (day, True): 2,
        (day, False): 2,
        (UNREADABLE, False): 1,
    }


def footless(path: Path) -> None:
    write(path / "goed.parquet", [{"nr": "1", "op": "2020-01-01", "zaak": "ja", "land": "NL"}])
    (path / "stuk.parquet").write_bytes(b"PAR1" + bytes(200))


def cut_parquet(path: Path) -> None:
    """Files whose footers are whole, and whose rows are not all there."""
    rows = [{"nr": str(n), "op": "2020-01-01", "zaak": "ja", "land": "NL"} for n in range(5000)]
    whole = write(path / "a.parquet", rows).read_bytes()
    write(path / "b.parquet", rows)
    half = len(whole) // 2
    (path / "a.parquet").write_bytes(whole[:4] + bytes(half) + whole[4 + half :])


def cut_csv(path: Path) -> None:
    path.mkdir()
    lines = "".join(f"{n};2020-01-0{n % 9 + 1};ja;NL;{n * 7919 % 10007}\n" for n in range(20_000))
    packed = gzip.compress(b"nr;op;zaak;land;n\n" + lines.encode())
    (path / "a.csv.gz").write_bytes(packed[: len(packed) // 2])
    (path / "b.csv").write_text("nr;op;zaak;land;n\n1;2020-01-01;ja;NL;1\n")


def no_csv_at_all(path: Path) -> None:
    """Of what cannot be unpacked no column is known."""
    path.mkdir()
    (path / "a.csv.gz").write_bytes(gzip.compress(b"nr;op;zaak;land\n1;2020-01-01;ja;NL\n")[:20])


def not_there(path: Path) -> None:
    """Nothing at all."""


def of_two_kinds(path: Path) -> None:
    write(path / "a.parquet", [{"nr": "1", "op": "2020-01-01", "zaak": "ja", "land": "NL"}])
    (path / "b.zip").write_bytes(b"PK\x03\x04")


BREAKS = {
    footless: "het bestand is beschadigd of niet af: het slot ontbreekt (",
    cut_parquet: "het bestand is beschadigd of breekt af (FAILED_READ_FILE.",
    cut_csv: "het bestand is beschadigd of breekt af (FAILED_READ_FILE.",
    no_csv_at_all: "het bestand is beschadigd of breekt af (FAILED_READ_FILE.",
    not_there: "{path}: ",
    of_two_kinds: "ander soort bestand",
}


@pytest.mark.parametrize("files", [1, 3])
@pytest.mark.parametrize("broken", BREAKS)
def test_rows_are_counted_though_the_dataset_that_they_look_into_is_broken(
    spark: SparkSession, tmp_path: Path, broken: Any, files: int
) -> None:
    broken(tmp_path / "kapot")
    for number in range(files):
        rows = [{"klant": "1", "email": f"jan{number}@voorbeeld.nl", "geb_dat": "2015-01-01"}]
        write(tmp_path / "klanten" / f"{number}.parquet", rows)
    write(tmp_path / "heel.parquet", [{"nr": "1", "op": "2021-01-01"}])

    def theirs(value: str, name: str = "kapot") -> Lookup:
        return Lookup(dataset=name, key={"klant": "nr"}, value=value)

    result = scan(
        spark,
        dataset(
            tmp_path / "klanten",
            country=theirs("land"),
            consent=theirs("zaak"),
            anchors={"order": theirs("op"), "bezoek": theirs("op", "heel")},
        ),
        dataset(tmp_path / "kapot", "kapot"),
        dataset(tmp_path / "heel.parquet", "heel"),
    )
    (reason,) = unread(result).values()
    assert set(unread(result)) == {None}
    words = "'kapot' is niet te lezen voor order, country, consent: "
    assert reason.startswith(words + BREAKS[broken].replace("{path}", str(tmp_path / "kapot")))
    assert (read(result), sum(f.hits for f in result.findings)) == (files, 2 * files)
    assert {f.country for f in result.findings} == {None}
    assert ages(result, "order", "EMAIL_ADDRESS") == {(UNREADABLE, False): files}
    assert ages(result, "bezoek", "EMAIL_ADDRESS") == {(date(2021, 1, 1), False): files}
    assert ages(result, UNDER_AGE, "DATE_OF_BIRTH") == {(date(2026, 11, 22), False): files}


def test_a_hold_that_a_broken_dataset_was_to_tell_leaves_no_day_to_judge(
    spark: SparkSession, tmp_path: Path
) -> None:
    footless(tmp_path / "kapot")
    hold = Lookup(dataset="kapot", key={"klant": "nr"}, value="zaak")
    result = scan(
        spark,
        dataset(
            write(tmp_path / "a.parquet", [{"klant": "1", "email": "jan@voorbeeld.nl"}]),
            hold=hold,
            anchors={"order": Expression(sql="'2001-01-01'")},
        ),
        dataset(tmp_path / "kapot", "kapot"),
    )
    assert ages(result, "order", "EMAIL_ADDRESS") == {(UNREADABLE, False): 1}
    assert len(unread(result)) == 1


def test_broken_files_of_both_sides_are_told_each(spark: SparkSession, tmp_path: Path) -> None:
    cut_csv(tmp_path / "kapot")
    for number in range(3):
        rows = [{"klant": "1", "email": f"jan{number}@voorbeeld.nl"}]
        write(tmp_path / "klanten" / f"{number}.parquet", rows)
    (tmp_path / "klanten" / "1.parquet").write_bytes(b"PAR1" + bytes(200))
    order = Lookup(dataset="kapot", key={"klant": "nr"}, value="op")
    result = scan(
        spark,
        dataset(tmp_path / "klanten", anchors={"order": order}),
        dataset(tmp_path / "kapot", "kapot"),
    )
    assert set(unread(result)) == {"1.parquet", None}
    assert "slot ontbreekt" in unread(result)["1.parquet"]
    assert "'kapot' is niet te lezen voor order: het bestand" in unread(result)[None]
    assert read(result) == 2
    assert ages(result, "order", "EMAIL_ADDRESS") == {(UNREADABLE, False): 2}


def test_a_dataset_that_looks_into_itself_keeps_what_is_whole(
    spark: SparkSession, tmp_path: Path
) -> None:
    footless(tmp_path / "d")
    order = Lookup(dataset="d", key={"nr": "nr"}, value="op")
    result = scan(spark, dataset(tmp_path / "d", anchors={"order": order}))
    assert set(unread(result)) == {"stuk.parquet", None}
    assert read(result) == 1


def test_a_lookup_that_fails_by_itself_is_told_and_the_rows_are_counted(
    spark: SparkSession, tmp_path: Path
) -> None:
    """No file is named by what goes wrong: it is found out by leaving the lookup out."""
    path = write(tmp_path / "a.parquet", [{"klant": 1, "email": "jan@voorbeeld.nl"}])
    other = dataset(write(tmp_path / "b.parquet", [{"nr": 1, "op": "Kanariepiet"}]), "orders")
    order = Lookup(dataset="orders", key={"klant": "nr"}, value="raise_error(op)")
    result = scan(spark, dataset(path, anchors={"order": order}), other)
    (reason,) = unread(result).values()
    assert reason.startswith("'orders' is niet te lezen voor order: ")
    assert "Kanariepiet" not in reason
    assert ages(result, "order", "EMAIL_ADDRESS") == {(UNREADABLE, False): 1}


def test_rows_that_fail_by_themselves_are_not_blamed_on_a_lookup(
    spark: SparkSession, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.parquet", [{"klant": 1, "email": "jan@voorbeeld.nl"}])
    other = dataset(write(tmp_path / "b.parquet", [{"nr": 1, "op": "2020-01-01"}]), "orders")
    order = Lookup(dataset="orders", key={"klant": "nr"}, value="op")
    asked = dataset(path, anchors={"order": order}, hold=Expression(sql="raise_error(email)"))
    result = scan(spark, asked, other)
    assert list(unread(result)) == ["a.parquet"]
    assert "orders" not in unread(result)["a.parquet"]
    assert result.findings == ()


def test_broken_files_are_told_and_the_others_counted(spark: SparkSession, tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path / f"part-{number}.parquet", [{"email": "jan@voorbeeld.nl"}] * 2)
    (tmp_path / "part-1.parquet").write_bytes(b"geen parquet")
    whole = (tmp_path / "part-4.parquet").read_bytes()
    (tmp_path / "part-4.parquet").write_bytes(whole[: len(whole) // 2])
    result = scan(spark, dataset(tmp_path))
    assert set(unread(result)) == {"part-1.parquet", "part-4.parquet"}
    words = "niet te lezen: het bestand is beschadigd of niet af: het slot ontbreekt ("
    assert all(reason.startswith(words) for reason in unread(result).values())
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
    words = "niet te lezen: het bestand is beschadigd of breekt af (FAILED_READ_FILE."
    assert unread(result)[name].startswith(words)


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
        (
            Source(table="geen_tabel"),
            "niet te lezen: die tabel is er niet (TABLE_OR_VIEW_NOT_FOUND)",
        ),
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
    assert unread(result) == {"_corrupt_record": "1 kapotte rij, als tekst gelezen"}
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
