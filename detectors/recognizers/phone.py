"""PHONE_NUMBER: a telephone number on which a person is reached.

Issued by providers from the national numbering plan (Nummerplan telefoon- en ISDN-diensten,
Autoriteit Consument & Markt); read through libphonenumber. Ten digits nationally:
`06-12345678`, `06 12 34 56 78`, `020-1234567`, `(0512) 123 456`; `+31`, `0031`, `+31(0)`;
other countries with `+` or `00`; URL-encoded (`%2B31%206...`).

No check digit: a number must be valid in the plan as a fixed or a mobile line.

Not counted: 0800, 0900, 0906, 0909, 084, 085, 087, 088, 091, 097 and 14xxx, which are
service, company and machine numbers. A number within a longer run of digits, after the
letters of an IBAN, or called an order number; `klant 0612345678` names who calls and counts.
Known false alarms: ten bare digits that happen to be in the plan; so these count only with
a context word, except 06 numbers. A decimal of ten digits behind a comma, since CSV is full of
commas.
"""

import re
from urllib.parse import unquote

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_PERSONAL = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
}
_CUSTOMER = re.compile(r"(?<!\w)(?:klant|customer)\s?:?\s?$", re.IGNORECASE)
_IBAN_HEAD = re.compile(r"[A-Za-z]{2}\d{2}[ .-]?[A-Za-z]{4}[ .-]?$")
_BEGIN = r"(?=[(\d])(?:(?<![\w./+-])|(?<=[Tt]el\.)|(?<=TEL\.)|(?<=[Mm]ob\.))(?<!\d )"
_AREA_2 = r"(?:0[1-57]\d|\(0[1-57]\d\))"
_AREA_3 = r"(?:0[1-57]\d\d|\(0[1-57]\d\d\))"
_END = r"(?!\w|[-.,:]\d)"


def is_in_the_plan(text: str, start: int, end: int) -> bool:
    """Whether the span is a personal line in its country's plan and not part of something else."""
    before = text[max(0, start - 12) : start]
    if _IBAN_HEAD.search(before):
        return False
    if not is_not_another_number(text, start, end) and not _CUSTOMER.search(before):
        return False
    written = unquote(text[start:end])
    try:
        number = phonenumbers.parse(written, "NL")
    except NumberParseException:
        return False
    if not phonenumbers.is_valid_number(number):
        return False
    return phonenumbers.number_type(number) in _PERSONAL


RECOGNIZER = Recognizer(
    entity="PHONE_NUMBER",
    patterns=(
        Pattern(regex=_BEGIN + r"(?:06|\(06\))[ ./-]{1,3}\d(?:[ .-]?\d){7}" + _END, score=0.8),
        Pattern(regex=_BEGIN + r"06\d{8}" + _END, score=0.6),
        Pattern(regex=_BEGIN + _AREA_2 + r"[ /-]{1,3}\d(?:[ .-]?\d){6}" + _END, score=0.7),
        Pattern(regex=_BEGIN + _AREA_3 + r"[ /-]{1,3}\d(?:[ .-]?\d){5}" + _END, score=0.7),
        Pattern(regex=_BEGIN + r"0[1-57]\d{8}" + _END, score=0.3),
        Pattern(
            regex=r"(?<![\w+])(?:\+|%2[Bb]|00)31(?:[ .-]|%20)?(?:\(0\))?[ .-]?"
            r"(?:[1-79]|\([1-79]\d{0,2}\))(?:(?:[ .-]|%20)?\d){6,8}" + _END,
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![\w+])(?:\+|%2[Bb]|00)(?!31)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,6}"
            + _END,
            score=0.7,
        ),
        Pattern(regex=_BEGIN + r"316\d{8}" + _END, score=0.3),
    ),
    accept=is_in_the_plan,
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
            r"(\w+_)?(tel|mob|fax|cell)(_?(nr|nummer|number|no|num))?(_\d|_\w+)?",
        ),
        not_names=(
            *ABOUT,
            r"\w*(telephone|phone|mobile|mobiel|telefoon)_?(model|merk|brand|os|app|version|view)\w*",
            r"\w*(microphone|headphone|smartphone|iphone)\w*",
        ),
        cell=r"(?!\d{4}-\d\d-\d\d)(?:[Tt]el\.?:? ?)?[+(]{0,2}\d[\d ()./-]{5,20}\d"
        r"(?: ?(?:x|ext\.?|tst\.?) ?\d{1,5})?",
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
