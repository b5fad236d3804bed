"""Whom a text speaks of: words for its writer, for those near them, and for customers and staff.

What is special in law (health, religion, a vote) is so when it is told of a person. A product,
a feast or an organisation may be called by the same word; so the recognizers of these ask for a
person in the same clause. All are regular expressions, to be read without case.
"""

SELF = r"(?:ik|wij|we|i)"
"""The writer."""

RELATIVE = (
    r"(?:(?:mijn|m['’]n|onze?|haar|hun)(?: (?:oude|jonge|oudste|jongste|eigen|beste))?"
    r" (?:man|vrouw|partner|vriend(?:in)?|zoon(?:tje)?|dochter(?:tje)?|kind(?:je|eren)?|baby|vader"
    r"|moeder|ouders?|broer(?:tje)?|zus(?:je)?|opa|oma|oom|tante|neef|nicht|buren|buurman|buurvrouw"
    r"|collega(?:'?s)?|familie|gezin|schoon\w{2,8}|klein(?:kind|zoon|dochter)\w{0,5}|voorouders))"
)
"""Somebody near the writer."""

CUSTOMER = (
    r"(?:(?:de |deze |onze |een )?(?:klante?|cliënte?|patiënte?|medewerk(?:er|ster)"
    r"|werkne(?:mer|emster)|collega|sollicitante?|kandidate?|kandidaat|aanvrager|betrokkene|beller"
    r"|bewoner|leerling|deelnemer|mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|(?:de )?heer)"
    r"(?-i:(?: [A-Z][\w.'’-]{0,20}){0,3}))"
)
"""A customer, an applicant or a member of staff, with a name behind it or not."""

PRONOUN = r"(?:hij|zij|ze|he|she)"
"""Somebody who was named before."""

SOMEBODY = rf"(?:{SELF}|{RELATIVE}|{CUSTOMER}|{PRONOUN})"
"""Any of these."""

IS = r"(?:ben|is|was|zijn|waren|werd|wordt|word|worden|am|are)"
"""Verbs between a person and what they are."""

HAS = r"(?:heb|heeft|had|hebben|hadden|kreeg|krijg|krijgt|lijd|lijdt|leed|have|has)"
"""Verbs between a person and what they have."""

SAYS = r"(?:(?:zegt|zei|meldt|meldde|geeft aan|gaf aan|vertelt|vertelde)(?: dat (?:hij|zij|ze))?)"
"""Verbs by which somebody tells something of themselves."""

_ADVERB = (
    r"(?:zelf|ook|al|nog|nu|wel|niet|geen|een|echte?|heel|erg|best|nogal|gewoon|helaas|inmiddels"
    r"|sinds (?:kort|[a-z]{3,10}|\d{4})|streng|praktiserend|overtuigd|belijdend|openlijk|half|jaren"
    r"|politiek gezien|altijd|weer|toch|eigenlijk|namelijk|van huis uit|zwaar|licht|ernstig"
    r"|chronisch|blijvend|volledig|deels|trotse?|permanent|tijdelijk|an?|also)"
)


def are_told(word: str) -> tuple[str, ...]:
    """Regular expressions of what tells that somebody is `word`; the group `value` is that word.

    `ik ben zelf ...`, in a chat `ben ...`, `is mijn man ...`, `omdat ik ... ben`, `klant geeft
    aan ... te zijn`, `als ... vind ik`. `word` is a regular expression without a group of its
    own, read without case.
    """
    value = rf"(?P<value>{word})(?![\w-])"
    return (
        rf"(?<![\w-])(?i:(?:{SOMEBODY} {IS}|i'm)(?: {_ADVERB}){{0,3}} {value})",
        rf"(?:^|[.!?,;\n] ?)(?i:ben(?: {_ADVERB}){{0,2}} {value})",
        rf"(?<![\w-])(?i:{IS} (?:{SELF}|{RELATIVE}|{PRONOUN})(?: {_ADVERB}){{0,3}} {value})",
        rf"(?<![\w-])(?i:(?:{SELF}|{RELATIVE}|{PRONOUN})(?: {_ADVERB}){{0,2}} {value} {IS}(?!\w))",
        rf"(?<![\w-])(?i:{CUSTOMER}(?:[ :,]{{1,3}}{SAYS})?[ :,]{{1,3}}(?:{_ADVERB} ){{0,2}}"
        rf"{value})",
        rf"(?<![\w-])(?i:als (?:een )?{value}(?: (?:man|vrouw))?"
        r"(?=[^.!?;\n]{0,30} (?:ik|wij|we|me|mij|ons)(?!\w)))",
    )
