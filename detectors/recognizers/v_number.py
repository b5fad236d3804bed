"""NL_V_NUMBER: vreemdelingennummer, the number of a foreign national.

Issued by the Basisvoorziening Vreemdelingen (BVV) since 22 June 2003, kept by the Justitiële
Informatiedienst; on residence permits and letters of the IND. Ten digits.

No public check rule.

Known false alarms: any ten digits (telephone and order numbers, driving licences). So a number
counts only with a context word or in a column of that name.
"""

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="NL_V_NUMBER",
    patterns=(
        Pattern(regex=r"(?<![\w.,/+-])\d{3}[. ]?\d{3}[. ]?\d{4}(?![\w/-]|[.,]\d)", score=0.1),
    ),
    accept=is_not_another_number,
    context=(
        "v-nummer",
        "v nummer",
        "vnummer",
        "v-nr",
        "vreemdelingennummer",
        "vreemdelingnummer",
        "vreemdelingen nummer",
        "v-number",
    ),
    column=ColumnRule(
        names=(r"(\w+_)?v_?(nr|nummer|number)", r"(\w+_)?vreemdeling(en)?_?(nr|nummer)"),
        not_names=ABOUT,
        cell=r"\d{9,10}|\d{3}[. ]\d{3}[. ]\d{4}",
    ),
    precedence=12,
    examples=("V-nummer 2812345678", "mijn vreemdelingennummer: 281 234 5678"),
    counterexamples=("pakket 2812345678", "v-nummer 12345", "2812345678"),
)
