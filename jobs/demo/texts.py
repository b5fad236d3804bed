"""Fills templates of Dutch free text and knows which entities each slot brings along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import Formatter

import numpy as np

from jobs.demo import numbers
from jobs.demo.people import Person

_PRODUCTS = (
    "de espressobonen",
    "de volautomaat",
    "het melkkannetje",
    "de filterkoffie",
    "de koffiemolen",
    "de cups",
    "het proefpakket",
    "de bonen uit Ethiopië",
)

_OF_PERSON: dict[str, tuple[str, Callable[[Person], str]]] = {
    "naam": ("PERSON", lambda person: person.name),
    "voornaam": ("PERSON", lambda person: person.first),
    "initialen": ("PERSON", lambda person: person.initials),
    "email": ("EMAIL_ADDRESS", lambda person: person.email),
    "mobiel": ("PHONE_NUMBER", lambda person: person.mobile),
    "vast": ("PHONE_NUMBER", lambda person: person.landline),
    "adres": ("NL_ADDRESS", lambda person: person.address),
    "postcode": ("NL_POSTCODE", lambda person: person.postcode),
    "plaats": ("LOCATION", lambda person: person.place),
    "iban": ("IBAN_CODE", lambda person: person.iban),
    "klantnr": ("CUSTOMER_ID", lambda person: person.customer),
}
_DRAWN: dict[str, tuple[str, Callable[[np.random.Generator], str]]] = {
    "bon": ("GIFT_CARD", numbers.gift_card),
    "bsn": ("NL_BSN", numbers.bsn),
    "kenteken": ("NL_LICENCE_PLATE", numbers.licence_plate),
}
_NOBODYS: dict[str, Callable[[np.random.Generator], str]] = {
    "product": lambda rng: choose(_PRODUCTS, rng),
    "bedrag": lambda rng: f"{rng.integers(4, 180)},{rng.integers(10, 99)}",
    "track": lambda rng: f"3SKOFI{numbers.digits(rng, 9)}",
}


@dataclass(frozen=True)
class Text:
    """A filled text and the entities that stand in it."""

    text: str
    entities: frozenset[str]


def fill(template: str, person: Person, order: str, rng: np.random.Generator) -> Text:
    """A template with this person's data, and `order` for an order number, in its slots.

    Raises KeyError for a slot that is not known.
    """
    values: dict[str, str] = {}
    entities: set[str] = set()
    for slot in dict.fromkeys(field for _, field, _, _ in Formatter().parse(template) if field):
        if slot == "order":
            entities.add("ORDER_ID")
            values[slot] = order
        elif slot in _OF_PERSON:
            entity, of_person = _OF_PERSON[slot]
            entities.add(entity)
            values[slot] = of_person(person)
        elif slot in _DRAWN:
            entity, draw = _DRAWN[slot]
            entities.add(entity)
            values[slot] = draw(rng)
        else:
            values[slot] = _NOBODYS[slot](rng)
    return Text(template.format(**values), frozenset(entities))


def choose(templates: Sequence[str], rng: np.random.Generator) -> str:
    """One of the templates."""
    return templates[int(rng.integers(len(templates)))]
