"""DATE_OF_BIRTH: the day that a person was born.

Kept in the Basisregistratie Personen. Written in digits or in words, with a time behind it or
not (`written_dates`).

No check rule; the day must exist and lie between 1890 and 2099.

Any date has this shape, so one counts only right behind words that say so (`geboren op`,
`geb.dat.`, `dob`, the sign `°` of genealogists), before `geboren` where the sentence or its clause
ends or goes on about the birth (`op 3 mei 1990 geboren te Sneek`), or in a column of that name.
Before a noun `geboren` says what that is: of a lamb or a calf it is nobody's, so there only a
noun for a person counts. What is called born in front of the date may be an animal or a
company as well, and then is none. A year of birth or an age alone is not counted.
A column without a telling name holds dates of birth where nearly all of its days lie 12 to
110 years back, over at least thirty years, beside what points to a person. One that is called
so and holds days of the last twelve years only, all of three years at most, holds other days,
unless a name around it speaks of children.
Known false alarms: dates of birth of animals that are called by name; anniversaries that are
called a birthday with their year.
"""

import re
from datetime import date

from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer
from detectors.written_dates import WRITTEN, stated_date

_TIME = r"(?:(?:[T ]\d{1,2}:\d{2}|T\d{4})\S{0,40}(?: (?:[A-Z]{3,4}|(?:UTC|GMT)?[+-]\d\d:?\d\d))?)?"
_LABEL = (
    r"geboren|geboorte(?:[ _-]?|\W{1,6})(?:datum|dag|dt)|dag van geboorte|levenslicht|ter wereld"
    r"|geb\.?[ _]?(?:datum|dat|dt)\.?|geb\.|geb(?= ?(?:dd\.?|d\.d\.|op|:)? ?\d)|g\.d\.|gbd"
    r"|g\.b\.d\.|dob|d\.o\.b\.?|(?:date|day)[ _]?of[ _]?birth|birth(?:[ _]?|\W{1,6})date"
    r"|birth[ _]day"
    r"|born|b-?date|geburts(?:datum|tag)|date de naissance|née? le"
)
_NOT_BETWEEN = (
    r"(?!(?i:sinds|since|vanaf|klant per|bestel|order|overl|gekocht|lever|ship|tot|in dienst"
    r"|ingeschr|inschr|verhuis|gehuwd|getrouwd|aangemeld|geregistr|registr|sollic|afgegeven"
    r"|geldig|gebeld|betaal|factu|verzonden|retour|uitgegeven|trouw"
    r"|_(?:updated|changed|modified|verified|gewijzigd|gecontroleerd)))"
)
"""What begins another date than that of the birth."""
_STOP_OF_A_WORD = (
    r"(?:\.(?=[.:])|(?<=\.)\.|(?<=[Ss]t)\.|(?<=[^\W\d_]\.d)\.|\.(?=d\.)"
    r"|(?<=[ (][A-Za-z])\.|(?<=[ (][A-Za-z]{2})\.)"
)
"""A full stop that ends no sentence: of an abbreviation or a dotted line."""
_AS_A_PREDICATE = (
    r"(?=[ ]?[^\w\s]|\s*$|\s*\n| (?i:te|in|als|en|is|ben|dus|maar|klant|man|vrouw|zoon|dochter"
    r"|kind|verdachte|betrokkene|werkn\w+|medew\w+|verzekerde|aanvrag\w+|sollicitante?)(?!\w)"
    r"| [A-Z])"
)
_ANIMAL = (
    r"(?:lam|lammetje|lammeren|kalf|kalfje|kalveren|koe|stier|veulen|merrie|hengst|paard|pony"
    r"|pups?|puppy(?:'s)?|hond|hondje|teef|reu|kat|katje|poes|poesje|kater|kittens?|konijn"
    r"|konijntje|big|biggen|ooi|ram|geit|geitje|schaap|nest|nestje|huisdier|dier|dieren)"
)
_COMPANY = (
    r"(?:idee|merk|bedrijf|zaak|onderneming|project|plan|concept|product|koffie|blend|melange"
    r"|winkel|webshop|club|stichting|vereniging|koffiebar|branderij)"
)
_OF_NOBODY = re.compile(
    rf"(?<!\w)(?:{_ANIMAL}(?!\w)[^.;!?\n{{}}\"]{{0,30}}"
    rf"|{_COMPANY}(?: \w+){{0,2}} (?:is|was|werd)(?!\w)[^.;!?\n{{}}\"]{{0,30}})$",
    re.IGNORECASE,
)


def is_somebodys(text: str, day: date) -> bool:
    """Whether whoever is born on the day that a whole cell states, is between 12 and 110."""
    born = stated_date(text)
    return born is not None and 12 <= day.year - born.year <= 110


def _year(text: str) -> str:
    born = stated_date(text)
    return "" if born is None else str(born.year)


