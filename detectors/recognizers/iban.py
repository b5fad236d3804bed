"""IBAN_CODE: international bank account number.

Issued by banks; ISO 13616, registry kept by SWIFT. A Dutch one is `NL`, two check digits,
four letters of the bank and ten digits: `NL91ABNA0417164300`, usually in groups of four.
Capitals or not, groups parted by a space, a dot or a dash. Its own label may touch it, and the
currency of an account (`IBANNL91...`, `:25:NL91...EUR`); inside any other word it is a key.

Check rule: ISO 7064 mod 97-10 over the rearranged number, and the length and make-up that
the registry gives for the country (python-stdnum).

Known false alarms: the organisation's own accounts, which conf lists. A SEPA creditor
identifier (`NL..ZZZ...`) and a masked number are no IBAN.
"""

import re
from functools import cache
from itertools import product
from string import ascii_uppercase

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from stdnum import iban, numdb

from detectors.check_digits import Symbols, lengths, mod_97, passing, without
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_KINDS = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}
_LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK|FI|FO|GL",
    19: "MK|SI",
    20: "AT|EE|KZ|LT|LU|XK",
    21: "CH|HR|LI|LV",
    22: "BG|BH|DE|GB|GE|IE|ME|RS",
    23: "AE|GI|IL|TL",
    24: "AD|CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG",
    25: "PT",
    26: "IS|TR",
    27: "FR|GR|IT|MC|SM",
    28: "AL|AZ|BY|CY|DO|GT|HU|LB|PL",
    29: "BR|PS|QA|UA",
    31: "MT",
}


def _grouped(length: int, countries: str) -> str:
    fours, rest = divmod(length - 4, 4)
    tail = rf"[ .-]?[A-Z0-9]{{{rest}}}" if rest else ""
    return rf"(?:{countries})\d{{2}}(?:[ .-]?[A-Z0-9]{{4}}){{{fours}}}{tail}"


# a form, or the field of a bank file, writes its label and its currency against the number
_BEGIN = r"(?:(?<![^\W_])|(?<=iban)|(?<=rekening)|(?<=nummer))"
_END = r"(?:(?![^\W_])|(?=(?:EUR|USD|GBP|BIC|SWIFT)(?![^\W_])))"
_ANY_COUNTRY = "|".join(_grouped(length, countries) for length, countries in _LENGTHS.items())


def is_iban(text: str) -> bool:
    """Whether a number, grouped or not, obeys the check rule and its country's make-up."""
    # a country's own check goes by lists of banks, which age
    return bool(iban.is_valid(text.replace(".", ""), check_country=False))


@cache
def _made_up() -> str:
    """The regular expression, of RE2, of a number without separators of any country."""
    registry = numdb.get("iban")
    countries = []
    for country in map("".join, product(ascii_uppercase, repeat=2)):
        make_up = registry.info(country)[0][1].get("bban")
        if make_up:
            bban = re.sub(r"(\d+)!([nac])", lambda part: f"{_KINDS[part[2]]}{{{part[1]}}}", make_up)
            countries.append(rf"{country}[0-9A-Z]{{2}}{bban}")
    return rf"\A(?:{'|'.join(countries)})\z"


def are_ibans(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_iban` of many values; shape (n,) to (n,)."""
    numbers = pc.ascii_trim(without(values, b" -."), "\t\n\v\f\r\x1c\x1d\x1e\x1f")
    made_up = matching(numbers, _made_up())
    return passing(numbers, _pass, np.unique(lengths(numbers)[made_up]).tolist(), among=made_up)


def _pass(symbols: Symbols) -> npt.NDArray[np.bool_]:
    passed: npt.NDArray[np.bool_] = mod_97(np.roll(symbols, -4, axis=1)) == 1
    return passed


RECOGNIZER = Recognizer(
    entity="IBAN_CODE",
    patterns=(
        Pattern(
            regex=rf"(?i:{_BEGIN}NL ?\d{{2}}[ .-]?[A-Z]{{4}}(?:[ .-]?\d{{4}}){{2}}"
            rf"[ .-]?\d{{2}}{_END})",
            score=0.95,
        ),
        Pattern(regex=rf"(?i:{_BEGIN}(?=[A-Z]{{2}}\d\d)(?:{_ANY_COUNTRY}){_END})", score=0.9),
    ),
    is_valid=is_iban,
    are_valid=are_ibans,
    chance=1 / 97,
    column=ColumnRule(
        names=(
            r"\w*iban(_?(nr|nummer|number|code|no))?(_\w+)?",
            r"\w*(bank)?rekening(_?(nr|nummer|num))?(_\w+)?",
            r"(\w+_)?bank_?(account|acct)(_?(nr|no|number|num))?",
            r"(\w+_)?account_?(nr|no|number|num|nummer)",
        ),
        not_names=(*ABOUT, r"\w*rekening_?houder\w*"),
        cell=r"(?i:[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30})",
        alone=True,
    ),
    precedence=50,
    examples=(
        "Graag terugstorten op NL91 ABNA 0417 1643 00 t.n.v. Jansen",
        "iban=nl91abna0417164300",
        "BE68 5390 0754 7034",
    ),
    counterexamples=(
        "NL92 ABNA 0417 1643 00",
        "incassant NL13ZZZ809020490000",
        "NL91ABNA******4300",
        "SKU NL12KOFF1234567890",
    ),
)
