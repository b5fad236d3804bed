"""TRADE_UNION: membership of a trade union (GDPR article 9).

In running text only what somebody says of their own membership. The name of a union by
itself tells nothing. A column is announced by its name.

Check rule: none. Known false alarms: a member's discount in an advertisement.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

RECOGNIZER = Recognizer(
    entity="TRADE_UNION",
    patterns=(
        Pattern(
            regex=r"(?<!\w)(?i:ik ben|wij zijn|mijn (?:man|vrouw|partner) is)"
            r"(?: (?i:al|ook|jaren|trouw))* "
            r"(?i:lid (?:van|bij)|aangesloten bij|kaderlid (?:van|bij)|vakbondslid bij) "
            r"(?P<value>(?i:de |het |een )?(?:FNV|CNV|VCP|De Unie|AVV|(?i:vakbond|bond)))(?!\w)",
            score=0.7,
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