def is_somebodys_day(text: str, start: int, end: int) -> bool:
    """Whether the span states a day that exists, and no animal or company is born before it."""
    if stated_date(text[start:end]) is None:
        return False
    return _OF_NOBODY.search(text[max(0, start - 64) : start]) is None


RECOGNIZER = Recognizer(
    entity="DATE_OF_BIRTH",
    patterns=(
        Pattern(
            regex=rf"(?<![^\W_])(?i:{_LABEL})(?![^\W\d_])"
            rf"[;|]?(?:{_NOT_BETWEEN}(?:[^\d\n;!?.]|{_STOP_OF_A_WORD})){{0,60}}?"
            rf"(?<!\w)(?P<value>{WRITTEN})(?!(?!T\d\d:)\w|-|\.\d)",
            score=0.9,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:{_LABEL})(?![^\W\d_])[^\d\n;!?.]{{0,20}}?"
            r"(?:(?:kind|persoon|deelnemer) \d:? |\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:,| en| &| /) "
            rf"(?:[a-z]+ \d?:? ?)?)(?P<value>{WRITTEN})(?![\w-]|\.\d)",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:jarig (?:te zijn )?op|verjaardag(?:[\"']? ?[:=?]| is)"
            r"|(?:birthday|verjaardag)(?: van)?(?: (?:de )?[a-z]{3,12})?[\"']? ?[:=]"
            r"|b-?day ?[:=]|(?:ik ben|(?:hij|zij|ze|klant|mevrouw|meneer) is) van|geboorte ?:|\(\*)"
            rf" ?[\"']?(?P<value>{WRITTEN})(?![\w-]|\.\d)",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:geboren(?: op)?|geboorte[ _-]?datum|geb\.? ?datum|date of birth)"
            rf" ?:?[ \t]*\n[ \t]*(?P<value>{WRITTEN})(?![\w-]|\.\d)",
            score=0.9,
        ),
        Pattern(
            regex=rf"(?<![\d°])(?<!\d )°(?: [\w '-]{{2,30}},)? ?(?P<value>{WRITTEN})(?![\w-]|\.\d)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w.,/-])(?P<value>{WRITTEN})"
            r"(?:[ ,(=]{1,3}(?i:(?:is |als )?(?:mijn |zijn |haar |de )?"
            r"(?:geboortedatum|geb\.?dat\.?|geboortedag|date of birth|dob))(?!\w)"
            r"(?![\"']? ?[:=]| (?:is )?(?:onbekend|ontbreekt|niet|leeg|mist|nvt|n\.v\.t|volgt"
            r"|unknown))"
            r"|(?: (?:te|in) ['’]?[A-Z][\w' -]{1,30})? (?i:geboren)(?!\w)(?! ?(?:te |op )?\d)"
            rf"{_AS_A_PREDICATE})",
            score=0.8,
        ),
    ),
    accept=is_somebodys_day,
    stated_date=stated_date,
    column=ColumnRule(
        names=(
            r"\w*geboorte_?(datum|dag|dt)(_\w+)?",
            r"\w*geb_?(datum|dat|dt|dag)",
            r"(\w+_)?geboren(_op)?|geb",
            r"(\w+_)?(dob|birth_?(date|day|dt)|date_?of_?birth|born(_on|_at)?)(_\w+)?",
        ),
        not_names=(
            r"(has|heeft|is|show|toon|valid|geldig|send)_\w+",
            r"\w+_(mail|email|korting|coupon|verified|geverifieerd|status|sent|verzonden|hash)",
        ),
        cell=rf"{WRITTEN}{_TIME}",
        bare=Bare(
            is_known=is_somebodys,
            kind=_year,
            share=0.95,
            kinds=30,
            in_company=True,
            too_alike=3,
            trusted_beside=(
                r"(\w+_)?(kind|kinderen|kids|child|children|baby|babys|peuters?|zoon|dochter|opvang"
                r"|leerling(en)?|geboorte_?(lijst|kaartjes?)|birth_?list|kraam\w*)(_\w+)?",
            ),
        ),
        other_names=(
            r"\w+_?(datum|date|dat|dt|time|tijd|ts|timestamp)",
            r"(\w+_)?(start|begin|eind|end|hire|hired|since|sinds|ingang|vanaf|tot|opgericht"
            r"|founded|created|updated|modified|aangemaakt|gewijzigd|dienst)(_\w+)?",
            r"\w+_(op|at|on)",
        ),
    ),
    precedence=30,
    examples=(
        "geboren te Leeuwarden op 3 mei 1990",
        '{"geboortedatum": "1990-05-03"}',
        "geb.dat. 03-05-'90",
        "12/11/1985 is mijn geboortedatum",
    ),
    counterexamples=(
        "besteld op 03-05-1990",
        "geboren en getogen Fries, klant sinds 12-03-2015",
        "geboortedatum: 31-02-1990",
        "geboortedatum onbekend. Leverdatum 12-03-2024",
    ),
)
