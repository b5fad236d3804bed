"""The result tables: whole or not there, and read back as they were written."""

import errno
import os
import string
from datetime import UTC, date, datetime
from typing import get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs import findings
from jobs.errors import FindingsError
from jobs.findings import Scan, append, merged, read, scans
from jobs.model import Age, Coverage, Evidence, Finding
from tests.jobs.scanned import age, covered, finding

TABLES = ("findings", "ages", "coverage")


def scan(scan_id: str, hits: int = 10) -> Scan:
    given = {"scan_id": scan_id, "hits": hits}
    return Scan(
        scan_id=scan_id,
        findings=(finding("PERSON", **given),),
        ages=(age("PERSON", "gesprek", date(2020, 2, 29), **given),),
        coverage=(covered(scan_id=scan_id),),
    )


# round trip

names = st.text(string.ascii_letters + "é[].|_ €\u0000'\"", min_size=1).map(str.strip)
counts = st.integers(0, 2**62)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)
found = st.builds(
    Finding,
    scan_id=st.just("s"),
    scanned_at=moments,
    dataset=names,
    column=names,
    entity=names,
    country=st.none() | names,
    rows=counts,
    hits=counts,
    valid=st.none() | counts,
    score=st.floats(0, 1),
    why=st.lists(
        st.builds(
            Evidence,
            code=names,
            hits=st.none() | counts,
            of=st.none() | counts,
            chance=st.none() | st.floats(0, 1),
            log10=st.none() | st.floats(-1e6, 0),
            by=st.none() | names,
        )
    ).map(tuple),
)
aged = st.builds(
    Age,
    scan_id=st.just("s"),
    dataset=names,
    column=names,
    entity=names,
    anchor=names,
    day=st.none() | st.dates(),
    held=st.booleans(),
    hits=counts,
)
read_or_not = st.builds(
    Coverage,
    scan_id=st.just("s"),
    dataset=names,
    column=st.none() | names,
    file=st.none() | names,
    rows=counts,
    bytes=counts,
    sampled=st.none() | counts,
    miss_bound=st.none() | st.floats(0, 1),
    reason=st.none() | names,
)


@settings(max_examples=40)
@given(st.lists(found), st.lists(aged), st.lists(read_or_not))
def test_a_scan_is_read_as_it_was_written(tmp_path_factory, found, aged, coverage):
    out = tmp_path_factory.mktemp("out")
    written = Scan(scan_id="s", findings=tuple(found), ages=tuple(aged), coverage=tuple(coverage))
    append(out, written)
    assert read(out, "s") == written


def test_the_parts_of_a_scan_are_put_together_in_order():
    parts = [scan("s", hits=1), scan("s", hits=2)]
    whole = merged("s", iter(parts))
    assert [row.hits for row in whole.findings] == [1, 2]
    assert [row.hits for row in whole.ages] == [1, 2]
    assert len(whole.coverage) == 2


# schema


def test_the_columns_of_the_tables():
    assert findings.FINDINGS.names == (
        [
            "scan_id",
            "scanned_at",
            "dataset",
            "column",
            "entity",
            "country",
            "rows",
            "hits",
            "valid",
            "score",
            "why",
        ]
    )
    assert findings.AGES.names == [
        "scan_id",
        "dataset",
        "column",
        "entity",
        "anchor",
        "day",
        "held",
        "hits",
    ]
    assert findings.COVERAGE.names == (
        ["scan_id", "dataset", "column", "file", "rows", "bytes", "sampled", "miss_bound", "reason"]
    )


@pytest.mark.parametrize(
    ("schema", "noun"),
    [(findings.FINDINGS, Finding), (findings.AGES, Age), (findings.COVERAGE, Coverage)],
)
def test_a_table_has_the_fields_of_its_noun_and_is_as_strict(schema, noun):
    annotations = get_type_hints(noun)
    assert schema.names == [name for name in annotations if name != "model_config"]
    for field in schema:
        assert field.nullable is (type(None) in get_args(annotations[field.name]))


# several scans


def test_the_latest_scan_is_read_unless_another_is_asked_for(tmp_path):
    for scan_id in ("20261122T100000Z-b", "20251122T100000Z-c", "20261122T090000Z-z"):
        append(tmp_path, scan(scan_id))
    assert scans(tmp_path) == sorted(scans(tmp_path))
    assert read(tmp_path, None).scan_id == "20261122T100000Z-b"
    assert read(tmp_path, "20251122T100000Z-c").findings[0].scan_id == "20251122T100000Z-c"


@pytest.mark.parametrize("cut", TABLES)
def test_a_scan_that_was_cut_off_does_not_exist(tmp_path, monkeypatch, cut):
    append(tmp_path, scan("1"))
    rename = os.replace

    def stop(source, target):
        if cut in str(target):
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        append(tmp_path, scan("2"))
    assert scans(tmp_path) == ["1"]
    assert read(tmp_path, None).scan_id == "1"


@pytest.mark.parametrize("cut", TABLES)
def test_a_scan_that_could_not_be_written_does_not_exist(tmp_path, monkeypatch, cut):
    write = pq.write_table

    def full(table, where):
        if cut in str(where):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(table, where)

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(FindingsError) as caught:
        append(tmp_path, scan("1"))
    text = f"{tmp_path}: cannot be written (No space left on device); give another --out"
    assert str(caught.value) == text
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert scans(tmp_path) == []


# refusals


def refusal(out, scan_id=None) -> str:
    with pytest.raises(FindingsError) as caught:
        read(out, scan_id)
    return str(caught.value)


def test_where_no_scan_is_the_remedy_is_to_make_one(tmp_path):
    text = refusal(tmp_path / "nergens")
    assert str(tmp_path / "nergens") in text
    assert "run 'speurneus scan" in text


def test_an_unknown_scan_names_the_latest(tmp_path):
    append(tmp_path, scan("1"))
    text = refusal(tmp_path, "0")
    assert str(tmp_path) in text
    assert "'0'" in text
    assert "'1'" in text


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("content", [b"", b"geen parquet"])
def test_a_broken_table_is_named_with_its_remedy(tmp_path, table, content):
    append(tmp_path, scan("1"))
    path = tmp_path / table / "1.parquet"
    path.write_bytes(content)
    assert refusal(tmp_path) == f"{path}: cannot be read; run the scan again"


@pytest.mark.parametrize("table", ["findings", "ages"])
def test_a_missing_table_is_named_with_its_remedy(tmp_path, table):
    append(tmp_path, scan("1"))
    path = tmp_path / table / "1.parquet"
    path.unlink()
    assert refusal(tmp_path) == f"{path}: cannot be read; run the scan again"


@pytest.mark.parametrize("version", [b"0", b"1", b"3", None])
@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_another_version_is_not_guessed_at(tmp_path, table, version):
    append(tmp_path, scan("1"))
    path = tmp_path / table / "1.parquet"
    metadata = {} if version is None else {b"speurneus": version}
    pq.write_table(pq.read_table(path).replace_schema_metadata(metadata), path)
    text = refusal(tmp_path)
    named = "none" if version is None else version.decode()
    assert text.startswith(f"{path}: written by version {named} of the tables")
    assert "run the scan again" in text


@pytest.mark.parametrize("table", TABLES)
def test_a_table_with_another_column_is_refused(tmp_path, table):
    append(tmp_path, scan("1"))
    path = tmp_path / table / "1.parquet"
    wider = pq.read_table(path).append_column("value", pa.array(["geheim"]))
    pq.write_table(wider, path)
    assert str(path) in refusal(tmp_path)
