"""NL_POSTCODE: a Dutch postcode.

Issued by PostNL. Four digits, the first not 0, and two capitals: `1234 AB`, `1234AB`.
The pairs SA, SD and SS are not issued. With a house number it points out one home.

No check rule beyond the shape.

Certain where the place it stands in says so: a house number or a place name behind it, a
street and number before it (then also in lower case), `NL-` as in letters from abroad, a
context word (`postcode`, `wonen`), a preposition of place (`uit 9813 EZ`), or a word of delivery in
the same clause with a word in lower case right before it: behind a capital it is the type of a
machine (`levering Philips 3200 EP`). Bare it is a shape that years, weights, sizes and article
numbers have too (`2024 AD`, `1500 KG`, `2000 EU`, `1600 XL`), and counts only in a column of
that name. Pairs that are units always need a context word, or a number before them with a word
that ends as streets do (`Kerkstraat 12, 1500 KG`) or with a place behind (`Meent 4, 3011 ME
Rotterdam`): `order 12, 1500 KG` has neither. For measures among them a context word is not
enough (`1500 KG bezorgen`), unless it is `postcode` itself, before it in the same phrase.
A postcode of a Postbus or Antwoordnummer is nobody's home. Digits and letters in a column each
are one where they stand beside each other; the digits alone are a region. A column without a
telling name is one of postcodes where nearly all cells have the shape, with many pairs.
Known false alarms: type numbers before a capitalised word (`5400 LP Serie`).
Known misses: a pair that is a measure, some words behind its street (`Kade 8 bezorgen, 6083 WH`).
"""

import re
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.lookalikes import ABOUT, is_not_listed_with_articles
from detectors.re2 import matching
from detectors.recognizer import Bare, ColumnRule, Part, Pattern, Recognizer
from detectors.recognizers.address import STREET_ENDINGS

_MEASURES = (
    r"KG|GR|MG|ML|CL|DL|LT|CC|CM|MM|DM|KM|MB|GB|TB|KB|KW|KJ|MW|WH|VA|PK|HP|PX|PC|ST|XL|XS|XX"
)
_GOODS = r"KG|GR|MG|ML|CL|DL|LT|CC|CM|MM|DM|ST|PC|XL|XS|XX"
_UNITS = (
    rf"(?:{_MEASURES}|HD|LM|TL|KN|AH|NM|RP|DP|AD|BC|NC|EU|TX|LX|HZ|UK|US|NL|BE|DE|GE|IE|PM|AM|CE|OP|IN|IS|TE|EN|OF|NA|ER"
    r"|ZE|WE|AL|AN|ME)"
)
_LETTERS = r"(?!S[ADS])[A-Z]{2}(?!\w)"
_ANY_CASE = rf"(?i:(?!{_UNITS}(?!\w))(?!s[ads])[a-z]{{2}}(?!\w))"
# the digit comes first, and the look-behinds after it, so that few places are tried
_IN_A_STREET = "|".join(rf"(?<={re.escape(ending)} \d)" for ending in STREET_ENDINGS)
_HOUSE = rf"[1-9](?i:{_IN_A_STREET})\d{{0,3}}(?:[ -]?[A-Za-z]{{1,3}})?"
_PLACE = (
    r",?\s{1,2}(?:'s-|[A-Z][a-zé'-]{3,}|[A-Z]{4,}"
    r"|(?:Den?|DEN?|Het|Ter|Sint|St\.|Oss|Ede|Epe|Urk)(?!\w))"
)
_PLACE_OR_FIELD = rf"(?:{_PLACE}| ?[/|;][ ]?[A-Z][a-z]{{2}}| ?[/|;][ ]?Den[ ])"
_ISSUED = rf"[\"'(]?(?P<value>[1-9]\d{{3}} ?(?!{_UNITS}(?!\w)){_LETTERS})(?![-/]\w)"
_DELIVERY = (
    r"bezorg\w*|\w{2,12}bezorging|lever(?:t|en|ing|ingen)|geleverd|afhaal\w*|ophaal\w*|navigatie|tomtom"
    r"|koerier|chauffeur|route|wijk|buurt|straal|regio|omgeving|label|etiket|pakket\w*|pakje|zending\w*"
    r"|postnl|dhl|dpd|adres\w*|woon\w*|verhui\w*|buren|klant\w{0,3}|afgeleverd|afgegeven"
)
_LOWER = r"[a-z]\w{0,14}[,:]? "
_BEGIN = r"(?<![\w.,/+-])"
_BOX = re.compile(
    r"(?:postbus|antwoordnummer|antw(?:oord|\.)? ?nr\.?|p\.?o\.? ?box)\s*\d*[\s,]*$", re.I
)


