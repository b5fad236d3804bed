"""First names and places that are known: Faker's lists for many countries.

They confirm what a network found, and find nothing themselves: of a column of texts in
which it sees names, the share with a known one tells names from words that look like one.
"""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

_SHORTEST = 3


def is_confirmed(entity: str, value: str) -> bool:
    """Whether a name of a person or a place holds a word that is known as one."""
    if entity == "PERSON":
        return any(word in _first_names() for word in value.casefold().split())
    return value.casefold() in _places()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(_words("person", "first_names"))


@cache
def _places() -> frozenset[str]:
    modules = (import_module(f"faker.providers.address.{locale}") for locale in ("nl_NL", "nl_BE"))
    return frozenset(city.casefold() for module in modules for city in module.Provider.cities)


def _words(kind: str, field: str) -> Iterator[str]:
    package = import_module(f"faker.providers.{kind}")
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            provider = import_module(f"{package.__name__}.{module.name}").Provider
            for name, words in vars(provider).items():
                if field in name and isinstance(words, (tuple, list, dict)):
                    yield from (w.casefold() for w in words if len(w) >= _SHORTEST)
