"""RELIGION: the religion or belief of a person (GDPR article 9).

In running text only what is told of somebody: that they are of a faith, go to its house, or hold
an office in it; the span is the word for it. Behind a label (`religie:`) any word. A feast, a
school, a dish or a church as a building tells nothing of anyone. A column is announced by its name.

Check rule: none. Known false alarms: a quotation, a figure of speech.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import SOMEBODY, are_told

_FAITH = (
    r"(?:(?:orthodox|liberaal|rooms|streng|oud|vrijzinnig|christelijk)[ -])?"
    r"(?:moslim(?:a|s)?|muslim|islamitisch|soennitisch|sjiitisch|aleviet|alevitisch|ahmadiyya"
    r"|christen(?:en)?|christelijk|christian|katholiek|catholic|protestants?|gereformeerd|hervormd"
    r"|luthers|doopsgezind|remonstrants|evangelisch|baptist|pinkster\w{0,12}|jood|joods|joden|jewish"
    r"|boeddhist(?:isch)?|buddhist|hindoe(?:s|ïstisch)?|hindu|sikh|athe[ïi]st(?:isch)?|atheist"
    r"|agnost(?:isch|icus)|humanist|humanistisch|ongelovig|gelovig|kerkelijk|bekeerling"
    r"|jehova['’]?s getuigen?|zevendedagsadventist(?:en)?|mormoon|mormonen|apostolisch"
    r"|dominee|imam|priester|pastoor|rabbijn|diaken|ouderling|non|kloosterling)"
)
_FAITHS = (
    r"(?:islam|christendom|jodendom|boeddhisme|hindoe[ïi]sme|katholicisme|protestantse kerk"
    r"|katholieke kerk|gereformeerde kerk|hervormde kerk|pkn|allah|jehova|jezus)"
)

RECOGNIZER = Recognizer(
    entity="RELIGION",
    patterns=(
        *(Pattern(regex=regex, score=0.7) for regex in are_told(_FAITH)),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:lid van|bekeerd tot|opgevoed in|behoor tot|geloof in) "
            rf"(?:de |het )?(?P<value>{_FAITHS}))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:ga|gaat|gaan|kom|komt)(?: [a-z]{{2,10}}){{0,3}} "
            r"naar de (?P<value>kerk|moskee|synagoge|tempel|mis|kerkdienst|zondagsschool|koranles))"
            r"(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:draag|draagt) (?:een |altijd een )?"
            r"(?P<value>hoofddoek|keppeltje|keppel|tulband|nikab|boerka))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:vanwege|wegens|door|om|volgens) (?:mijn|ons|haar) "
            rf"(?P<value>(?:{_FAITH}e? )?(?:geloof(?:sovertuiging)?|religie|godsdienst)))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:uit|in) een (?P<value>{_FAITH}) "
            r"(?:gezin|familie|milieu|nest))(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:religie|religion|geloof(?:sovertuiging)?|godsdienst|kerkgenootschap"
            r"|levensovertuiging)[\"']?\s?[:=]\s?[\"']?(?i:(?!onbekend|geen|n\.?v\.?t|null|none))"
            r"(?P<value>[A-Za-z][\w-]{2,30})",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(religie|religion|geloof(s_?overtuiging)?|godsdienst|kerk(genootschap)?|"
            r"levens(overtuiging|beschouwing)|gezindte|denominatie|faith|church)",
        ),
    ),
    examples=(
        "Ik ben praktiserend moslim",
        "wij zijn gereformeerd",
    ),
    counterexamples=(
        "Fijne kerstdagen gewenst",
        "de christelijke school in Drachten",
        "Is deze koffie halal?",
    ),
)
