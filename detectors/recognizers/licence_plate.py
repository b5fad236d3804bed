"""NL_LICENCE_PLATE: registration number of a vehicle.

Issued by the Dienst Wegverkeer (RDW) to the vehicle; through the register it leads to its keeper.
Six letters and digits in three groups, in fourteen orders (sidecodes): `XX-99-99`, `99-99-XX`,
`99-XX-99`, `XX-99-XX`, `XX-XX-99`, `99-XX-XX`, `99-XXX-9`, `9-XXX-99`, `XX-999-X`, `X-999-XX`,
`XXX-99-X`, `X-99-XXX`, `9-XX-999`, `999-XX-9`. From the fourth on (1978) without vowels, C and Q,
but for the O of semi-trailers in front; and without the pairs and triples that RDW leaves out.

No check rule.

Article codes look the same, and most begin with two letters. So in running text a plate counts
beside a word for vehicles (`kenteken`, `auto`, `geparkeerd`, a make), in front of what vehicles
do (`staat`, `rijdt`) or behind `rij in`. With dashes, in capitals and of the fourth order or
later it also counts by itself where it begins otherwise, or is the whole text. One whose letters
are a unit (`5-KG-100`), a notation that is spelled out (`XX-999-X`), one that is called an
article or order number, or that goes on with a list of such, is none. Where the words around are
of goods (`leverbaar`, `stelling`, `past op`) and none is of a vehicle, it is an article too.
`1234 AB` is a postcode, so `99-99-XX` keeps both its signs; an order of 1978 and before with
spaces keeps its capitals, or any day would be one (`op 30 06`). In a column whole cells count
where most of those that look alike use the letters of plates: of article codes, which use all
letters, four in ten do by chance. A column without a telling name is one of plates where nearly
all cells are, in three orders at least.
Known false alarms: article codes with dashes at the same places.
"""

import re
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.lookalikes import (
    ABOUT,
    is_not_another_number,
    is_not_listed_with_articles,
    is_of_a_customer,
)
from detectors.re2 import matching
from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer

_OLD_ORDERS = ("XX-99-99", "99-99-XX", "99-XX-99")
_LIKE_ARTICLES = ("OX-99-XX", "OX-XX-99", "OX-999-X")
_UNLIKE_ARTICLES = (
    "99-XX-XX",
    "99-XXX-9",
    "9-XXX-99",
    "O-999-XX",
    "XXX-99-X",
    "X-99-XXX",
    "9-XX-999",
    "999-XX-9",
)
_ORDERS = _LIKE_ARTICLES + _UNLIKE_ARTICLES
_LETTER = "[BDFGHJ-NPR-TV-Z]"
_FIRST_LETTER = "[BDFGHJ-PR-TV-Z]"
_NO_UNIT = r"(?!\d{1,3}[ -]?(?i:KG|GR|MG|KM|MM|CM|DL|ML|CL|STK|PCS|BAR)[ -]?\d)"
_LEFT_OUT = re.compile(r"SS|SD|GVD|KKK|KVT|LPF|NSB|PKK|PSV|TBS", re.IGNORECASE)


def _regex(order: str, letter: str, separator: str) -> str:
    written = order.replace("-", separator).replace("9", r"\d")
    return written.replace("O", _FIRST_LETTER).replace("X", letter)


def _any_of(orders: tuple[str, ...], letter: str, separator: str) -> str:
    return "(?:" + "|".join(_regex(order, letter, separator) for order in orders) + ")"


