"""The customers and remarks that the wide table draws from, as Arrow columns."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from jobs.demo import messages, people
from jobs.demo.people import Person
from jobs.demo.texts import Text, fill

_EVERYDAY = 2_000
_PLANTED = 200


@dataclass(frozen=True, kw_only=True)
class Pool:
    """One row per customer in `customers`, one per remark in `remarks`.

    Remark 0 is empty; those with a citizen service number begin at `bsn_from`, those with
    a licence plate at `plate_from`. `entities` are what each remark holds.
    """

    customers: pa.Table
    remarks: pa.Array
    entities: tuple[frozenset[str], ...]
    bsn_from: int
    plate_from: int


def draw(rng: np.random.Generator, size: int) -> Pool:
    """A pool of that many customers."""
    crowd = people.draw(rng, size)
    remarks = [
        Text("", frozenset()),
        *_texts(messages.REMARKS, _EVERYDAY, crowd, rng),
        *_texts(messages.WIDE_BSN_REMARKS, _PLANTED, crowd, rng),
        *_texts(messages.PLATE_REMARKS, _PLANTED, crowd, rng),
    ]
    return Pool(
        customers=_table(crowd),
        remarks=pa.array([remark.text or None for remark in remarks]),
        entities=tuple(remark.entities for remark in remarks),
        bsn_from=1 + _EVERYDAY,
        plate_from=1 + _EVERYDAY + _PLANTED,
    )


def _texts(
    templates: tuple[str, ...], count: int, crowd: tuple[Person, ...], rng: np.random.Generator
) -> list[Text]:
    writers = [crowd[int(i)] for i in rng.integers(0, len(crowd), count)]
    return [
        fill(templates[number % len(templates)], person, "", rng)
        for number, person in enumerate(writers)
    ]


def _table(crowd: tuple[Person, ...]) -> pa.Table:
    return pa.table(
        {
            "klantnummer": [p.customer for p in crowd],
            "klantnaam": [p.name for p in crowd],
            "email": [p.email for p in crowd],
            "telefoon": [p.mobile for p in crowd],
            "straat": [p.street for p in crowd],
            "huisnummer": [p.number for p in crowd],
            "postcode": [p.postcode for p in crowd],
            "woonplaats": [p.place for p in crowd],
            "iban": [p.iban for p in crowd],
        }
    )
