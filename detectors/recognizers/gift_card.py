"""GIFT_CARD: the code of a gift card or voucher that somebody holds.

Every site has its own notation; conf adds it as a pattern. Without one a code counts in
running text only after its label. A column is announced by its name; its cells must be
codes, so that an amount or a flag is none. A discount code that all customers share is none.

Check rule: none. Known false alarms: the article number of the card as a product.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="GIFT_CARD",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:(?:cadeau|waarde|tegoed)(?:bon|kaart)(?:code|nummer)?|"
            r"gift ?card|voucher ?code)"
            r"[ ]?(?:is|:|=|#)?[ ]?(?P<value>(?=[A-Z-]*\d)[A-Z0-9]{4,}(?:-[A-Z0-9]{3,})*)(?![\w-])",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(cadeau|waarde|tegoed)_?(bon|bonnen|kaart)(_?(code|nr|nummer|id))?",
            r"(\w+_)?gift_?(card|voucher)(_?(code|nr|no|number|id))?|(\w+_)?voucher_?(code|id|nr)?",
        ),
        not_names=(r"\w*(bedrag|saldo|waarde|amount|balance|ontwerp|tekst)",),
        cell=r"(?=.*\d)(?!\d{1,5}\Z)[A-Za-z0-9]+(?:[ -]?[A-Za-z0-9]+){0,7}",
    ),
    examples=(
        "Mijn cadeaubon KDO7-88XQ-12AB werkt niet",
        "cadeaukaart 6034932100",
    ),
    counterexamples=(
        "een cadeaubon van 25 euro",
        "cadeaubon gekocht",
        "kortingscode ZOMER2024",
        "CADEAUBON KOFFIE",
    ),
)
