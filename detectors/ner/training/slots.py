"""Templates to texts: a slot such as {person} or a mark-up such as [PostNL|O] becomes a name.

A template is a line of a file in `texts/`. `{last#1}` and `{full#1}` are the same person;
`\\n` is a line break; doubled braces are braces.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detectors.ner.training.names import Name, Names
from detectors.ner.training.words import read

Span = tuple[int, int, str]
LABELS = {"P": "PERSON", "L": "LOCATION", "O": "ORGANISATION"}

_PIECE = re.compile(
    r"\{\{|\}\}|\{(?P<slot>[a-z]+)(?:#(?P<same>\d))?\}|\[(?P<text>[^\[\]|]+)\|(?P<label>[PLO])\]|\\n"
)


@dataclass(frozen=True)
class Lists:
    """What slots are filled from."""

    names: Names
    places: Sequence[str]
    cities: Sequence[str]
    countries: Sequence[str]
    firms: Sequence[str]
    things: Sequence[str]
    labels: Sequence[str]
    words: Sequence[str]


def fill(template: str, lists: Lists, rng: random.Random) -> tuple[str, list[Span]]:
    """A text and its spans. Raises ValueError, with the template, for an unknown slot."""
    same: dict[tuple[str, str], Name | str] = {}
    parts: list[str] = []
    spans: list[Span] = []
    length = at = 0

    def add(text: str, label: str | None) -> None:
        nonlocal length
        if label is not None:
            spans.append((length, length + len(text), label))
        parts.append(text)
        length += len(text)

    for piece in _PIECE.finditer(template):
        add(template[at : piece.start()], None)
        at = piece.end()
        if piece["text"] is not None:
            add(piece["text"], LABELS[piece["label"]])
        elif piece["slot"] is not None:
            add(*_slot(piece, lists, rng, same, template))
        else:
            add("\n" if piece[0] == "\\n" else piece[0][0], None)
    add(template[at:], None)
    return "".join(parts), spans


def _slot(
    piece: re.Match[str],
    lists: Lists,
    rng: random.Random,
    same: dict[tuple[str, str], Name | str],
    template: str,
) -> tuple[str, str | None]:
    slot, number = piece["slot"], piece["same"]
    if slot in _PEOPLE:
        draw = lists.names.draw_foreign if slot == "foreign" else lists.names.draw
        key = ("person", number or "")
        name = same.get(key) if number else None
        if not isinstance(name, Name):
            name = draw(rng)
            same[key] = name
        return _PEOPLE[slot](name, rng), "PERSON"
    drawn: tuple[str, str | None]
    if slot == "place":
        drawn = rng.choice(lists.places), "LOCATION"
    elif slot == "city":
        drawn = rng.choice(lists.cities), "LOCATION"
    elif slot == "country":
        drawn = rng.choice(lists.countries), "LOCATION"
    elif slot == "org":
        drawn = _firm(lists, rng), "ORGANISATION"
    elif slot == "thing":
        drawn = rng.choice(lists.things), None
    elif slot == "label":
        drawn = rng.choice(lists.labels), None
    elif slot == "word":
        drawn = rng.choice(lists.words), None
    elif slot in _VALUES:
        drawn = _VALUES[slot](rng), None
    else:
        raise ValueError(f"unknown slot '{slot}' in: {template}")
    if number:
        kept = same.setdefault((slot, number), drawn[0])
        return str(kept), drawn[1]
    return drawn


def _firm(lists: Lists, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.7:
        return rng.choice(lists.firms)
    if kind < 0.85:
        return rng.choice(read("firms_of")).format(lists.names.draw(rng).last)
    return rng.choice(read("firms_at")).format(rng.choice(lists.places))


def _surname(name: Name, rng: random.Random) -> str:
    """A surname by itself: its tussenvoegsel with a capital, as the rule is, or without."""
    whole = name.surname
    return whole[0].upper() + whole[1:] if name.prefix and rng.random() < 0.6 else whole


def _initials(name: Name, rng: random.Random) -> str:
    letters = [name.first[0].upper()]
    while rng.random() < 0.35 and len(letters) < 4:
        letters.append(rng.choice("ABCDEFGHIJKLMNPRSTW"))
    style = rng.random()
    if style < 0.7:
        return ".".join(letters) + f". {name.surname}"
    if style < 0.82:
        return ". ".join(letters) + f". {name.surname}"
    if style < 0.9:
        return ".".join(letters) + f".{name.surname}"
    return "".join(letters[:2]) + f" {name.surname}"


def _full(name: Name, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.85:
        return f"{name.first} {name.surname}"
    if kind < 0.93:
        return f"{name.first} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {name.surname}"
    return f"{name.first} {name.surname[0].upper()}{name.surname[1:]}"


def _person(name: Name, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.66:
        return _full(name, rng)
    if kind < 0.82:
        return _initials(name, rng)
    if kind < 0.85:
        return f"{name.surname}, {rng.choice((name.first, name.first[0] + '.'))}"
    return name.first


_PEOPLE: dict[str, Callable[[Name, random.Random], str]] = {
    "person": _person,
    "first": lambda name, rng: name.first,
    "last": _surname,
    "initials": _initials,
    "full": _full,
    "foreign": lambda name, rng: f"{name.first} {name.surname}",
}


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _postcode(rng: random.Random) -> str:
    blank = rng.choice((" ", " ", ""))
    return f"{rng.randint(1000, 9999)}{blank}{rng.choice('ABCDEGHJK')}{rng.choice('ABCDEGHJK')}"


def _address(rng: random.Random) -> str:
    street, number = rng.choice(read("streets")), rng.randint(1, 300)
    return f"{street} {number}{rng.choice(('', '', '', 'a', ' bis', '-2'))}"


def _phone(rng: random.Random) -> str:
    return rng.choice(("06-{}", "06 {}", "06{}", "+31 6 {}", "0031 6{}")).format(_digits(rng, 8))


def _date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1995, 2027)
    word = read("months")[month - 1]
    return rng.choice(
        (
            f"{day:02}-{month:02}-{year}",
            f"{day} {word}",
            f"{day} {word} {year}",
            f"{day}/{month}",
            f"{year}-{month:02}-{day:02}",
        )
    )


def _amount(rng: random.Random) -> str:
    euros, cents = rng.randint(1, 900), rng.randint(0, 99)
    return rng.choice((f"€ {euros},{cents:02}", f"€{euros},-", f"{euros},{cents:02} euro"))


def _order(rng: random.Random) -> str:
    return rng.choice(("KK-{}", "{}", "#{}", "2026-{}", "B{}")).format(_digits(rng, 6))


def _email(rng: random.Random) -> str:
    return f"{rng.choice('abcdefgjkmrst')}{_digits(rng, 2)}@example.{rng.choice(('nl', 'com'))}"


def _iban(rng: random.Random) -> str:
    return f"NL{_digits(rng, 2)} BANK {_digits(rng, 4)} {_digits(rng, 4)} {_digits(rng, 2)}"


def _url(rng: random.Random) -> str:
    return f"https://www.example.nl/{rng.choice(('bestel', 'retour', 'p'))}/{_digits(rng, 4)}"


_VALUES: dict[str, Callable[[random.Random], str]] = {
    "address": _address,
    "street": lambda rng: rng.choice(read("streets")),
    "postcode": _postcode,
    "phone": _phone,
    "email": _email,
    "order": _order,
    "date": _date,
    "time": lambda rng: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
    "iban": _iban,
    "amount": _amount,
    "number": lambda rng: str(rng.randint(2, 999)),
    "url": _url,
    "product": lambda rng: rng.choice(read("products")),
}
