"""Orders as in the demo's wide table, in which no two rows share an identifying value.

Row `n` is the same in each table. Its values lie a golden section of all values from those of
the row before, which leaves none out before one comes back (phone numbers
after 50 million rows, names after 180 million, postcodes after 3.2 million). Streets and
places are repeated, as they are everywhere. What is nobody's in the demo (`numbers`) is
nobody's here.
"""

import unicodedata
from collections.abc import Sequence
from datetime import date
from math import gcd
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from jobs.demo import names
from jobs.demo.messages import PLATE_REMARKS, REMARKS, WIDE_BSN_REMARKS
from jobs.demo.people import Person
from jobs.demo.texts import fill

Numbers = npt.NDArray[np.int64]

SCHEMA = pa.schema(
    [
        ("order_id", pa.string()),
        ("klantnummer", pa.string()),
        ("klantnaam", pa.string()),
        ("email", pa.string()),
        ("telefoon", pa.string()),
        ("straat", pa.string()),
        ("huisnummer", pa.int64()),
        ("postcode", pa.string()),
        ("woonplaats", pa.string()),
        ("iban", pa.string()),
        ("bedrag", pa.float64()),
        ("besteldatum", pa.date32()),
        ("opmerking", pa.string()),
    ]
)

_GOLDEN = (5**0.5 - 1) / 2
_DOMAINS = ("voorbeeld.nl", "example.org", "example.com", "example.net")
_BANKS = ("ABNA", "RABO", "SNSB", "TRIO", "ASNB", "KNAB", "RBRB")
_LETTERS = "ABCDEGHJKLMNPRTVWXZ"
_PAIRS = tuple(a + b for a in _LETTERS for b in _LETTERS)
_MOBILE = ("06-", "06 ", "06", "+31 6 ", "+316", "0031 6 ")
_LAST_DAY = (date(2026, 11, 21) - date(1970, 1, 1)).days
_FILLED = 5
"""One row in so many has a remark, as in the demo."""
_RARE = 1000
"""One row in so many has a citizen service number or a licence plate in its remark."""


