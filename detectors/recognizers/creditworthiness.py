"""CREDITWORTHINESS: whether a person is thought able to pay.

A score, a check for paying afterwards, a registration with the credit registry (BKR). A
column is announced by its name; in running text a registration or score that is told of
somebody counts, not the registry itself.

Check rule: none. Known false alarms: the credit limit of a company.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="CREDITWORTHINESS",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:negatieve BKR|BKR-registratie|BKR-codering|"
            r"(?:slecht|niet) kredietwaardig|onder (?:bewind|curatele)|in de (?:WSNP|"
            r"schuldsanering|schuldhulpverlening))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:krediet-?score|credit ?score)[ ]?(?:is|van|:|=)?[ ]?"
            r"(?P<value>\d{1,4})(?!\w)",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?krediet_?(score|waardigheid|waardig|check|rating|limiet|oordeel|advies)",
            r"(\w+_)?credit_?(score|rating|check|worthiness|limit|risk|decision)",
            r"(\w+_)?(bkr|schuldhulp|schuldsanering|wsnp)(_(score|codering|registratie|status|check))?",
            r"(\w+_)?(achteraf_?betalen|afterpay|pay_?later)_?(score|akkoord|besluit|oordeel|check|"
            r"geweigerd|toegestaan|decision)|betaal_?(moraal|gedrag)(_score)?",
        ),
    ),
    examples=("Klant heeft een BKR-registratie", "kredietscore: 512"),
    counterexamples=(
        "Het BKR is gesloten op maandag",
        "Uw creditcard is geweigerd",
        "een score van 512 punten",
    ),
)
