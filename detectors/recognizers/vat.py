"""NL_VAT: btw-identificatienummer, as issued since 1 January 2020.

Issued by the Belastingdienst to whoever owes VAT. `NL`, nine digits, `B`, two digits:
`NL000099998B57`; spaces, dots and dashes occur between any of them, as each program groups
digits in its own way. `NL` is at times left out; then spaces ask for a context word, or a
consignment in parts would be one (`840437845 B01 van B03`). The digits say nothing about the
person; for a sole trader the number still tells who it is.

Check rule: ISO 7064 mod 97-10 over the whole, letters as numbers from 10.

A number from before 2020 is NL_VAT_OLD: its nine digits are a BSN or RSIN. Some 9 % of new
numbers pass that eleven-test too by chance, and 1 % of old ones pass mod 97; a number that passes
both is ambiguous, and is taken for a new one here, since that is what is issued today.
Known false alarms: the number of a company, which is nobody's.
"""

from enum import StrEnum

from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NINE = r"\d(?:[ .-]?\d){8}"
WRITTEN = rf"(?i:nl)[ .-]?{_NINE}[ .-]?[Bb][ .-]?\d ?\d(?!\w)"
WITHOUT_COUNTRY = r"(?<![\w.,/+-])(?<!\d )\d(?:\.?\d){8}\.?B\.?\d{2}(?!\w)"
WITHOUT_COUNTRY_SPACED = rf"(?<![\w.,/+-])(?<!\d ){_NINE}[ .-]?[Bb][ .-]?\d{{2}}(?!\w)"
CELL = rf"(?i:(?:nl)?[ .-]?{_NINE}[ .-]?b[ .-]?\d ?\d)"
NAMES = (
    r"\w*(btw|vat)(_?(id|nr|nummer|number|no|identificatienummer|code))?(_\w+)?",
    r"(\w+_)?(omzetbelasting|ob)_?(nr|nummer)",
    r"(\w+_)?tax_?(id|number|no)",
)
NOT_NAMES = (
    *(name for name in ABOUT if "_(id" not in name),
    r"\w*(btw|vat)_?(bedrag|amount|tarief|rate|percentage|perc|pct|hoog|laag|code|totaal|total)\w*",
)


class Reading(StrEnum):
    """As what a number can be read by its check rules."""

    NEW = "new"
    OLD = "old"
    AMBIGUOUS = "ambiguous"


def reading(text: str) -> Reading | None:
    """What the check rules say of a number, grouped or not, with or without `NL`."""
    number = "".join(c for c in text.upper() if c.isalnum()).removeprefix("NL")
    digits, suffix = number[:9], number[10:]
    if len(number) != 12 or number[9] != "B" or not (digits + suffix).isdecimal():
        return None
    new = bool(mod_97_10.is_valid("NL" + number))
    old = suffix != "00" and bool(bsn.is_valid(digits))
    if new and old:
        return Reading.AMBIGUOUS
    if new:
        return Reading.NEW
    return Reading.OLD if old else None


def is_new(text: str) -> bool:
    """Whether the number can be one of 2020 and later."""
    return reading(text) in (Reading.NEW, Reading.AMBIGUOUS)


RECOGNIZER = Recognizer(
    entity="NL_VAT",
    patterns=(
        Pattern(regex=rf"(?<![^\W_]){WRITTEN}", score=0.9),
        Pattern(regex=WITHOUT_COUNTRY, score=0.6),
        Pattern(regex=WITHOUT_COUNTRY_SPACED, score=0.2),
    ),
    is_valid=is_new,
    chance=1 / 97,
    context=("btw*", "vat", "vat id", "vat no", "vat nr", "vat number", "tax id"),
    column=ColumnRule(names=NAMES, not_names=NOT_NAMES, cell=CELL, alone=True),
    precedence=50,
    examples=("btw-id NL000099998B57", "Btw: NL 0000.99.998.B57", "000099998B57"),
    counterexamples=(
        "NL000099998B58",
        "NL123456782B01",
        "NL91ABNA0417164300",
        "lot 000099998C57",
    ),
)
