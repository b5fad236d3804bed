"""One span, one entity: the written rules by which overlapping matches are settled.

1. The longer span wins: the tail of an IBAN is no phone number, the user part of an
   e-mail address is no name.
2. Of equal spans, the recognizer with the higher `precedence` wins: a stated date of
   birth before a company number.
3. Then the higher score, then the entity's name, so that the outcome is always the same.
"""

from collections.abc import Iterable, Mapping

from detectors.recognizer import Match


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