_GOODS = re.compile(
    r"(?<![^\W_])(?:code|pallet|partij|doos|krat|kist|colli|tray|\w{0,12}vak|bin|schap|stelling"
    r"|locatie|rek|plank|gang|filter|maat|versie|version|formaat|format|sjabloon|template|part no"
    r"|p/n|s/n|serie ?nr)[:. #]{1,3}$",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?<![^\W_])(?:sku'?s?|ean|gtin|art(?=\.)|artikel\w*|product\w*|onderdelen|\w{0,10}onderdeel"
    r"|p/n|part ?no|leverbaar|\w{0,10}voorraad|uitverkocht|nabestel\w*|nalevering|backorder|prijs"
    r"|stuksprijs|stuks|st\.|maat|maten|kleur\w*|uitvoering|variant\w*|collectie|catalogus|folder|pakbon"
    r"|verpakking\w*|inventaris\w*|\w{0,10}telling|tellen|geteld|past (?:op|in|bij)|passend\w*"
    r"|compatibel|vervangt|schap(?:pen)?|stelling\w*|\w{0,12}vak(?:ken)?|rek(?:ken)?|bin|bins"
    r"|gang|pallets?|doos|dozen|besteld|retour\w*|teruggestuurd|geretourneerd|locatie|magazijn\w*|model(?:len)?|modelnummer|typeplaatje|firmware|handleiding|batch|lot"
    r"|in (?:het )?(?:rood|blauw|groen|geel|zwart|wit|grijs|beige|bruin))(?!\w)|€|(?<!\w)EUR(?!\w)",
    re.IGNORECASE,
)
_FORMAT = re.compile(r"[X-]*(?:[90-]*[X-]*)*", re.IGNORECASE)


def is_a_plate(text: str, start: int, end: int) -> bool:
    """Whether RDW issues these letters, and no label says that it is another number."""
    return (
        _LEFT_OUT.search(text, start, end) is None
        and _FORMAT.fullmatch(text, start, end) is None
        and _GOODS.search(text[max(0, start - 16) : start]) is None
        and (is_not_another_number(text, start, end) or is_of_a_customer(text, start))
        and is_not_listed_with_articles(text, start, end)
        and (RECOGNIZER.has_context(text, start, end) or not is_of_trade(text, start, end))
    )


