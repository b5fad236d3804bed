"""Tables of mixed columns, as a warehouse has them: one in eight about a person, the rest plain."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tests.bench import different

PERSONAL = ("klantnaam", "email", "telefoon", "iban", "postcode", "klantnummer", "opmerking")
ONE_IN = 8

Draw = Callable[[np.random.Generator, int], pa.Array]


def _words(*words: str) -> Draw:
    return lambda rng, rows: pa.array(words).take(pa.array(rng.integers(0, len(words), rows)))


def _numbers(low: int, high: int) -> Draw:
    return lambda rng, rows: pa.array(rng.integers(low, high, rows))


def _codes(rng: np.random.Generator, rows: int) -> pa.Array:
    return pa.array([f"ART-{number:07d}" for number in rng.integers(0, 10**7, rows)])


def _hex(rng: np.random.Generator, rows: int) -> pa.Array:
    return pa.array([rng.bytes(16).hex() for _ in range(rows)])


def _moments(rng: np.random.Generator, rows: int) -> pa.Array:
    seconds = rng.integers(1_600_000_000, 1_780_000_000, rows)
    return pa.array(seconds * 10**6).cast(pa.timestamp("us", tz="UTC"))


def _descriptions(rng: np.random.Generator, rows: int) -> pa.Array:
    goods = ("Espressobonen", "Koffiemolen", "Melkkan", "Filterpapier", "Ontkalker")
    sizes = rng.integers(1, 40, rows)
    return pa.array([f"{goods[n % len(goods)]} {n * 25} gram" for n in sizes.tolist()])


PLAIN: Mapping[str, Draw] = {
    "id": _numbers(1, 10**9),
    "aantal": _numbers(0, 50),
    "bedrag": lambda rng, rows: pa.array(rng.integers(0, 500_000, rows) / 100),
    "actief": lambda rng, rows: pa.array(rng.random(rows) < 0.5),
    "datum": lambda rng, rows: pa.array(rng.integers(17_000, 20_000, rows, np.int32)).cast(
        pa.date32()
    ),
    "bijgewerkt": _moments,
    "status": _words("open", "betaald", "verzonden", "geannuleerd"),
    "artikel": _codes,
    "sleutel": _hex,
    "omschrijving": _descriptions,
    "magazijn": _words("Noord", "Zuid", "Oost"),
    "leeg": lambda rng, rows: pa.nulls(rows, pa.string()),
}


def table(number: int, *, columns: int, rows: int) -> pa.Table:
    """Table `number`: no two tables have the same people in them."""
    rng = np.random.default_rng(number)
    people = different.orders(number * rows, (number + 1) * rows)
    plain = list(PLAIN.items())
    made: dict[str, pa.ChunkedArray | pa.Array] = {}
    for place in range(columns):
        turn = place + number  # tables differ in their columns too
        if place % ONE_IN == 0:
            name = PERSONAL[(place // ONE_IN + number) % len(PERSONAL)]
            made[f"{name}_{place}"] = people[name]
        else:
            name, draw = plain[turn % len(plain)]
            made[f"{name}_{place}"] = draw(rng, rows)
    return pa.table(made)


def write(folder: Path, *, tables: int, columns: int, rows: int) -> None:
    """That many tables, each a Parquet file of its own."""
    for number in range(tables):
        made = table(number, columns=columns, rows=rows)
        pq.write_table(made, folder / f"tabel_{number:05d}.parquet")
