"""The calendar of retention, against a second way of reckoning with months."""

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jobs.model.base import Period
from jobs.terms import last_day, period

PERIOD = TypeAdapter(Period)

lengths = st.tuples(*[st.none() | st.integers(0, 40)] * 4).filter(
    lambda parts: any(part is not None for part in parts)
)
days = st.dates(date(1900, 1, 1), date(2150, 12, 31))


def written(parts: tuple[int | None, ...]) -> str:
    return "P" + "".join(
        f"{n}{unit}" for n, unit in zip(parts, "YMWD", strict=True) if n is not None
    )


def reckoned(begin: date, parts: tuple[int | None, ...]) -> date:
    """Months counted from year 0, the day cut to the month's length, then days by number."""
    years, months, weeks, single = (part or 0 for part in parts)
    year, month = divmod(begin.year * 12 + begin.month - 1 + years * 12 + months, 12)
    day = min(begin.day, calendar.monthrange(year, month + 1)[1])
    return date.fromordinal(date(year, month + 1, day).toordinal() + 7 * weeks + single)


@given(days, lengths)
@example(date(2016, 2, 29), (7, None, None, None))
@example(date(2023, 11, 30), (None, 3, None, None))
def test_a_term_ends_where_the_calendar_says(event, parts):
    assert last_day(event, written(parts), "event") == reckoned(event, parts)


@given(days, lengths)
def test_from_the_end_of_the_book_year_every_day_of_a_year_ends_alike(event, parts):
    end = last_day(event, written(parts), "end_of_year")
    assert end == reckoned(date(event.year, 12, 31), parts)


@given(days, lengths, st.sampled_from(["event", "end_of_year"]))
@example(date(2019, 12, 31), (7, None, None, None), "end_of_year")
@example(date(2024, 2, 28), (1, None, None, None), "event")
def test_a_later_event_never_ends_earlier(event, parts, counted_from):
    text = written(parts)
    after = last_day(event + timedelta(1), text, counted_from)
    assert last_day(event, text, counted_from) <= after


@given(days, lengths)
def test_the_book_year_never_shortens_a_term(event, parts):
    text = written(parts)
    assert last_day(event, text, "event") <= last_day(event, text, "end_of_year")


@given(days, lengths, st.integers(0, 3), st.integers(1, 20))
def test_a_longer_term_never_ends_earlier(event, parts, unit, more):
    longer = tuple((n or 0) + (more if at == unit else 0) for at, n in enumerate(parts))
    end = last_day(event, written(longer), "event")
    assert event <= last_day(event, written(parts), "event") <= end


@pytest.mark.parametrize(
    ("event", "length", "counted_from", "end"),
    [
        (date(2016, 2, 29), "P7Y", "event", date(2023, 2, 28)),
        (date(2016, 2, 29), "P4Y", "event", date(2020, 2, 29)),
        (date(2015, 2, 28), "P1Y", "event", date(2016, 2, 28)),
        (date(2023, 11, 30), "P3M", "event", date(2024, 2, 29)),
        (date(2022, 11, 30), "P3M", "event", date(2023, 2, 28)),
        (date(2026, 8, 31), "P3M", "event", date(2026, 11, 30)),
        (date(2026, 1, 31), "P1M1D", "event", date(2026, 3, 1)),
        (date(2025, 11, 22), "P12M", "event", date(2026, 11, 22)),
        (date(2026, 11, 22), "P0D", "event", date(2026, 11, 22)),
        (date(2019, 1, 1), "P7Y", "end_of_year", date(2026, 12, 31)),
        (date(2019, 12, 31), "P7Y", "end_of_year", date(2026, 12, 31)),
    ],
)
def test_the_days_that_people_get_wrong(event, length, counted_from, end):
    assert last_day(event, length, counted_from) == end


@pytest.mark.parametrize("length", ["P7Y", "P999M", "P1W", "P1D", "P0D"])
def test_a_term_from_the_last_day_there_is_ends_on_that_day(length):
    assert last_day(date.max, length, "event") == date.max


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "7Y", "P7", "PY", "p7y", "P7y", "P-7Y", "P+7Y", "P7Y ", " P7Y", "P7Y\n"),
        *("P3M7Y", "P1D2W", "P3M2M", "P7Y7Y", "PT5H", "P7YT5H", "P٧Y", "P7000Y", "P1.5Y"),
    ],
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match="no ISO 8601 calendar period"):
        period(text)


@given(lengths.map(written) | st.from_regex(re.compile("P([0-9]{1,4}[YMWDT]?){0,4}[YMWDH\n]?")))
@example("P1D2D")
@example("P3M2M")
@example("P7Y\n")
def test_conf_and_calendar_agree_on_what_a_period_is(text):
    try:
        declared = PERIOD.validate_python(text)
    except ValidationError:
        with pytest.raises(ValueError, match="no ISO 8601"):
            period(text)
    else:
        assert period(declared) is not None
