"""CREDIT_CARD: number of a payment card (PAN).

Issued by banks in the ranges of ISO/IEC 7812. Counted: Visa (4; 16 or 19 digits), Mastercard
(51-55, 2221-2720; 16), American Express (34, 37; 15), Diners (300-305, 36, 38, 39; 14), Discover
(6011, 644-649, 65; 16), JCB (3528-3589; 16), Maestro (50, 56-58, 6304, 67; 16 to 19), UnionPay
(62; 16 to 19). Written bare or in groups of four (American Express: four, six, five),
parted by spaces, dashes or dots.

Check rule: Luhn.

Known false alarms: one in ten of all numbers passes Luhn (order numbers, payment references,
EAN codes, IMEI numbers). So a bare number counts only with a context word, and a column only by its
name or by far more passes than chance. A masked number is none.
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from stdnum import luhn

from detectors.at_once import accept_any
from detectors.check_digits import DIGITS, only, pass_luhn, passing
from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_ISSUED = re.compile(
    r"4\d{15}(?:\d{3})?"
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}"
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}"
    r"|(?:50\d\d|5[678]\d\d|6304|67\d\d|62\d\d)\d{12,15}"
)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def is_card(text: str) -> bool:
    """Whether a number, grouped or not, lies in an issued range and passes Luhn."""
    digits = _digits(text)
    return _ISSUED.fullmatch(digits) is not None and bool(luhn.is_valid(digits))


def are_cards(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_card` of many values; shape (n,) to (n,)."""
    digits = only(values, DIGITS)
    issued = matching(digits, rf"\A(?:{_ISSUED.pattern})\z")
    return passing(digits, pass_luhn, range(14, 20), among=issued)


_BEGIN = r"(?<![\w.,/+-])(?<!\d )"
_END = r"(?!\w|[ -]\d|[.,]\d)"

RECOGNIZER = Recognizer(
    entity="CREDIT_CARD",
    patterns=(
        Pattern(regex=rf"{_BEGIN}(?:\d{{4}} ){{3}}\d{{4}}(?: \d{{3}})?{_END}", score=0.8),
        Pattern(regex=rf"{_BEGIN}(?:\d{{4}}-){{3}}\d{{4}}(?:-\d{{3}})?{_END}", score=0.8),
        Pattern(regex=rf"{_BEGIN}(?:\d{{4}}\.){{3}}\d{{4}}{_END}", score=0.4),
        Pattern(regex=rf"{_BEGIN}3[47]\d\d[ -]\d{{6}}[ -]\d{{5}}{_END}", score=0.8),
        Pattern(regex=rf"{_BEGIN}3[0689]\d\d[ -]\d{{6}}[ -]\d{{4}}{_END}", score=0.7),
        Pattern(regex=rf"{_BEGIN}[2-6]\d{{13,18}}{_END}", score=0.4),
    ),
    is_valid=is_card,
    are_valid=are_cards,
    chance=1 / 10,
    accept=is_not_another_number,
    accept_whole=accept_any,
    context=(
        "creditcard",
        "pinnen",
        "gepind",
        "afgeschreven",
        "geweigerd",
        "creditcardnummer",
        "credit card",
        "kredietkaart",
        "kreditkarte",
        "betaalkaart",
        "kaartnummer",
        "kaartnr",
        "cc",
        "cc-nummer",
        "cc-nr",
        "cc number",
        "kaart",
        "card",
        "card number",
        "card no",
        "card nr",
        "card num",
        "kaart no",
        "kaart number",
        "cc no",
        "cc num",
        "cardholder",
        "kaarthouder",
        "acquirer",
        "psp*",
        "declined",
        "paymentcard",
        "payment card",
        "payment card number",
        "cardnumber",
        "pan",
        "visa",
        "visacard",
        "mastercard",
        "maestro",
        "amex",
        "american express",
        "cvc",
        "cvv",
        "vervaldatum",
        "vervalt",
        "exp",
        "expires",
    ),
    column=ColumnRule(
        names=(
            r"\w*credit_?(card|kaart)(_?(nr|nummer|number|no|num))?(_\w+)?",
            r"(\w+_)?(kaart|card|cc|pan)_?(nr|nummer|number|no|num)",
            r"(\w+_)?pan",
        ),
        not_names=ABOUT,
        cell=r"\d{14,19}|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{3})?"
        r"|(?:\d{4}\.){3}\d{4}|\d{4}[ -]\d{6}[ -]\d{4,5}",
        alone=True,
    ),
    precedence=40,
    examples=(
        "betaald met 4111 1111 1111 1111",
        "creditcard 5555555555554444 vervalt 12/27",
        "3782-822463-10005",
    ),
    counterexamples=(
        "betalingskenmerk 4111111111111111",
        "4111 1111 1111 1112",
        "visa 4111 **** **** 1111",
        "EAN 4006381333931",
        "trace 4111111111111111",
    ),
)
