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

from collections.abc import Callable
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from detectors.check_digits import (
    LETTERS_AND_DIGITS,
    Symbols,
    mod_97,
    only,
    pass_eleven,
    passing,
)
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
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


_COUNTRY = np.array([int(letter, 36) for letter in "NL"], dtype=np.uint8)


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


def are_new(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_new` of many values; shape (n,) to (n,)."""
    return _passing(values, _pass_new)


def are_old(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """Which values `reading` takes for old ones; shape (n,) to (n,)."""
    return _passing(values, _pass_old)


def _passing(
    values: pa.StringArray, test: Callable[[Symbols], npt.NDArray[np.bool_]]
) -> npt.NDArray[np.bool_]:
    numbers = only(values, LETTERS_AND_DIGITS)
    shaped = matching(numbers, r"\A(?:NL)?[0-9]{9}B[0-9]{2}\z")
    return passing(numbers, test, (12, 14), among=shaped)


def _pass_new(symbols: Symbols) -> npt.NDArray[np.bool_]:
    country = np.broadcast_to(_COUNTRY, (len(symbols), len(_COUNTRY)))
    passed: npt.NDArray[np.bool_] = mod_97(np.concatenate([country, symbols[:, -12:]], axis=1)) == 1
    return passed


def _pass_old(symbols: Symbols) -> npt.NDArray[np.bool_]:
    has_suffix = symbols[:, -2:].any(axis=1)
    return has_suffix & pass_eleven(symbols[:, -12:-3]) & ~_pass_new(symbols)


RECOGNIZER = Recognizer(
    entity="NL_VAT",
    patterns=(
        Pattern(regex=rf"(?<![^\W_]){WRITTEN}", score=0.9),
        Pattern(regex=WITHOUT_COUNTRY, score=0.6),
        Pattern(regex=WITHOUT_COUNTRY_SPACED, score=0.2),
    ),
    is_valid=is_new,
    are_valid=are_new,
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
