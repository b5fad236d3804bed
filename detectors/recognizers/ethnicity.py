"""ETHNICITY: the ethnic origin of a person (GDPR article 9).

In running text only what is told of somebody's descent, roots or colour; the span is the word
for it. Behind a label (`etniciteit:`) any word. A nationality or a birthplace is no ethnic
origin, and neither is the descent of coffee beans. A column is announced by its name.

Check rule: none. Known false alarms: a quotation.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import HAS, IS, PRONOUN, SELF, SOMEBODY, are_told

_PEOPLE = (
    r"(?:moluk(?:se?|ker)|hindoe?sta(?:ans|anse)|creools|marron|koerd(?:isch)?|berbers|antilliaanse?"
    r"|surinaamse?|surinamer|turkse?|marokkaanse?|marokkaan|somalisch|ghanees|eritrees|javaans"
    r"|papoea|roma|sinti|zigeuner|indisch|afro-\w+|halfbloed|allochtoon|creole|zwarte?"
    r"|donker van huidskleur|gekleurd|van kleur|latino|aziatisch)"
)
_OF = r"[a-zëïöü-]{3,20}(?:se|sche|e|s|ische)"

RECOGNIZER = Recognizer(
    entity="ETHNICITY",
    patterns=(
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY}[^.!?\n;:]{{0,40}}? van (?P<value>{_OF}) "
            r"(?:afkomst|komaf|afstamming|origine|bloed))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SELF}|my [a-z]{{4,12}}|{PRONOUN}) {IS} of "
            r"(?P<value>[a-z]{3,20}) (?:descent|origin|heritage))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:{HAS}|met) (?:een |wel een )?"
            rf"(?P<value>(?!witte |technische |zwarte )(?:{_OF}(?= (?:achtergrond|roots|wortels))"
            r"|migratie-?achtergrond)))(?![\w-])",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:mijn|onze|haar) (?:roots|wortels|voorouders) "
            r"(?:liggen in|komen uit|zijn)) (?P<value>[A-Z][\w-]{2,30})",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:vanwege|om|wegens|door) (?:mijn|zijn|haar|onze) "
            r"(?P<value>afkomst|huidskleur|etniciteit|etnische afkomst))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} {IS} (?P<value>(?:zwart|bruin|getint|licht) van "
            r"huidskleur))(?!\w)",
            score=0.7,
        ),
        *(
            Pattern(regex=rf"{regex}(?![ ]\w+ (?:koffie|thee))", score=0.6)
            for regex in are_told(rf"(?:{_PEOPLE}(?: (?:man|vrouw))?)")
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:etniciteit|ethnicity|etnische (?:achtergrond|afkomst|herkomst)"
            r"|huidskleur|migratie-?achtergrond)[\"']?\s?[:=]\s?[\"']?(?i:(?!onbekend|geen|n\.?v\.?t|null|none))"
            r"(?P<value>[A-Za-z][\w-]{2,30}(?: [A-Z][\w-]{2,20})?)",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        sure_names=(
            r"(\w+_)?(etniciteit|ethnicity|etnische_?\w+|ethnic_(group|origin)|afkomst_klant|"
            r"migratie_?achtergrond|huidskleur|skin_?color)",
        ),
        names=(r"race|ras",),
        not_names=(
            r"(\w+_)?(race_(id|datum|date|time|name|naam)|honden_?ras|koffie_?ras|ras_hond)",
        ),
        needs_neighbour=(
            r"(\w+_)?(klanten|customers|persoon|personen|people|medewerkers|employees|patients?|leden)",
            r"(\w+_)?(geslacht|gender|sex|geboorte_?datum|birth_?date|date_of_birth|achternaam|"
            r"last_?name|voornaam|first_?name|bsn|religie|religion|geloof|nationaliteit|nationality)",
        ),
    ),
    examples=(
        "Ik ben zelf van Marokkaanse afkomst",
        "mijn ouders zijn van Surinaamse komaf",
    ),
    counterexamples=(
        "koffie van Ethiopische afkomst",
        "van goede komaf",
        "de herkomst van het pakket",
    ),
)
