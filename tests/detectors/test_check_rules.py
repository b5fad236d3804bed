"""The check rules: what is built by the rule passes, and a changed digit does not."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.recognizers.bsn import is_bsn
from detectors.recognizers.credit_card import is_card
from detectors.recognizers.iban import is_iban
from detectors.recognizers.vat import Reading, is_new, reading
from detectors.recognizers.vat_old import is_old
from detectors.written_dates import stated_date

DIGITS = st.integers(min_value=0, max_value=9)


def eleven(digits: str) -> int:
    weighted = (int(d) * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return sum(weighted) % 11


def mod_97(text: str) -> int:
    return int("".join(str(int(c, 36)) for c in text)) % 97


@given(st.integers(min_value=1, max_value=999_999_999))
def test_bsn_is_the_eleven_test(number: int) -> None:
    digits = f"{number:09d}"
    assert is_bsn(digits) == (eleven(digits) == 0)


@given(st.integers(min_value=10_000_000, max_value=99_999_999))
def test_bsn_without_its_leading_zero_is_still_one(number: int) -> None:
    assert is_bsn(str(number)) == is_bsn(f"0{number}")


@given(st.integers(min_value=0, max_value=9_999_999))
def test_bsn_of_fewer_digits_is_none(number: int) -> None:
    assert not is_bsn(str(number))


@given(st.text(alphabet="ABNRIGO", min_size=4, max_size=4), st.integers(0, 9_999_999_999))
def test_iban_has_exactly_one_pair_of_check_digits(bank: str, account: int) -> None:
    bban = f"{bank}{account:010d}"
    check = 98 - mod_97(f"{bban}NL00")
    assert is_iban(f"NL{check:02d}{bban}")
    assert is_iban(f"nl{check:02d} {bban[:4]} {bban[4:8]} {bban[8:12]} {bban[12:]}")
    assert not is_iban(f"NL{(check - 2) % 96 + 3:02d}{bban}")


@given(st.integers(0, 999_999_999), st.integers(0, 99))
def test_vat_readings_follow_the_two_rules(number: int, suffix: int) -> None:
    digits = f"{number:09d}"
    text = f"NL{digits}B{suffix:02d}"
    new = mod_97(text) == 1
    old = suffix > 0 and number > 0 and eleven(digits) == 0
    expected = {
        (True, True): Reading.AMBIGUOUS,
        (True, False): Reading.NEW,
        (False, True): Reading.OLD,
        (False, False): None,
    }
    assert reading(text) is expected[new, old]
    assert is_new(text) == new
    assert is_old(text) == (old and not new)


def test_vat_that_passes_both_rules_is_ambiguous_and_new() -> None:
    text = next(
        candidate
        for number in range(100_000_000, 100_100_000)
        for suffix in (1, 2, 3)
        if mod_97(candidate := f"NL{number}B{suffix:02d}") == 1 and eleven(str(number)) == 0
    )
    assert reading(text) is Reading.AMBIGUOUS
    assert is_new(text)
    assert not is_old(text)


@given(st.lists(DIGITS, min_size=14, max_size=14), DIGITS)
def test_card_has_exactly_one_check_digit(body: list[int], wrong: int) -> None:
    digits = [4, *body]
    doubled = [d * 2 if i % 2 == 0 else d for i, d in enumerate(digits)]
    check = -sum(d - 9 if d > 9 else d for d in doubled) % 10
    card = "".join(map(str, [*digits, check]))
    assert is_card(card)
    assert is_card(f"{card[:4]} {card[4:8]} {card[8:12]} {card[12:]}")
    assert is_card(f"{card[:15]}{wrong}") == (wrong == check)


@given(st.lists(DIGITS, min_size=15, max_size=15))
def test_card_of_no_issuer_is_none(body: list[int]) -> None:
    assert not is_card("9" + "".join(map(str, body)))


MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@given(st.dates(min_value=date(1890, 1, 1), max_value=date(2099, 12, 31)))
def test_every_notation_states_the_same_day(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day.isoformat()}T00:00:00.000Z",
        f"{day.isoformat()} 12:30:00",
        day.strftime("%d-%m-%Y"),
        day.strftime("%d/%m/%Y"),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {MONTHS[day.month - 1]}. {day.year}",
        f" {day.day} {MONTHS[day.month - 1]} {day.year} ",
    ):
        assert stated_date(written) == day


MOMENTS = ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S+00:00", "%Y-%m-%d %H:%M:%S UTC")
MOMENTS += ("%d-%m-%Y %H:%M:%S.000 +0000", "%Y%m%dT%H%M%SZ", "%Y-%m-%dT%H:%MZ", "%Y-%m-%d %H:%M+00")


@given(st.dates(min_value=date(1940, 1, 1), max_value=date(2099, 12, 31)))
def test_a_local_midnight_that_was_written_as_a_moment_is_its_own_day(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for written in MOMENTS:
        assert stated_date(midnight.astimezone(UTC).strftime(written)) == day
    assert stated_date(midnight.isoformat()) == day
    assert stated_date(f"{midnight.isoformat()}[Europe/Amsterdam]") == day


@given(st.datetimes(datetime(1940, 1, 1), datetime(2099, 12, 30)), st.integers(-14, 14))
def test_a_moment_is_of_the_day_that_it_was_here(moment: datetime, hours: int) -> None:
    written = f"{moment:%Y-%m-%dT%H:%M:%S}{hours:+03d}:00"
    there = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert stated_date(written) == there.astimezone(ZoneInfo("Europe/Amsterdam")).date()


@pytest.mark.parametrize(
    "behind",
    [
        "T23:00:00",
        " 23:00",
        " 23:00:00 CET",
        " 23:00 uur",
        "T23:00:00.123",
        " 23:00:00 Europe/Amsterdam",
        " 23:00 Zaandam",
        "T24:30:00Z",
        " 23:61Z",
        "T23:00:00+99:00",
        " Z",
        " 23:00:00 UTC+25:00:00",
        ", 23 Zwolle",
    ],
)
def test_without_an_offset_the_digits_are_the_day(behind: str) -> None:
    assert stated_date(f"2006-03-01{behind}") == date(2006, 3, 1)


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2029, 12, 31)))
def test_two_digits_of_the_year_mean_1930_to_2029(day: date) -> None:
    assert stated_date(day.strftime("%d-%m-%y")) == day
    assert stated_date(day.strftime("%d-%m-'%y")) == day


@given(st.dates(min_value=date(1890, 1, 1), max_value=date(2099, 12, 31)))
def test_eight_digits_are_read_year_first(day: date) -> None:
    assert stated_date(day.strftime("%Y%m%d")) == day


@given(st.text(max_size=30))
def test_no_text_breaks_a_check_rule(text: str) -> None:
    for rule in (is_bsn, is_iban, is_new, is_old, is_card):
        assert rule(text) in (True, False)
    stated_date(text)


def test_days_that_do_not_exist_are_not_stated() -> None:
    for text in ("31-02-1990", "1990-13-45", "00-00-0000", "1880-01-01", "2150-01-01", "mei 1990"):
        assert stated_date(text) is None
