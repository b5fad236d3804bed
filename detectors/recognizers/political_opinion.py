"""POLITICAL_OPINION: the political opinion of a person (GDPR article 9).

In running text only what somebody says of their vote or membership. The name of a party
by itself tells nothing. A column is announced by its name.

Check rule: none. Known false alarms: irony.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_PARTY = (
    r"(?:de |het )?(?:VVD|PVV|D66|CDA|PvdA|GroenLinks(?:-PvdA)?|SP|SGP|ChristenUnie|NSC|BBB|Volt|"
    r"FVD|Forum voor Democratie|DENK|50PLUS|JA21|Partij voor de Dieren|BIJ1)"
)

RECOGNIZER = Recognizer(
    entity="POLITICAL_OPINION",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:ik (?:stem(?:de)?|heb)(?: altijd| weer)?(?: op)?|"
            r"(?:ik ben|wij zijn|mijn (?:man|vrouw) is) (?:actief |bestuurs|raads)?(?:lid van|"
            r"raadslid voor|actief bij|aanhanger van))"
            r" (?P<value>" + _PARTY + r")(?![\w-])",
            score=0.7,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(politieke_?(voorkeur|partij|overtuiging|kleur)|stem_?gedrag|partij_?lid\w*|"
            r"political_(party|opinion|preference|affiliation|view)s?)",
        ),
    ),
    examples=(
        "Ik stem altijd op D66",
        "ik ben lid van de VVD",
    ),
    counterexamples=(
        "De VVD is in het nieuws",
        "ik stem voor de nieuwe smaak",
        "lid van de koffieclub",
    ),
)
