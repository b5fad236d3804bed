"""From all matches in a text to those that count: one span, one entity, nobody's left out."""

from collections.abc import Iterable

from detectors.names import is_guessed
from detectors.overlap import give_way, settle
from detectors.pasted import Pasted
from detectors.recognizer import Match
from detectors.setup import Setup


class Settling:
    """Settles matches by the rules of a setup."""

    def __init__(self, setup: Setup) -> None:
        """Keep the precedence of the recognizers, and read tables by their column rules."""
        self._exclusions = setup.exclusions
        self._precedence = {r.entity: r.precedence for r in setup.recognizers}
        self._pasted = Pasted(setup.recognizers)

    def headed(self, text: str) -> set[str]:
        """The entities that the names of a table in `text` announce for its fields."""
        return self._pasted.entities(text)

    def settled(self, text: str, matches: Iterable[Match], wanted: frozenset[str]) -> list[Match]:
        """Of `matches`, and of what a table in the text holds of the wanted, those that count."""
        every = list(matches)
        is_lined = "\n" in text
        if is_lined:
            every += (match for match in self._pasted.matches(text) if match.entity in wanted)
        seen = [match for match in every if is_guessed(match)]
        if seen:
            patterns = [match for match in every if not is_guessed(match)]
            every = [*give_way(seen, patterns, text), *patterns]
        return [
            match
            for match in (settle(every, self._precedence) if len(every) > 1 else every)
            if match.entity != "ORGANISATION"
            and not (is_lined and self._pasted.refuses(text, match))
            and not self._exclusions.excludes(match.entity, text[match.start : match.end])
        ]
