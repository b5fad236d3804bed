"""Calendar rules of retention: when a term ends, and whether it has.

Terms are calendar periods: seven years after 29 February 2016 is 28 February 2023, three
months after 30 November is the last day of February. The last day of a term is still
within it; a row is overdue from the day after.
"""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def period(text: str) -> relativedelta:
    """An ISO 8601 calendar period (`P7Y`, `P3M`, `P0D`); ValueError for anything else."""
    found = _PERIOD.fullmatch(text)
    if found is None or text == "P":
        raise ValueError(f"{text!r} is no ISO 8601 calendar period such as P7Y or P3M")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    return relativedelta(years=years, months=months, weeks=weeks, days=days)


def last_day(event: date, length: str, counted_from: str) -> date:
    """The last day on which a row may still be there.

    `counted_from` is `event`, or `end_of_year` for terms that begin when the book year ends.
    """
    begin = date(event.year, 12, 31) if counted_from == "end_of_year" else event
    return begin + period(length)
