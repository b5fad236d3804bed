"""How a day is written, in digits or in words, and which day that is.

`03-05-1990`, `3 mei 1990`, `3 mei '90`, `1990-05-03`, `19900503`, `3. Mai 1990`, `May 3, 1990`,
`12MAR1990`, `drie mei negentiennegentig`, `de derde mei 1990`. Day before month, unless the
month would be above 12. A year of two digits is read as 1930 to 2029; `negentien` may stand
before `honderd`, and a space between the parts of a year.

The day must exist and lie between 1890 and 2099. Where a time with `Z`, `UTC` or an offset stands
behind it, the two are a moment, and the day is the one that it was in Amsterdam then: programs
write a local midnight so (`2006-03-01T23:00:00Z` is 2 March). A time without one is local.
"""

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

_MONTHS = {
    "jan": 1,
    "feb": 2,
    "maa": 3,
    "mrt": 3,
    "mar": 3,
    "mär": 3,
    "apr": 4,
    "mei": 5,
    "mai": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "dez": 12,
}
_MONTH = (
    r"(?i:januari|january|januar|jan|februari|february|februar|feb|maart|mrt|march|märz|mar|april"
    r"|apr|mei|may|mai|juni"
    r"|june|jun|juli|july|jul|augustus|august|aug|september|sept|sep|oktober|october|okt|oct"
    r"|november|nov|december|dezember|dec)"
)
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()  # noqa: SIM905
)
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()  # noqa: SIM905
_IRREGULAR = {"een": "eerste", "drie": "derde", "acht": "achtste"}


def _below_a_hundred() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate((*_ONES, *_TEENS), start=1)}
    for value, ten in enumerate(_TENS, start=2):
        numbers[ten] = 10 * value
        for one, word in enumerate(_ONES, start=1):
            # `tweeëntwintig`, and as often typed without its signs
            joints = ("ën", "en") if word.endswith("e") else ("en",)
            numbers.update({f"{word}{joint}{ten}": 10 * value + one for joint in joints})
    return numbers | {word.replace("een", "één", 1): n for word, n in numbers.items() if n == 1}


def _ordinal(word: str, value: int) -> str:
    if value < 10:
        return _IRREGULAR.get(word, f"{word}de")
    return f"{word}de" if value < 20 else f"{word}ste"


_NUMBERS_IN_WORDS = _below_a_hundred()
_DAYS = {word: n for word, n in _NUMBERS_IN_WORDS.items() if n <= 31} | {
    _ordinal(word, n): n for word, n in _NUMBERS_IN_WORDS.items() if n <= 31 and word != "één"
}


_ONE = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_IN_WORDS = (
    rf"(?:(?:{_ONE}[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|tien|elf|twaalf|{_ONE})"
)
_YEAR_IN_WORDS = (
    r"(?i:(?:(?:achttien|negentien)(?:[ -]?honderd)?|tweeduizend)"
    rf"(?:(?:[ -]?en[ -])?[ -]?{_IN_WORDS})?)"
)
_NUMBERS = r"\d{1,2}[-/. ]{1,3}\d{1,2}[-/. ]{1,3}(?:\d{4}|'?\d{2})"
_WORDS = (
    r"(?:\d{1,2}(?:e|ste|de|th|st|nd|rd|\.)?"
    rf"|(?i:eerste|derde|achtste|{_IN_WORDS}(?:de|ste)?))(?: van| of)?[ ./-]?{_MONTH}\.?,?[ ./-]?"
    rf"(?:\d{{4}}|['’]?\d{{2}}|{_YEAR_IN_WORDS})"
)
_MONTH_FIRST = rf"{_MONTH}\.? \d{{1,2}}(?:th|st|nd|rd)?,? \d{{4}}"
_YEAR_FIRST = r"(?:18|19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
_COMPACT = r"\d{8}"
WRITTEN = rf"(?:{_YEAR_FIRST}|{_WORDS}|{_MONTH_FIRST}|{_NUMBERS}|{_COMPACT})"
"""Regular expression of a day as it is written; whether it exists `stated_date` tells."""

