"""ORDER_ID: the number of an order, which leads to who ordered.

Every site has its own notation; conf adds it as a pattern. Without one a number counts in
running text only after its label (`bestelnummer`, `order #`), in the path of a page
(`/orders/1045678`), and a column by its name. The bare `id` is an order's only in a table of
orders. A cell without a digit is a word, as that of a kind or a status; a reference of letters
alone has six at least (`KLQRXT`).

Check rule: none. Known false alarms: a rank ("order 2") is too short to count.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NUMBER = (
    r"(?P<value>(?!\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})[A-Z]{0,4}-?\d[\d-]{4,19})(?![\w-]|[.,]\d)"
)
_SIGN = r"(?:[\"']?\s?(?:[:=#>]|is|met nummer)?\s?[\"'(#]?|[;\t])"

RECOGNIZER = Recognizer(
    entity="ORDER_ID",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:web|inkoop)?order[-_ ]?(?:nummers?|nr\.?|id|number|no\.?|ref)"
            r"|bestel(?:lings?)?[-_ ]?(?:nummers?|nr\.?|id|referentie)|bestellnummer|bestelling"
            r"|(?<!_)order|(?:orders|bestellingen)(?=[ :]{1,2}\S{5,20} (?:en|of) ))"
            rf"{_SIGN}{_NUMBER}(?! (?i:zak|zakken|stuks|mensen|people|keer|punten))",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:orders?|bestellingen|bestelnummers?|ordernummers?)[ :]{1,2}"
            rf"[A-Z]{{0,3}}-?\d[\d-]{{4,14}},? (?i:en|of) {_NUMBER}",
            score=0.8,
        ),
        Pattern(regex=rf"/(?:orders?|bestelling(?:en)?)/{_NUMBER}", score=0.8),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(web)?(order|orders|bestel|bestelling|bestellings|purchase_order)_?"
            r"(id|nr|no|num|nummer|number|code|key|ref|referentie|uuid)",
        ),
        names=(r"id|nr|nummer|uuid",),
        needs_neighbour=(r"(\w+_)?(orders|bestellingen)",),
        not_names=(r"(\w+_)?(sort|sorteer|volg)_?order_?\w*",),
        cell=r"[A-Za-z_.:/#-]{0,40}\d[\w.:/#-]{0,63}|[A-Za-z]{6,64}",
    ),
    examples=(
        "bestelnummer 20240012",
        "Order #1045678 is zoek",
    ),
    counterexamples=(
        "bestelling van 12 mei",
        "order by 1",
        "bestelnummer volgt",
        "bestelling 2024-01-15",
        "factuur 20240012",
    ),
)
