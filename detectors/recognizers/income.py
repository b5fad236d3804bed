"""INCOME: what a person earns.

In running text an amount beside a word for income; the span is the amount. A column is
announced by its name. What a company turns over is not income.

Check rule: none. Known false alarms: the pay in a vacancy, which is nobody's yet.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_AMOUNT = r"(?:€|EUR|euro)?[ ]?\d{1,3}(?:[. ]?\d{3})*(?!\d)(?:,(?:\d\d|-))?"

RECOGNIZER = Recognizer(
    entity="INCOME",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:(?:mijn|haar|zijn|ons|uw|jouw)"
            r"(?: (?:bruto|netto|vaste|gezamenlijke?))? ?"
            r"(?:(?:jaar|maand|gezins|toets)?inkomen|(?:jaar|maand)?salaris|(?:bruto|netto)?loon))"
            rf"(?: (?:is|was|bedraagt|van|ongeveer|circa|nu)){{1,2}} (?P<value>{_AMOUNT})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:ik verdien(?:de)?)(?: (?i:ongeveer|circa|nu|bruto|netto))*"
            rf" (?P<value>{_AMOUNT})",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        names=(
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
