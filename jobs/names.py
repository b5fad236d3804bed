"""Names of columns, files and datasets as results may show them.

A name can itself be somebody's data: a JSON object keyed by e-mail address, a letter
named after its writer. Then its shape is shown instead.
"""

import re
from collections.abc import Iterable

from detectors.engine import Setup, engine
from detectors.shape import shape

_BETWEEN = re.compile(r"\[\]|\{\}|\{key\}|[.\-/=]")
_IDENTIFIER = re.compile(r"[A-Za-z_$]\w{0,40}|\d{1,4}|")
_LONG_NUMBER = re.compile(r"\d{5,}")


def safe_name(name: str, setup: Setup) -> str:
    """The name, or its shape where it may hold somebody's data.

    A plain identifier is shown as it is; an address or a long number never; for the
    rest the detectors decide.
    """
    if "@" in name or "%40" in name or _LONG_NUMBER.search(name):
        return shape(name)
    if all(map(_IDENTIFIER.fullmatch, _BETWEEN.split(name))):
        return name
    return shape(name) if engine(setup).detect(_spaced(name)) else name


def safe_file(name: str, setup: Setup) -> str:
    """As `safe_name`; but a file's name is always read as a text too."""
    shown = safe_name(name, setup)
    return shape(shown) if engine(setup).detect(_spaced(shown)) else shown


def distinct(names: Iterable[str]) -> list[str]:
    """The names, those that became alike numbered: `a@a.aa`, `a@a.aa#2`."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        number = seen[name] = seen.get(name, 0) + 1
        result.append(name if number == 1 else f"{name}#{number}")
    return result


def _spaced(name: str) -> str:
    return re.sub(r"[_.\-/=]+", " ", name)
