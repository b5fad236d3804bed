"""Names of columns, files and datasets as results may show them.

A name can itself be somebody's data: a JSON object keyed by e-mail address, a letter
named after its writer. Then its shape is shown instead.
"""

import re
from collections.abc import Iterable

from detectors.direct import direct
from detectors.names import is_guessed
from detectors.setup import Setup
from detectors.shape import shape
from detectors.vocabulary import holds_known_name

_BETWEEN = re.compile(r"\[\]|\{\}|\{key\}|[.\-/=_]")
_WORD = re.compile(r"[A-Za-z$][A-Za-z$]{0,40}(?:\d{0,3}|0\d{3})|\d{1,4}|")
_TABLE = re.compile(r"[A-Za-z]+0\d{3}")
"""A name with a number in it, as SAP's tables have: `PA0002`."""
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-._]?[01]\d(?:[-._]?[0-3]\d)?(?!\d)")
_MOST_DIGITS = 5
_KINDS = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}(?:\.(?:gz|bz2|xz|zst|lz4|snappy))?$")
"""What a file's name ends in: `.pdf`, `.csv.gz`."""


def safe_name(name: str, setup: Setup) -> str:
    """The name, or its shape where it may hold somebody's data.

    Never shown are an address and more digits than a number of a part has (a day apart:
    `orders_20240131`). Of the rest, words are shown as they are, and detectors decide
    on what is no identifier. A place is not somebody's; a name must be a known one.
    """
    numbers = _DAY.sub("", name)
    parts = _BETWEEN.split(numbers)
    digits = sum(c.isdigit() for part in parts if not _TABLE.fullmatch(part) for c in part)
    if "@" in name or "%40" in name or digits > _MOST_DIGITS:
        return shape(name)
    if not all(map(_WORD.fullmatch, parts)):
        return shape(name) if digits or _is_personal(name, setup) else name
    if digits and sum(part.isdigit() for part in parts) > 1:
        return shape(name)
    return name


def safe_file(name: str, setup: Setup) -> str:
    """As `safe_name`; but a file's name of several words is always read as a text too."""
    shown = safe_name(name, setup)
    stem = _KINDS.sub("", name) or name
    return shape(shown) if len(_spaced(stem).split()) > 1 and _is_personal(stem, setup) else shown


def _is_personal(name: str, setup: Setup) -> bool:
    found = direct(setup)
    return any(
        not is_guessed(match)
        or (match.entity == "PERSON" and holds_known_name(text[match.start : match.end]))
        for text in (name, _spaced(name))
        for match in found.detect(text)
    )


def distinct(names: Iterable[str]) -> list[str]:
    """The names, those that became alike numbered: `a@a.aa`, `a@a.aa#2`."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        number = seen[name] = seen.get(name, 0) + 1
        result.append(name if number == 1 else f"{name}#{number}")
    return result


def _spaced(name: str) -> str:
    return " ".join(part for part in re.split(r"[_.\-/=\s]+", name) if part)
