"""LOYALTY_CARD: the number of a customer or savings card.

Every site has its own notation; conf adds it as a pattern. Without one a number counts in
running text only after its label. A column is announced by its name.

Check rule: none (many are EAN-13). Known false alarms: a column that says only whether
somebody has a card has no numbers and does not count.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="LOYALTY_CARD",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:(?:klanten|spaar|bonus|leden)(?:kaart|pas)(?:nummer)?|"
            r"loyalty card|member card)"
            r"[ ]?(?:is|:|=|#)?[ ]?(?P<value>[A-Z]{0,4}-?\d[\d -]{4,22}\d)(?![\w-])",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(klanten|spaar|bonus|leden|stempel|voordeel)_?(kaart|pas)(_?(nr|nummer|id|code))?",
            r"(\w+_)?(loyalty|member(ship)?|reward|bonus)_?(card|number|nr|no)(_?(nr|no|number|id))?",
            r"(\w+_)?(pas_?nummer|air_?miles(_?(nr|nummer))?)",
        ),
        not_names=(r"\w*(punten|points|saldo|actief|soort|type|datum)",),
        cell=r"(?=.*\d{3})[A-Za-z]{0,6}[ -]?\d[\dA-Za-z -]{3,28}",
    ),
    examples=(
        "klantenkaart 2620012345678",
        "Spaarkaartnummer: SK-0048213",
    ),
    counterexamples=(
        "klantenkaart kwijt",
        "spaarkaart met 10 punten",
        "bonnummer 2620012345678",
    ),
)
