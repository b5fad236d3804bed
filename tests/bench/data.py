"""The tables that are measured: made up, written when first asked for, kept in build/bench."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jobs.conf import load_datasets
from jobs.demo.wide import CHUNK, write_orders
from jobs.model import Dataset
from tests.bench import different

ROOT = Path(__file__).parents[2]
CONF = ROOT / "conf"
DAY = date(2026, 11, 22)
SEED = 1
FILES = 4

_KEPT = ROOT / "build" / "bench"


def kept(name: str, write: Callable[[Path], object]) -> Path:
    """The folder of that name; `write` fills it when it is not there yet."""
    folder = _KEPT / name
    if not folder.exists():
        half = folder.with_name(f".{name}")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        write(half)
        half.rename(folder)
    return folder


def orders(rows: int) -> Dataset:
    """The demo's wide table of orders, as its conf describes it: customers come back."""
    folder = kept(f"orders-{rows}", lambda new: write_orders(new, rows=rows, seed=SEED, as_of=DAY))
    (dataset,) = load_datasets(folder / "conf")
    return dataset


def different_orders(rows: int) -> Dataset:
    """The same table, with every identifying value different in each row, in four files.

    A million rows lie in as many files as the demo's, and fewer rows still keep two cores busy.
    """
    size = -(-rows // FILES)

    def write(folder: Path) -> None:
        for number, begin in enumerate(range(0, rows, size)):
            end = min(begin + size, rows)
            path = folder / f"deel-{number:05d}.parquet"
            with pq.ParquetWriter(path, different.SCHEMA) as file:
                for start in range(begin, end, CHUNK):
                    file.write_table(different.orders(start, min(start + CHUNK, end)))

    return moved(orders(60), kept(f"different-orders-{rows}", write))


def sample(rows: int, of: Dataset, columns: list[str] | None = None) -> Dataset:
    """The first `rows` rows of a table in one file, or these columns of those that fill them."""
    source = Path(of.source.path or "")

    def write(folder: Path) -> None:
        table = pq.read_table(source, columns=columns)
        pq.write_table((table if columns is None else table.drop_null())[:rows], _one(folder))

    said = "-".join((source.name, str(rows), *(columns or ())))
    # what the orders age by is not among chosen columns
    described = of if columns is None else Dataset(name=of.name, source=of.source)
    return moved(described, kept(f"sample-{said}", write))


def copied(dataset: Dataset, name: str, times: int) -> Dataset:
    """A table that consists of the files of another, several times under other names."""
    files = sorted(Path(dataset.source.path or "").glob("*.parquet"))

    def write(folder: Path) -> None:
        for number in range(times):
            for file in files:
                os.link(file, folder / f"kopie-{number}-{file.name}")

    return moved(dataset, kept(f"{name}-x{times}", write))


def read(dataset: Dataset) -> pa.Table:
    """The rows of a table of Parquet files."""
    return pq.read_table(dataset.source.path)


def moved(dataset: Dataset, folder: Path) -> Dataset:
    """The same dataset with its files in another folder."""
    source = dataset.source.model_copy(update={"path": str(folder)})
    return dataset.model_copy(update={"source": source})


def _one(folder: Path) -> Path:
    return folder / "deel-00000.parquet"
