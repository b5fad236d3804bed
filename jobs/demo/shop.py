"""The shop behind the demo: its people, its orders, and the draws that all writers share."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from zlib import crc32

import numpy as np

from jobs.demo import people
from jobs.demo.people import Person
from jobs.demo.terms import INVOICE, Days


def planted(count: int, share: float = 0.02) -> int:
    """How many rows of `count` breach a rule: a share of them, and three at least."""
    return max(3, round(count * share))


@dataclass(frozen=True)
class Order:
    """One order; `overdue` ones were placed longer ago than they may be kept."""

    number: str
    person: Person
    day: date
    overdue: bool


@dataclass(frozen=True)
class Shop:
    """A shop of `rows` orders as it is on the day `as_of`; the seed decides all else."""

    rows: int
    seed: int
    as_of: date

    def rng(self, name: str) -> np.random.Generator:
        """The draws of one writer, independent of what the other writers draw."""
        return np.random.default_rng([self.seed, crc32(name.encode())])

    def scaled(self, share: float, least: int) -> int:
        """How many rows a table has beside `rows` orders."""
        return max(least, round(self.rows * share))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is or was a customer."""
        return people.draw(self.rng("people"), self.scaled(0.5, 60))

    @cached_property
    def _forgotten(self) -> tuple[Person, ...]:
        count = 2 * planted(len(self.people))
        chosen = self.rng("forgotten").permutation(len(self.people))[: count + 1]
        return tuple(self.people[int(i)] for i in chosen)

    @property
    def edge(self) -> Person:
        """A customer without orders, last spoken to on the last day of the term."""
        return self._forgotten[0]

    @property
    def forgotten_without_orders(self) -> tuple[Person, ...]:
        """Customers past their term whose orders are gone."""
        return self._forgotten[1::2]

    @property
    def forgotten_with_order(self) -> tuple[Person, ...]:
        """Customers past their term whose only order is still there."""
        return self._forgotten[2::2]

    @cached_property
    def known(self) -> tuple[Person, ...]:
        """Customers within their term, `edge` aside."""
        apart = {p.customer for p in self._forgotten}
        return tuple(p for p in self.people if p.customer not in apart)

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """All orders, by day."""
        rng = self.rng("orders")
        days = Days(self.as_of, INVOICE, rng)
        old = [(day, p, True) for p, day in zip(
            self.forgotten_with_order, days.over(len(self.forgotten_with_order)), strict=True
        )]  # fmt: skip
        count = max(60, self.rows - len(old))
        drawn = rng.integers(0, len(self.known), count)
        kept = [
            (day, self.known[int(i)], False) for day, i in zip(days.kept(count), drawn, strict=True)
        ]
        first = int(rng.integers(900_000))
        in_order = sorted([*old, *kept], key=lambda o: (o[0], o[1].customer))
        return tuple(
            Order(f"B{day.year}-{(first + n) % 900_000 + 100_000}", person, day, overdue)
            for n, (day, person, overdue) in enumerate(in_order)
        )

    @cached_property
    def kept_orders(self) -> tuple[Order, ...]:
        """The orders within their term."""
        return tuple(o for o in self.orders if not o.overdue)

    @cached_property
    def last_order(self) -> dict[str, date]:
        """The day of each customer's last order."""
        return {o.person.customer: o.day for o in self.orders}

    def anyone(self, rng: np.random.Generator) -> Person:
        """Some customer within their term."""
        return self.known[int(rng.integers(len(self.known)))]

    def any_order(self, rng: np.random.Generator) -> Order:
        """Some order within its term."""
        return self.kept_orders[int(rng.integers(len(self.kept_orders)))]

    def shortly(self, rng: np.random.Generator) -> date:
        """A day of the last ten months."""
        return self.as_of - timedelta(days=int(rng.integers(1, 300)))
