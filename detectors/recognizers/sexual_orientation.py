"""SEXUAL_ORIENTATION: the sexual orientation of a person (GDPR article 9).

In running text only what somebody says of themselves. Who somebody's partner is, is not
read for it. A column is announced by its name.

Check rule: none. Known false alarms: a figure of speech.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="SEXUAL_ORIENTATION",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:ik ben|mijn (?:zoon|dochter|broer|zus) is|wij zijn)"
            r"(?: (?i:zelf|ook|een|openlijk))* "
            r"(?P<value>(?i:homo|homoseksueel|lesbisch|lesbienne|biseksueel|bi|panseksueel|queer|"
            r"aseksueel|hetero|heteroseksueel))(?![\w-])",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(seksuele_?(geaardheid|ori[eë]ntatie|voorkeur)|geaardheid|"
            r"sexual_(orientation|preference))",
        ),
    ),
    examples=(
        "Ik ben zelf lesbisch",
        "mijn zoon is homo",
    ),
    counterexamples=(
        "De homogene maling is fijn",
        "mijn zoon is blij",
        "een bi-componentverpakking",
    ),
)
