"""NL_ADDRESS: street and house number, with addition.

Named and numbered by municipalities (Basisregistratie Adressen en Gebouwen). Written
`Kerkstraat 12`, `Lange Dreef 3-II`, `1e Dwarsstraat 5 hs`, `Prinsengracht 263 bis`;
a name may end in a year (`Plein 1944 100`). The
span holds street, number and addition; postcode and place are entities of their own.

No check rule. Told by a word that ends as streets do (Dutch, Frisian, `-straße`), by a postcode
right behind it, or by words that announce an address (`adres:`, `woon op`, `verhuisd naar`,
`levering op de boot:`). Endings that other words have too (`-park`, `-horst`, `-wal`) count where
the text speaks of living or delivering; a town and a number (`Tilburg 14`) is none.
A Postbus or Antwoordnummer is nobody's home; what is numbered itself (`Windows 11`, `Loods 4`) is
no street by its announcement alone. In a column, a street without a number counts
too; a column of house numbers (or of what is added to them) counts beside one of streets or
postcodes, with which it points out a home, and never alone.
Known false alarms: a street that is named as a landmark; the organisation's own address,
which conf lists. Known misses: a street without such an ending, in lower case, without a
postcode and without announcement (`meent 14`).
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.at_once import settled
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Part, Pattern, Recognizer
from detectors.vocabulary import is_place

_NO_STREET = (
    r"(?i:onderweg|snelweg|autoweg|spoorweg|terugweg|heenweg|omweg|uitweg|overweg|rijksweg|weg"
    r"|halfweg|schoolplein|gerechtshof|fietspad|voetpad|zebrapad|stappenpad|groeipad|ipad|touchpad|breed|gereed"
    r"|koffiepad|senseopad|gangpad|looppad|rijpad|ruiterpad|klikpad|wasstraat|teststraat|spuitstraat|verfstraat"
    r"|vaccinatiestraat|productiestraat|inpakstraat|sorteerstraat|montagestraat|verpakkingsstraat"
    r"|oversteeg|overdreef|straat)"
)
_NOT_FIRST = (
    r"(?:Adres|Bezorgadres|Woonadres|Factuuradres|Afleveradres|Straat|Mijn|Ons|Onze|Ik|Wij|We"
    r"|Op|In|Aan|Naar|Graag|Bezorgen|Afleveren|Leveren|Stuur|Sturen|Verhuisd|Klant|Woont"
    r"|Woon|Locatie|Bij|Uit|En|Is|Nu|Pakket|Let|Postbus|Antwoordnummer|Order|Bestelling|Postcode"
    r"|Bezorgd|Geleverd|Afgeleverd|Afgegeven|Gebracht|Opgehaald|Ophalen|Breng|Brengen|Levering"
    r"|Bezorging|Verhuizen|Verhuist|Wonen|Wonend|Woonachtig|Gevestigd|Sinds|Vanaf|Ze|Zij|Hij"
    r"|Model|Type|Serie|Collectie|Artikel|Kleur|Melange|Blend)"
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
    "leane",
    "buorren",
    "paad",
    "gaarde",
    "straße",
    "strasse",
]
_LATER_ENDINGS = ["park", "markt", "wal", "haven", "wei", "erf", "brink", "veld", "werf"]
_ENDINGS_IN_COMPOUNDS = [
    *("velden", "burg", "donk", "borg", "veste", "hage", "meent", "heide", "bos", "beek", "ring"),
    *("zoom", "schans", "oever", "kwartier", "passage", "berg", "stee", "laar", "gaard", "warande"),
    *("streek", "hiem", "hôf", "stege", "feart", "wyk", "finne", "mieden", "terp", "singels"),
    *("einde", "eind", "buurt", "kamp", "akker", "hoek", "dam", "zijde", "vaart", "wijk", "oord"),
    *("baan", "poort", "brug", "sluis", "weide", "tuin", "kolk", "horst"),
]


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


_ENDING = _any_of(STREET_ENDINGS + [word.upper() for word in STREET_ENDINGS if "ß" not in word])
_OWN_WORD = _any_of([word.capitalize() for word in STREET_ENDINGS + _LATER_ENDINGS])
_START = r"(?<![\w.@/'-])"
_FIRST = rf"(?!{_NOT_FIRST}(?!\w))(?:[A-ZÀ-Ý][\w.'’-]{{0,24}}|\d{{1,2}}e|'[st]) "
_MORE = r"(?:(?:[A-ZÀ-Ý][\w.'’-]{0,24}|van|der|den|de|het|ter|ten|te|op|aan|la|'t) ){0,3}"
_SIDE = (
    r"(?:[ -](?:Noord|Oost|Zuid|West|Noordzijde|Oostzijde|Zuidzijde|Westzijde|[NOZW]Z|Links"
    r"|Rechts))?"
)
_NUMBER = (
    r",? (?:nr\.? ?|no\.? ?|nummer |huisnummer |huisnr\.? ?|t/o |t\.o\. )?"
    r"(?![1-9]\d{3} ?[A-Z]{2}(?!\w))[1-9]\d{0,4}"
    r"(?:(?:,? \d{1,2} ?hoog|[ -]?\d{0,2}[ -]?hoog| bus \d{1,3}| sous"
    r"|,? (?:unit|toev\.?|toevoeging|app\.?|apt\.?|appartement|studio) ?"
    r"(?:[A-Z]|[A-Z]?\d{1,4}[A-Za-z]?)"
    r"|[ -][A-Z]\d{1,2}"
    r"|[ -]?(?:bis(?: ?[A-Z])?|hs|huis|boven|beneden|rood|rd|zwart|zw|I{1,3}|IV)"
    r"|-?[A-Za-z]| [A-Za-h]"
    r"|[-/]\d{1,4}[A-Za-z]?)(?![\w'’-]))?"
    r"(?!\w|[.,:]\d|[-/]\w|%"
    r"| ?(?:km|meter|minuten|min|uur|dagen|weken|keer|stuks|euro|graden|kg|kilo|gram|liter|jaar"
    r"|personen|sterren|zakken|dozen|pallets|(?:jan|febr)uari|maart|april|mei|ju[nl]i|augustus"
    r"|(?:septem|novem|decem|okto)ber)(?!\w))"
)
_WORD = rf"(?!{_NO_STREET}(?!\w))[^\W\d_][\w.'’-]{{0,30}}?"
_NUMBERED = (
    r"(?i:windows|ubuntu|debian|office|android|ios|macos|chrome|firefox|edge|safari|python|java|php"
    r"|server|host|node|port|vlan|versie|version|hal|loods|magazijn|stelling|schap|vak|rek|dock"
    r"|deur|kamer|lokaal|zaal|unit|box|kluis|locker|tafel|stand|zone|sector|regio|perron|gate"
    r"|filiaal|winkel|vestiging|balie|kassa|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag|kerst|pasen|terminal|halte|lijn|route|rit|afrit|knooppunt|etage|verdieping|niveau|level|fase|stap"
    r"|pagina|regel|kolom|hoofdstuk|artikel|bijlage|batch|lot|ticket|week|dag|januari|februari"
    r"|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
"""What is numbered itself: versions of programs, parts of a building, pages and months."""
_CAPITALISED = rf"(?:{_FIRST}{_MORE})?(?:'s-)?(?!{_NOT_FIRST}(?!\w))[A-ZÀ-Ý][\w.'’-]{{2,30}}"

_BOX = re.compile(r"postbus|antwoordnummer|antw(?:oord|\.)? ?nr", re.IGNORECASE)


_OF_A_TOWN = r"(?:burg|borg|berg|velde?n?|oord|horst|donk|dam|wijk|haven|heide|beek|laar)"
_TO_A_NUMBER = r",? (?:nr|no|nummer)?\.? ?\d"
_TOWN = re.compile(rf"[^\W\d_][^\d,]*?{_OF_A_TOWN}(?={_TO_A_NUMBER})")
_PRODUCT = re.compile(
    r"(?<!\w)(?:model|type|serie|collectie|artikel|kleur|melange|blend)[ :]{1,2}$", re.IGNORECASE
)
_POSTCODE_BEHIND = re.compile(r"[ ,;/|\n]{1,3}[1-9]\d{3} ?[A-Z]{2}(?!\w)")


def is_a_home(text: str, start: int, end: int) -> bool:
    """Whether the span is no Postbus or Antwoordnummer, and no town with a number (`Tilburg 14`).

    Some streets are called as a town is: those count with a postcode behind.
    """
    if _BOX.search(text, start, end) is not None or _PRODUCT.search(
        text[max(0, start - 16) : start]
    ):
        return False
    street = _TOWN.match(text, start, end)
    return (
        street is None or not is_place(street[0]) or _POSTCODE_BEHIND.match(text, end) is not None
    )


def are_homes(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_a_home` of whole values; shape (n,) to (n,)."""
    return settled(
        values,
        ~matching(values, f"(?i:{_BOX.pattern})"),
        matching(values, _OF_A_TOWN + _TO_A_NUMBER),
        is_a_home,
    )


