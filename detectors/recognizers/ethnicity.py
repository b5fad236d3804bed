"""ETHNICITY: the ethnic origin of a person (GDPR article 9).

In running text only what somebody says of their descent. A nationality is no ethnic
origin, and neither is the descent of coffee beans. A column is announced by its name.

Check rule: none. Known false alarms: a quotation.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="ETHNICITY",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:ik (?:ben|kom)|wij (?:zijn|komen)|hij is|zij is|"
            r"mijn (?:ouders|man|vrouw|familie) (?:is|zijn|komen))[^.!?\n;]{0,20}? "
            r"(?P<value>(?i:van (?:[a-zëï]+s|[a-zëï]+se|[a-zëï]+e)) (?i:afkomst|komaf|afstamming))"
            r"(?!\w)",
            score=0.7,
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
