"""NL_DRIVING_LICENCE: number of a Dutch driving licence.

Issued by the Dienst Wegverkeer (RDW) through the municipalities (Wegenverkeerswet 1994).
Ten digits on the document (field 5).

No public check rule.

Known false alarms: any ten digits (telephone and order numbers, V-numbers). So a number counts
only with a context word or in a column of that name.
"""

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="NL_DRIVING_LICENCE",
    patterns=(Pattern(regex=r"(?<![\w.,/+-])\d{10}(?![\w/-]|[.,]\d)", score=0.1),),
    accept=is_not_another_number,
    context=(
        "rijbewijs",
        "rijbewijsnummer",
        "rijbewijsnr",
        "rijbewijs-nummer",
        "driving licence",
        "driver's license",
        "driving_licence",
    ),
    column=ColumnRule(
        names=(
            r"\w*rijbewijs(_?(nr|nummer|num))?(_\w+)?",
            r"(\w+_)?(driving|drivers?|driver_s)_?licen[cs]e(_?(nr|number|no))?",
        ),
        not_names=(*ABOUT, r"\w*rijbewijs_?(categorie|b|a|c|be|ja|nee)\w*"),
        cell=r"\d{9,10}",
    ),
    precedence=12,
    examples=("rijbewijsnummer 5123456789", "rijbewijs: 3210987654"),
    counterexamples=("ordernummer 5123456789", "rijbewijs sinds 2004", "5123456789"),
)
