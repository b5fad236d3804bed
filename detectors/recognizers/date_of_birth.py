"""DATE_OF_BIRTH: the day that a person was born.

Kept in the Basisregistratie Personen. Written `03-05-1990`, `3 mei 1990`, `1990-05-03`,
`19900503`, `3. Mai 1990`, `May 3, 1990`, with a time behind it or not; day before month, unless
the month would be above 12.

No check rule; the day must exist and lie between 1890 and 2099. A year of two digits is read as
1930 to 2029.

Any date has this shape, so one counts only right behind words that say so (`geboren op`,
`geb.dat.`, `dob`) or in a column of that name. A year of birth alone is not counted.
Known false alarms: dates of birth of animals; anniversaries that are called a birthday.
"""

import re
from datetime import date

from detectors.recognizer import ColumnRule, Pattern, Recognizer

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
_TIME = r"(?:[T ]\d{1,2}:\d{2}\S{0,20}(?: [A-Z]{3,4})?)?"
_NUMBERS = r"\d{1,2}[-/. ]{1,3}\d{1,2}[-/. ]{1,3}(?:\d{4}|'?\d{2})"
_WORDS = (
    rf"\d{{1,2}}(?:e|ste|de|th|st|nd|rd|\.)?(?: van| of)?[ -]{_MONTH}\.?[ -](?:\d{{4}}|'?\d{{2}})"
)
_MONTH_FIRST = rf"{_MONTH}\.? \d{{1,2}}(?:th|st|nd|rd)?,? \d{{4}}"
_YEAR_FIRST = r"(?:18|19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
_COMPACT = r"\d{8}"
_WRITTEN = rf"(?:{_YEAR_FIRST}|{_WORDS}|{_MONTH_FIRST}|{_NUMBERS}|{_COMPACT})"

_READ_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_READ_NUMBERS = re.compile(r"(\d{1,2})[-/. ]{1,3}(\d{1,2})[-/. ]{1,3}'?(\d{4}|\d{2})(?!\d)")
_READ_WORDS = re.compile(
    r"(\d{1,2})[a-z.]{0,3}(?: van| of)?[ -]([A-Za-zä]{3})[a-z]*\.?[ -]'?(\d{4}|\d{2})(?!\d)"
)
_READ_MONTH_FIRST = re.compile(r"([A-Za-zä]{3})[a-z]*\.? (\d{1,2})[a-z]{0,2},? (\d{4})(?!\d)")
_READ_COMPACT = re.compile(r"\d{8}(?!\d)")


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


def stated_date(text: str) -> date | None:
    """The day that a value states, whatever comes behind it; None where it states none."""
    value = text.strip()
    if found := _READ_YEAR_FIRST.match(value):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _READ_COMPACT.match(value):
        whole = found[0]
        year_first = _day(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
        return year_first or _day(int(whole[4:]), int(whole[2:4]), int(whole[:2]))
    if found := _READ_NUMBERS.match(value):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _READ_WORDS.match(value):
        month = _MONTHS.get(found[2].lower())
        return None if month is None else _day(int(found[3]), month, int(found[1]))
    if found := _READ_MONTH_FIRST.match(value):
        month = _MONTHS.get(found[1].lower())
        return None if month is None else _day(int(found[3]), month, int(found[2]))
    return None


def is_a_day(text: str, start: int, end: int) -> bool:
    """Whether the span states a day that exists."""
    return stated_date(text[start:end]) is not None


RECOGNIZER = Recognizer(
    entity="DATE_OF_BIRTH",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:geboren|geboorte[ _-]?(?:datum|dag|dt)|geb\.?[ _]?(?:datum|dat"
            r"|dt)\.?|geb\.|geb(?= ?(?:dd\.?|d\.d\.|op|:)? ?\d)|g\.d\.|dob|d\.o\.b\."
            r"|(?:date|day)[ _]of[ _]birth|birth[ _]?(?:date|day)|born|geburts(?:datum|tag)"
            r"|date de naissance)(?![^\W_])"
            r"[;|]?(?:(?!sinds|since|klant|bestel|order|overl|gekocht|lever|ship|tot)[^\d\n;!?.]){0,40}?"
            rf"(?<!\d)(?P<value>{_WRITTEN})(?!(?!T\d\d:)\w|-|\.\d)",
            score=0.9,
        ),
        Pattern(
            regex=rf"(?=[\dA-Zjfmasond])(?<![\w.,/-])(?P<value>{_WRITTEN})"
            r"(?:[ ,(=]{1,3}(?i:(?:is )?(?:mijn |zijn |haar )?"
            r"(?:geboortedatum|geb\.?dat\.?|geboortedag|date of birth|dob))(?!\w)"
            r"| (?i:geboren)(?!\w)(?! ?(?:te |op )?\d))",
            score=0.8,
        ),
    ),
    accept=is_a_day,
    stated_date=stated_date,
    column=ColumnRule(
        names=(
            r"\w*geboorte_?(datum|dag|dt)(_\w+)?",
            r"\w*geb_?(datum|dat|dt|dag)",
            r"(\w+_)?geboren(_op)?",
            r"(\w+_)?(dob|birth_?(date|day|dt)|date_?of_?birth|born(_on|_at)?)(_\w+)?",
        ),
        not_names=(
            r"(has|heeft|is|show|toon|valid|geldig|send)_\w+",
            r"\w+_(mail|email|korting|coupon|verified|geverifieerd|status|sent|verzonden|hash)",
        ),
        cell=rf"{_WRITTEN}{_TIME}",
    ),
    precedence=30,
    examples=(
        "geboren te Leeuwarden op 3 mei 1990",
        '{"geboortedatum": "1990-05-03"}',
        "geb.dat. 03-05-'90",
        "12/11/1985 is mijn geboortedatum",
    ),
    counterexamples=(
        "besteld op 03-05-1990",
        "geboren en getogen Fries, klant sinds 12-03-2015",
        "geboortedatum: 31-02-1990",
        "geboortedatum onbekend. Leverdatum 12-03-2024",
    ),
)
