"""TRADE_UNION: membership of a trade union (GDPR article 9).

In running text only what is told of somebody's membership; the span is the union, without its
article. `Mijn vakbond` tells it as well, and so does a number or contribution of a member. Behind a
label (`vakbond:`) any word. The name of a union by itself tells nothing. A column is announced by
its name.

Check rule: none. Known false alarms: a member's discount in an advertisement.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.somebody import SOMEBODY

_UNION = (
    r"(?:(?-i:(?:FNV|CNV)(?: [A-Z]\w+)?|VCP|De Unie|AVV|AOb|NVJ|NU'91|VVMC|ACP|FBTO Bond|ABVV|ACV"
    r"|ACLVB|LTO|VCPS|LAD|ANPV|NPB|BTB|Unie NFTO)|vakbond|bond(?! tegen| van)|union"
    r"|[a-z]{4,12}bond(?<!voetbalbond)(?<!sportbond)(?<!dierenbond))"
)

RECOGNIZER = Recognizer(
    entity="TRADE_UNION",
    patterns=(
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SOMEBODY} [^.!?\n;]{{0,24}}?|als |is )(?:lid|kaderlid"
            rf"|aangesloten"
            r"|vakbondslid|ingeschreven|actief|bestuurder|a member|gestaakt)(?: meer)?"
            rf"(?: (?:van|bij|in|of|met))?(?: de| het| een| the)? (?P<value>{_UNION}))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} zit(?:ten)? bij (?:de|het) "
            rf"(?P<value>{_UNION}))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:(?:{SOMEBODY} (?:ben|is|zijn) (?:een )?|als )"
            rf"(?:(?P<value>{_UNION})-lid))(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:{SOMEBODY} (?:ben|is|zijn) (?:een |al jaren )?"
            r"(?P<value>vakbondslid|vakbondsman|vakbondsvrouw|vakbondsbestuurder|kaderlid))(?!\w"
            r"| (?:van|bij))",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:(?:mijn|onze) (?P<value>vakbond|bond))(?!\w)",
            score=0.6,
        ),
        Pattern(
            regex=r"(?<![\w-])(?P<value>FNV|CNV|VCP|AOb)(?:[ -](?i:lidnummer|lidnr\.?"
            r"|lid nr\.?)[ :]{1,2}\d"
            r"| via loonstrook)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:vakbonds?(?:lid|lidmaatschap|contributie|bijdrage)?"
            r"|lidmaatschap vakbond"
            r"|trade[ _]?union(?:[ _]member)?)(?:[\"']?\s?[:=]\s?[\"']?| inhouden voor | )"
            r"(?P<value>(?-i:FNV|CNV|VCP|AOb|NVJ|De Unie)(?: [A-Z]\w+)?)(?!\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:vakbonds?(?:lid|lidmaatschap)?|lidmaatschap vakbond"
            r"|trade[ _]?union(?:[ _]member)?)[\"']?\s?[:=]\s?[\"']?(?i:(?!onbekend|geen"
            r"|n\.?v\.?t|null))"
            r"(?P<value>[A-Za-z][\w-]{1,30})",
            score=0.8,
        ),
    ),
    column=ColumnRule(
        holds_text=True,
        names=(
            r"(\w+_)?(vakbond(s_?(lid|lidmaatschap|naam))?|lid_?vakbond|trade_?union(_member\w*)?|"
            r"union_?(member|membership)|fnv_?(lid|nr|nummer)|cnv_?(lid|nr|nummer))",
        ),
    ),
    examples=(
        "Ik ben al jaren lid van de FNV",
        "mijn man is lid van een vakbond",
    ),
    counterexamples=(
        "De FNV voert actie bij de post",
        "ik ben lid van de Unieke Koffieclub",
        "bond en blauw",
    ),
)
