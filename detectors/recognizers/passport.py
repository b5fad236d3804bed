"""NL_PASSPORT: number of a Dutch passport, identity card or residence document.

Issued by municipalities and the Rijksdienst voor Identiteitsgegevens (Paspoortwet; passports,
identity cards) and the IND (residence documents). Nine characters: two letters, six letters or
digits, a digit; never the letter O, and since December 2019 no 0. A residence document since
October 2019: `V` and eight letters or digits without O and 0. Also in a machine readable zone
(ICAO Doc 9303: `P<NLD...`, `I<NLD...`).

No check rule is published for the number itself.

Known false alarms: article codes of nine characters. So a number counts only with a context word,
in capitals or not, and with two digits at least; with its last digit alone only soon behind the
document's name, in capitals, and with the first letter of a passport or identity card; a machine
readable zone by itself.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, is_not_another_number, is_of_a_customer
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NUMBER = r"(?i:[a-np-z]{2}[a-np-z0-9]{6}\d|v[a-np-z1-9]{8})"
_TWO_DIGITS = r"(?=[A-Za-z]{1,7}\d[A-Za-z]{0,6}\d)"


def is_no_other_number(text: str, start: int, end: int) -> bool:
    """Whether no label calls the span something else; a customer before it owns it."""
    return is_not_another_number(text, start, end) or is_of_a_customer(text, start)


RECOGNIZER = Recognizer(
    entity="NL_PASSPORT",
    patterns=(
        Pattern(regex=rf"(?<![\w./-]){_TWO_DIGITS}{_NUMBER}(?![\w/-]|\.\w)", score=0.1),
        Pattern(
            regex=r"(?<![^\W_])(?i:paspoort|passport|identiteitskaart"
            r"|id[ _-]?(?:kaart|bewijs|card))"
            r"[^\d\n]{0,30}(?<![^\s\"':=#(])"
            r"(?P<value>(?=[A-Z]{8}\d)[IN][A-NP-Z]{7}\d)(?![\w/-]|\.\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w.])ID(?: ?[:=] ?| )(?P<value>{_TWO_DIGITS}I[A-NP-Z][A-NP-Z0-9]{{6}}\d)"
            r"(?![\w/-]|\.\w)",
            score=0.6,
        ),
        Pattern(regex=r"(?<![\w<])P[A-Z<]NLD[A-Z<]{39}(?![\w<])", score=0.9),
        Pattern(
            regex=r"(?<![\w<])(?P<value>[A-Z0-9]{9})\dNLD\d{7}[MFX<]\d{7}[A-Z0-9<]{16}(?![\w<])",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![\w<])I[A-Z<]NLD(?P<value>[A-Z0-9]{9})\d[A-Z0-9<]{15}(?![\w<])", score=0.9
        ),
    ),
    accept=is_no_other_number,
    accept_whole=accept_any,
    context=(
        "paspoort",
        "paspoorten",
        "pasp",
        "pspt",
        "pp",
        "id scan",
        "issuer",
        "paspoort nr",
        "paspoort nummer",
        "paspoort nummers",
        "paspoortgegevens",
        "passport",
        "passport no",
        "passport number",
        "passports",
        "identiteitskaart",
        "identiteitskaartnummer",
        "identiteitsbewijs",
        "id kaart",
        "id kaart nr",
        "id kaartnummer",
        "rijksidentiteitskaart",
        "id card*",
        "identity card",
        "identity document",
        "id bewijs",
        "id controle",
        "id check",
        "id krt",
        "id verificatie",
        "id verification",
        "legit",
        "legi",
        "id nummer",
        "id document",
        "nationale id",
        "national id",
        "document no",
        "kopie id",
        "kopie van id",
        "legitimatie",
        "legitimatiebewijs",
        "legitimatienummer",
        "reisepass",
        "vreemdelingenpaspoort",
        "reisdocument",
        "travel document",
        "verblijfsdocument",
        "verblijfsvergunning",
        "document nummer",
        "document nr",
        "document number",
        "doc nr",
    ),
    column=ColumnRule(
        names=(
            r"\w*(paspoort|passport)(_?(nr|nummer|number|no))?(_\w+)?",
            r"\w*(identiteitskaart|identiteitsbewijs|legitimatie|legitimatiebewijs|id_kaart"
            r"|id_bewijs|id_card|verblijfsdocument|reisdocument)(_?(nr|nummer|number|no))?",
            r"(\w+_)?(id_)?doc(ument)?_?(nr|nummer|number|no)",
        ),
        not_names=ABOUT,
        cell=_NUMBER,
    ),
    precedence=10,
    examples=(
        "paspoort NX1R2B3C4",
        "mijn id-kaart heeft nummer IT1234567",
        "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<",
    ),
    counterexamples=(
        "artikel NX1R2B3C4",
        "paspoort verlopen in november2023",
        "paspoort NO1R2B3C4",
        "legitimatie VERSTUURD",
    ),
)
