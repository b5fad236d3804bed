"""LOYALTY_CARD: the number of a customer or savings card.

Every site has its own notation; conf adds it as a pattern. Without one a number counts in
running text only after its label. A column is announced by its name.

Check rule: none (many are EAN-13). Known false alarms: a column that says only whether
somebody has a card has no numbers and does not count.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NUMBER = (
    r"(?P<value>(?!\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d)[A-Z]{0,4}-?\d[\d -]{4,22}\d"
    r"|[A-Z]{1,3}-\d{4,12})"
    r"(?![\w-]|[.,]\d)"
)

RECOGNIZER = Recognizer(
    entity="LOYALTY_CARD",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:klanten|klant|spaar|bonus|leden|lid|stempel"
            r"|voordeel)[ _]?(?:kaart|pas)"
            r"(?:[-_ ]?(?:nummer|nr\.?|id))?|loyalty[ _]?(?:card|number|id)"
            r"|member(?:ship)?[ _]?(?:card"
            r"|number|no\.?)|rewards? card|air ?miles(?:[- ]?(?:kaart)?nummer)?"
            r"|spaarprogramma pasnummer)"
            rf"(?: is)?(?:[\"']?\s?[:=#>]?\s?[\"'(]?|[;\t]){_NUMBER}(?! ?punten(?!=))",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(klanten|spaar|bonus|leden|stempel|voordeel)_?(kaart|pas)(_?(nr|nummer|id"
            r"|code))?",
            r"(\w+_)?(loyalty|member(ship)?|reward|bonus)_?(card|number|nr|no)(_?(nr|no|number"
            r"|id))?",
            r"(\w+_)?(pas_?nummer|air_?miles(_?(nr|nummer))?)",
        ),
        names=(r"(kaart|card|pas)_?(nr|nummer|no|number|id)",),
        needs_neighbour=(
            r"(\w+_)?(loyalty|leden|members?|spaar\w*|klantenkaart(en)?|punten|points|rewards?)(_\w+)?",
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
