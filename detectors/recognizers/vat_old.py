"""NL_VAT_OLD: omzetbelastingnummer, the VAT number that holds a BSN or RSIN.

Issued by the Belastingdienst; as btw-identificatienummer in use until 1 January 2020, and since
between the entrepreneur and the Belastingdienst only. Nine digits, `B`, two digits from 01, with
or without `NL`: `NL123456782B01`. The nine digits are a sole trader's BSN, or a legal entity's
RSIN; which of the two the number does not tell.

Check rule: the nine digits pass the eleven-test, and the whole does not pass the mod 97 of the
new number (NL_VAT claims what passes both).

Known false alarms: a RSIN, which is nobody's.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.recognizers.vat import (
    CELL,
    NAMES,
    NOT_NAMES,
    WITHOUT_COUNTRY,
    WITHOUT_COUNTRY_SPACED,
    WRITTEN,
    Reading,
    are_old,
    reading,
)


def is_old(text: str) -> bool:
    """Whether the number holds a BSN or RSIN and is no new number."""
    return reading(text) is Reading.OLD


RECOGNIZER = Recognizer(
    entity="NL_VAT_OLD",
    patterns=(
        Pattern(regex=rf"(?<![^\W_]){WRITTEN}", score=0.9),
        Pattern(regex=WITHOUT_COUNTRY, score=0.6),
        Pattern(regex=WITHOUT_COUNTRY_SPACED, score=0.2),
    ),
    is_valid=is_old,
    are_valid=are_old,
    chance=1 / 11,
    context=("btw*", "omzetbelasting*", "ob nummer", "ob nr", "vat", "vat id", "vat no"),
    column=ColumnRule(names=NAMES, not_names=NOT_NAMES, cell=CELL, alone=True),
    precedence=50,
    examples=("btw NL123456782B01", "omzetbelastingnummer 1112.22.333.B01"),
    counterexamples=("NL000099998B57", "NL123456783B01", "NL123456782B00", "serie 123456782C01"),
)
