"""SEXUAL_ORIENTATION: the sexual orientation of a person (GDPR article 9).

In running text only what is told of somebody; the span is the word for it. Behind a label
(`geaardheid:`) any word. Who somebody's partner is, is not read for it. A column is announced by
its name.

Check rule: none. Known false alarms: a figure of speech.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import SOMEBODY, are_told

_ORIENTATION = (
    r"(?:homo|homo's|homoseksueel|homoseksuele|gay|lesbisch|lesbische|lesbienne|lesbian|lesbo"
    r"|biseksueel|biseksuele|bi|panseksueel|queer|aseksueel|hetero|heteroseksueel|bisexual|homostel"
    r"|homopaar)"
)

RECOGNIZER = Recognizer(
    entity="SEXUAL_ORIENTATION",
    patterns=(
        *(Pattern(regex=regex, score=0.7) for regex in are_told(_ORIENTATION)),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:uit de kast(?: gekomen)?|geout|outte (?:mij|me|zich)) als "
            rf"(?P<value>{_ORIENTATION}))(?![\w-])",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:val|valt|vallen) op "
            r"(?P<value>mannen|vrouwen|jongens|meisjes))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:mijn|haar|onze) (?P<value>homoseksualiteit|biseksualiteit"
            r"|geaardheid|seksuele (?:geaardheid|ori[eë]ntatie|voorkeur)))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:seksuele[ _])?(?:geaardheid|ori[eë]ntatie|voorkeur)"
            r"|sexual[ _]orientation)[\"']?\s?[:=]\s?[\"']?(?P<value>(?i:"
            + _ORIENTATION
            + r"|heterosexual|homosexual))(?![\w-])",
            score=0.8,
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
