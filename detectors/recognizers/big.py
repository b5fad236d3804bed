"""NL_BIG: number in the register of health professionals.

Issued by the CIBG for the minister of health (Wet op de beroepen in de individuele
gezondheidszorg). Eleven digits, the last two of the profession; it leads to a person by name.

No public check rule.

Known false alarms: any eleven digits (telephone numbers with country code, among others). So a
number counts only with a context word or in a column of that name; the English word big is none.
"""

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_END = r"(?![\w/-]|[.,]\d)"

RECOGNIZER = Recognizer(
    entity="NL_BIG",
    patterns=(
        Pattern(regex=rf"(?<!\w)BIG\s?[:=]?\s?(?P<value>\d{{11}}){_END}", score=0.9),
        Pattern(regex=rf"(?<![\w.,/+-])\d{{11}}{_END}", score=0.1),
    ),
    accept=is_not_another_number,
    context=(
        "big-nummer",
        "big-nr",
        "bignummer",
        "bignr",
        "big nummer",
        "big-registratie",
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
