"""HEALTH: the health of a person (GDPR article 9).

In running text only what is told of somebody: an illness, handicap, pregnancy, treatment or
medicine they have, that they reported ill, or what stands behind a label (`diagnose:`,
`bloedgroep:`); the span is that word. What a product is good for, a fund, a shop that a wheelchair
can enter, or a machine that broke tells nothing of anyone. To become sick of something is a figure
of speech, to be sick is not. A column is announced by its name.

Check rule: none. Known false alarms: a quotation; a denial ("ik heb geen diabetes") counts
all the same, for it tells of somebody's health too.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import CUSTOMER, HAS, IS, PRONOUN, RELATIVE, SELF, SOMEBODY, are_told

_ILLNESS = (
    r"(?:diabetes(?: type [12])?|suikerziekte|\w{0,12}kanker|leukemie|lymfoom|tumor|epilepsie|astma"
    r"|copd|bronchitis|longontsteking|reuma|artritis|artrose|jicht|osteoporose|fibromyalgie"
    r"|multiple sclerose|(?-i:MS|ALS|PDS|CVS|ME|PTSS|HIV)|parkinson|alzheimer|dementie|coeliakie"
    r"|(?:ziekte van )?crohn|colitis|\w{2,14}allergie|\w{2,10}-?intolerantie|hiv|aids|hepatitis"
    r"|tuberculose|corona|covid(?:-19)?|long ?covid|griep|buikgriep|migraine|hoge bloeddruk"
    r"|hypertensie"
    r"|hartfalen|hartklachten|hartritmestoornis|hartinfarct|hartaanval|beroerte|herseninfarct"
    r"|hersenbloeding|hersenschudding|nierfalen|nierstenen|bloedarmoede|hernia|whiplash|rugklachten"
    r"|depressies?|burn-?out|angststoornis|paniekaanvallen|ptss|autisme|asperger|adhd"
    r"|\w{3,15}klachten|borderline"
    r"|schizofrenie|psychoses?|anorexia|boulimia|eetstoornis|alcoholverslaving|drugsverslaving"
    r"|dyslexie|miskraam|keizersnede|chemotherapie|chemo|bestraling|operatie aan|handicap"
    r"|(?:lichamelijke|verstandelijke|visuele|motorische) beperking"
    r"|syndroom van down|eczeem|psoriasis|schildklier\w{0,10}|endometriose|overgangsklachten)"
)
_STATE = (
    r"(?:zwanger|in verwachting|doof|slechthorend|blind|slechtziend|gehandicapt|dement|diabeet"
    r"|depressief"
    r"|overspannen|opgebrand|autistisch|epileptisch|dyslectisch|verslaafd(?! aan)|alcoholist"
    r"|terminaal|palliatief|ongeneeslijk ziek|chronisch ziek|ernstig ziek|langdurig ziek"
    r"|arbeidsongeschikt|afgekeurd|verlamd|lactose-?intolerant|glutenintolerant|hiv-positief"
    r"|seropositief|allergisch voor \w{3,15}|geopereerd|opgenomen in het ziekenhuis"
    r"|rolstoelgebruiker"
    r"|rolstoelafhankelijk|\w{3,12}pati[eë]nt|kankerpati[eë]nt|ziek thuis|bedlegerig"
    r"|besmet met \w{3,12})"
)
_MEDICINE = (
    r"(?:bloedverdunners|antidepressiva|insuline|antibiotica|medicatie|medicijnen|slaapmiddelen"
    r"|methadon|morfine|ritalin|prednison|metformine|bètablokkers|betablokkers|pijnstillers)"
)
_NAME = (
    r"(?:(?!(?:Dit|Dat|Het|Deze|Die|Alles|Wat|Hoe|Echt|Wie|Dan|Toen|Koffie)(?!\w))"
    r"[A-Z][a-zà-ÿ]{2,20}(?:-[A-Z][a-z]+)?(?: (?:van|de|der|den|[A-Z][a-z]+)){0,3})"
)
_NEAR = (
    r"(?:(?! (?:tegen|over|voor|bij|naar|met|zonder|namens|collecte\w*|artikel|boek|folder"
    r"|cursus) )"
    r"[^.!?;\n:]){0,36}?"
)
"""What stands between a person and an illness of their own, with no other matter between."""

RECOGNIZER = Recognizer(
    entity="HEALTH",
    patterns=(
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} {HAS}(?!\w){_NEAR} (?P<value>{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{HAS} (?:{SELF}|{RELATIVE}|{PRONOUN})(?!\w){_NEAR} "
            rf"(?P<value>{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SELF}|{RELATIVE}|{PRONOUN})(?: [a-z]{{2,8}}){{0,2}} "
            rf"(?P<value>{_ILLNESS}) {HAS})(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:lig|ligt|loop|loopt|kamp|kampt|worstel|worstelt"
            rf"|leef|leeft|leven"
            rf"|zit|herstel|herstelt|is|ben)(?: [a-z]{{2,8}}){{0,2}} (?:met|van|aan) (?:een )?"
            rf"(?P<value>{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:lijd(?:t"
            rf"|en)? (?:ik )?aan (?P<value>{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:mijn|m['’]n|haar) (?P<value>{_ILLNESS}|zwangerschap|bevalling"
            r"|slechte rug|ziekte))(?![\w-])",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{RELATIVE}|(?:heb|hebben|heeft) een (?:kind|zoon|dochter"
            rf"|baby|man"
            rf"|vrouw|partner)) met (?:een )?(?P<value>{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
        *(Pattern(regex=regex, score=0.7) for regex in are_told(_STATE)),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} {IS}(?!\w){_NEAR} (?P<value>geopereerd"
            rf"|opgenomen in het"
            r" ziekenhuis|zwanger|arbeidsongeschikt|ziek thuis|terminaal))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{CUSTOMER}[ :,]{{1,3}}(?:is "
            rf"|heeft )?(?:een )?(?P<value>{_ILLNESS}))"
            r"(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:slik|slikt|gebruik|gebruikt|krijg|krijgt|spuit)"
            rf"(?: [a-z]{{2,8}}){{0,2}} (?P<value>{_MEDICINE}))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} zit(?:ten)?(?: [a-z]{{2,8}}){{0,3}} in (?:een|de"
            rf"|haar|zijn) "
            r"(?P<value>rolstoel|wia|wao|wajong|ziektewet|afkickkliniek))(?![\w-])",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?:(?i:{SOMEBODY})|{_NAME}) (?i:ben|is|was|zijn|waren|wordt|werd)"
            r"(?i:(?: (?:al|nog|weer|nu|helaas|vandaag|gisteren|al \w+ \w+|erg|heel|ook|sinds \w+"
            r"|vorige"
            r" week|alweer)){0,3}) (?P<value>(?i:ziek(?! van| en zat)|zwanger|geopereerd"
            r"|allergisch(?: voor \w{3,15})?))(?![\w-])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:lig|ligt|lag|liggen|lagen|verblijft|opgenomen)(?: [\w,]+){0,4} "
            r"(?P<value>(?i:in het (?:\w+)?ziekenhuis))(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:wegens |door |tijdens )?(?P<value>(?i:ziekte|operatie"
            rf"|ziekmelding))"
            rf" van {_NAME}",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?:(?i:{SOMEBODY})|{_NAME}) (?i:ben|is|ga|gaat|zit"
            rf"|was)(?: \w+){{0,2}} "
            r"(?:met |in de )?(?P<value>(?i:zwangerschapsverlof|ziekteverlof"
            r"|bevallingsverlof))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:allergie(?:ën|s)?|voedselallergie"
            r"|dieetwensen medisch)[\"']?\s?[:=]"
            r"\s?[\"']?(?P<value>(?!(?i:geen|nee|n\.?v\.?t|onbekend|zie|null|none)(?!\w))"
            r"[A-Za-zëïé]{3,20})",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?:^|[\n;,] ?)(?P<value>(?i:ziek)): {_NAME}",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![\w-])(?P<value>(?i:ziek ?gemeld))(?![\w-])(?! (?:kunt|worden))", score=0.7
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:bloedgroep|blood[ _]?type)[\"']?\s?[:=]?\s?[\"']?"
            r"(?P<value>(?:AB|A|B|O|0)(?: ?(?:[+-]|pos(?:itief)?|neg(?:atief)?)))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:diagnose|aandoening|ziektebeeld|verzuim_?reden"
            r"|reden (?:van )?(?:verzuim"
            r"|ziekmelding|afwezigheid)|allergie(?:ën|en)?"
            r"|medische gegevens)(?: [a-z]{3,14})?[\"']?\s?[:=]"
            rf"\s?[\"']?(?P<value>(?i:{_ILLNESS}|{_STATE}))(?![\w-])",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?:^|[.!?,;\n] ?)(?i:hb"
            rf"|heb(?: zelf)?(?: een)?) (?P<value>(?i:{_ILLNESS}))(?![\w-])",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(reden|oorzaak|reason|toelichting|cause|klacht(en)?|indicatie|anamnese"
            r"|behandeling|verrichting|complaint)",
        ),
        needs_neighbour=(
            r"(\w+_)?(verzuim|ziekmelding|ziekte|sick_?leave|absence)\w*",
            r"(\w+_)?(patient|pat|poli|verwijzer|huisarts|zorgverlener|zorg|specialisme|clinic)"
            r"(_?\w+)?",
        ),
        sure_names=(
            r"(\w+_)?(letsel|injury|verwonding)(_?\w+)?",
            r"(\w+_)?(diagnose|diagnosis|medicatie|medication|medicijnen|allergie|allergie(en|s)|"
            r"allerg(y|ies)|ziekte(beeld)?|ziekmelding|aandoening|medisch(e)?_\w+|medical_\w+|"
            r"gezondheid(s_?\w+)?|health_(status|condition|issue)s?|zwanger(schap)?|pregnan(t|cy)|"
            r"handicap|beperking_medisch|bloed_?groep|blood_?type|verzuim_?reden|(reden|oorzaak)_?(verzuim|ziekte|ziekmelding)|zorg_?polis\w*)",
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
