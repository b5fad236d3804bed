"""NL_V_NUMBER: vreemdelingennummer, the number of a foreign national.

Issued by the Basisvoorziening Vreemdelingen (BVV) since 22 June 2003, kept by the Justitiële
Informatiedienst; on residence permits and letters of the IND. Ten digits,
at times in groups of three, three and four.

No public check rule.

Known false alarms: any ten digits (telephone and order numbers, driving licences). So a number
counts only with a context word or in a column of that name.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="NL_V_NUMBER",
    patterns=(
        Pattern(
            regex=r"(?<![\w./+-])\d{3}[. -]?\d{3}[. -]?\d{4}(?![\w/-]|\.\d|,\d{1,2}(?!\d))",
            score=0.1,
        ),
    ),
    accept=is_named_nothing_else("NL_V_NUMBER"),
    accept_whole=accept_any,
    context=(
        "v-nummer",
        "v-nummers",
        "v nummer",
        "v_nummer",
        "v.nummer",
        "vnummer",
        "v-nr",
        "vnr",
        "vreemdelingennummer",
        "vreemdelingnummer",
        "vreemdelingen nummer",
        "vreemdelingennr",
        "v-number",
        "v number",
    ),
    column=ColumnRule(
        names=(r"(\w+_)?v_?(nr|nummer|number)", r"(\w+_)?vreemdeling(en)?_?(nr|nummer)"),
        not_names=ABOUT,
        cell=r"\d{9,10}|\d{3}[. -]\d{3}[. -]\d{4}",
    ),
    precedence=12,
    examples=("V-nummer 2812345678", "mijn vreemdelingennummer: 281 234 5678"),
    counterexamples=("pakket 2812345678", "v-nummer 12345", "2812345678"),
)
