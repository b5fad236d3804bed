"""Lines of logs and the moment that each of them tells, or does not."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from jobs.model import Source
from jobs.sources import named
from jobs.sources.format import LINE
from jobs.sources.text import TIME

Told = list[tuple[str, str | None]]


def moments(spark: SparkSession, path: Path, kind: str, lines: list[str]) -> Told:
    """Each line with its moment in Europe/Amsterdam."""
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    frame = named(kind).read(spark, Source(path=str(path)), [str(path)])
    told = frame.select(LINE, F.col(TIME).cast("string").alias(TIME)).collect()
    return [(row[LINE], row[TIME]) for row in told]


def visit(stamp: str, host: str = "83.149.9.216") -> str:
    return f'{host} - jan [{stamp}] "GET /?q=[x] HTTP/1.1" 200 203'


ACCESS = [
    (visit("17/May/2015:10:05:03 +0000"), "2015-05-17 12:05:03"),
    (visit("17/May/2015:10:05:03 +0200"), "2015-05-17 10:05:03"),
    (visit("31/Dec/2023:23:30:00 +0000") + ' "-" "curl/8.0"', "2024-01-01 00:30:00"),
    (visit("01/Mar/2020:00:00:00 -0500", "2001:db8::5f"), "2020-03-01 06:00:00"),
    (visit("99/Foo/2020:00:00:00 +0000"), None),
    ("kapotte regel", None),
]
SYSTEM = [
    ("<34>1 2026-11-22T23:30:00.003Z host app 123 ID47 - hallo", "2026-11-23 00:30:00.003"),
    ("<34>1 2026-07-01T12:00:00+02:00 host app - - - hallo", "2026-07-01 12:00:00"),
    ("2026-11-22T10:00:00.5+01:00 mail postfix/smtpd[12]: connect", "2026-11-22 10:00:00.5"),
    ("2026-11-22T10:00:00 mail postfix/smtpd[12]: connect", "2026-11-22 10:00:00"),
    ("<34>1 - host app 123 ID47 - zonder tijd", None),
    ("Nov 22 10:00:00 mail postfix/smtpd[12]: connect", None),
    ("<13>Nov  2 10:00:00 mail sshd: connect", None),
]
PLAIN = [
    ("2026-11-22 10:00:00,123 INFO x", "2026-11-22 10:00:00"),
    ("[2026-11-22T10:00:00.123Z] x", "2026-11-22 11:00:00"),
    ("2026-11-22T10:00:00+0000 x", "2026-11-22 11:00:00"),
    ("2026-02-30 10:00:00 x", None),
    ("    at java.lang.Thread.run", None),
    ("gestart om 2026-11-22 10:00:00", None),
    ("", None),
]


@pytest.mark.parametrize("name", ["a.log", "a.log.gz"])
@pytest.mark.parametrize(
    ("kind", "lines"), [("access_log", ACCESS), ("syslog", SYSTEM), ("lines", PLAIN)]
)
def test_a_line_tells_its_moment(
    spark: SparkSession, tmp_path: Path, name: str, kind: str, lines: Told
) -> None:
    assert moments(spark, tmp_path / name, kind, [line for line, _ in lines]) == lines


def test_a_log_in_another_encoding(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes("2026-11-22 10:00:00 Pötsdam\n".encode("latin-1"))
    source = Source(path=str(tmp_path / "a.log"), encoding="ISO-8859-1")
    (row,) = named("lines").read(spark, source, [str(tmp_path / "a.log")]).collect()
    assert row[LINE].endswith("Pötsdam")
    assert row[TIME].date() == date(2026, 11, 22)


@pytest.mark.parametrize("kind", ["access_log", "syslog", "lines"])
def test_the_moment_is_an_anchor_and_no_column_to_scan(kind: str) -> None:
    found = named(kind)
    assert found.hidden == (TIME,)
    assert found.anchors["gebeurtenis"] == TIME


def test_a_visit_is_the_last_one_known() -> None:
    assert named("access_log").anchors["laatste_bezoek"] == TIME