_BESIDE_A_NUMBER = (
    r"(\w+_)?(post_?code|postal_?code|zip(_?code)?|straat(_?naam)?|street(_?name)?)(_\w+)?",
)

RECOGNIZER = Recognizer(
    entity="NL_ADDRESS",
    patterns=(
        Pattern(
            regex=_START + rf"(?:{_FIRST}{_MORE})?(?:'s-)?{_WORD}{_ENDING}{_SIDE}{_NUMBER}",
            score=0.7,
        ),
        Pattern(
            regex=_START
            + r"(?:Laan|Weg|Plein|Straat|Steenweg|Dijk|Kade|Park|Boulevard|Gracht|Hof|Pad)"
            r"(?: (?:van|der|den|de|het|op|naar|aan|te|ter|tot|'t)){1,2} [A-ZÀ-Ý][\w.'’-]{1,24}"
            r"(?: [A-ZÀ-Ý][\w.'’-]{1,24})?" + _NUMBER,
            score=0.7,
        ),
        Pattern(
            regex=_START
            + r"(?:Achter|Onder|Tussen|Buiten|Beneden|Boven) (?:de|het|den|'t) "
            + rf"[A-ZÀ-Ý][\w'’-]{{2,24}}{_NUMBER}",
            score=0.6,
        ),
        Pattern(
            regex=_START
            + r"(?:Rue|Avenue|Chaussée|Quai|Allée|Impasse)(?: (?:de|du|des|la|le|les)){0,2}"
            + rf"(?: [A-ZÀ-Ý][\w'’-]{{1,24}}){{1,3}}{_NUMBER}",
            score=0.6,
        ),
        Pattern(
            regex=_START
            + r"(?:(?:Noord|Zuid|Oost|West|Kerk|Molen|Dorps)(?:einde?|zijde|buurt|wal|haven|kanaal)"
            r"|[A-Z][a-zéôûâê]{2,20}(?:wei|buorren)|'s-[A-Z][a-z]{3,20}(?:wal|veld|park|erf))"
            + _NUMBER,
            score=0.6,
        ),
        Pattern(regex=_START + rf"{_FIRST}{_MORE}{_OWN_WORD}{_NUMBER}", score=0.6),
        Pattern(
            regex=_START + rf"(?:[A-ZÀ-Ý][\w.'’-]{{1,30}}?"
            rf"{_any_of(_LATER_ENDINGS + _ENDINGS_IN_COMPOUNDS)}|{_OWN_WORD}){_NUMBER}",
            score=0.4,
        ),
        Pattern(
            regex=_START + rf"(?:Plein|Laan|Straat) 1[6-9]\d\d(?:-(?:1[6-9])?\d\d)?{_NUMBER}",
            score=0.7,
        ),
        Pattern(
            regex=_START + rf"(?P<value>{_CAPITALISED}{_NUMBER})(?: ?[\t\n,;|/]{{1,2}} ?|[ ])"
            r"(?:[\w.]{1,20}[=:][ ]?)?[1-9]\d{3} ?[A-Z]{2}(?!\w)",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?<![PpCc]-)(?i:(?!(?:mail|web|ip|mac|internet)adres)"
            r"\w{0,10}adres(?: is| wordt)?(?: ?: ?| )"
            r"|(?:woon(?:t|achtig)?|wonen|zitten)(?: [a-z]{2,14}){0,2} (?:op|aan) (?-i:de |het )?"
            r"|woon(?:t|achtig)? (?:in (?:de|het) )?"
            r"|(?:verhuis(?:t|d|de)?|verhuizen)(?: [a-z]{2,14}){0,2} naar (?-i:de |het )?"
            r"|(?:bezorg(?:en|d|t)?|afgeleverd?|afleveren|lever(?:en|t)?|ophalen|opgehaald)"
            r"(?: [a-z]{2,14}){0,2} (?:op|aan) (?-i:de |het )?"
            r"|(?:street|address|addr|straat|str|adres)(?:_?line)?_?\d?[\"']? ?[=:] ?[\"']?"
            r"|(?<![a-z])line_?1[\"']? ?[=:] ?[\"']?)"
            rf"(?P<value>(?!{_NUMBERED}(?!\w)){_CAPITALISED}{_NUMBER})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:levering|bezorging|bezorgd|bezorgen|afgegeven|afgeleverd|gebracht"
            r"|ophalen|buren|buurman|buurvrouw|verhuis\w{0,10})(?!\w)[^\n:.\d]{0,24}: "
            rf"(?P<value>(?!{_NUMBERED}(?!\w)){_CAPITALISED}{_NUMBER})",
            score=0.7,
        ),
        Pattern(
            regex=_START + rf"(?!{_NUMBERED}(?!\w)){_CAPITALISED}{_NUMBER}"
            r"(?= (?:is|wordt|werd) (?:nu )?(?:(?:het|mijn|ons|haar|zijn|hun|een) )?"
            r"(?:nieuwe? |juiste |goede |oude? )?(?!(?:ip|mail|web|mac))\w{0,10}adres(?!\w))",
            score=0.8,
        ),
        Pattern(regex=_START + rf"It [A-ZÀ-Ý][\wû’'-]{{2,24}}{_NUMBER}", score=0.3),
    ),
    accept=is_a_home,
    accept_whole=are_homes,
    context=(
        "adres*",
        "bezorgadres",
        "woonadres",
        "afleveradres",
        "ophaaladres",
        "factuuradres",
        "woon",
        "woont",
        "wonen",
        "woonachtig",
        "bewoner*",
        "verhuis*",
        "verhuizing",
        "verhuizen",
        "bezorg*",
        "afgegeven",
        "afgeleverd",
        "afleveren",
        "geleverd",
        "levering*",
        "leveren",
        "pakket*",
        "koerier",
        "chauffeur",
        "buren",
        "buurman",
        "buurvrouw",
        "aanbellen",
        "aangebeld",
        "voordeur",
        "huisnummer",
    ),
    column=ColumnRule(
        names=(
            r"\w*adres(_?(regel|lijn))?(_?\d)?",
            r"\w*straat(_?naam)?(_?(en_)?(huis)?(nr|nummer))?",
            r"(\w+_)?(address|addr|street)(_(line|name|full|street))?(_?\d)?",
            r"(\w+_)?(adres|address|straat|street)_(klant|customer|bezorging|levering|factuur|prive)",
        ),
        not_names=(
            *ABOUT,
            r"\w*(adres_?regel|address_?line|adres|address)_?[23]",
            r"(\w+_)?(ip|ipv4|ipv6|mac|bt|bluetooth|wifi|hw|hardware|e?_?mail|web|url|host|server|site|memory|mem|wallet)_?"
            r"(adres|address|addr)\w*",
            r"\w*(mail|web|ip|mac|internet|site)adres\w*",
        ),
        cell=r"(?!\d{1,3}(?:\.\d{1,3}){3}|0x|(?:[0-9A-Fa-f]{2}[:-]){5})(?!.*(?:@|://))(?=.*[^\W\d_]{2}).{3,120}",
        parts=(
            Part(
                names=(
                    r"(\w+_)?(huis|house)_?(nr|no|nummer|number)",
                    r"(\w+_)?(adres|address|straat|street)_?(nr|nummer|number)",
                ),
                beside=_BESIDE_A_NUMBER,
                cell=r"[1-9]\d{0,4}(?: ?-? ?(?:[A-Za-z]{1,4}|\d{1,3}[A-Za-z]?))?",
            ),
            Part(
                names=(
                    r"(\w+_)?((huis|house)_?(nr|no|nummer|number)_?)(toevoeging|toev|suffix|add"
                    r"|letter|addition|bis)",
                    r"(\w+_)?(toevoeging|huis_?letter|house_?letter)",
                ),
                beside=_BESIDE_A_NUMBER,
                cell=r"-?[A-Za-z0-9]{1,5}(?:[ -][A-Za-z0-9]{1,4})?",
            ),
        ),
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
        "adres: Windows 11",
    ),
)
