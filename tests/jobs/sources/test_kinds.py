"""The kind of a file is told from its name, or else from its first lines."""

import gzip
from pathlib import Path
from typing import get_args

import pytest
from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.model import Source, SourceKind
from jobs.sources import by_lines, by_name, formats, unpacked
from jobs.sources.files import files, head
from jobs.sources.located import locate

COMMON = '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 203'
COMBINED = COMMON + ' "-" "curl/8.0"'
SYSTEM_NEW = "<34>1 2026-11-22T10:00:00.003Z host app 123 ID47 - hallo"
SYSTEM_ISO = "2026-11-22T10:00:00.123456+01:00 mail postfix/smtpd[12]: connect"
SYSTEM_OLD = "Nov  2 10:00:00 mail postfix/smtpd[12]: connect"
PLAIN = "2026-11-22 10:00:00,123 INFO gestart"


def kind_of(spark: SparkSession, path: Path) -> str:
    return locate(spark, Source(path=str(path))).format.kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.parquet", "parquet"),
        ("part-00000-x.snappy.parquet", "parquet"),
        ("A.CSV", "csv"),
        ("a.tsv.gz", "csv"),
        ("a.jsonl", "json"),
        ("a.ndjson.bz2", "json"),
        ("app.log.1", "lines"),
        ("app.log.2.gz", "lines"),
        ("app-20261122.log", "lines"),
        ("app.log-2026-11-22.gz", "lines"),
        ("access", None),
        ("data.bin", None),
    ],
)
def test_a_name_tells(name: str, kind: str | None) -> None:
    found = by_name(name)
    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    "name", ["access.log", "access.log.1", "access.log.12.gz", "access.log-20261122.gz"]
)
def test_turns_of_one_log_share_a_name(name: str) -> None:
    assert unpacked(name) == "access.log"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (COMMON, "access_log"),
        (COMBINED, "access_log"),
        (COMMON.replace("83.149.9.216", "2001:db8::5f"), "access_log"),
        (SYSTEM_NEW, "syslog"),
        (SYSTEM_ISO, "syslog"),
        (SYSTEM_OLD, "syslog"),
        ('{"a": 1}', "json"),
    ],
)
def test_lines_tell(line: str, kind: str) -> None:
    found = by_lines([line] * 8 + ["", "een losse regel"])
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("lines", [[], [""], ["zomaar tekst"], [PLAIN], [COMMON, "x", "y"], ["[]"]])
def test_other_lines_tell_nothing(lines: list[str]) -> None:
    assert by_lines(lines) is None


@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        ("access", COMBINED, "access_log"),
        ("access.log", COMMON, "access_log"),
        ("access.log.1", COMMON, "access_log"),
        ("access.log.2.gz", COMBINED, "access_log"),
        ("messages", SYSTEM_OLD, "syslog"),
        ("mail.log", SYSTEM_ISO, "syslog"),
        ("app.log", '{"a": 1}', "json"),
        ("app.log", PLAIN, "lines"),
        ("export.csv", COMBINED, "csv"),
    ],
)
def test_a_file_tells(spark: SparkSession, tmp_path: Path, name: str, line: str, kind: str) -> None:
    path = tmp_path / name
    data = f"{line}\n{line}\n".encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert kind_of(spark, path) == kind


def test_a_file_that_tells_nothing_is_refused_with_the_remedy(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "raadsel").write_text("zomaar tekst\n")
    with pytest.raises(SourceError, match=r"onbekend soort bestand; noem het in 'source.kind'"):
        kind_of(spark, tmp_path / "raadsel")


def test_conf_knows_the_kinds_that_there_are() -> None:
    assert set(formats()) == set(get_args(SourceKind))
    assert all(kind == found.kind for kind, found in formats().items())


def test_files_are_listed_with_their_size_in_order(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "diep").mkdir()
    (tmp_path / "b.txt").write_text("12345")
    (tmp_path / "diep" / "a.txt").write_text("é")
    (tmp_path / "_SUCCESS").write_text("")
    found = files(spark, str(tmp_path))
    assert [(f.name, f.size) for f in found] == [("b.txt", 5), ("a.txt", 2)]
    assert found[1].folder.endswith("/diep")


@pytest.mark.parametrize("name", ["leeg", "bestaat_niet", "leeg/*.csv"])
def test_a_place_without_files_is_refused(spark: SparkSession, tmp_path: Path, name: str) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(SourceError, match=r"geen bestand|niet te vinden"):
        files(spark, str(tmp_path / name))


def test_the_head_of_a_file(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text("".join(f"{n}\n" for n in range(100)))
    assert head(spark, str(path), lines=3) == ["0", "1", "2"]
    (tmp_path / "stuk.log.gz").write_bytes(b"geen gzip")
    assert head(spark, str(tmp_path / "stuk.log.gz")) == []
