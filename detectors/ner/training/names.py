"""Names of people from everywhere that people in the Netherlands come from, drawn at random.

Sources: the lists of first names and surnames in the Netherlands and of names by country
that lie beside the training texts, Faker's locales in Latin script, and `names_abroad.txt`.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from detectors.ner.training.words import read

_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’ .-]{2,}")
_PREFIX = re.compile(
    r"((?:(?:van|de|der|den|des|het|ter|ten|te|in|op|uit|aan|bij|over|la|le|du|von|zu|'t|’t|'s"
    r"|d'|l')[ ])+)",
    re.IGNORECASE,
)
_HOME = ("nl_NL", "nl_BE")
_ABROAD = (
    *("de_DE", "de_AT", "de_CH", "fr_FR", "fr_CH", "fr_BE", "en_GB", "en_US", "en_IE", "en_IN"),
    *("es_ES", "es_MX", "es_CO", "pt_PT", "pt_BR", "it_IT", "pl_PL", "tr_TR", "fr_DZ", "id_ID"),
    *("cs_CZ", "sk_SK", "hu_HU", "hr_HR", "sl_SI", "ro_RO", "sv_SE", "no_NO", "da_DK", "fi_FI"),
    *("et_EE", "lt_LT", "lv_LV", "vi_VN", "en_NG", "en_KE", "en_PK", "yo_NG", "ig_NG", "tw_GH"),
)
_FIELDS = {
    "first": ("first_names", "first_names_male", "first_names_female"),
    "last": ("last_names", "last_names_male", "last_names_female"),
}
_COMMON = 4
_DOUBLE = 0.06
"""Share of people with two surnames; of people with two first names."""
_SHORTENED = 0.2
"""Share of tussenvoegsels that are written short."""
_SHORT = {
    "van": ("v.", "v"),
    "van de": ("v.d.", "vd", "v/d"),
    "van der": ("v.d.", "vd", "v/d", "v.d"),
    "van den": ("v.d.", "vd", "v/d"),
}
_SHARES = {"home": 0.52, "abroad": 0.24, "own": 0.24}


@dataclass(frozen=True)
class Name:
    """A person's name in its parts; `prefix` is the tussenvoegsel, "" for none."""

    first: str
    prefix: str
    last: str

    @property
    def surname(self) -> str:
        """Surname with the tussenvoegsel in front of it."""
        return f"{self.prefix} {self.last}" if self.prefix else self.last


Group = tuple[Sequence[str], Sequence[str]]


class Names:
    """Draws names; the same lists and the same random numbers give the same names."""

    def __init__(self, lists: Path) -> None:
        """Read the lists in a folder. Raises FileNotFoundError where one is missing."""
        known = [_faker(locale) for locale in _HOME]
        # Faker's are the common ones, and the common ones are what people meet most
        self._first_home = _column(lists / "firstnames.csv") + _COMMON * [
            n for first, _ in known for n in first
        ]
        self._last_home = _column(lists / "lastnames.csv") + _COMMON * [
            n for _, last in known for n in last
        ]
        self._by_country = _countries(lists)
        self._abroad = [group for locale in _ABROAD if all(group := _faker(locale))]
        self._own = _own()
        self.first_names = frozenset(
            name
            for first, _ in ((self._first_home, ()), *self._abroad, *self._own, *self._by_country)
            for name in first
        )

    def draw(self, rng: random.Random) -> Name:
        """A name of someone in the Netherlands: half of them Dutch or Flemish."""
        name = self._drawn(rng)
        kind = rng.random()
        if kind < _DOUBLE:
            other = self._name(rng, (self._first_home, self._last_home))
            return Name(name.first, name.prefix, f"{name.last}-{other.surname}")
        if kind < 2 * _DOUBLE:
            between = rng.choice((" ", " ", "-"))
            return Name(f"{name.first}{between}{self._drawn(rng).first}", name.prefix, name.last)
        if name.prefix in _SHORT and kind > 1 - _SHORTENED:
            return Name(name.first, rng.choice(_SHORT[name.prefix]), name.last)
        return name

    def _drawn(self, rng: random.Random) -> Name:
        kind = rng.random()
        if kind < _SHARES["home"]:
            return self._name(rng, (self._first_home, self._last_home))
        own = kind < _SHARES["home"] + _SHARES["own"]
        group = rng.choice(self._own if own else self._abroad)
        if rng.random() < 0.15:
            return self._name(rng, (group[0], self._last_home))
        return self._name(rng, group)

    def draw_foreign(self, rng: random.Random) -> Name:
        """A name from abroad, as the papers are full of."""
        kind = rng.random()
        pool = self._abroad if kind < 0.5 else self._by_country if kind < 0.75 else self._own
        return self._name(rng, rng.choice(pool))

    def _name(self, rng: random.Random, group: Group) -> Name:
        first, whole = rng.choice(group[0]), rng.choice(group[1])
        found = _PREFIX.match(whole)
        prefix = found[0].strip() if found and found.end() < len(whole) else ""
        last = whole[len(prefix) :].strip()
        if group[1] is self._last_home:
            prefix = prefix.lower()
        return Name(first, prefix, last)


def _column(file: Path) -> list[str]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [row[0].strip() for row in csv.reader(lines) if row and _is_name(row[0])][1:]


def _is_name(text: str) -> bool:
    return _LATIN.fullmatch(text.strip()) is not None


def _faker(locale: str) -> Group:
    provider = import_module(f"faker.providers.person.{locale}").Provider
    return tuple(  # type: ignore[return-value]
        sorted(
            {n for field in fields for n in (getattr(provider, field, None) or ()) if _is_name(n)}
        )
        for fields in _FIELDS.values()
    )


def _countries(lists: Path) -> list[Group]:
    first: dict[str, list[str]] = defaultdict(list)
    last: dict[str, list[str]] = defaultdict(list)
    with (lists / "common-forenames-by-country.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            if _is_name(row["Romanized Name"]):
                first[row["Country"]].append(row["Romanized Name"])
    with (lists / "common-surnames-by-country.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            if _is_name(row["Romanized Name"]):
                last[row["Country"]].append(row["Romanized Name"])
    return [(first[country], last[country]) for country in sorted(first) if last[country]]


def _own() -> list[Group]:
    groups = []
    for line in read("names_abroad"):
        _, first, last = line.split(": ")
        groups.append(tuple([n.replace("_", " ") for n in part.split()] for part in (first, last)))
    return groups  # type: ignore[return-value]
