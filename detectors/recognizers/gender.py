"""GENDER: the gender of a person, or a form of address that tells it.

Only a column is announced: `man` and `vrouw` in running text are ordinary words. A form
of address (`dhr.`, `mevr.`, `Ms.`) tells the gender, an academic title does not. The bare
`title` or `titel` names books as often and counts only beside a name.

Check rule: membership of the closed set. Known false alarms: sizes and yes/no flags
coded `m` and `f` in a column that happens to be called `sex`.
"""

from detectors.recognizer import ColumnRule, Recognizer

RECOGNIZER = Recognizer(
    entity="GENDER",
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(geslacht|gender|sex|sekse|sexe|aanhef|salutation)(_(code|omschrijving))?",
            r"(\w+_)?(aanspreek_?(vorm|titel)|title_of_courtesy|courtesy_title|honorific)",
        ),
        names=(r"title|titel|prefix",),
        needs_neighbour=(
            r"(\w+_)?(voor|achter)na(am|men)|(\w+_)?(first|last|sur|family)_?name|voorletters?",
        ),
        not_names=(r"\w*_?(dier|product|artikel)_?geslacht", r"\w*plug_?gender"),
        cell=(
            r"(?i:m|v|x|f|man|vrouw|mannelijk|vrouwelijk|jongen|meisje|male|female|other|anders|"
            r"non-?binair|non-?binary|genderneutraal|dhr\.?|de heer|heer|meneer|mevr\.?|mw\.?|"
            r"mevrouw|mej\.?|mr\.?|mrs\.?|ms\.?|miss)"
        ),
    ),
)
