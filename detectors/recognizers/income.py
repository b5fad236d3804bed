"""INCOME: what a person earns.

In running text an amount beside a word for income: somebody's own (`mijn salaris is`, `ik
verdien`), or one behind a label or in the file of a member of staff (`brutoloon: 3.412,50`); the
span is the amount with its currency. A pension and a benefit are income as well. What a company
turns over is not, nor what a vacancy offers. A column is announced by its name.

Check rule: none. Known false alarms: the pay in a vacancy behind a label, which is nobody's yet.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import PRONOUN, RELATIVE, SELF

_AMOUNT = (
    r"(?:(?:€|EUR|euro) ?)?(?:\d{1,3}(?:[., ]\d{3})+|\d{3,6}|\d{1,3}(?=,\d\d(?!\d))"
    r"|\d{1,3}(?=k(?!\w)))"
    r"(?:[.,](?:\d\d|-)(?!\d))?(?:k(?!\w))?(?! ?(?:punten|spaarpunten|%|zegels"
    r"|bonus))(?: ?euro(?!\w))?"
)
_INCOME = (
    r"(?:(?:bruto|netto|vaste?|gezamenlijke?|totale?|gemiddelde?)[ -]?)*(?:(?:jaar|maand|gezins"
    r"|toets|toetsings"
    r"|verzamel|week|basis)?inkomen|(?:jaar|maand|basis)?salaris|(?:bruto|netto|uur|maand|jaar"
    r"|week)?loon"
    r"|maandsalaris|uitkering|bijstandsuitkering|ww-uitkering|pensioen|aow|alimentatie)"
)

RECOGNIZER = Recognizer(
    entity="INCOME",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?i:(?:mijn|haar|zijn|ons|onze|uw|jouw|my) {_INCOME}|my salary)"
            r"(?i:(?: (?:is|was|bedraagt|van|ongeveer|circa|ca\.?|nu|bruto|netto|per maand|samen"
            r"|ligt"
            rf"|op|rond)){{0,4}}:? (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:(?:{SELF}|{RELATIVE}|{PRONOUN}) (?:verdien(?:t|en|de|den)?)"
            rf"(?: (?:ongeveer|circa|nu|bruto|netto|samen|zo'n|maar"
            rf"|nog geen))* (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:(?:heb|heeft|krijg|krijgt|ontvang|ontvangt|leef|leeft)"
            rf"(?: [a-z]{{2,8}}){{0,2}} (?:een|aan) (?:{_INCOME}) van (?P<value>{_AMOUNT}))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:leef|leeft|rond) ?van (?:een )?{_INCOME} van (?P<value>{_AMOUNT})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:(?:ik|hij|zij) krijg(?:t)?) "
            rf"(?P<value>{_AMOUNT}) (?i:per uur|per maand|bruto|netto)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?<!modaal )(?i:(?:bruto|netto)?{_INCOME}|salary|annual[_ ]income"
            rf"|income)"
            r"(?i:(?: (?:klant|medewerker|kandidaat|per jaar|per maand|bruto|netto|\d{4}|aanvrager"
            r"|partner)){0,2})"
            rf"(?:[\"']?\s?[:=]\s?[\"']?|[;\t])(?P<value>{_AMOUNT})(?! ?(?:-"
            rf"|tot) ?(?:€ ?)?\d)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:(?:bruto|netto)(?:loon| maandsalaris| jaarsalaris|salaris)"
            r"|jaarsalaris|maandinkomen|toetsingsinkomen|verzamelinkomen|inkomen per jaar"
            r"|salarisindicatie(?: kandidaat)?|salaris)"
            rf" (?P<value>(?!(?:19|20)\d\d ?(?::|$)){_AMOUNT})(?! ?(?:-|tot) ?(?:€ ?)?\d)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:medewerker|werknemer|sollicitant|kandidaat)(?!\w)[^.!?;\n]{0,40}?"
            rf"(?i:krijgt|verdient|vraagt|salaris van|salaris:|bruto:?|:) (?P<value>{_AMOUNT})",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:bruto|netto) (?P<value>€? ?\d{1,3}(?:[.,]\d{3})*,\d\d)(?!\d)"
            r"(?=[^\n]{0,40}(?:netto|bruto|per maand|bruto per))",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:salarisspecificatie|loonstrook)[^\n]{0,60}?(?i:netto) "
            rf"(?P<value>{_AMOUNT})",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(bruto|netto|gross|net)(_?(uit|uitbetaald|betaald|bedrag|amount|pay))?",
            r"bedrag_(bruto|netto)|uitbetaald",
        ),
        needs_neighbour=(
            r"(\w+_)?(salaris\w*|salary|salaries|loon\w*|payroll|verloning|inkomen|income|wages?)(_\w+)?",
        ),
        sure_names=(
            r"(\w+_)?(jaar|maand|bruto|netto|gezins|toets|besteedbaar|verzamel)?_?"
            r"(inkomen|salaris|loon|income|salary|wage|wages)(_(bruto|netto|per_jaar|per_maand|"
            r"klasse|band|range|bracket|eur))?",
        ),
        not_names=(r"\w*(belasting|tax|kosten|costs?|schaal|administratie|bron|source)_?\w*",),
        cell=r"(?:€|EUR|\$)?\s?[<>]?\s?\d[\d., ]*k?(?:\s?(?:-|tot|to)\s?(?:€\s?)?\d[\d., ]*k?)?"
        r"(?:\s?(?:€|EUR|euro|,-))?",
    ),
    examples=("Mijn bruto jaarinkomen is € 45.000", "Ik verdien ongeveer 2.800 per maand"),
    counterexamples=(
        "het salaris van een barista ligt rond 2.500",
        "mijn inkomen is gedaald",
        "Ik verdien punten met de klantenkaart",
    ),
)