def are_plates(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_a_plate` of whole values; shape (n,) to (n,)."""
    return ~matching(values, rf"(?i:{_LEFT_OUT.pattern})|\A[Xx90-]*\z")


def is_of_trade(text: str, start: int, end: int) -> bool:
    """Whether the words around speak of goods: of stock, shelves, colours or what fits on what."""
    return _TRADE.search(text[max(0, start - 64) : start]) is not None or (
        _TRADE.search(re.split(r"[\n.!?](?:\s|$)", text[end : end + 40])[0]) is not None
    )


_WITHOUT_DASHES = re.compile("|".join(_regex(order, _LETTER, "-?") for order in _ORDERS))


def is_of_an_order(text: str, day: date) -> bool:
    """Whether a whole cell has the letters of the fourth order or later, on any day."""
    del day
    return _WITHOUT_DASHES.fullmatch(text.upper()) is not None and _LEFT_OUT.search(text) is None


def _order(text: str) -> str:
    return "".join("9" if c.isdecimal() else "X" for c in text if c.isalnum())


_BEGIN = r"(?<![\w./-])"
_END = r"(?!\w|[-/]\w)"

RECOGNIZER = Recognizer(
    entity="NL_LICENCE_PLATE",
    patterns=(
        Pattern(
            regex=_BEGIN + _NO_UNIT + _any_of(_UNLIKE_ARTICLES, _LETTER, "-") + _END, score=0.6
        ),
        Pattern(regex=_BEGIN + _any_of(_LIKE_ARTICLES, _LETTER, "-") + _END, score=0.4),
        Pattern(
            regex=rf"^\s*[\"'(]?(?P<value>{_NO_UNIT}{_any_of(_ORDERS, _LETTER, '-')})"
            r"[\"')]?\s*$",
            score=0.6,
        ),
        Pattern(
            regex=rf"{_BEGIN}{_NO_UNIT}{_any_of(_ORDERS, _LETTER, '-')}"
            r"(?=[\"')]?(?:(?:,| en) [A-Z0-9-]{8}){0,4} (?:staat|staan|stond|stonden|rijdt|rijden"
            r"|reed|reden|parkeert|blokkeert|vertrok|vertrekt|tankte|geweigerd|toegelaten)(?!\w))",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:rij(?:d|dt|den)?|reed|reden|kom(?:t|en)?|afhalen|ophalen|weg|wegrijden)"
            r" (?i:met|in) (?i:een |de |mijn |zijn |haar )?"
            rf"(?P<value>{_NO_UNIT}{_any_of(_ORDERS, _LETTER, '-')}){_END}",
            score=0.6,
        ),
        Pattern(regex=_BEGIN + _any_of(_OLD_ORDERS, "[A-Z]", "-") + _END, score=0.3),
        Pattern(
            regex=rf"{_BEGIN}{_NO_UNIT}(?i:"
            + "|".join(
                (
                    _any_of(("99-99-XX",), "[A-Z]", "-"),
                    _any_of(("XX-99-99", "99-XX-99"), "[A-Z]", "-?"),
                    _any_of(_ORDERS, _LETTER, "-?"),
                    _any_of(_ORDERS, _LETTER, " "),
                )
            )
            + rf"|(?-i:{_any_of(_OLD_ORDERS, '[A-Z]', ' ')})){_END}",
            score=0.1,
            with_context=0.8,
        ),
    ),
    accept=is_a_plate,
    accept_whole=are_plates,
    context=(
        "kenteken*",
        "kent",
        "kennzeichen",
        "anpr",
        "camera",
        "cjib",
        "laadpaal",
        "nummerplaat",
        "nummerbord",
        "plaat",
        "platen",
        "*auto",
        "*auto's",
        "autos",
        "autootje",
        "koelbus",
        "laadbus",
        "tankbeurt",
        "busjes",
        "bussen",
        "bezorgbus",
        "bakfiets",
        "brommer",
        "trailer",
        "boete",
        "wegsleep*",
        "sleepdienst",
        "takelwagen",
        "verkeersboete",
        "oprit",
        "garage",
        "ruit",
        "voorruit",
        "schade*",
        "ford",
        "golf",
        "polo",
        "seat",
        "dacia",
        "suzuki",
        "honda",
        "iveco",
        "daf",
        "scania",
        "sprinter",
        "transporter",
        "caddy",
        "oplegger",
        "chauffeur",
        "aanrijding",
        "aangereden",
        "rijdt",
        "rijd",
        "rijden",
        "reed",
        "ritregistratie",
        "rittenadministratie",
        "kilometerstand",
        "km stand",
        "tankpas",
        "getankt",
        "laadplek",
        "laadpas",
        "bumper",
        "autoruit",
        "vrachtwagen*",
        "koelwagen*",
        "bestelwagen*",
        "bestelbus",
        "bus",
        "busje",
        "wagen",
        "aanhanger",
        "caravan",
        "camper",
        "motorfiets",
        "bestuurder",
        "eigenaar",
        "scooter",
        "oldtimer",
        "taxi",
        "wagenpark",
        "slagboom",
        "apk",
        "tesla",
        "volvo",
        "volkswagen",
        "vw",
        "citroën",
        "citroen",
        "peugeot",
        "renault",
        "opel",
        "toyota",
        "skoda",
        "hyundai",
        "kia",
        "bmw",
        "audi",
        "mercedes",
        "fiat",
        "mazda",
        "nissan",
        "rdw",
        "*parkeer*",
        "*parkeren",
        "parkeert",
        "geparkeerd*",
        "voertuig",
        "voertuigen",
        "vehicle",
        "number plate",
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
        cell=rf"(?i:(?!\d{{4}} [a-z]{{2}}\Z){_any_of(_OLD_ORDERS + _ORDERS, '[A-Z]', '[ -]?')})",
        bare=Bare(
            is_known=is_of_an_order,
            kind=_order,
            kinds=3,
        ),
        other_names=(
            r"(\w+_)?(artikel|product|item|sku|onderdeel|batch|lot|locatie|vak"
            r"|stelling|schap|art|art_?nr|part_?no|model|type)(_\w+)?",
        ),
        among_alike=0.6,
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
