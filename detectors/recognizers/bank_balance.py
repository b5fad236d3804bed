"""BANK_BALANCE: how much a person has in a bank or savings account.

A column is announced by its name; bare `saldo` and `balance` count points and stock as
often, so that they count only beside an account. The amount of an invoice is no balance.

Check rule: none. Known false alarms: the balance of the organisation's own account.
"""

from detectors.recognizer import ColumnRule, Recognizer

RECOGNIZER = Recognizer(
    entity="BANK_BALANCE",
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(bank|rekening|spaar|betaalrekening|spaarrekening)_?(saldo|tegoed|geld)",
            r"(\w+_)?(bank|bank_account|savings|account)_?balance|saldo_(bank|rekening)\w*",
            r"(\w+_)?(eigen_vermogen|vermogen_klant|spaargeld|hypotheek_?(schuld|bedrag)|mortgage)",
        ),
        names=(r"saldo|balance|vermogen",),
        needs_neighbour=(
            r"(\w+_)?(iban|rekening(_?(nr|nummer|houder))?|bank_?account|rekeningen)",
        ),
        not_names=(r"(\w+_)?(voorraad|punten|points|stock|cadeau\w*|gift\w*|load)_?\w*",),
        cell=r"[-+]?\s?(?:€|EUR|\$)?\s?[-+]?\d[\d., ]*(?:\s?(?:€|EUR|euro|,-))?",
    ),
)
