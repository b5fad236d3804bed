"""NL_BSN: burgerservicenummer, the citizen service number.

Issued by the municipality at first registration (Rijksdienst voor Identiteitsgegevens);
Wet algemene bepalingen burgerservicenummer. Private parties may use it only where a law
says so (UAVG article 46).

Nine digits; written `123456782`, `1234.56.782` or `123 456 782` (dots and dashes too). A number
with a leading zero is written with eight digits where a program took it for an integer; eight
digits count only right behind the label.

Check rule: the eleven-test, weights 9 8 7 6 5 4 3 2 -1, sum divisible by 11, not all zero.

Known false alarms: the rule passes one in eleven of all nine-digit numbers (order and article
numbers, dates, KvK numbers), and a RSIN obeys the same rule. So in running text a bare number
counts only with a context word (a pay slip must state it), and a column only by its name or by far
more passes than chance; a number that is called an order number is none, whatever stands near, and
neither is a column that is called RSIN.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from stdnum.nl import bsn

from detectors.at_once import accept_any
from detectors.check_digits import DIGITS, only, pass_eleven, passing
from detectors.lookalikes import ABOUT, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer


def is_bsn(text: str) -> bool:
    """Whether a number of eight or nine digits, grouped or not, passes the eleven-test."""
    digits = "".join(c for c in text if c.isdigit())
    # the library pads short numbers with zeros, so that '12' could pass
    return len(digits) in (8, 9) and bsn.is_valid(digits.zfill(9))


def are_bsns(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_bsn` of many values; shape (n,) to (n,)."""
    return passing(only(values, DIGITS), pass_eleven, (8, 9))


# a comma parts the fields of a line; a decimal of so many digits does not occur
_BEGIN = r"(?<![\w./+-])"
_END = r"(?![\w/-]|\.\d|,\d{1,2}(?!\d))"

RECOGNIZER = Recognizer(
    entity="NL_BSN",
    patterns=(
        Pattern(regex=rf"{_BEGIN}\d{{9}}{_END}", score=0.2),
        Pattern(regex=rf"{_BEGIN}\d{{4}}\.\d{{2}}\.\d{{3}}{_END}", score=0.4),
        Pattern(regex=rf"{_BEGIN}(?<!\d )\d{{3}} \d{{3}} \d{{3}}(?! ?\d){_END}", score=0.3),
        Pattern(regex=rf"{_BEGIN}\d{{3}}[.-]\d{{3}}[.-]\d{{3}}{_END}", score=0.1),
        Pattern(
            regex=r"(?<![^\W_])(?i:bsn|burgerservicenummer|sofinummer)(?i:[ _-]?(?:nummer|nr\.?))?"
            rf"[\s\"':=#(]{{1,4}}(?P<value>\d{{8}}){_END}",
            score=0.9,
        ),
    ),
    is_valid=is_bsn,
    are_valid=are_bsns,
    chance=1 / 11,
    accept=is_named_nothing_else("NL_BSN"),
    accept_whole=accept_any,
    context=(
        "bsn",
        "b.s.n.",
        "bsn-nummer",
        "bsn_nummer",
        "bsn-nr",
        "bsn_nr",
        "bsnnr",
        "bsnnummer",
        "burgerservicenummer",
        "burgerservicenr",
        "burger service nummer",
        "citizen service number",
        "sofinummer",
        "sofinr",
        "sofi-nummer",
        "sofi",
        "persoonsnummer",
        "loonstrook*",
        "loonstaat",
        "jaaropgaaf",
        "jaaropgave*",
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(bsn|burgerservice|burger_service|sofi)(_?(nr|nummer|number|num))?(_\w+)?",
        ),
        not_names=(*ABOUT, r"(bsn_)?(hash|gehasht)(_\w+)?"),
        cell=r"\d{8,9}|\d{4}\.\d{2}\.\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3}",
        alone=True,
        other_names=(r"(\w+_)?(rsin|fi(scaal)?_?(nr|nummer)|kvk|vestigings?_?(nr|nummer))(_\w+)?",),
    ),
    examples=("bsn 111222333", "Mijn burgerservicenummer is 1234.56.782.", "BSN: 123 456 782"),
    counterexamples=(
        "ordernummer 111222333",
        "bsn 111222334",
        "bsn 12",
        "EAN 8711122233305",
        "bsn ontbreekt, ordernummer 111222333",
    ),
)