_ARTICLE = re.compile(
    r"(?<!\w)(?:art|artikel|product|onderdeel|serie|type|model|batch|lot|sku|isbn|kleur|ral"
    r"|iso|nen|din|norm|maat|boekjaar|kenteken|om|tot|code|stelling|vak|rek|gang|plank|locatie|lamp"
    r"|motor|machine|nummer|nr|versie|poort|kanaal|lijn|vlucht|trein|bus|jaar|saldo|bedrag"
    r"|kenmerk|jaargang|editie|week|order|bestelling|factuur|kavel|perceel|zending)"
    r"\.? ?(?:nr|nummer|code)?[.: ]{0,3}$",
    re.I,
)
_UNIT = (
    r"(?:watt|volt|bar|kg|gram|gr|liter|ltr|ml|cl|cm|mm|kW|kWh|mAh|Ah|Hz|kHz|dB|rpm|Nm|pk|BTU|GB|MB"
    r"|stuks|toeren)"
)
_MEASURED_BEFORE = re.compile(rf"\d ?{_UNIT}[ ,;/|+]{{1,3}}$|\d{{3}} ?[WV][ ,;/|+]{{1,3}}$")
_MEASURED_BEHIND = re.compile(rf"[ ,;/|+]{{1,3}}\d[\d.,]{{0,7}} ?(?:{_UNIT}|[WV])(?!\w)")
_OF_A_TYPE = re.compile(
    r" (?:uitvoering|versie|model|serie|series|variant|type|toner|cartridge|adapter|filter|editie"
    r"|motor|printer)(?!\w)",
    re.I,
)
_SAMPLE = re.compile(r"(?:1234|1111|9999|0000) ?(?:AB|AA|XX|ZZ|CD)", re.I)
_OF_A_FORM = re.compile(
    r"(?<!\w)(?:formaat|format|vorm|notatie|patroon|pattern|voorbeeld\w*|bijv|bijvoorbeeld|bv|b\.v"
    r"|zoals|placeholder|e\.g|example|veld|velden|verplicht\w*|required|ongeldig|invalid|geldige?"
    r"|regex|schrijfwijze|invoer|invullen|hint|mask|masker|dummy|testwaarde|cijfers|letters)(?!\w)",
    re.I,
)


_SMALL_WORD = re.compile(
    r" (?:en|is|in|de|we|ik|op|te|er|ze|je|of|om|al|zo|nu|na|me|ga|ja|uw|ie|st)"
)


def is_a_home(text: str, start: int, end: int) -> bool:
    """Whether the span is a home's.

    Not where a small word follows a year (`in 1998 en daarna`), where it is called an article,
    stands among measures (`1450 W, 2400 BT, 15 bar`), is the type of a machine or the sample of
    a form (`1234AB`), or of a Postbus or Antwoordnummer.
    """
    before = text[max(0, start - 40) : start]
    if _SMALL_WORD.fullmatch(text, end - 3, end):
        return False
    sample = _SAMPLE.fullmatch(text, start, end) is not None
    return (
        _BOX.search(before) is None
        and _ARTICLE.search(before) is None
        and _MEASURED_BEFORE.search(before) is None
        and _MEASURED_BEHIND.match(text, end) is None
        and _OF_A_TYPE.match(text, end) is None
        and not (sample and _OF_A_FORM.search(text, max(0, start - 60), end + 60))
        and is_not_listed_with_articles(text, start, end)
    )


