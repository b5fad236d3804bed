"""CREDITWORTHINESS: whether a person is thought able to pay.

A score, a check for paying afterwards, a registration with the credit registry (BKR), debts,
administration or bankruptcy. In running text what is told of somebody counts: a registration, a
state that only persons are in (`in de WSNP`, `onder curatele`), the outcome behind a label
(`kredietscore:`); the span is that word or number. The registry itself, a card that was refused and
the bankruptcy of a company tell nothing of anyone. A column is announced by its name.

Check rule: none. Known false alarms: the credit limit of a company.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import HAS, SOMEBODY, are_told

_OUTCOME = (
    r"(?:geweigerd|afgewezen|afgekeurd|goedgekeurd|geaccepteerd|negatief|positief|laag|hoog|matig"
    r"|voldoende|onvoldoende|rejected|declined|approved|accepted|rood|oranje|groen"
    r"|[A-E][A-E+-]{0,2}"
    r"|\d{1,4})"
)

RECOGNIZER = Recognizer(
    entity="CREDITWORTHINESS",
    patterns=(
        Pattern(
            regex=r"(?<![\w-])(?i:negatieve BKR(?:-codering|-registratie)?|BKR-registratie"
            r"|BKR-codering"
            r"|(?:slecht|niet|onvoldoende) kredietwaardig|onder (?:bewind(?! van)|curatele)"
            r"|beschermingsbewind|in de (?:WSNP|schuldsanering|schuldhulpverlening)"
            r"|geregistreerd bij het BKR)(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:krediet[-_ ]?score|credit[-_ ]?score|credit[-_ ]?rating"
            r"|krediettoets"
            r"|krediet-?check|credit-?check|kredietwaardigheid(?:scheck|sscore)?|betaalscore"
            r"|risicoscore(?: afterpay| klarna)?|(?:experian|focum|edr|graydon)[- ]?score)"
            rf"(?: [a-z]{{4,10}})?[\"']?(?:\s?[:=]\s?| is | van "
            rf"| )[\"']?(?P<value>(?i:{_OUTCOME}))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:achteraf betalen|afterpay|klarna|riverty|in3|billink)"
            r"(?: [a-z]{2,10}){0,4} (?P<value>geweigerd|afgewezen|afgekeurd)"
            r"(?= (?:voor deze|op basis|wegens|door krediet)|$|[.\n])(?<!betaling geweigerd))",
            score=0.6,
        ),
        *(
            Pattern(regex=regex, score=0.7)
            for regex in are_told(r"(?:wanbetaler|failliet|insolvent|kredietwaardig)")
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} {HAS} (?:een |veel |nog |grote )?"
            r"(?P<value>betalingsachterstand|schulden|huurachterstand|loonbeslag|BKR))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:mijn (?P<value>schulden|schuldsanering|bewindvoerder))(?!\w)",
            score=0.7,
        ),
        Pattern(regex=r"(?<![\w-])(?i:(?:persoonlijk )(?P<value>faillissement))(?!\w)", score=0.7),
        Pattern(
            regex=r"(?<![\w-])(?P<value>(?i:schuldhulpverlener|bewindvoerder|curator)) (?i:van"
            r"|namens) "
            r"(?i:klant|mevrouw|meneer|de heer|mevr\.?|dhr\.?|mw\.?)(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:sta|staat)(?: [a-z]{{2,8}}){{0,2}} op de "
            r"(?P<value>zwarte lijst))(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?P<value>loonbeslag) bij (?:klant|mij|medewerker|mevrouw"
            r"|meneer|dhr|mw))",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?P<value>beslag gelegd) op (?:mijn|haar|zijn"
            r"|het loon))(?!\w)",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?krediet_?(score|waardigheid|waardig|check|rating|limiet|oordeel|advies)",
            r"(\w+_)?credit_?(score|rating|check|worthiness|limit|risk|decision)",
            r"(\w+_)?(bkr|schuldhulp|schuldsanering|wsnp)(_(score|codering|registratie|status"
            r"|check))?",
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
