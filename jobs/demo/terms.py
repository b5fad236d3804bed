"""The statement's terms as the demo needs them: which days are still in, which are over.

A day is a Europe/Amsterdam calendar day; the last day of a term is still compliant.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from dateutil.relativedelta import relativedelta

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MARGIN = timedelta(days=30)

CUSTOMER = relativedelta(years=7)
INVOICE = relativedelta(years=7)
VISIT = relativedelta(months=12)
SIGN_UP = relativedelta(years=5)
RECORDING = relativedelta(months=3)
FRAUD = relativedelta(years=7)
MARKETING = relativedelta(years=7)
PROCEDURE = relativedelta(years=5)
ADULT = relativedelta(years=18)


def oldest_kept(as_of: date, term: relativedelta) -> date:
    """The first event day whose term has not ended before `as_of`."""
    day = as_of - term - timedelta(days=4)
    while day + term < as_of:
        day += timedelta(days=1)
    return day


@dataclass(frozen=True)
class Days:
    """Draws event days on either side of a term's end, seen from `as_of`."""

    as_of: date
    term: relativedelta
    rng: np.random.Generator

    @property
    def last_kept(self) -> date:
        """The edge: the oldest event day that is still compliant."""
        return oldest_kept(self.as_of, self.term)

    def kept(self, count: int) -> list[date]:
        """Event days well inside the term, at least one day ago; the first lies on the edge."""
        first = self.last_kept + MARGIN
        span = (self.as_of - first).days
        drawn = [first + timedelta(days=int(n)) for n in self.rng.integers(0, span, count)]
        return [self.last_kept, *drawn[1:]] if count else []

    def over(self, count: int) -> list[date]:
        """Event days past the term; the first is over by one day."""
        edge = self.last_kept - timedelta(days=1)
        span = max(60, (self.as_of - self.last_kept).days // 2)
        drawn = [edge - timedelta(days=int(n)) for n in self.rng.integers(1, span, count)]
        return [edge, *drawn[1:]] if count else []


def moment(day: date, rng: np.random.Generator) -> datetime:
    """A moment in the daytime of a day in Amsterdam, so that it is the same day in UTC."""
    hour, minute, second = (int(rng.integers(8, 22)), *map(int, rng.integers(0, 60, 2)))
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=AMSTERDAM)


def utc(local: datetime) -> datetime:
    """The same moment in UTC."""
    return local.astimezone(UTC)
