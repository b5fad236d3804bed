"""GIFT_CARD: the code of a gift card or voucher that somebody holds.

Every site has its own notation; conf adds it as a pattern. Without one a code counts in
running text only after its label, whole or in groups (`6064 3600 1234 5678 12`); a code of
capitals holds a digit. A column is announced by its name; its cells must be codes, so that an
amount or a flag is none. A discount code that all customers share is none.

Check rule: none. Known false alarms: the article number of the card as a product.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_CODE = (
    r"(?P<value>\d{4}(?:[ -]\d{2,4}){1,5}|(?=[A-Z-]{0,12}\d)(?:[A-Z0-9]{4,}|[A-Z0-9]{2,3}(?=-))"
    r"(?:-[A-Z0-9]{2,}){0,4})(?![\w-]|[.,]\d| ?(?:euro|procent|%|punten))"
)
_CARD = (
    r"(?:(?:cadeau|kado|waarde|tegoed|boeken|diner)(?:bon|kaart)(?:nen)?|vvv[- ]?(?:bon"
    r"|cadeaukaart|kaart)"
    r"|gift[ _]?card|e-gift|voucher|cadeau(?=code)|(?:cadeau|kado)bonnen)"
)

RECOGNIZER = Recognizer(
    entity="GIFT_CARD",
    patterns=(
        Pattern(
            regex=rf"(?<![^\W_])(?i:{_CARD}(?:[-_ ]?(?:code|nummer|number|nr\.?"
            rf"|no\.?))?(?: met code| nummer"
            r"| is| staat)?)(?:[\"']?\s?[:=#>]?\s?[\"']?|[;\t])"
            rf"(?!(?:19|20)\d\d(?!\d)){_CODE}",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:kras)?code (?:op de |van de )?(?:cadeau|kado)(?:bon"
            r"|kaart))(?i: is|:)? "
            rf"{_CODE}",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:cadeau|kado)bonnen) [A-Z0-9-]{4,24} (?:en|of) " + _CODE,
            score=0.8,
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(cadeau|waarde|tegoed)_?(bon|bonnen|kaart)(_?(code|nr|nummer|id))?",
            r"(\w+_)?gift_?(card|voucher)(_?(code|nr|no|number|id))?|(\w+_)?voucher_?(code|id|nr)?",
        ),
        names=(r"(kaart|bon|card|voucher)_?(code|nr|nummer|no|number)",),
        needs_neighbour=(r"(\w+_)?(cadeau|gift)_?(kaart|bon|card|voucher)\w*",),
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
