"""BANK_BALANCE: how much a person has in a bank or savings account, or owes on a house.

In running text an amount beside a word for it: in an account (`op mijn rekening staat`), in
savings, overdrawn (`ik sta rood`), or behind a label (`banksaldo:`); the span is the amount
with its sign and currency. The balance of points, hours, a gift card, an invoice or a till is
none, nor what was paid into an account or out of it. A column is announced by its name; bare
`saldo` and `balance` count points and stock as often, so that they count only beside an
account.

Check rule: none. Known false alarms: the balance of the organisation's own account.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_AMOUNT = (
    r"-?(?:(?:€|EUR|euro) ?)?-?(?:\d{1,3}(?:[., ]\d{3})+|\d{1,7})(?:[.,](?:\d\d|-)(?!\d))?(?!\d)"
    r"(?! ?(?:punten|%|uur|uren|watt|graden))(?: ?euro(?!\w))?"
)
_ACCOUNT = r"(?:bank|betaal|spaar|privé)?-?rekening(?:en)?"
_OF = r"(?:mijn|m['’]n|onze?|haar|zijn|de (?:bank|spaar)?rekening van)"

RECOGNIZER = Recognizer(
    entity="BANK_BALANCE",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:(?:(?:mijn|ons|haar) (?:bank|spaar)?saldo"
            r"|saldo (?:op|van) (?:mijn|haar|onze|de) [a-z]*rekening)"
            rf"(?: (?:is|was|bedraagt|nu|nog|maar))+ (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:(?:sta|staat|stond|heeft|heb|hebben|hebt)(?: (?:er|nog|maar|nu"
            r"|ongeveer"
            rf"|iets|samen)){{0,3}} (?P<value>{_AMOUNT}) op {_OF} {_ACCOUNT})(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:op (?:{_OF} {_ACCOUNT}|de spaarrekening van (?:mevrouw|meneer"
            rf"|klant|dhr\.?"
            rf"|mw\.?))(?: [A-Za-z]+)? (?:staat|stond|heb ik)(?: (?:nog|maar"
            rf"|nu))* (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:{_OF} {_ACCOUNT} heeft(?: (?:nog"
            rf"|maar))* (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:(?:sta|staan|staat)(?: (?:er|nog|nu|al))* (?P<value>{_AMOUNT}) "
            r"(?:rood|in het rood|in de min))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:(?:heb|heeft|hebben) (?P<value>{_AMOUNT}) (?:spaargeld"
            rf"|aan spaargeld"
            r"|gespaard))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:mijn (?:spaargeld|hypotheek|vermogen|hypotheekschuld) (?:is|was"
            r"|bedraagt) "
            rf"(?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:bank|spaar|rekening)[ _-]?(?:saldo|tegoed)|saldo[ _](?:bank"
            r"|rekening"
            r"|bankrekening|op rekening|na afschrijving)|(?:eind|begin|beschikbaar )saldo"
            r" (?:op )?(?:bank)?rekening|bank[ _]?balance|account[ _]?balance|savings[ _]?balance"
            r"|hypotheek_?schuld|restant hypotheek|eigen vermogen)(?: (?:klant|aanvrager"
            r"|van klant))?"
            rf"[\"']?(?:\s?[:=]\s?|\s)[\"']?(?P<value>{_AMOUNT})",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(bank|rekening|spaar|betaalrekening|spaarrekening)_?(saldo|tegoed|geld)",
            r"(\w+_)?(bank|bank_account|savings|account)_?balance|saldo_(bank|\w*rekening)\w*",
            r"(\w+_)?(eigen_vermogen|vermogen_klant|spaargeld|hypotheek_?(schuld|bedrag)|mortgage)",
        ),
        names=(
            r"saldo|balance|vermogen|saldo_(na|voor|oud|nieuw|begin|eind)\w*|(begin|eind)_?saldo",
        ),
        needs_neighbour=(
            r"(\w+_)?(iban|rekening(_?(nr|nummer|houder))?|bank_?account|rekeningen)",
        ),
        not_names=(r"(\w+_)?(voorraad|punten|points|stock|cadeau\w*|gift\w*|load)_?\w*",),
        cell=r"[-+]?\s?(?:€|EUR|\$)?\s?[-+]?\d[\d., ]*(?:\s?(?:€|EUR|euro|,-))?",
    ),
    examples=("mijn saldo is € 125,40", "er staat nog € 12,50 op mijn rekening"),
    counterexamples=("saldo van 10 punten", "op uw rekening gestort: € 25"),
)
