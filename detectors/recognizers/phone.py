"""PHONE_NUMBER: a telephone number on which a person is reached.

Issued by providers from the national numbering plan (Nummerplan telefoon- en ISDN-diensten,
Autoriteit Consument & Markt); read through libphonenumber. Ten digits nationally:
`06-12345678`, `06 12 34 56 78`, `020-1234567`, `(0512) 123 456`; `+31`, `0031`, `+31(0)`;
other countries with `+` or `00`; URL-encoded (`%2B31%206...`).

No check digit: a number must be valid in the plan as a fixed or a mobile line.

Not counted: 0800, 0900, 0906, 0909, 084, 085, 087, 088, 091, 097 and 14xxx, which are
service, company and machine numbers. A number within a longer run of digits, after the
letters of an IBAN, or called an order number; `klant 0612345678` names who calls and counts.
One whose last digit stands apart (`020-4417-83-2`): nobody groups a telephone number so, but
article numbers do.
A column of bare digits that an announcing name does not bear out must be numbers of
ten digits with their zero, nine without it (a program took them for integers), or eleven
with the country; a column without a telling name is one of numbers where nine tenths are in
the plan and begin in many ways.
Known false alarms: ten bare digits that happen to be in the plan; so these count only with
a context word, except 06 numbers. A decimal of ten digits behind a comma, since CSV is full of
commas.
"""

import re
from datetime import date
from functools import cache, lru_cache
from urllib.parse import unquote

import numpy as np
import numpy.typing as npt
import phonenumbers
import pyarrow as pa
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumberType

from detectors.at_once import settled
from detectors.check_digits import lengths, without
from detectors.lookalikes import ABOUT, is_not_another_number, is_of_a_customer
from detectors.re2 import matching
from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer

_PERSONAL = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
}
_IBAN_HEAD = re.compile(r"[A-Za-z]{2}\d{2}[ .-]?[A-Za-z]{4}[ .-]?$")
_BEGIN = r"(?=[(\d])(?:(?<![\w./+-])|(?<=[Tt]el\.)|(?<=TEL\.)|(?<=[Mm]ob\.))(?<!\d )"
_LONE_DIGIT = re.compile(r"\d[ .-]\d$")
_LONGEST = 250
"""The library reads no text that is longer."""
_SIGNS = " .-()/"
_PARTED = str.maketrans("", "", _SIGNS)
_TRUNK = r"(?:(?:\+|00)310?|31|0)"
_DUTCH = r"(?:(?:(?:\+|00)310?|0)[1-9][0-9]*|31[1-9][0-9]{8})"
"""A Dutch number without the signs in it, as the library's own metadata tells of it at once.

What is written otherwise the library reads, which takes 50 microseconds: letters, other countries,
and a bare 31 before fewer or more digits than nine, which may be an area code without its zero.
"""
_AREA_2 = r"(?:0[1-57]\d|\(0[1-57]\d\))"
_AREA_3 = r"(?:0[1-57]\d\d|\(0[1-57]\d\d\))"
_MARK = "[ +()./-]"
_TEL = r"[Tt]el\.?:? ?"
_GROUPED = r"[+(]{0,2}\d[\d ()./-]{5,20}\d"
_EXTENSION = r"(?: ?(?:x|ext\.?|tst\.?) ?\d{1,5})?"
_END = r"(?!\w|[-.,:]\d|-[A-Z]{1,3}(?!\w))"


def is_in_the_plan(text: str, start: int, end: int) -> bool:
    """Whether the span is a personal line in its country's plan and not part of something else."""
    before = text[max(0, start - 12) : start]
    if _IBAN_HEAD.search(before):
        return False
    if not is_not_another_number(text, start, end) and not is_of_a_customer(text, start):
        return False
    written = unquote(text[start:end])
    if _LONE_DIGIT.search(written):
        return False
    if len(written) <= _LONGEST and (dutch := _dutch().fullmatch(written.translate(_PARTED))):
        return dutch["line"] is not None
    try:
        number = phonenumbers.parse(written, "NL")
    except NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):
        return False
    return phonenumbers.number_type(number) in _PERSONAL


