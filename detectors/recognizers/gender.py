"""GENDER: the gender of a person, or a form of address that tells it.

In running text only behind a label (`geslacht:`, `aanhef:`), or where somebody says what they
are beside man and woman, or how to address them: `man` and `vrouw` in running text are ordinary
words. A form of address (`dhr.`, `mevr.`, `Ms.`) tells the gender in its own field, an academic
title does not. As a column the bare `title` or `titel` names books as often and counts only
beside a name.

Check rule: membership of the closed set, or of the codes of ISO/IEC 5218 (1 and 2). Known false
alarms: sizes and yes/no flags coded `m` and `f` in a column that happens to be called `sex`.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import are_told

_GENDER = (
    r"(?:mannelijk|vrouwelijk|man|vrouw|jongen|meisje|male|female|non-?binair|non-?binary"
    r"|genderneutraal"
    r"|anders|other|[mvxf])"
)
_ADDRESS = r"(?:de heer|dhr\.?|meneer|heer|mevrouw|mevr\.?|mw\.?|mej\.?|mr\.|mrs\.|ms\.?|miss)"
_SIGN = r"(?:[\"']?\s?(?:[:=>]|is)\s?[\"']?|[;\t])"

RECOGNIZER = Recognizer(
    entity="GENDER",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?<!plug )(?i:geslacht|gender|sex|sekse|sexe"
            r"|genderidentiteit)(?i: (?:klant"
            r"|sollicitant"
            r"|medewerker))?(?: \(?(?i:m/v(?:/x)?)\)?)?"
            rf"(?:{_SIGN}|(?<=(?i:geslacht)) (?=[A-Z])|(?<=(?i:sekse)) )"
            rf"(?P<value>(?i:{_GENDER}))(?![\w-])",
            score=0.85,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:aanhef|salutation|aanspreek(?:vorm|titel))"
            rf"(?:{_SIGN}| )(?P<value>(?i:{_ADDRESS}))(?!\w)",
            score=0.85,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:aanspreken (?:als|met)|aangesproken worden (?:als|met)"
            rf"|spreek (?:mij|me) aan"
            rf" (?:als|met)) (?P<value>(?i:{_ADDRESS}))(?!\w)",
            score=0.75,
        ),
        *(
            Pattern(regex=regex, score=0.75)
            for regex in are_told(
                r"(?:non-?binair|genderfluïde|genderqueer|transgender|transman|transvrouw"
                r"|intersekse)"
            )
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(geslacht|gender|sex|sekse|sexe|geslachts_?aand(uiding)?|mv|m_v|mvx|aanhef|salutation)(_(code|omschrijving))?",
            r"(\w+_)?(aanspreek_?(vorm|titel)|title_of_courtesy|courtesy_title|honorific)",
        ),
        names=(r"title|titel|prefix",),
        needs_neighbour=(
            r"(\w+_)?(voor|achter)na(am|men)|(\w+_)?(first|last|sur|family)_?name|voorletters?",
        ),
        not_names=(r"\w*_?(dier|product|artikel)_?geslacht", r"\w*plug_?gender"),
        cell=(
            r"[0129]|(?i:m|v|x|f|man|vrouw|mannelijk|vrouwelijk|jongen|meisje|male|female|other|anders|"
            r"non-?binair|non-?binary|genderneutraal|dhr\.?|de heer|heer|meneer|mevr\.?|mw\.?|"
            r"mevrouw|mej\.?|mr\.?|mrs\.?|ms\.?|miss)"
        ),
    ),
    examples=("Geslacht: vrouw", "aanhef: Dhr."),
    counterexamples=("Geachte heer, mevrouw,", "maat: M"),
)
