"""PLACE_OF_BIRTH: the place where a person was born.

In running text only where the text says so (`geboren te`, `geboorteplaats:`), with or
without the date before it. A column is announced by its name.

Check rule: none. Known false alarms: the founding of a company ("geboren in Drachten").
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NAME = r"['’]?[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+(?:[ -](?:aan de[n]?|[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+))*"
_DATE = r"(?:op )?(?:\d{1,2}[ ./-](?:\d{1,2}|[a-z]{3,9})[ ./-]\d{4},? )"

RECOGNIZER = Recognizer(
    entity="PLACE_OF_BIRTH",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?:[Gg]eboren|[Gg]eb\.) {_DATE}?(?:te|in) (?P<value>{_NAME})",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:geboorteplaats|place of birth)[ ]?:?[ ](?P<value>{_NAME})",
            score=0.85,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(geboorte|geb)_?(plaats|stad|gemeente)",
            r"(\w+_)?(birth_?(place|city|town)|(place|city|town)_?of_?birth|geboren_te)",
        ),
        cell=r"(?=.{2,50}\Z)['’]?[^\W\d_][^\d_@:;=<>{}\[\]#%+*?!|\\]*",
    ),
    precedence=5,
    examples=("Ik ben geboren te Sneek", "geboren op 3 mei 1990 in Den Haag"),
    counterexamples=(
        "geboren in 1980",
        "geboorteplaats: onbekend",
        "Dit idee is geboren in mei",
    ),
)
