"""NL_LICENCE_PLATE: registration number of a vehicle.

Issued by the Dienst Wegverkeer (RDW) to the vehicle; through the register it leads to its keeper.
Six letters and digits in three groups, in fourteen orders (sidecodes): `XX-99-99`, `99-99-XX`,
`99-XX-99`, `XX-99-XX`, `XX-XX-99`, `99-XX-XX`, `99-XXX-9`, `9-XXX-99`, `XX-999-X`, `X-999-XX`,
`XXX-99-X`, `X-99-XXX`, `9-XX-999`, `999-XX-9`. From the fourth on (1978) without vowels, C and Q,
but for the O of semi-trailers in front; and without the pairs and triples that RDW leaves out.

No check rule.

Article codes look the same. So with dashes, in capitals and of the fourth order or later a plate
counts by itself; older ones, without dashes, with spaces or in lower case only with a context
word (`kenteken`, `auto`, `geparkeerd`); so does one whose letters are a unit (`5-KG-100`),
and one that is called an article or order number is none. `1234 AB` is a postcode, so `99-99-XX`
keeps both its signs.
Known false alarms: article codes with dashes at the same places.
"""

import re

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_OLD_ORDERS = ("XX-99-99", "99-99-XX", "99-XX-99")
_ORDERS = (
    "OX-99-XX",
    "OX-XX-99",
    "99-XX-XX",
    "99-XXX-9",
    "9-XXX-99",
    "OX-999-X",
    "O-999-XX",
    "XXX-99-X",
    "X-99-XXX",
    "9-XX-999",
    "999-XX-9",
)
_LETTER = "[BDFGHJ-NPR-TV-Z]"
_FIRST_LETTER = "[BDFGHJ-PR-TV-Z]"
_NO_UNIT = r"(?!\d{1,3}-(?:KG|GR|MG|KM|MM|DL|ML|STK|PCS)-\d)"
_LEFT_OUT = re.compile(r"SS|SD|GVD|KKK|KVT|LPF|NSB|PKK|PSV|TBS", re.IGNORECASE)


def _regex(order: str, letter: str, separator: str) -> str:
    written = order.replace("-", separator).replace("9", r"\d")
    return written.replace("O", _FIRST_LETTER).replace("X", letter)


def _any_of(orders: tuple[str, ...], letter: str, separator: str) -> str:
    return "(?:" + "|".join(_regex(order, letter, separator) for order in orders) + ")"


def is_a_plate(text: str, start: int, end: int) -> bool:
    """Whether RDW issues these letters, and no label says that it is another number."""
    return _LEFT_OUT.search(text, start, end) is None and is_not_another_number(text, start, end)


_BEGIN = r"(?<![\w./-])"
_END = r"(?!\w|[-/]\w)"

RECOGNIZER = Recognizer(
    entity="NL_LICENCE_PLATE",
    patterns=(
        Pattern(regex=_BEGIN + _NO_UNIT + _any_of(_ORDERS, _LETTER, "-") + _END, score=0.6),
        Pattern(regex=_BEGIN + _any_of(_OLD_ORDERS, "[A-Z]", "-") + _END, score=0.3),
        Pattern(
            regex=rf"{_BEGIN}(?i:"
            + _any_of(("99-99-XX",), "[A-Z]", "[ -]")
            + "|"
            + _any_of(("XX-99-99", "99-XX-99"), "[A-Z]", "[ -]?")
            + "|"
            + _any_of(_ORDERS, _LETTER, "[ -]?")
            + f"){_END}",
            score=0.1,
            with_context=0.8,
        ),
    ),
    accept=is_a_plate,
    context=(
        "kenteken",
        "kentekens",
        "kentekennummer",
        "kentekenplaat",
        "nummerplaat",
        "nummerbord",
        "auto",
        "bestelauto",
        "busje",
        "parkeren",
        "parkeer",
        "parkeerplaats",
        "parkeerplek",
        "geparkeerd",
        "voertuig",
        "licence plate",
        "license plate",
    ),
    column=ColumnRule(
        names=(
            r"\w*kenteken(_?(nr|nummer|plaat))?(_\w+)?",
            r"\w*(nummerplaat|nummerbord)(_\w+)?",
            r"(\w+_)?(licen[cs]e_?plate|number_?plate|registration_?plate|plate)"
            r"(_?(nr|no|number))?",
        ),
        not_names=ABOUT,
        cell=r"(?i:(?=.*\d)(?=.*[a-z])[a-z\d]{1,3}[ -]?[a-z\d]{2,3}[ -]?[a-z\d]{1,3})",
    ),
    examples=(
        "Er staat een bus voor de deur, GB-001-B",
        "kenteken 12bkd3",
        "mijn auto (AB-12-34) staat er al",
    ),
    counterexamples=(
        "artikel AB-12-34 is op",
        "code 12ABC3 werkt niet",
        "onderdeel XR-12-TB-34",
        "kenteken 12-NSB-1",
    ),
)
