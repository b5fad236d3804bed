"""NL_KVK: number in the trade register.

Issued by the Kamer van Koophandel (Handelsregisterwet 2007, article 9): eight digits; an
establishment (vestiging) has twelve. It leads to a person where the enterprise is a sole
trader's.

No public check rule.

Known false alarms: any eight digits, dates (`20240115`) and AGB codes among them. So a number
counts only with a context word, one that reads as a date only right behind that word, and one
that is called an order number never. `12.34.56.78` is written like an IP address, so right behind
the word a KvK number goes before one. A path of the register's API tells one too
(`/basisprofielen/12345679`). The organisation's own number is for conf to list.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, EIGHT_DIGIT_DATE, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_BEGIN = r"(?<![\w./+-])"
_END = r"(?![\w/-]|\.\d|,\d{1,2}(?!\d))"

RECOGNIZER = Recognizer(
    entity="NL_KVK",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:kvk|k\.v\.k\.?|handelsregister|koophandel|chamber of commerce"
            r"|coc)"
            r"(?i:[ _-]?(?:nummer|nr\.?|no\.?|number|registratie))?[\s\"':=#(>]{0,6}"
            rf"(?P<value>\d{{8}}|\d{{4}} \d{{4}}|\d\d(?:[ .]\d\d){{3}}){_END}",
            score=0.9,
        ),
        Pattern(regex=rf"{_BEGIN}(?!{EIGHT_DIGIT_DATE}(?!\d))\d{{8}}{_END}", score=0.1),
        Pattern(
            regex=r"/(?:basisprofielen|naamgevingen(?:/kvknummer)?)/(?P<value>\d{8})(?![\w-])",
            score=0.9,
        ),
        Pattern(
            regex=r"(?i:vestigings?[ -]?(?:nummer|nr\.?)?)[\s\"':=#(]{0,4}"
            rf"(?P<value>0000\d{{8}}){_END}",
            score=0.9,
        ),
    ),
    accept=is_named_nothing_else("NL_KVK"),
    accept_whole=accept_any,
    context=(
        "kvk",
        "kvk-nummer",
        "kvk-nr",
        "kvknr",
        "kvknummer",
        "k.v.k.",
        "kamer van koophandel",
        "kvk_nr",
        "kvk_nummer",
        "chamber of commerce",
        "handelskammer",
        "handelsregister",
        "handelsregisternr",
        "handelsregisternummer",
    ),
    column=ColumnRule(
        names=(
            r"\w*kvk(_?(nr|nummer|number|no))?(_\w+)?",
            r"(\w+_)?(handelsregister|kamer_van_koophandel|chamber_of_commerce|coc)"
            r"(_?(nr|nummer|number|no))?",
        ),
        not_names=ABOUT,
        cell=r"\d{7,8}|\d{4} \d{4}|\d\d(?:[ .]\d\d){3}|0000\d{8}",
    ),
    precedence=22,
    examples=(
        "KvK: 12345678",
        "ingeschreven bij de Kamer van Koophandel te Utrecht onder 30123456",
        "kvk-nummer 20150312",
    ),
    counterexamples=(
        "factuurnummer 12345678",
        "uittreksel KvK van de 20240115",
        "20150312",
        "KvK EAN 8712345678901",
    ),
)
