"""Calendar rules of retention: when a term ends, and whether it has.

Terms are calendar periods: seven years after 29 February 2016 is 28 February 2023, three
months after 30 November is the last day of February. The last day of a term is still
within it; a row is overdue from the day after.
"""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from jobs.model.base import PERIOD


def period(text: str) -> relativedelta:
    """An ISO 8601 calendar period (`P7Y`, `P3M`, `P0D`); ValueError for anything else."""
    if not re.fullmatch(PERIOD, text):
        raise ValueError(f"{text!r} is no ISO 8601 calendar period such as P7Y or P3M")
    parts = {unit: int(number) for number, unit in re.findall(r"([0-9]+)([YMWD])", text)}
    return relativedelta(
        years=parts.get("Y", 0),
        months=parts.get("M", 0),
        weeks=parts.get("W", 0),
        days=parts.get("D", 0),
    )


def last_day(event: date, length: str, counted_from: str) -> date:
    """The last day on which a row may still be there.

    `counted_from` is `event`, or `end_of_year` for terms that begin when the book year ends.
    A term that ends beyond the calendar (from 9999-12-31, say) ends on its last day.
    """
    begin = date(event.year, 12, 31) if counted_from == "end_of_year" else event
    whole = period(length)
    try:
        return begin + whole
    except (OverflowError, ValueError):
        return date.max
