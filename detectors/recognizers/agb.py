"""NL_AGB: code of a health care provider.

Issued by Vektis (Algemeen GegevensBeheer), for claims with health insurers. Eight digits, the
first two the kind of provider: `01012345`, `01-012345`. It leads to a
person where the provider is one.

No public check rule.

Known false alarms: any eight digits (dates, KvK numbers). So a code counts only with a context word
or in a column of that name; codes of institutions and enterprises are nobody's.
"""

from detectors.lookalikes import ABOUT, is_not_another_number
from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="NL_AGB",
    patterns=(Pattern(regex=r"(?<![\w.,/+-])\d{2}[ -]?\d{6}(?![\w/-]|[.,]\d)", score=0.1),),
    accept=is_not_another_number,
    context=("agb", "agb-code", "agbcode", "agb code", "agb-nummer", "agb-register"),
    column=ColumnRule(
        names=(r"(\w+_)?agb(_?(code|nr|nummer))?(_\w+)?",),
        not_names=ABOUT,
        cell=r"\d{7,8}|\d{2}[ -]\d{6}",
    ),
    precedence=10,
    examples=("AGB-code 01012345", "agb: 94-123456"),
    counterexamples=("KvK 01012345", "factuur 94123456", "AGB-code aangevraagd op 20-01-2024"),
)
