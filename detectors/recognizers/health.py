"""HEALTH: the health of a person (GDPR article 9).

In running text only what somebody says of themselves or their family, with a word that
names an illness, handicap, pregnancy or treatment; the span is that word. `ziek` and
`pijn` are figures of speech and do not count. A column is announced by its name.

Check rule: none. Known false alarms: a quotation; a denial ("ik heb geen diabetes") counts
all the same, for it tells of somebody's health too.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_WORDS = (
    r"(?:diabetes|diabeet|kanker|borstkanker|leukemie|epilepsie|epileptisch|astma|copd|reuma|"
    r"multiple sclerose|parkinson|alzheimer|dement|dementie|coeliakie|glutenallergie|"
    r"notenallergie|lactose-?intoleran(?:t|tie)|melkallergie|allergisch voor|hiv|hepatitis|"
    r"depressie|depressief|burn-?out|autisme|autistisch|adhd|schizofrenie|psychose|"
    r"zwanger|miskraam|chemotherapie|bestraling|hartinfarct|beroerte|hersenbloeding|"
    r"hartpati[eë]nt|nierpati[eë]nt|dialyse|slechtziend|slechthorend|"
    r"rolstoelgebruiker|arbeidsongeschikt|gehandicapt|hoge bloeddruk|hernia)"
)
_SOMEBODY = r"(?i:ik|wij|we|mijn (?:man|vrouw|partner|zoon|dochter|kind|vader|moeder|broer|zus))"
_VERB = r"(?i:ben|heb|had|was|is|heeft|lijd|lijdt|kreeg|krijg|zijn|hebben|werd|word)"

RECOGNIZER = Recognizer(
    entity="HEALTH",
    patterns=(
        Pattern(
            regex=rf"(?<!\w){_SOMEBODY} {_VERB}(?!\w)"
            r"(?:(?! tegen | over | voor de | voor het )[^.!?\n;]){0,30}? "
            rf"(?P<value>(?i:{_WORDS}))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\w){_SOMEBODY} (?:[a-z]{{2,8}} )?(?P<value>(?i:{_WORDS})) {_VERB}(?!\w)",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(diagnose|diagnosis|medicatie|medication|medicijnen|allergie|allergie(en|s)|"
            r"allerg(y|ies)|ziekte(beeld)?|ziekmelding|aandoening|medisch(e)?_\w+|medical_\w+|"
            r"gezondheid(s_?\w+)?|health_(status|condition|issue)s?|zwanger(schap)?|pregnan(t|cy)|"
            r"handicap|beperking_medisch|bloed_?groep|blood_?type|verzuim_?reden|zorg_?polis\w*)",
        ),
        not_names=(
            r"(\w+_)?(product|artikel|recept|health_?check|ingredient\w*)_?\w*",
            r"(\w+_)?(medical|medische)_(device|hulpmiddel|afdeling)\w*",
        ),
    ),
    examples=(
        "Ik heb diabetes en drink geen suiker",
        "mijn moeder is slechtziend",
        "omdat ik zwanger ben",
    ),
    counterexamples=(
        "Deze koffie is niet goed bij hoge bloeddruk",
        "Doneer aan de strijd tegen kanker",
        "Ik word ziek van dit gedoe",
        "Kan ik blind vertrouwen op deze molen?",
    ),
)
