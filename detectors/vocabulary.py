"""Names of people and of places that are known: Faker's lists for several countries.

They serve whole columns only: a word in a list proves nothing of one cell, but of a column
of names most are in one, and of a column of products or brands hardly any. People who live
in the Netherlands have names from all over, so the lists of several countries are taken.
"""

import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

_PLACES = ("nl_NL", "nl_BE")
_LATIN = re.compile(r"[a-zß-öø-ÿĀ-ɏ'’.-]{2,}")
_PREFIXES = frozenset(
    {"van", "de", "den", "der", "des", "ten", "ter", "te", "het", "'t", "la", "le", "les", "el"}
    | {"al", "du", "von", "da", "dos", "di", "in", "op", "uit", "bij", "aan", "bin", "ben", "ould"}
    | {"y", "e", "und", "d'", "zu", "zum"}
)
_TITLES = frozenset(
    {"dhr", "mevr", "mw", "mevrouw", "meneer", "drs", "dr", "ir", "ing", "prof", "mr", "mrs", "ms"}
)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,5}(?=[A-Za-z'’]|$)|(?:[A-Z]\.){1,5}")
_FIRM = re.compile(
    r"(?<!\w)(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ltd|inc|llc|plc|co|kg|ohg|ag|sarl|sas|zn|zonen"
    r"|en|and|und|et|groep|group|holding|stichting|vereniging|bedrijf|winkel|shop|beheer|services?"
    r"|transport|bouw|kliniek|school|hotel|café|restaurant)(?!\w)|[&+]"
    r"|(?:straat|laan|weg|plein|gracht|kade|singel|straße|strasse|street|road|avenue|drive)(?!\w)",
    re.IGNORECASE,
)


@cache
def first_names() -> frozenset[str]:
    """Known first names, lower case."""
    return frozenset(_names("first_names"))


@cache
def last_names() -> frozenset[str]:
    """Known surnames, lower case, without what stands before them (`van`)."""
    return frozenset(_names("last_names")) - _PREFIXES


@cache
def places() -> frozenset[str]:
    """Known towns and villages of the Netherlands and Belgium, lower case."""
    found: set[str] = {"den haag", "den bosch", "'s-gravenhage", "'s-hertogenbosch"}
    for locale in _PLACES:
        provider = import_module(f"faker.providers.address.{locale}").Provider
        found.update(city.casefold() for city in provider.cities)
    return frozenset(found)


def is_name(text: str) -> bool:
    """Whether a whole cell reads as the name of a person of which a part is known.

    `Jan`, `van der Wal`, `J.P. Bakker`, `Jansen, Fatima`; not the name of a firm or a street
    (`De Vries & Zn`, `Jan Steenlaan`).
    """
    if _FIRM.search(text):
        return False
    words = [word for word in text.replace(",", " ").split() if word]
    while words and words[0].casefold().rstrip(".") in _TITLES:
        words.pop(0)
    full = [word for word in words if word.casefold() not in _PREFIXES]
    if not full or len(full) > 4:
        return False
    written = {word[0].isupper() for word in full}
    if len(full) > 1 and len(written) > 1:
        return False
    initials = _INITIALS.fullmatch(full[0])
    if initials and len(full) > 1:
        return True
    if len(full) == 1 and text[0].islower() and len(words) > 1 and full[0][0].isupper():
        return True
    # surnames come first in some lists (`Jansen Fatima`)
    known = [
        _is_known(word, first_names()) or _is_known(word, last_names())
        for word in (full[0], full[-1])
    ]
    return any(known) if written == {True} else all(known)


def is_place(text: str) -> bool:
    """Whether a whole cell is a known place."""
    return text.casefold() in places()


def is_first_name(word: str) -> bool:
    """Whether a word is a known first name, and nothing that stands before a surname."""
    return word.casefold() not in _PREFIXES and _is_known(word, first_names())


def is_last_name(word: str) -> bool:
    """Whether a word is a known surname."""
    return _is_known(word, last_names())


def holds_known_name(text: str) -> bool:
    """Whether a name of a person holds a first name that is known, or ends in a known surname."""
    words = text.casefold().split()
    return any(map(is_first_name, words)) or (len(words) > 1 and _is_known(words[-1], last_names()))


def _is_known(word: str, names: frozenset[str]) -> bool:
    lower = word.casefold()
    return lower in names or ("-" in lower and any(part in names for part in lower.split("-")))


def _names(kind: str) -> Iterator[str]:
    """The words of all lists of Faker's providers whose names end in `kind`, or begin with it."""
    providers = import_module("faker.providers.person")
    for module in pkgutil.iter_modules(providers.__path__):
        if not module.ispkg:
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for field, names in vars(provider).items():
            if kind in field and isinstance(names, (tuple, list, dict)):
                for name in names:
                    for word in name.casefold().split():
                        if _LATIN.fullmatch(word):
                            yield word
