"""People who do not exist: a name, an address, and ways to reach them."""

import unicodedata
from dataclasses import dataclass

import numpy as np

from jobs.demo import names, numbers

_DOMAINS = ("voorbeeld.nl", "example.org", "example.com", "example.net", "mail.example.com")
_POSTCODE_LETTERS = "ABCDEGHJKLMNPRTVWXZ"
_ADDITIONS = (None, None, None, None, "A", "B", "bis", "2", "hs", "III")


@dataclass(frozen=True, kw_only=True)
class Person:
    """One made-up person; `customer` is the number that the shop knows them by."""

    customer: str
    first: str
    last: str
    gender: str
    email: str
    username: str
    mobile: str
    landline: str
    street: str
    number: int
    addition: str | None
    postcode: str
    place: str
    iban: str

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"

    @property
    def initials(self) -> str:
        """Initials and surname, as on an invoice."""
        return f"{''.join(f'{part[0]}.' for part in self.first.split())} {self.last}"

    @property
    def address(self) -> str:
        """Street, house number and addition on one line."""
        if self.addition is None:
            return f"{self.street} {self.number}"
        joint = "-" if self.addition.isdigit() else "" if len(self.addition) == 1 else " "
        return f"{self.street} {self.number}{joint}{self.addition}"


def draw(rng: np.random.Generator, count: int) -> tuple[Person, ...]:
    """That many people, with as many different customer numbers."""
    codes = rng.choice(9_000_000, count, replace=False) + 1_000_000
    return tuple(_person(rng, int(code)) for code in codes)


def _person(rng: np.random.Generator, code: int) -> Person:
    shares = [share for _, share in names.ORIGINS]
    women, men, surnames = names.ORIGINS[int(rng.choice(len(shares), p=shares))][0]
    gender = "v" if rng.random() < 0.5 else "m"
    first = _pick(rng, women if gender == "v" else men)
    last = _pick(rng, surnames)
    local = _local_part(rng, first, last)
    return Person(
        customer=f"KK-{code}",
        first=first,
        last=last,
        gender=gender,
        email=f"{local}@{_pick(rng, _DOMAINS)}",
        username=f"{_ascii(first)[:6]}{_ascii(last)[:4]}{rng.integers(1, 9999)}",
        mobile=numbers.mobile(rng),
        landline=numbers.landline(rng),
        street=_pick(rng, names.STREETS),
        number=int(rng.integers(1, 260)),
        addition=_ADDITIONS[int(rng.integers(len(_ADDITIONS)))],
        postcode=postcode(rng),
        place=_pick(rng, names.PLACES),
        iban=numbers.account(rng),
    )


def postcode(rng: np.random.Generator) -> str:
    """A postcode, with or without its space; none ends in SA, SD or SS."""
    joint = " " if rng.random() < 0.7 else ""
    return f"{rng.integers(1000, 9999)}{joint}{numbers.letters(rng, 2, _POSTCODE_LETTERS)}"


def _local_part(rng: np.random.Generator, first: str, last: str) -> str:
    given, family = _ascii(first), _ascii(last)
    forms = (
        f"{given}.{family}",
        f"{given[0]}.{family}",
        f"{given}{family}{rng.integers(50, 99)}",
        f"{given}_{family}",
        f"{family}.{given[0]}{rng.integers(1, 99)}",
    )
    return forms[int(rng.integers(len(forms)))]


def _ascii(name: str) -> str:
    plain = name.lower().replace("ł", "l").replace("ı", "i")
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(c for c in folded if c.isalpha())


def _pick(rng: np.random.Generator, choices: tuple[str, ...]) -> str:
    return choices[int(rng.integers(len(choices)))]