_READ_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_READ_NUMBERS = re.compile(r"(\d{1,2})[-/. ]{1,3}(\d{1,2})[-/. ]{1,3}['’]?(\d{4}|\d{2})(?!\d)")
_READ_WORDS = re.compile(
    r"(?:(\d{1,2})[a-z.]{0,3}|([^\W\d_]+))(?: van| of)?[ ./-]?([A-Za-zä]{3})[a-z]*\.?,?[ ./-]?"
    r"(?:['’]?(\d{4}|\d{2})(?!\d)|([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3}))"
)
_READ_MONTH_FIRST = re.compile(r"([A-Za-zä]{3})[a-z]*\.? (\d{1,2})[a-z]{0,2},? (\d{4})(?!\d)")
_READ_COMPACT = re.compile(r"\d{8}(?!\d)")
_READ_YEAR = re.compile(
    r"(achttien|negentien|tweeduizend)[ -]?(?:honderd)?(?:[ -]?en[ -])?[ -]?([^\W\d_]*)"
)
_CENTURIES = {"achttien": 1800, "negentien": 1900, "tweeduizend": 2000}
_READ_MOMENT = re.compile(
    r"(?:T|[ ,]{1,2})(\d\d?):?(\d\d)(?::?\d\d(?:[.,]\d{1,9})?)? ?"
    r"(?:[Zz](?!\w)|(?:(?:UTC|GMT) ?)?([+-])(\d\d):?(\d\d)?(?![\d:])|(?:UTC|GMT)(?![\w+-]))"
)
_HERE = ZoneInfo("Europe/Amsterdam")


def stated_date(text: str) -> date | None:
    """The day that a value states, whatever comes behind it; None where it states none."""
    value = text.strip()
    stated, end = _written_date(value)
    if stated is None or end == len(value):
        return stated
    moment = _READ_MOMENT.match(value, end)
    return stated if moment is None else _day_here(stated, moment)


def _written_date(value: str) -> tuple[date | None, int]:
    """The day as it is written, and where it ends."""
    if found := _READ_YEAR_FIRST.match(value):
        return _day(int(found[1]), int(found[2]), int(found[3])), found.end()
    if found := _READ_COMPACT.match(value):
        whole = found[0]
        year_first = _day(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
        day_first = year_first or _day(int(whole[4:]), int(whole[2:4]), int(whole[:2]))
        return day_first, found.end()
    if found := _READ_NUMBERS.match(value):
        return _day(int(found[3]), int(found[2]), int(found[1])), found.end()
    if found := _READ_MONTH_FIRST.match(value):
        month = _MONTHS.get(found[1].lower())
        stated = None if month is None else _day(int(found[3]), month, int(found[2]))
        return stated, found.end()
    if found := _READ_WORDS.match(value):
        day = int(found[1]) if found[1] else _DAYS.get(found[2].lower())
        month = _MONTHS.get(found[3].lower())
        year = int(found[4]) if found[4] else _year_in_words(found[5])
        if day is None or month is None or year is None:
            return None, found.end()
        return _day(year, month, day), found.end()
    return None, 0


def _day_here(stated: date, moment: re.Match[str]) -> date:
    """The day in Amsterdam at a time with its offset; the stated one where no such time exists."""
    sign, hours, minutes = moment.group(3, 4, 5)
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-offset if sign == "-" else offset)
        at = datetime(stated.year, stated.month, stated.day, int(moment[1]), int(moment[2]))
    except ValueError:
        return stated
    return at.replace(tzinfo=zone).astimezone(_HERE).date()


def _year_in_words(words: str) -> int | None:
    found = _READ_YEAR.match(words.lower())
    if found is None:
        return None
    if not found[2]:
        return _CENTURIES[found[1]] if found[1] == "tweeduizend" else None
    rest = _NUMBERS_IN_WORDS.get(found[2])
    return None if rest is None else _CENTURIES[found[1]] + rest


def _day(year: int, month: int, day: int) -> date | None:
    if year < 100:
        year += 1900 if year >= 30 else 2000
    if month > 12:
        day, month = month, day
    if not 1890 <= year <= 2099:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
