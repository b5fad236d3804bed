"""CUSTOMER_ID: the number or key by which the organisation knows a customer or account.

Every site has its own notation; conf adds it as a pattern. Without one a number counts in
running text only after its label (`klantnummer`), and a column by its name. The bare `id` is
a customer's only in a table of customers. A number of an employee, supplier or product is none.

Check rule: none. Known false alarms: the `client_id` of a program is left out on purpose.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="CUSTOMER_ID",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:klant(?:en)?(?:nummer|[ ]?nr\.?|[-_ ]?id)|"
            r"customer[ _]?(?:number|id|no\.?)|debiteur(?:en)?nummer|relatienummer|lidnummer)"
            r"[ ]?(?:is|:|=|#)?[ ]?"
            r"(?P<value>(?!\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})[A-Z]{0,4}-?\d[\d-]{2,14})(?![\w-])",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(klant|klanten|customer|cust|debiteur|debiteuren|relatie|lid|member|afnemer|"
            r"user|gebruikers?|account|subscriber|abonnee|consumer)_?"
            r"(id|nr|no|num|nummer|number|code|key|ref|uuid|guid)",
            r"(\w+_)?(id|nr|nummer)_(klant|customer|gebruiker|user|account)",
        ),
        names=(r"id|nr|nummer|uuid|code|key",),
        needs_neighbour=(r"(\w+_)?(klanten|customers|accounts|gebruikers|users|leden|members)",),
        not_names=(r"(\w+_)?(bank|sociaal|social|groot_?boek|gl)_?account_?\w+",),
        cell=r"[\w.:/-]{1,64}",
    ),
    examples=(
        "klantnummer 4821734",
        "Klantnr.: K-20934",
    ),
    counterexamples=(
        "klantnummer onbekend",
        "uw klantenservice 0512 123456",
        "artikelnummer 4821734",
    ),
)