@cache
def _plan(*kinds: str) -> str:
    """Regular expression of the digits that the library takes for any of these kinds."""
    plan = PhoneMetadata.metadata_for_region("NL", None)
    known = filter(None, (getattr(plan, name) for name in kinds))
    return "(?:" + "|".join(filter(None, (kind.national_number_pattern for kind in known))) + ")"


_OTHERS = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan")
_NO_LINES = (*_OTHERS, "voicemail")
"""Kinds that the library asks for before it asks for a line."""
_LINES = ("fixed_line", "mobile")


@cache
def _dutch() -> re.Pattern[str]:
    """A Dutch number without the signs in it; `line` where it is a personal line."""
    line = rf"(?={_plan('general_desc')}\Z)(?!{_plan(*_NO_LINES)}\Z){_plan(*_LINES)}"
    return re.compile(rf"(?P<line>{_TRUNK}{line})|{_DUTCH}", re.ASCII)


def are_in_the_plan(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_in_the_plan` of whole values; shape (n,) to (n,)."""
    numbers = without(values, _SIGNS.encode())
    accepted = (
        matching(numbers, rf"\A{_TRUNK}{_plan(*_LINES)}\z")
        & matching(numbers, rf"\A{_TRUNK}{_plan('general_desc')}\z")
        & ~matching(numbers, rf"\A{_TRUNK}{_plan(*_NO_LINES)}\z")
        & ~matching(values, r"\d[ .-]\d\z")
    )
    dutch = matching(numbers, rf"\A{_DUTCH}\z") & (lengths(values) <= _LONGEST)
    return settled(values, accepted, ~dutch, is_in_the_plan)


_NO_DIGIT = re.compile(r"[^\d+]")
_NATIONAL = re.compile(
    r"(?:(?:\+|00)?31|0)?(6[1-58]\d{7}"
    r"|(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|11[1-8]|16[1-8]|17[2-4]|18[0-47]|22[2-9]"
    r"|25[125]|29[49]|31[3-8]|32[01]|34[1-8]|41[1-8]|47[58]|48[15-8]|49[2379]|51[1-9]|52[1-9]"
    r"|54[1-8]|56[126]|57[0-8]|59[1-9])\d+)"
)


@lru_cache(maxsize=4096)
def _subscriber(text: str) -> str:
    """The nine digits behind country code and trunk zero; empty where the plan has none such."""
    digits = _NO_DIGIT.sub("", text.replace("(0)", ""))
    found = _NATIONAL.fullmatch(digits)
    return found[1] if found and len(found[1]) == 9 else ""


def is_in_dutch_plan(text: str, day: date) -> bool:
    """Whether a whole cell is a Dutch number, its zero lost or not, on any day.

    The area codes are those of the national plan (Nummerplan telefoon- en ISDN-diensten).
    """
    del day
    return bool(_subscriber(text))


def _begin(text: str) -> str:
    """The first digits: more of them where the zero or the country shows what they begin."""
    digits = _subscriber(text)
    whole = not text.isdecimal() or len(text) > len(digits)
    return digits[: 4 if whole else 3 if digits.startswith("6") else 2]


RECOGNIZER = Recognizer(
    entity="PHONE_NUMBER",
    patterns=(
        Pattern(
            regex=_BEGIN + r"(?!\d\d[ ./-]\d\d[ ./-](?:19|20)\d\d(?!\d))"
            r"(?:06|\(06\))(?:[ ./–-]{1,3}|%20)?\d(?:[ .-]?\d){7}" + _END,
            score=0.8,
        ),
        Pattern(regex=_BEGIN + r"06\d{8}" + _END, score=0.6),
        Pattern(regex=r"(?:wa\.me/|tel:|phone=)(?P<value>(?:31|0)\d{9,10})" + _END, score=0.9),
        Pattern(regex=_BEGIN + r"\(0[1-57]\d{1,2}\)\d{6,7}" + _END, score=0.7),
        Pattern(regex=_BEGIN + _AREA_2 + r"[ /-]{1,3}\d(?:[ .-]?\d){6}" + _END, score=0.7),
        Pattern(regex=_BEGIN + _AREA_3 + r"[ /-]{1,3}\d(?:[ .-]?\d){5}" + _END, score=0.7),
        Pattern(regex=_BEGIN + r"0[1-57]\d{8}" + _END, score=0.3),
        Pattern(
            regex=r"(?<![\w+])(?:\+|%2[Bb]|00)31(?:[ .-]|%20)?(?:"
            r"(?:\(0\))?(?:[ .-]| - |- )?(?:[1-79]|\([1-79]\d{0,2}\))(?:(?:[ .-]|%20| - )?\d){6,8}"
            r"|0[ -]?6(?: - |[ -])\d(?:(?:[ .-]|%20| - )?\d){5,7})" + _END,
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![\w+])(?!(?:\+|%2[Bb]|00)31)(?:\+|%2[Bb]|00)[1-9]\d{0,2}"
            r"(?:[ .-]?\(?\d{1,5}\)?){2,6}" + _END,
            score=0.7,
        ),
        Pattern(regex=_BEGIN + r"316\d{8}" + _END, score=0.3),
    ),
    accept=is_in_the_plan,
    accept_whole=are_in_the_plan,
    context=(
        "tel",
        "telnr",
        "telefoon",
        "telefoonnummer",
        "telefoonnr",
        "telefonisch",
        "mobiel",
        "mobiele",
        "gsm",
        "bel",
        "bellen",
        "gebeld",
        "belde",
        "bereikbaar",
        "bereiken",
        "06-nummer",
        "mijn nummer",
        "nummer is",
        "nr is",
        "phone",
        "mobile",
        "call",
        "whatsapp",
        "sms",
        "sms'en",
        "appen",
        "fax",
    ),
    column=ColumnRule(
        names=(
            r"\w*(telefoon|telephone|phone|mobiel|mobile|gsm|msisdn|whatsapp)"
            r"(_?(nr|nummer|number|no|num))?(_\w+)?",
            r"[ab]_(nr|nummer|number|party)|(calling|called|caller|callee)(_?(nr|number|party|id))?",
            r"(\w+_)?(tel|mob|fax|cell)(_?(nr|nummer|number|no|num))?(_\d|_\w+)?",
        ),
        not_names=(
            *ABOUT,
            r"\w*(telephone|phone|mobile|mobiel|telefoon)_?(model|merk|brand|os|app|version|view)\w*",
            r"\w*(microphone|headphone|smartphone|iphone)\w*",
        ),
        cell=rf"(?!\d{{4}}-\d\d-\d\d|\d+[.,]\d{{1,2}}\Z)(?:(?=\S*{_MARK}){_GROUPED}{_EXTENSION}"
        rf"|(?={_TEL}(?:[+(]|\d\S*{_MARK})){_TEL}{_GROUPED}{_EXTENSION}"
        rf"|(?:{_TEL})?(?:0\d{{9,11}}|00\d{{9,13}}|31\d{{9}}|[1-7]\d{{8}}){_EXTENSION})",
        bare=Bare(
            is_known=is_in_dutch_plan,
            kind=_begin,
            kinds=8,
        ),
        other_names=(r"(\w+_)?(bsn|ean|gtin|kvk|order|factuur|artikel|lot|batch)(_\w+)?",),
        among_alike=0.1,
    ),
    precedence=5,
    examples=(
        "Bel me op 06-12345678",
        "+31 (0)20 624 11 11 na zessen",
        "telefoon 0512345678",
        "mijn gsm: +32 470 12 34 56",
    ),
    counterexamples=(
        "Bel gratis 0800-1234567",
        "ordernummer 0612345678",
        "EAN 8710612345678",
        "NL20 INGB 0201 2345 67",
        "bezorgd op 01-02-2024 10 uur",
        "artikel 0201234567",
    ),
)
