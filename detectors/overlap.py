"""One span, one entity: the written rules by which overlapping matches are settled.

1. The longer span wins: the tail of an IBAN is no phone number, the user part of an
   e-mail address is no name.
2. Of equal spans, the recognizer with the higher `precedence` wins: a stated date of
   birth before a company number.
3. Then the higher score, then the entity's name, so that the outcome is always the same.

Before that a name that the network saw gives way to a pattern's match (`give_way`): it reads
words by their surroundings, and now and then takes a postcode for the head of a place.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detectors.recognizer import Match

_DIGIT = re.compile(r"\d")
_CAPITALISED = re.compile(r"[ ,;/-]{1,3}((?:'s-|'t )?[A-ZÀ-Þ]\w)")


def give_way(names: Iterable[Match], patterns: Iterable[Match], text: str) -> list[Match]:
    """The names that no match with a digit in it and no account name overlaps.

    Nobody is called by digits, and a label told the account. Of a place in whose midst such
    a match stands, what is written behind it remains: `3512 JE Utrecht`.
    """
    stronger = [
        m for m in patterns if m.entity == "USERNAME" or _DIGIT.search(text, m.start, m.end)
    ]
    kept = []
    for name in names:
        over = [m.end for m in stronger if m.start < name.end and name.start < m.end]
        if not over:
            kept.append(name)
        elif name.entity == "LOCATION":
            rest = _CAPITALISED.match(text, max(over), max(max(over), name.end))
            if rest is not None:
                kept.append(replace(name, start=rest.start(1), end=name.end))
    return kept


def settle(matches: Iterable[Match], precedence: Mapping[str, int]) -> list[Match]:
    """The matches that remain, in reading order, no two of them overlapping."""
    ranked = sorted(
        matches,
        key=lambda m: (m.start - m.end, -precedence.get(m.entity, 0), -m.score, m.entity, m.start),
    )
    kept: list[Match] = []
    for match in ranked:
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)
