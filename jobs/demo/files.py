"""Writes what was made as files: the same bytes for the same rows."""

import csv
import gzip
import json
from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq
from ruamel.yaml import YAML

from jobs.demo.made import Made
from jobs.model import Dataset

Record = Mapping[str, object]


def write_data(made: Made, folder: Path) -> None:
    """Writes the rows of one dataset into a folder of its own."""
    folder.mkdir(parents=True)
    if made.layout == "lines":
        _write_lines([str(row.values) for row in made.rows], folder, made)
        return
    records = [cast(Record, row.values) for row in made.rows]
    if made.layout == "csv":
        _write_csv(records, folder / f"{folder.name}.csv", made.dataset.source.separator or ",")
    elif made.layout == "jsonl":
        text = "".join(json.dumps(r, ensure_ascii=False, default=_plain) + "\n" for r in records)
        (folder / f"{folder.name}.jsonl").write_text(text, encoding="utf-8")
    elif made.partition is None:
        _write_parquet(records, folder, made)
    else:
        _write_partitions(records, folder, made, made.partition)


def write_conf(dataset: Dataset, folder: Path) -> None:
    """Writes one dataset's conf file."""
    folder.mkdir(parents=True, exist_ok=True)
    yaml = YAML()
    yaml.default_flow_style = False
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    fields = dataset.model_dump(mode="json", exclude_defaults=True)
    with (folder / f"{dataset.name}.yaml").open("w", encoding="utf-8") as file:
        yaml.dump(fields, file)


def write_truth(document: Mapping[str, object], directory: Path) -> None:
    """Writes `truth.json`, one entry a line."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list):
            entries = ",\n".join(f"  {json.dumps(entry)}" for entry in value)
            lines.append(
                f"{json.dumps(key)}: [\n{entries}\n]" if value else f"{json.dumps(key)}: []"
            )
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value)}")
    (directory / "truth.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _write_lines(lines: list[str], folder: Path, made: Made) -> None:
    name = made.dataset.name
    size = -(-len(lines) // made.parts)
    for part in range(made.parts):
        text = "".join(f"{line}\n" for line in lines[part * size : (part + 1) * size])
        # no time and no name in the gzip header: the same bytes each time
        packed = gzip.compress(text.encode(), mtime=0)
        (folder / f"{name}.log.{made.parts - part}.gz").write_bytes(packed)


def _write_csv(records: list[Record], path: Path, separator: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, list(records[0]), delimiter=separator, lineterminator="\n", restval=""
        )
        writer.writeheader()
        for record in records:
            writer.writerow({k: "" if v is None else _plain(v) for k, v in record.items()})


def _write_parquet(records: list[Record], folder: Path, made: Made) -> None:
    table = _table(records, made)
    size = -(-len(records) // made.parts)
    for part in range(made.parts):
        pq.write_table(table.slice(part * size, size), folder / f"deel-{part}.parquet")


def _write_partitions(records: list[Record], folder: Path, made: Made, column: str) -> None:
    in_order = sorted(records, key=lambda r: str(r[column]))
    table = _table([{k: v for k, v in r.items() if k != column} for r in in_order], made)
    start = 0
    for value, group in groupby(str(r[column]) for r in in_order):
        size = len(list(group))
        inner = folder / f"{column}={value}"
        inner.mkdir()
        pq.write_table(table.slice(start, size), inner / "deel-0.parquet")
        start += size


def _table(records: list[Record], made: Made) -> pa.Table:
    return pa.Table.from_pylist([dict(r) for r in records], schema=made.schema)


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
