"""NL_DRIVING_LICENCE: number of a Dutch driving licence.

Issued by the Dienst Wegverkeer (RDW) through the municipalities (Wegenverkeerswet 1994).
Ten digits on the document (field 5).

No public check rule.

Known false alarms: any ten digits (telephone and order numbers, V-numbers). So a number counts
only with a context word or in a column of that name; one that starts with 0 reads as a telephone
number, and counts only right behind the word.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_END = r"(?![\w/-]|\.\d|,\d{1,2}(?!\d))"

RECOGNIZER = Recognizer(
    entity="NL_DRIVING_LICENCE",
    patterns=(
        Pattern(regex=rf"(?<![\w./+-])(?!0)\d{{10}}{_END}", score=0.1),
        Pattern(
            regex=rf"(?<![\w./+-])(?<!\d )(?!0)\d{{4}} \d{{3}} \d{{3}}(?! ?\d){_END}", score=0.1
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:rijbewijs)(?i:[ _-]?(?:nummer|nr\.?|no\.?))?"
            rf"[\s\"':=#(]{{1,4}}(?P<value>0\d{{9}}){_END}",
            score=0.9,
        ),
    ),
    accept=is_named_nothing_else("NL_DRIVING_LICENCE"),
    accept_whole=accept_any,
    context=(
        "rijbewijs",
        "rijbewijsnummer",
        "rijbewijsnr",
        "rijbewijs-nummer",
        "rijbewijs_nummer",
        "rijbewijs_nr",
        "rijbewijsnummers",
        "rijbewijzen",
        "rijbew",
        "rijb",
        "rybewiis",
        "rbw",
        "driving permit",
        "driverslicen*",
        "rij bewijs",
        "driving licen*",
        "driver licen*",
        "drivers licen*",
        "driver's licen*",
        "führerschein",
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
