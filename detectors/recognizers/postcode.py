"""NL_POSTCODE: a Dutch postcode.

Issued by PostNL. Four digits, the first not 0, and two capitals: `1234 AB`, `1234AB`.
The pairs SA, SD and SS are not issued. With a house number it points out one home.

No check rule beyond the shape.

Certain where the place it stands in says so: a house number or a place name behind it, a
street and number before it (then also in lower case), `NL-` as in letters from abroad, or a
context word (`postcode`, `wonen`). Bare it is a shape that years, weights, sizes and article
numbers have too (`2024 AD`, `1500 KG`, `2000 EU`, `1600 XL`), and counts only in a column of
that name. Pairs that are units always need a context word, or a number before them with a word
that ends as streets do (`Kerkstraat 12, 1500 KG`) or with a place behind (`Meent 4, 3011 ME
Rotterdam`): `order 12, 1500 KG` has neither. For measures among them a context word is not
enough (`1500 KG bezorgen`), unless it is `postcode` itself, before it in the same phrase.
A postcode of a Postbus or Antwoordnummer is nobody's home.
Known false alarms: type numbers before a capitalised word (`5400 LP Serie`).
Known misses: a pair that is a measure, some words behind its street (`Kade 8 bezorgen, 6083 WH`).
"""

import re

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.recognizers.address import STREET_ENDINGS

_MEASURES = (
    r"KG|GR|MG|ML|CL|DL|LT|CC|CM|MM|DM|KM|MB|GB|TB|KB|KW|KJ|MW|WH|VA|PK|HP|PX|PC|ST|XL|XS|XX"
)
_UNITS = (
    rf"(?:{_MEASURES}|AD|BC|NC|EU|TX|LX|HZ|UK|US|NL|BE|DE|GE|IE|PM|AM|CE|OP|IN|IS|TE|EN|OF|NA|ER"
    r"|ZE|WE|AL|AN|ME)"
)
_LETTERS = r"(?!S[ADS])[A-Z]{2}(?!\w)"
_ANY_CASE = rf"(?i:(?!{_UNITS}(?!\w))(?!s[ads])[a-z]{{2}}(?!\w))"
# the digit comes first, and the look-behinds after it, so that few places are tried
_IN_A_STREET = "|".join(rf"(?<={re.escape(ending)} \d)" for ending in STREET_ENDINGS)
_HOUSE = rf"[1-9](?i:{_IN_A_STREET})\d{{0,3}}(?:[ -]?[A-Za-z]{{1,3}})?"
_PLACE = r",?\s{1,2}(?:'s-|[A-Z][a-zé'-]{3,}|[A-Z]{4,})"
_BEGIN = r"(?<![\w.,/+-])"
_BOX = re.compile(
    r"(?:postbus|antwoordnummer|antw(?:oord|\.)? ?nr\.?|p\.?o\.? ?box)\s*\d*[\s,]*$", re.I
)


_ARTICLE = re.compile(
    r"(?<!\w)(?:art|artikel|product|onderdeel|serie|type|model|batch|lot|sku|isbn)"
    r"\.? ?(?:nr|nummer|code)?[.: ]{0,3}$",
    re.I,
)


def is_a_home(text: str, start: int, end: int) -> bool:
    """Whether the span is not called an article, and belongs to no Postbus or Antwoordnummer."""
    del end
    before = text[max(0, start - 40) : start]
    return _BOX.search(before) is None and _ARTICLE.search(before) is None


RECOGNIZER = Recognizer(
    entity="NL_POSTCODE",
    patterns=(
        Pattern(
            regex=_BEGIN
            + rf"(?P<value>[1-9]\d{{3}} ?(?!{_UNITS}(?!\w)){_LETTERS})"
            + r"(?=,? ?(?:nr\.? ?|nummer |huisnummer )?(?<!\w)\d{1,4}(?:[ -]?[A-Za-z]{1,3})?"
            + r"(?![\w%€]|[.,:]\d|[.,]- ))",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<=[a-z.] )[1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,4})?(?:, ?|\n)"
            + rf"(?P<value>[1-9]\d{{3}} ?(?:(?!{_UNITS}(?!\w)){_LETTERS}|{_LETTERS}(?={_PLACE})))",
            score=0.8,
        ),
        Pattern(
            regex=_BEGIN
            + rf"(?P<value>[1-9]\d{{3}} (?!{_UNITS}(?!\w)){_LETTERS})"
            + rf"(?={_PLACE})",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:post(?:code|kode)|zip(?:_?code)?)(?i: is)?"
            r"[ :=\"']{1,4}(?P<value>[1-9]\d{3}[ -]?(?i:(?!s[ads])[a-z]{2}))(?!\w)",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:post(?:code|kode)|zip_?code)[^\d\n]{1,30}(?<!\w)"
            rf"(?P<value>[1-9]\d{{3}} ?{_LETTERS})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![\w.])(?i:p\.c\.|pc)[ :=]{1,2}"
            rf"(?P<value>[1-9]\d{{3}} ?{_ANY_CASE})",
            score=0.8,
        ),
        Pattern(regex=rf"{_HOUSE}(?:, ?|\n)(?P<value>[1-9]\d{{3}} ?{_LETTERS})", score=0.8),
        Pattern(regex=rf"{_HOUSE},?\s(?P<value>[1-9]\d{{3}} ?{_ANY_CASE})", score=0.8),
        Pattern(
            regex=rf"(?<!\w)NL-(?P<value>[1-9]\d{{3}} ?{_LETTERS})",
            score=0.8,
        ),
        Pattern(regex=_BEGIN + rf"[1-9]\d{{3}} ?(?!(?:{_MEASURES})(?!\w)){_LETTERS}", score=0.3),
        Pattern(
            regex=_BEGIN + rf"[1-9]\d{{3}} ?(?=(?:{_MEASURES})(?!\w)){_LETTERS}",
            score=0.1,
            with_context=0.3,
        ),
        Pattern(regex=_BEGIN + rf"[1-9]\d{{3}} ?{_ANY_CASE}", score=0.1),
    ),
    accept=is_a_home,
    context=(
        "postcode",
        "postkode",
        "adres",
        "bezorgadres",
        "bezorgd",
        "bezorgen",
        "afleveradres",
        "woonadres",
        "factuuradres",
        "woon",
        "woont",
        "wonen",
        "woonachtig",
        "verhuis",
        "verhuisd",
        "verhuist",
        "verhuizen",
        "verhuizing",
        "huisnummer",
        "huisnr",
        "zipcode",
        "zip code",
        "postal code",
    ),
    column=ColumnRule(
        names=(
            r"\w*post_?(code|kode)(_\w+)?",
            r"(\w+_)?(zip|zip_?code|postal_?code|postal|pc6|pc)(_\w+)?",
        ),
        not_names=(*ABOUT, r"\w*(postcode|zip)_?(gebied|regio|range|area|prefix|cijfers|4)\w*"),
        cell=r"(?i:(?:nl[- ]?)?[1-9]\d{3} ?(?!s[ads])[a-z]{2})",
    ),
    precedence=5,
    examples=(
        "Mijn postcode is 3512 JE",
        "Kerkstraat 12, 1234 AB Utrecht",
        "8911BZ 14 graag",
        "pakket naar 9712 CP Groningen",
    ),
    counterexamples=(
        "In 2024 AD was dat anders",
        "levering van 1500 KG 2 pallets",
        "artikel 5400 LP uitverkocht",
        "ISO 9001 QA",
        "Postbus 1234, 8901 BC Leeuwarden",
    ),
)
