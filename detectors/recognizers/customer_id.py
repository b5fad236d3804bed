"""CUSTOMER_ID: the number or key by which the organisation knows a customer or account.

Every site has its own notation; conf adds it as a pattern. Without one a number counts in
running text only after its label (`klantnummer`, `customer_id=`), bare `klant` before five
digits or more, and a column by its name. The bare `id` is a customer's only in a table of
customers. A number of an employee, supplier or product is none. A cell without a digit is a word,
as that of a kind or a status; a key of letters alone has six at least (`KLQRXT`).

Check rule: none. Known false alarms: the `client_id` of a program is left out on purpose.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NUMBER = (
    r"(?P<value>(?!\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{4})"
    r"(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{0,4}-?\d[\d-]{2,14}))"
    r"(?![\w-]|[.,]\d)"
)
_SIGN = r"(?:[\"']?\s?(?:[:=#>]|is)?\s?[\"'(#]?|[;\t])"

RECOGNIZER = Recognizer(
    entity="CUSTOMER_ID",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:klant(?:en)?(?:[-_ ]?(?:nummers?|nr\.?|id|code))|kl\. ?nr\.?"
            r"|(?:customer|cust|account|user|gebruikers?)[-_ ]?(?:number|id|no\.?|nummer)"
            r"|debiteur(?:en)?[-_ ]?(?:nummer|nr\.?)|deb\.? ?nr\.?|relatie[-_ ]?(?:nummer|nr\.?)"
            r"|lid(?:maatschaps)?[-_ ]?(?:nummer|nr\.?)|abonnee[-_ ]?(?:nummer|nr\.?)|kundennummer)"
            rf"{_SIGN}{_NUMBER}",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:klantnummers?)[ :]{1,2}[A-Z]{0,3}-?\d[\d-]{3,14},? (?i:en|of|/"
            r"|,) "
            rf"{_NUMBER}",
            score=0.8,
        ),
        Pattern(regex=rf"(?<![^\W_])(?i:klant) #?(?=[A-Z-]{{0,5}}\d{{5}}){_NUMBER}", score=0.6),
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
        cell=r"[A-Za-z_.:/-]{0,40}\d[\w.:/-]{0,63}|[A-Za-z]{6,64}",
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
