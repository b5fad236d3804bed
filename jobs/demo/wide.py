"""All orders in one wide table, of any length: what the benchmarks read.

Drawn in chunks from a pool, so that memory does not grow with the table. Planted: orders
past the term, citizen service numbers and licence plates in remarks.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from jobs.demo import pool, truth
from jobs.demo.files import write_conf, write_truth
from jobs.demo.made import Held
from jobs.demo.pool import Pool
from jobs.demo.shop import planted
from jobs.demo.terms import INVOICE, MARGIN, oldest_kept
from jobs.errors import UsageError
from jobs.model import Constant, Dataset, Expression, Source

CHUNK = 50_000
FILE = 250_000
_CUSTOMERS = 20_000
_EPOCH = date(1970, 1, 1)

Numbers = npt.NDArray[np.int64]

_COLUMNS = {
    "order_id": "ORDER_ID",
    "klantnummer": "CUSTOMER_ID",
    "klantnaam": "PERSON",
    "email": "EMAIL_ADDRESS",
    "telefoon": "PHONE_NUMBER",
    "straat": "NL_ADDRESS",
    "postcode": "NL_POSTCODE",
    "woonplaats": "LOCATION",
    "iban": "IBAN_CODE",
}
_DATASET = Dataset(
    name="orders",
    source=Source(path="../warehouse/orders"),
    text="Alle bestellingen in één brede tabel.",
    purposes=("overeenkomst",),
    retention=("factuurgegevens",),
    country=Constant(constant="NL"),
    anchors={"transactie": Expression(sql="besteldatum")},
)


def write_orders(directory: Path, *, rows: int, seed: int, as_of: date) -> None:
    """Writes one table of `rows` wide orders, its conf and its truth under `directory`.

    Parquet files of 250,000 rows, in row groups of 50,000; `rows` is 60 at least. Raises
    UsageError where it is less, or where a warehouse lies there already.
    """
    if rows < 60:
        raise UsageError(f"{rows} rows are too few to plant breaches in; ask for 60 at least")
    folder = directory / "warehouse" / _DATASET.name
    if folder.parent.exists():
        raise UsageError(f"{directory}: a warehouse lies there already; give another folder")
    folder.mkdir(parents=True)
    rng = np.random.default_rng([seed, crc32(b"orders in one table")])
    orders = _Orders(
        pool=pool.draw(rng, min(_CUSTOMERS, max(60, rows // 2))),
        plan=_plan(rng, rows),
        as_of=as_of,
        rng=rng,
    )
    for number, begin in enumerate(range(0, rows, FILE)):
        end = min(begin + FILE, rows)
        first = orders.chunk(begin, min(begin + CHUNK, end))
        with pq.ParquetWriter(folder / f"deel-{number:05d}.parquet", first.schema) as file:
            file.write_table(first)
            for start in range(begin + CHUNK, end, CHUNK):
                file.write_table(orders.chunk(start, min(start + CHUNK, end)))
    write_conf(_DATASET, directory / "conf" / "datasets")
    write_truth(
        truth.document(
            as_of=as_of,
            seed=seed,
            rows=rows,
            breaches=[
                truth.entry(_DATASET.name, held, count, rule=rule)
                for (rule, held), count in sorted(orders.broken.items())
            ],
            gaps=[],
            columns=[
                truth.entry(_DATASET.name, held, count)
                for held, count in sorted(orders.held.items())
            ],
        ),
        directory,
    )


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """Where in the table what is planted; each holds row numbers."""

    edge: Numbers
    overdue: Numbers
    bsn: Numbers
    plate: Numbers


def _plan(rng: np.random.Generator, rows: int) -> _Plan:
    sizes = [1, planted(rows, 0.005), planted(rows, 0.001), planted(rows, 0.0005)]
    chosen = rng.choice(rows, sum(sizes), replace=False)
    edge, overdue, bsn, plate = np.split(chosen, np.cumsum(sizes)[:-1])
    return _Plan(edge=edge, overdue=overdue, bsn=bsn, plate=plate)


@dataclass(kw_only=True)
class _Orders:
    """Makes the table's chunks, and counts what they hold and breach while it does."""

    pool: Pool
    plan: _Plan
    as_of: date
    rng: np.random.Generator
    held: Counter[Held] = field(default_factory=Counter)
    broken: Counter[tuple[str, Held]] = field(default_factory=Counter)

    def chunk(self, start: int, stop: int) -> pa.Table:
        """The rows from `start` to `stop`."""
        overdue = _inside(self.plan.overdue, start, stop)
        days = pa.array(self._days(start, stop), pa.int32()).cast(pa.date32())
        remarks = self._remarks(start, stop)
        self._count(stop - start, len(overdue), remarks)
        buyers = self.rng.integers(0, self.pool.customers.num_rows, stop - start)
        cents = self.rng.integers(199, 49_999, stop - start)
        bought = self.pool.customers.take(pa.array(buyers)).combine_chunks()
        return pa.table(
            {
                "order_id": _order_numbers(days, start, stop),
                **{name: bought[name] for name in bought.column_names},
                "bedrag": cents / 100,
                "besteldatum": days,
                "opmerking": self.pool.remarks.take(pa.array(remarks)),
            }
        )

    def _days(self, start: int, stop: int) -> Numbers:
        """Days since 1970: inside the term, but for the rows that are planted."""
        last_kept = oldest_kept(self.as_of, INVOICE)
        days = self.rng.integers(_number(last_kept + MARGIN), _number(self.as_of), stop - start)
        days[_inside(self.plan.edge, start, stop)] = _number(last_kept)
        overdue = _inside(self.plan.overdue, start, stop)
        over = _number(last_kept - timedelta(days=1))
        days[overdue] = over - self.rng.integers(0, 900, len(overdue))
        return days

    def _remarks(self, start: int, stop: int) -> Numbers:
        """Numbers of remarks; none on orders past the term."""
        size = stop - start
        everyday = self.rng.integers(1, self.pool.bsn_from, size)
        remarks = np.where(self.rng.random(size) < 0.2, everyday, 0)
        remarks[_inside(self.plan.overdue, start, stop)] = 0
        bsn, plate = _inside(self.plan.bsn, start, stop), _inside(self.plan.plate, start, stop)
        remarks[bsn] = self.rng.integers(self.pool.bsn_from, self.pool.plate_from, len(bsn))
        last = len(self.pool.entities)
        remarks[plate] = self.rng.integers(self.pool.plate_from, last, len(plate))
        return remarks

    def _count(self, rows: int, overdue: int, remarks: Numbers) -> None:
        for held in _COLUMNS.items():
            self.held[held] += rows
            self.broken["kept_within_term", held] += overdue
        for remark, count in zip(*np.unique(remarks, return_counts=True), strict=True):
            for entity in self.pool.entities[int(remark)]:
                self.held["opmerking", entity] += int(count)
                if entity in truth.UNDECLARED:
                    self.broken["is_in_a_declared_category", ("opmerking", entity)] += int(count)


def _order_numbers(days: pa.Array, start: int, stop: int) -> pa.Array:
    serial = pc.utf8_lpad(pa.array(np.arange(start, stop) % 1_000_000).cast(pa.string()), 6, "0")
    year = pc.year(days).cast(pa.string())
    return pc.binary_join_element_wise(pc.binary_join_element_wise("B", year, ""), serial, "-")


def _inside(positions: Numbers, start: int, stop: int) -> Numbers:
    return positions[(positions >= start) & (positions < stop)] - start


def _number(day: date) -> int:
    return (day - _EPOCH).days