def are_homes(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_a_home` of whole values; shape (n,) to (n,)."""
    return ~matching(values, rf"{_SMALL_WORD.pattern}\z")


def is_no_measure(text: str, day: date) -> bool:
    """Whether a whole cell has letters that are no unit, on any day."""
    del day
    return _MEASURE.fullmatch(_letters(text)) is None


def _letters(text: str) -> str:
    found = _WHOLE.search(text)
    return "" if found is None else found[1].upper()


_MEASURE = re.compile(_MEASURES, re.IGNORECASE)
_WHOLE = re.compile(r"[1-9]\d{3} ?([A-Za-z]{2})")
RECOGNIZER = Recognizer(
    entity="NL_POSTCODE",
    patterns=(
        Pattern(
            regex=_BEGIN
            + rf"(?P<value>[1-9]\d{{3}} ?(?!{_UNITS}(?!\w)){_LETTERS})"
            + r"(?=(?:,? ?| ?[;|\t/-] ?)(?:nr\.? ?|nummer |huisnummer )?"
            + r"(?<!\w)\d{1,4}(?:[ -]?[A-Za-z]{1,3})?"
            + r"(?![\w%€]|[.,:]\d|[.,]- ))",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<=[a-z.] )[1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,4})?(?:, ?| ?[/|;\t] ?| - |\n)"
            + rf"(?P<value>[1-9]\d{{3}} ?(?:(?!{_UNITS}(?!\w)){_LETTERS}"
            + rf"|{_LETTERS}(?={_PLACE_OR_FIELD})))",
            score=0.8,
        ),
        Pattern(
            regex=_BEGIN
            + rf"(?P<value>[1-9]\d{{3}} (?!{_UNITS}(?!\w)){_LETTERS})"
            + rf"(?={_PLACE})",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?:^|[\n,;|\t(\"])\s?(?P<value>[1-9]\d{{3}}(?!{_UNITS}(?!\w)){_LETTERS})(?={_PLACE})",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<!\w)[A-Z][a-z]{2,20},[ ](?P<value>[1-9]\d{3} ?"
            rf"(?!{_UNITS}(?!\w)){_LETTERS})(?=$|[\n.;,)|\"])",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:postc(?:ode|\.)|postkode|postal_?code|pcode|zip(?:_?code)?)"
            r"(?i: is)?[ :=\"'>]{1,4}"
            r"(?P<value>[1-9]\d{3}(?:[ -]|%20|\+)?(?i:(?!s[ads])[a-z]{2}))(?!\w)",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:post(?:code|kode)|zip_?code)[^\d\n]{1,30}(?<!\w)"
            rf"(?P<value>[1-9]\d{{3}} ?{_LETTERS})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:in|uit|naar|vanuit|rond|rondom|omgeving|regio|wijk|buurt|gebied"
            r"|postcodegebied|te|aan|buiten|binnen|richting|heel) " + _ISSUED,
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:{_DELIVERY}|wo(?:on|ont|nen)|woonachtig|verhuis\w*|klant(?:en)?"
            r"|pick-?up|straat|depot|filiaal|pand|huis|flat|breng\w*|stuurt?|sturen|komen)(?!\w)"
            r"[^\n.!?\d]{0,40}?(?<!\w)(?:in|naar|uit|te|rond|vanuit|aan|buiten|op) "
            rf"(?P<value>[1-9]\d{{3}} ?(?!(?:{_GOODS})(?!\w)){_LETTERS})"
            r"(?=[\"')]{0,2}(?:[?.!,;:)]|\s*$|\n| (?:is|zijn|en|of|wordt|ligt|staat|belt|wil|heeft"
            r"|niet|ook|nu|maar)(?!\w)| \d{1,4}(?:[ -]?\w{1,3})?(?![\w-])))",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:in|uit|naar|rond|regio|wijk|buurt|gebied|route|rit)(?i: \d{1,3}:)?"
            r" [1-9]\d{3} ?[A-Z]{2}(?:,| en| of| t/m| /)(?: [1-9]\d{3} ?[A-Z]{2}(?:,| en| of))?"
            r" " + _ISSUED,
            score=0.6,
        ),
        Pattern(
            regex=r"(?<!\w)(?:(?i:klant|bewoner|ontvanger|afhaler|besteller)\w{0,3}"
            r"|(?:te|in|uit|naar) [A-Z][a-z]{2,20}) ?"
            rf"\((?P<value>[1-9]\d{{3}} ?(?!{_UNITS}(?!\w)){_LETTERS})\)",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?!(?:mail|web|ip|mac|internet)adres)\w{0,10}adres)"
            rf"(?: is|:|=)[ ]?(?P<value>[1-9]\d{{3}} ?{_LETTERS})",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?:(?i:adres(?:check|controle|validatie|verificatie)|postnl)"
            r"|BAG(?:-\w{1,12})?)(?!\w)[^\d\n]{0,40}(?<![\w-])"
            rf"(?P<value>[1-9]\d{{3}} ?{_LETTERS})",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:regio|gebied|wijk|pc6?|postal)[\"']? ?[=:] ?[\"']?" + _ISSUED,
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:{_DELIVERY})(?!\w)[^\n.!?\d]{{0,40}}?(?<![\w.-]){_LOWER}{_ISSUED}",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![\w.-]){_LOWER}{_ISSUED}(?=[^\n.;!?\d]{{1,24}}(?<!\w)(?i:{_DELIVERY})(?!\w))",
            score=0.6,
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
    accept_whole=are_homes,
    context=(
        "postcode*",
        "postkode",
        "adres*",
        "bezorgadres",
        "bezorgd",
        "bezorgen",
        "afleveradres",
        "woonadres",
        "woonplaats",
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
        "bezorggebied*",
        "bezorgzone*",
        "bezorgregio*",
    ),
    column=ColumnRule(
        names=(
            r"\w*post_?(code|kode)(_\w+)?",
            r"(\w+_)?(zip|zip_?code|postal_?code|postal|pc6|pc)(_\w+)?",
        ),
        not_names=(
            *ABOUT,
            r"\w*(postcode|zip)_?(gebied|regio|range|area|prefix|cijfers|letters?|4)\w*",
        ),
        cell=r"(?i:(?:nl[- ]?)?[1-9]\d{3} ?(?:[a-rt-z][a-z]|s[bce-rt-z])"
        r"(?:[ ,/-]{0,2}[1-9]\d{0,4}(?: ?-?[a-z0-9]{1,4})?)?)",
        parts=(
            Part(
                names=(r"(\w+_)?(post_?code|pc)_?(cijfers?|num|numeriek|nr|cijf|4|deel_?1)",),
                beside=(r"(\w+_)?(post_?code|pc)_?(letters?|alfa|lett|2|deel_?2)",),
                cell=r"[1-9]\d{3}",
            ),
            Part(
                names=(r"(\w+_)?(post_?code|pc)_?(letters?|alfa|lett|2|deel_?2)",),
                beside=(r"(\w+_)?(post_?code|pc)_?(cijfers?|num|numeriek|nr|cijf|4|deel_?1)",),
                cell=r"(?i:(?!s[ads])[a-z]{2})",
            ),
        ),
        bare=Bare(is_known=is_no_measure, kind=_letters, kinds=20),
        among_alike=0.5,
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
