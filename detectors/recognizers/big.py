"""NL_BIG: number in the register of health professionals.

Issued by the CIBG for the minister of health (Wet op de beroepen in de individuele
gezondheidszorg). Eleven digits, the last two of the profession; it leads to a person by name.

No public check rule.

Known false alarms: any eleven digits (telephone numbers with country code, among others). So a
number counts only with a context word or in a column of that name. The English word big is none:
`BIG` alone is the register only in capitals right before the number, or as a field (`big=`).
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_END = r"(?![\w/-]|\.\d|,\d{1,2}(?!\d))"

RECOGNIZER = Recognizer(
    entity="NL_BIG",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?:BIG\s?[:=]?|(?i:big)[:=])\s?[#\"']?(?P<value>\d{{11}}){_END}",
            score=0.9,
        ),
        Pattern(regex=rf"(?<![\w./+-])\d{{11}}{_END}", score=0.1),
    ),
    accept=is_named_nothing_else("NL_BIG"),
    accept_whole=accept_any,
    context=(
        "big-nummer",
        "big-nummers",
        "big_nummer",
        "big-nr",
        "big nr",
        "big_nr",
        "big-code",
        "big number",
        "big reg.nr",
        "b.i.g.-nummer",
        "bignummer",
        "bignr",
        "big nummer",
        "big-registratie",
        "big registratie",
        "big-registratienummer",
        "big-register",
        "big-geregistreerd",
    ),
    column=ColumnRule(
        names=(r"(\w+_)?big(_?(nr|nummer|code|registratie|registratienummer))?",),
        not_names=ABOUT,
        cell=r"\d{11}",
    ),
    precedence=10,
    examples=("BIG 49012345601", "BIG-nummer: 19012345602"),
    counterexamples=("Big 49012345601 sale", "big-nummer onbekend", "tel 31612345678"),
)
