"""Nouns of what a sweep finds: counts, never values."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from jobs.model.base import Noun


class Evidence(Noun):
    """One reason for a finding: a code, and the counts, names or entities that it rests on.

    The codes are those of `detectors.evidence`; never a value.
    """

    code: str
    hits: int | None = None
    of: int | None = None
    chance: float | None = None
    log10: float | None = None
    by: str | None = None


class Finding(Noun):
    """That a column holds an entity: `rows` rows with a value, `hits` of them with the entity.

    `valid` of the hits pass the check rule, None where there is none; `score` is the column's,
    and `why` the reasons for it, of the column as a whole in all countries.
    """

    scan_id: str
    scanned_at: datetime
    dataset: str
    column: str
    entity: str
    country: str | None
    rows: int
    hits: int
    valid: int | None
    score: float
    why: tuple[Evidence, ...] = ()


class Age(NamedTuple):
    """How many hits of an entity have their anchor event on a day; no day: no event known.

    The first day of year 1 stands for an event that is filled in but tells no day. Of these a
    scan has tens of thousands.
    """

    scan_id: str
    dataset: str
    column: str
    entity: str
    anchor: str
    day: date | None
    held: bool
    hits: int


class Coverage(Noun):
    """What of a dataset was read: a column, or a file that was not; `reason` None is whole."""

    scan_id: str
    dataset: str
    column: str | None
    file: str | None
    rows: int
    bytes: int
    sampled: int | None = None
    miss_bound: float | None = None
    reason: str | None = None
