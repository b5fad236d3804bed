"""NL_AGB: code of a health care provider.

Issued by Vektis (Algemeen GegevensBeheer), for claims with health insurers. Eight digits, the
first two the kind of provider: `01012345`, `01-012345`. It leads to a
person where the provider is one.

No public check rule.

Known false alarms: any eight digits (dates, KvK numbers). So a code counts only with a context word
or in a column of that name, one that reads as a date only right behind that word, and one that is
called otherwise never; codes of institutions and enterprises are nobody's.
"""

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT, EIGHT_DIGIT_DATE, is_named_nothing_else
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_END = r"(?![\w/-]|\.\d|,\d{1,2}(?!\d))"
RECOGNIZER = Recognizer(
    entity="NL_AGB",
    patterns=(
        Pattern(
            regex=rf"(?<![\w./+-])(?!{EIGHT_DIGIT_DATE})\d{{2}}[ -]?\d{{6}}{_END}",
            score=0.1,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:agb)(?i:[ _-]?(?:code|nummer|nr\.?))?"
            rf"[\s\"':=#(]{{1,4}}(?P<value>{EIGHT_DIGIT_DATE}){_END}",
            score=0.9,
        ),
    ),
    accept=is_named_nothing_else("NL_AGB"),
    accept_whole=accept_any,
    context=(
        "agb",
        "a.g.b.-code",
        "agb-code",
        "agb_code",
        "agbcode",
        "agb code",
        "agb-nummer",
        "agbnummer",
        "agb-register",
    ),
    column=ColumnRule(
        names=(r"(\w+_)?agb(_?(code|nr|nummer))?(_\w+)?",),
        not_names=ABOUT,
        cell=r"\d{7,8}|\d{2}[ -]\d{6}",
    ),
    precedence=10,
    examples=("AGB-code 01012345", "agb: 94-123456"),
    counterexamples=("KvK 01012345", "factuur 94123456", "AGB-code aangevraagd op 20-01-2024"),
)