def orders(start: int, stop: int) -> pa.Table:
    """The rows from `start` to `stop`, laid out by `SCHEMA`."""
    rows = np.arange(start, stop, dtype=np.int64)
    given, second, surname = _name(rows)
    columns = {
        "order_id": _joined("B", 2019 + rows // 1_000_000 % 7, "-", _padded(rows % 1_000_000, 6)),
        "klantnummer": _joined("KK-", _padded(_drawn(rows, "customer", 9_000_000) + 1_000_000, 7)),
        "klantnaam": _joined(
            _of(_GIVEN, given), " ", _of(_GIVEN, second), " ", _of(_SURNAMES, surname)
        ),
        "email": _emails(given, second, surname),
        "telefoon": _phones(rows),
        "straat": _of(names.STREETS, _drawn(rows, "street", len(names.STREETS))),
        "huisnummer": pa.array(_drawn(rows, "number", 259) + 1),
        "postcode": _postcodes(rows),
        "woonplaats": _of(names.PLACES, _drawn(rows, "place", len(names.PLACES))),
        "iban": _accounts(rows),
        "bedrag": pa.array((_drawn(rows, "cents", 49_800) + 199) / 100),
        "besteldatum": pa.array((_LAST_DAY - _drawn(rows, "day", 2000)).astype(np.int32)).cast(
            pa.date32()
        ),
    }
    people = pa.table(columns).to_pylist() if len(rows) else []
    columns["opmerking"] = pa.array([_remark(row, of) for row, of in enumerate(people, start)])
    return pa.table(columns).cast(SCHEMA)


def _drawn(rows: Numbers, what: str, kinds: int) -> Numbers:
    """A number below `kinds` per row; the first `kinds` rows all have another."""
    step = round(kinds * _GOLDEN)
    while gcd(step, kinds) != 1:
        step += 1
    return (rows * step + crc32(what.encode())) % kinds


def _name(rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    drawn = _drawn(rows, "name", len(_GIVEN) ** 2 * len(_SURNAMES))
    both, surname = np.divmod(drawn, len(_SURNAMES))
    given, second = np.divmod(both, len(_GIVEN))
    return given, second, surname


def _emails(given: Numbers, second: Numbers, surname: Numbers) -> pa.Array:
    # the second name as a number: no two names give one address
    return _joined(
        _of(_plain(_GIVEN), given),
        ".",
        _of(_plain(_SURNAMES), surname),
        second,
        "@",
        _of(_DOMAINS, second % len(_DOMAINS)),
    )


def _phones(rows: Numbers) -> pa.Array:
    body = _drawn(rows, "phone", 50_000_000) + 10_000_000
    return _joined(_of(_MOBILE, rows % len(_MOBILE)), body)


def _postcodes(rows: Numbers) -> pa.Array:
    number, pair = np.divmod(_drawn(rows, "postcode", 9000 * len(_PAIRS)), len(_PAIRS))
    return _joined(number + 1000, _of((" ", " ", ""), rows % 3), _of(_PAIRS, pair))


def _accounts(rows: Numbers) -> pa.Array:
    """Valid IBANs around account numbers that fail the eleven-test: they cannot exist."""
    eight = _drawn(rows, "account", 90_000_000) + 10_000_000
    # the account is `0`, eight digits and a last one, with weights 10 down to 1
    weighed = sum((eight // 10**place % 10) * (place + 2) for place in range(8))
    last = rows % 10
    account = eight * 10 + np.where((weighed + last) % 11 == 0, (last + 1) % 10, last)
    bank = rows % len(_BANKS)
    spelled = np.array([int("".join(str(int(c, 36)) for c in name)) for name in _BANKS])
    # the country's letters and two zeros go behind, modulo 97 (ISO 7064)
    rest = ((spelled % 97)[bank] * 10**10 + account) % 97
    check = 98 - (rest * 10**6 + 232100) % 97
    return _joined("NL", _padded(check, 2), _of(_BANKS, bank), _padded(account, 10))


def _remark(row: int, of: dict[str, str]) -> str | None:
    if row % _FILLED:
        return None
    templates: tuple[str, ...] = REMARKS
    if row % _RARE == 0:
        templates = WIDE_BSN_REMARKS if row % (2 * _RARE) else PLATE_REMARKS
    return fill(templates[row // _FILLED % len(templates)], _person(of), "", _rng(row)).text


def _rng(row: int) -> np.random.Generator:
    return np.random.default_rng(row)


def _person(of: dict[str, str]) -> Person:
    first, _, last = of["klantnaam"].partition(" ")
    return Person(
        customer=of["klantnummer"],
        first=first,
        last=last,
        gender="v",
        email=of["email"],
        username="",
        mobile=of["telefoon"],
        landline="",
        street=of["straat"],
        number=int(of["huisnummer"]),
        addition=None,
        postcode=of["postcode"],
        place=of["woonplaats"],
        iban=of["iban"],
    )


def _joined(*parts: str | Numbers | pa.Array) -> pa.Array:
    texts = [
        pa.array(part).cast(pa.string()) if isinstance(part, np.ndarray) else part for part in parts
    ]
    return pc.binary_join_element_wise(*texts, "")


def _padded(numbers: Numbers, width: int) -> pa.Array:
    return pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width, "0")


def _of(values: Sequence[str], chosen: Numbers) -> pa.Array:
    return pa.array(values).take(pa.array(chosen))


def _plain(values: Sequence[str]) -> list[str]:
    return [_folded(value) for value in values]


def _folded(name: str) -> str:
    """A name as it stands in a mail address."""
    letters = name.lower().replace("ł", "l").replace("ı", "i")
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return "".join(c for c in plain if c.isalpha())


def _once(values: Sequence[str]) -> tuple[str, ...]:
    """The values that differ in a mail address too."""
    return tuple({_folded(value): value for value in values if _folded(value)}.values())


_GIVEN = _once([name for (women, men, _), _ in names.ORIGINS for name in (*women, *men)])
_SURNAMES = _once([name for (_, _, last), _ in names.ORIGINS for name in last])
