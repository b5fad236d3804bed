"""RELIGION: the religion or belief of a person (GDPR article 9).

In running text only what somebody says of themselves: that they are of a faith. A feast
or a holiday that is wished tells nothing. A column is announced by its name.

Check rule: none. Known false alarms: a school or party of that name.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="RELIGION",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:ik|wij|we|mijn (?:man|vrouw|partner|ouders|familie))"
            r" (?i:ben|zijn|is|was) "
            r"(?i:(?:zelf|een|ook|streng|praktiserend|overtuigd|belijdend|niet) )*"
            r"(?P<value>(?i:moslim(?:a|s)?|islamitisch|christen(?:en)?|christelijk|katholiek|"
            r"protestants|gereformeerd|hervormd|joods|boeddhist(?:isch)?|hindoe(?:s)?|"
            r"hindoe[ïi]stisch|athe[ïi]st(?:isch)?|jehova'?s getuigen?))(?!\w)",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(religie|religion|geloof(s_?overtuiging)?|godsdienst|kerk(genootschap)?|"
            r"levensovertuiging|denominatie|faith|church)",
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
