"""NL_ADDRESS: street and house number, with addition.

Named and numbered by municipalities (Basisregistratie Adressen en Gebouwen). Written
`Kerkstraat 12`, `Lange Dreef 3-II`, `1e Dwarsstraat 5 hs`, `Prinsengracht 263 bis`;
a name may end in a year (`Plein 1944 100`). The
span holds street, number and addition; postcode and place are entities of their own.

No check rule. Told by a word that ends as streets do (Dutch, Frisian, `-straße`), by a postcode
right behind it, or by words that announce an address (`adres:`, `woon op`).
A Postbus or Antwoordnummer is nobody's home. In a column, a street without a number counts
too; a column of house numbers alone does not.
Known false alarms: a street that is named as a landmark; the organisation's own address,
which conf lists. Known misses: a street without such an ending, in lower case, without a
postcode and without announcement (`meent 14`).
"""

import re

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NO_STREET = (
    r"(?i:onderweg|snelweg|autoweg|spoorweg|terugweg|heenweg|omweg|uitweg|overweg|rijksweg|weg"
    r"|halfweg|schoolplein|gerechtshof|fietspad|voetpad|zebrapad|stappenpad|groeipad|ipad|touchpad|breed|gereed"
    r"|oversteeg|overdreef|straat)"
)
_NOT_FIRST = (
    r"(?:Adres|Bezorgadres|Woonadres|Factuuradres|Afleveradres|Straat|Mijn|Ons|Onze|Ik|Wij|We"
    r"|Op|In|Aan|Naar|Graag|Bezorgen|Afleveren|Leveren|Stuur|Sturen|Verhuisd|Klant|Woont"
    r"|Woon|Locatie|Bij|Uit|En|Is|Nu|Pakket|Let|Postbus|Antwoordnummer|Order|Bestelling|Postcode)"
)
STREET_ENDINGS = [
    "straat",
    "straatje",
    "str",
    "str.",
    "laan",
    "laantje",
    "weg",
    "weggetje",
    "gracht",
    "plein",
    "kade",
    "singel",
    "hof",
    "hofje",
    "dijk",
    "steeg",
    "pad",
    "dreef",
    "plantsoen",
    "boulevard",
    "strjitte",
    "loane",
    "dyk",
    "reed",
    "straße",
    "strasse",
]
_LATER_ENDINGS = ["park", "markt", "wal", "haven", "wei", "erf", "brink", "veld", "werf"]


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


_ENDING = _any_of(STREET_ENDINGS)
_OWN_WORD = _any_of([word.capitalize() for word in STREET_ENDINGS + _LATER_ENDINGS])
_START = r"(?<![\w.@/'-])"
_FIRST = rf"(?!{_NOT_FIRST}(?!\w))(?:[A-ZÀ-Ý][\w.'’-]{{0,24}}|\d{{1,2}}e|'[st]) "
_MORE = r"(?:(?:[A-ZÀ-Ý][\w.'’-]{0,24}|van|der|den|de|het|ter|ten|te|op|aan|la|'t) ){0,3}"
_NUMBER = (
    r",? (?:nr\.? ?|no\.? ?|nummer |huisnummer |huisnr\.? ?)?"
    r"(?![1-9]\d{3} ?[A-Z]{2}(?!\w))[1-9]\d{0,4}"
    r"(?:(?:[ -]?(?:bis(?: ?[A-Z])?|hs|huis|boven|beneden|rood|rd|zwart|zw|I{1,3}|IV)"
    r"|-?[A-Za-z]| [A-Za-h]"
    r"|[-/]\d{1,4}[A-Za-z]?)(?![\w'’-]))?"
    r"(?!\w|[.,:]\d|[-/]\w|%"
    r"| ?(?:km|meter|minuten|min|uur|dagen|weken|keer|stuks|euro|graden)(?!\w))"
)
_WORD = rf"(?!{_NO_STREET}(?!\w))[^\W\d_][\w.'’-]{{0,30}}?"
_CAPITALISED = rf"(?:{_FIRST}{_MORE})?(?:'s-)?(?!{_NOT_FIRST}(?!\w))[A-ZÀ-Ý][\w.'’-]{{2,30}}"

_BOX = re.compile(r"postbus|antwoordnummer|antw(?:oord|\.)? ?nr", re.IGNORECASE)


def is_a_home(text: str, start: int, end: int) -> bool:
    """Whether the span is not a Postbus or Antwoordnummer."""
    return _BOX.search(text, start, end) is None


RECOGNIZER = Recognizer(
    entity="NL_ADDRESS",
    patterns=(
        Pattern(regex=_START + rf"(?:{_FIRST}{_MORE})?{_WORD}{_ENDING}{_NUMBER}", score=0.7),
        Pattern(regex=_START + rf"{_FIRST}{_MORE}{_OWN_WORD}{_NUMBER}", score=0.6),
        Pattern(
            regex=_START + rf"(?:[A-ZÀ-Ý][\w.'’-]{{1,30}}?{_any_of(_LATER_ENDINGS)}|{_OWN_WORD})"
            rf"{_NUMBER}",
            score=0.4,
        ),
        Pattern(regex=_START + rf"(?:Plein|Laan|Straat) 1[6-9]\d\d{_NUMBER}", score=0.7),
        Pattern(
            regex=_START + rf"(?P<value>{_CAPITALISED}{_NUMBER})[\s,]{{1,3}}"
            r"[1-9]\d{3} ?[A-Z]{2}(?!\w)",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?<![PpCc]-)(?i:(?!(?:mail|web|ip|mac|internet)adres)"
            r"\w{0,10}adres(?: is| wordt)?(?: ?: ?| )"
            r"|(?:woon(?:t|achtig)?|wonen)(?: [a-z]{2,14}){0,2} (?:op|aan) (?:de |het )?)"
            rf"(?P<value>{_CAPITALISED}{_NUMBER})",
            score=0.8,
        ),
    ),
    accept=is_a_home,
    context=("adres", "bezorgadres", "woonadres", "afleveradres", "woon", "woont", "wonen"),
    column=ColumnRule(
        names=(
            r"\w*adres(_?(regel|lijn))?(_?\d)?",
            r"\w*straat(_?naam)?(_?(en_)?(huis)?(nr|nummer))?",
            r"(\w+_)?(address|addr|street)(_(line|name|full|street))?(_?\d)?",
            r"(\w+_)?(adres|address|straat|street)_(klant|customer|bezorging|levering|factuur|prive)",
        ),
        not_names=(
            *ABOUT,
            r"(\w+_)?(ip|ipv4|ipv6|mac|e?_?mail|web|url|host|server|site|memory|mem|wallet)_?"
            r"(adres|address|addr)\w*",
            r"\w*(mail|web|ip|mac|internet|site)adres\w*",
        ),
        cell=r"(?!\d{1,3}(?:\.\d{1,3}){3})(?!.*(?:@|://))(?=.*[^\W\d_]{2}).{3,120}",
    ),
    precedence=5,
    examples=(
        "Ik woon op Kerkstraat 12-2",
        "Prinsengracht 263 bis, Amsterdam",
        "Loswal 8A, 9206 AH",
        "It adres is De Buorren 14",
    ),
    counterexamples=(
        "Postbus 1234, 8901 BC Leeuwarden",
        "Het pakket is onderweg 12 uur later",
        "De supermarkt 24 uur open",
        "om de straat 5 keer te vegen",
    ),
)
