"""What Spark would skip, mix up or misread is read, or told with a reason."""

from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.model import Source
from jobs.sources import named
from jobs.sources.format import LINE
from jobs.sources.located import locate


def unread(spark: SparkSession, folder: Path) -> dict[str, str]:
    found = locate(spark, Source(path=str(folder))).unread
    return {file.below(str(folder)): reason for file, reason in found}


def test_names_that_spark_skips_are_told(spark: SparkSession, tmp_path: Path) -> None:
    for name in ("_SUCCESS", "a.csv", ".a.csv.crc", "_oud.csv", ".b.csv", "_archief/c.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("naam;stad\nx;y\n")
    told = unread(spark, tmp_path)
    assert set(told) == {"_oud.csv", ".b.csv", "_archief/c.csv"}
    assert set(told.values()) == {"naam die Spark overslaat"}


def test_a_file_of_another_kind_is_told(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04jan@voorbeeld.nl;x\n")
    (tmp_path / "b.csv").write_text("naam;stad\nx;y\n")
    (tmp_path / "c.csv").write_text("naam;stad\nx;y\n")
    (tmp_path / "d.json").write_text('{"naam": "x"}\n')
    found = locate(spark, Source(path=str(tmp_path)))
    assert found.format.kind == "csv"
    assert [file.name for file in found.files] == ["b.csv", "c.csv"]
    assert unread(spark, tmp_path) == dict.fromkeys(("a.zip", "d.json"), "ander soort bestand")


def test_every_turn_of_a_log_is_read(spark: SparkSession, tmp_path: Path) -> None:
    visit = '1.2.3.4 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 203\n'
    for name, text in {"": "", ".1": visit, ".2": "\tat java.lang.Thread.run\n"}.items():
        (tmp_path / f"access.log{name}").write_text(text)
    found = locate(spark, Source(path=str(tmp_path)))
    assert (found.format.kind, len(found.files), found.unread) == ("access_log", 3, ())


def test_a_byte_that_is_no_utf8_hides_no_line(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"caf\xe9 jan@voorbeeld.nl\n")
    frame = named("lines").read(spark, Source(path=str(tmp_path)), [str(tmp_path / "a.log")])
    assert frame.toArrow()[LINE].to_pylist() == ["caf\ufffd jan@voorbeeld.nl"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_log_in_utf16_is_refused(spark: SparkSession, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.log").write_bytes("jan@voorbeeld.nl\n".encode(encoding))
    with pytest.raises(SourceError, match="UTF-16"):
        named("lines").read(spark, Source(path=str(tmp_path)), [str(tmp_path / "a.log")])


@pytest.mark.parametrize("place", ["{root}", "{root}/*/*", "{root}/*"])
@pytest.mark.parametrize(
    ("kind", "text"), [("csv", "naam;nr\nx;1\n"), ("json", '{"naam": "x"}\n'), ("lines", "x\n")]
)
def test_a_partition_folder_is_a_column(
    spark: SparkSession, tmp_path: Path, place: str, kind: str, text: str
) -> None:
    path = tmp_path / "email=jan@voorbeeld.nl" / "part-0.x"
    path.parent.mkdir()
    path.write_text(text)
    source = Source(path=place.replace("{root}", str(tmp_path)))
    frame = named(kind).read(spark, source, [f"file:{path}"])
    assert [row["email"] for row in frame.collect()] == ["jan@voorbeeld.nl"]
