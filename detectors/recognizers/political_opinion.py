"""POLITICAL_OPINION: the political opinion of a person (GDPR article 9).

In running text only what is told of somebody: a vote, a membership, an office for a party, a
conviction. The span is the name of the party, the politician or the conviction, without its
article; behind a label (`politieke voorkeur:`) any word. The name of a party by itself tells
nothing, nor does a vote for a taste. A column is announced by its name.

Check rule: none. Known false alarms: irony.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import PRONOUN, RELATIVE, SELF, SOMEBODY, are_told

_PARTY = (
    r"(?-i:VVD|PVV|D66|CDA|PvdA|PVDA|GroenLinks(?:-PvdA)?|GL-PvdA|SP|SGP|ChristenUnie|CU|NSC|BBB"
    r"|Volt"
    r"|FVD|FvD|Forum voor Democratie|DENK|50PLUS|50Plus|JA21|Partij voor de Dieren|PvdD|BIJ1|FNP"
    r"|Boerburgerbeweging|BoerBurgerBeweging|Nieuw Sociaal Contract|Leefbaar \w+|Jonge Democraten"
    r"|JOVD|CDJA|Jonge Socialisten|Extinction Rebellion|Vlaams Belang|N-VA|Wilders|Baudet|Omtzigt"
    r"|Timmermans|Rutte|Klaver)"
)
_CONVICTION = (
    r"(?:communist|socialist|liberaal|conservatief|anarchist|nationalist|sociaaldemocraat"
    r"|groenlinkser|pvv'er|vvd'er|sp'er|cda'er|d66'er|pvda'er|sgp'er|bbb'er|forummer)"
)
_FOR = r"(?: (?:van|voor|bij|op|op de lijst van)(?: de| het)?)?"

RECOGNIZER = Recognizer(
    entity="POLITICAL_OPINION",
    patterns=(
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:stem|stemt|stemmen|stemde|stemden)"
            rf"(?: [a-z]{{2,8}}){{0,3}} (?:op )?(?:de |het )?(?P<value>{_PARTY}))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:stem|stemde|stemmen) (?:ik|wij"
            rf"|we)(?: [a-z]{{2,8}}){{0,2}} (?:op )?"
            rf"(?:de |het )?(?P<value>{_PARTY}))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:heb|heeft|hebben|ga|gaat|wil)(?: op)?"
            rf"(?: de| het)? (?P<value>{_PARTY}) (?:gestemd|stemmen))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} [^.!?\n;]{{0,24}}?(?:lid|raadslid|statenlid"
            rf"|bestuurslid"
            r"|fractievoorzitter|wethouder|kamerlid|aanhanger|actief|vrijwilliger|sympathisant"
            r"|kandidatenlijst|lijst|nummer \d{1,2} op de lijst|sympathiseer|steun|steunen|steunt)"
            rf"{_FOR}(?: met| de| het)? (?P<value>{_PARTY}))(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SOMEBODY} [^.!?\n;]{{0,20}}?|als )(?P<value>{_PARTY})"
            r"(?:'er|-stemmer|-lid|-aanhanger|-kiezer|-raadslid))(?!\w)",
            score=0.8,
        ),
        *(Pattern(regex=regex, score=0.7) for regex in are_told(_CONVICTION)),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SELF}|{RELATIVE}|{PRONOUN}) (?:ben|is|zijn) "
            r"(?:(?:politiek gezien|nogal|vrij|erg|heel) )+(?P<value>links|rechts))(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:politieke[ _](?:voorkeur|partij|overtuiging|kleur)"
            r"|partijlidmaatschap"
            r"|stemgedrag(?: \d{4})?|political[ _](?:party|affiliation|opinion"
            r"|preference))[\"']?\s?[:=]"
            r"\s?[\"']?(?i:(?!onbekend|geen|n\.?v\.?t|null|none))(?P<value>[A-Za-z0-9][\w-]{1,30})",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(politieke_?(voorkeur|partij|overtuiging|kleur)|stem_?gedrag|partij_?lid\w*|stemt_(op|voor)|gestemd_op|partij_?voorkeur|"
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
