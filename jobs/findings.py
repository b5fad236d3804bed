"""The result tables: their schema, appending to them, reading them. Where the two sides meet.

    <out>/findings/<scan_id>.parquet    what occurs where, how often
    <out>/ages/<scan_id>.parquet        how old it is, counted per day
    <out>/coverage/<scan_id>.parquet    what was read and what was not

A scan is written under temporary names and renamed into place, coverage last: a scan
without coverage was cut off, and does not exist for a reader.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from jobs.errors import FindingsError
from jobs.model import Age, Coverage, Finding, Noun

VERSION = "2"
_VERSION_KEY = b"speurneus"

_EVIDENCE = pa.struct(
    [
        pa.field("code", pa.string(), nullable=False),
        pa.field("hits", pa.int64()),
        pa.field("of", pa.int64()),
        pa.field("chance", pa.float64()),
        pa.field("log10", pa.float64()),
        pa.field("by", pa.string()),
    ]
)
FINDINGS = pa.schema(
    [
        pa.field("scan_id", pa.string(), nullable=False),
        pa.field("scanned_at", pa.timestamp("us", tz="UTC"), nullable=False),
        pa.field("dataset", pa.string(), nullable=False),
        pa.field("column", pa.string(), nullable=False),
        pa.field("entity", pa.string(), nullable=False),
        pa.field("country", pa.string()),
        pa.field("rows", pa.int64(), nullable=False),
        pa.field("hits", pa.int64(), nullable=False),
        pa.field("valid", pa.int64()),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("why", pa.list_(_EVIDENCE), nullable=False),
    ]
)
AGES = pa.schema(
    [
        pa.field("scan_id", pa.string(), nullable=False),
        pa.field("dataset", pa.string(), nullable=False),
        pa.field("column", pa.string(), nullable=False),
        pa.field("entity", pa.string(), nullable=False),
        pa.field("anchor", pa.string(), nullable=False),
        pa.field("day", pa.date32()),
        pa.field("held", pa.bool_(), nullable=False),
        pa.field("hits", pa.int64(), nullable=False),
    ]
)
COVERAGE = pa.schema(
    [
        pa.field("scan_id", pa.string(), nullable=False),
        pa.field("dataset", pa.string(), nullable=False),
        pa.field("column", pa.string()),
        pa.field("file", pa.string()),
        pa.field("rows", pa.int64(), nullable=False),
        pa.field("bytes", pa.int64(), nullable=False),
        pa.field("sampled", pa.int64()),
        pa.field("miss_bound", pa.float64()),
        pa.field("reason", pa.string()),
    ]
)
_TABLES = {"findings": FINDINGS, "ages": AGES, "coverage": COVERAGE}


@dataclass(frozen=True, kw_only=True)
class Scan:
    """All that one sweep found."""

    scan_id: str
    findings: tuple[Finding, ...]
    ages: tuple[Age, ...]
    coverage: tuple[Coverage, ...]


def merged(scan_id: str, parts: Iterable[Scan]) -> Scan:
    """The scans of several datasets as one."""
    every = list(parts)
    return Scan(
        scan_id=scan_id,
        findings=tuple(row for part in every for row in part.findings),
        ages=tuple(row for part in every for row in part.ages),
        coverage=tuple(row for part in every for row in part.coverage),
    )


def tables(scan: Scan) -> dict[str, pa.Table]:
    """A scan as Arrow tables by name, coverage last."""
    ages = zip(*scan.ages, strict=True) if scan.ages else [()] * len(AGES)
    return {
        "findings": _table(scan.findings, FINDINGS),
        "ages": pa.Table.from_arrays([*map(pa.array, ages, AGES.types)], schema=AGES),
        "coverage": _table(scan.coverage, COVERAGE),
    }


def _table(rows: Sequence[Noun], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist([row.model_dump() for row in rows], schema=schema)


def append(out: Path, scan: Scan) -> None:
    """Write one scan into the three tables; all of it or nothing that a reader sees.

    Raises FindingsError where they cannot be written; no temporary file is then left.
    """
    parts = {name: out / name / f".{scan.scan_id}.tmp" for name in _TABLES}
    try:
        for name, table in tables(scan).items():
            parts[name].parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(table.replace_schema_metadata({_VERSION_KEY: VERSION}), parts[name])
        for name, part in parts.items():
            os.replace(part, _file(out, name, scan.scan_id))
    except OSError as error:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
        why = error.strerror or type(error).__name__
        raise FindingsError(f"{out}: cannot be written ({why}); give another --out") from None


def scans(out: Path) -> list[str]:
    """The ids of all whole scans, the oldest first."""
    return sorted(path.stem for path in (out / "coverage").glob("*.parquet"))


def read(out: Path, scan_id: str | None) -> Scan:
    """One scan, the latest where no id is given.

    Raises FindingsError where there is none, or where a table is broken, of another version
    or of another scan.
    """
    known = scans(out)
    if not known:
        raise FindingsError(f"{out}: no scan there; run 'speurneus scan --out {out}' first")
    if scan_id is not None and scan_id not in known:
        raise FindingsError(f"{out}: no scan {scan_id!r}; the latest is {known[-1]!r}")
    chosen = scan_id or known[-1]
    return Scan(
        scan_id=chosen,
        findings=tuple(Finding(**_utc(row)) for row in _rows(out, "findings", chosen)),
        ages=tuple(Age(**row) for row in _rows(out, "ages", chosen)),
        coverage=tuple(Coverage(**row) for row in _rows(out, "coverage", chosen)),
    )


def _file(out: Path, name: str, scan_id: str) -> Path:
    return out / name / f"{scan_id}.parquet"


def _rows(out: Path, name: str, scan_id: str) -> list[dict[str, Any]]:
    path = _file(out, name, scan_id)
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException):
        raise FindingsError(f"{path}: cannot be read; run the scan again") from None
    version = (table.schema.metadata or {}).get(_VERSION_KEY, b"none").decode()
    if version != VERSION or not table.schema.equals(_TABLES[name]):
        raise FindingsError(
            f"{path}: written by version {version} of the tables, this reads {VERSION};"
            " run the scan again"
        )
    rows: list[dict[str, Any]] = table.to_pylist()
    if any(row["scan_id"] != scan_id for row in rows):
        raise FindingsError(f"{path}: holds rows of another scan; run the scan again")
    return rows


def _utc(row: dict[str, Any]) -> dict[str, Any]:
    moment = row["scanned_at"]
    return row | {"scanned_at": moment.astimezone(UTC)}
