"""Numbers that look real and are nobody's.

BSNs lie in the range that the issuer keeps for tests (9999xxxxx); an IBAN's account
number fails the eleven-test that each account of these banks passes; full IP addresses
come from the ranges for documentation (RFC 5737).
"""

import numpy as np
from stdnum import ean, iban
from stdnum.nl import bsn as bsn_rule

_BANKS = ("ABNA", "RABO", "SNSB", "TRIO", "ASNB", "KNAB", "RBRB")
_DOCUMENTATION = ("192.0.2", "198.51.100", "203.0.113")
_PLATE_LETTERS = "GHJKLNPRTXZ"
_CARD_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_HASH_LETTERS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_AREA_CODES = ("010", "020", "030", "040", "050", "058", "070", "024", "0512", "0513", "0115")
_MOBILE = (
    "06-{0}{1}{2}{3}",
    "06 {0}{1}{2}{3}",
    "06{0}{1}{2}{3}",
    "06 {0} {1} {2} {3}",
    "06-{0} {1} {2} {3}",
    "+31 6 {0}{1}{2}{3}",
    "+316{0}{1}{2}{3}",
    "0031 6 {0}{1}{2}{3}",
    "+31 (0)6 {0} {1} {2} {3}",
)


def digits(rng: np.random.Generator, count: int) -> str:
    """That many decimal digits."""
    return "".join(map(str, rng.integers(0, 10, count)))


def letters(rng: np.random.Generator, count: int, alphabet: str) -> str:
    """That many letters of an alphabet."""
    return "".join(alphabet[int(i)] for i in rng.integers(0, len(alphabet), count))


def bsn(rng: np.random.Generator) -> str:
    """A number of the test range that passes the eleven-test."""
    while True:
        number = "9999" + digits(rng, 5)
        if bsn_rule.is_valid(number):
            return number


def account(rng: np.random.Generator) -> str:
    """A valid Dutch IBAN around an account number that cannot exist."""
    while True:
        number = "0" + str(rng.integers(1, 10)) + digits(rng, 8)
        if sum(int(d) * w for d, w in zip(number, range(10, 0, -1), strict=True)) % 11:
            break
    bank = _BANKS[int(rng.integers(len(_BANKS)))]
    check = iban.calc_check_digits(f"NL00{bank}{number}")
    return f"NL{check}{bank}{number}"


def mobile(rng: np.random.Generator) -> str:
    """A mobile number, in one of the ways that people write it."""
    body = str(rng.integers(1, 6)) + digits(rng, 7)
    pairs = [body[i : i + 2] for i in range(0, 8, 2)]
    return _MOBILE[int(rng.integers(len(_MOBILE)))].format(*pairs)


def landline(rng: np.random.Generator) -> str:
    """A landline number with its area code."""
    area = _AREA_CODES[int(rng.integers(len(_AREA_CODES)))]
    return f"{area}-{rng.integers(2, 8)}{digits(rng, 9 - len(area))}"


def licence_plate(rng: np.random.Generator) -> str:
    """A plate in the notation of recent passenger cars (sidecodes 9 and 10)."""
    one, two = letters(rng, 1, _PLATE_LETTERS), letters(rng, 2, _PLATE_LETTERS)
    number = digits(rng, 3)
    return f"{two}-{number}-{one}" if rng.random() < 0.5 else f"{one}-{number}-{two}"


def gift_card(rng: np.random.Generator) -> str:
    """A gift card of the shop; its last character is a digit."""
    first, second = letters(rng, 4, _CARD_LETTERS), letters(rng, 3, _CARD_LETTERS)
    return f"KADO-{first}-{second}{digits(rng, 1)}"


def loyalty_card(rng: np.random.Generator) -> str:
    """A loyalty card of the shop: an EAN-13 in the range for use inside a company."""
    return _ean("29" + digits(rng, 10))


def article_ean(rng: np.random.Generator) -> str:
    """An EAN-13 as the shop's suppliers print it."""
    return _ean("87" + digits(rng, 10))


def full_ip(rng: np.random.Generator) -> str:
    """A full IPv4 address of a range for documentation."""
    return f"{_DOCUMENTATION[int(rng.integers(3))]}.{rng.integers(1, 255)}"


def partial_ip(rng: np.random.Generator) -> str:
    """An IPv4 address without its last octet."""
    first = (31, 62, 77, 82, 84, 86, 94, 145, 178, 213)[int(rng.integers(10))]
    return f"{first}.{rng.integers(1, 255)}.{rng.integers(1, 255)}.0"


def bcrypt(rng: np.random.Generator) -> str:
    """The shape of a bcrypt hash; it is the hash of nothing."""
    return "$2b$12$" + letters(rng, 53, _HASH_LETTERS)


def _ean(body: str) -> str:
    return body + ean.calc_check_digit(body)
