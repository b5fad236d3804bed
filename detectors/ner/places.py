"""Places: a known place after a word of place, or after a postcode."""

import re
from collections.abc import Iterator

from detectors.ner import lists
from detectors.ner.words import Word, adjoin

_BEFORE = frozenset({"in", "te", "uit", "naar", "vanuit", "woonachtig", "richting", "nabij"})
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2},? +(?=[^\W\d_]|')")
_LONGEST = 5


def places(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Where places stand in `text`: character offsets, half open."""
    for index in range(len(words) - 1):
        word = words[index]
        if word.lower in _BEFORE and adjoin(text, word, words[index + 1]):
            yield from _place_at(text, words, index + 1)
    for postcode in _POSTCODE.finditer(text):
        at = postcode.end()
        yield from _place_at(
            text, words, next((i for i, w in enumerate(words) if w.start == at), -1)
        )


def _place_at(text: str, words: list[Word], first: int) -> Iterator[tuple[int, int]]:
    """The longest known place that begins with a word; in lower case only a big one."""
    if first < 0:
        return
    start = words[first].start
    capitalised = words[first].is_capitalised or words[first].text[0] in "'’"
    known = lists.places() if capitalised else lists.BIG_PLACES
    for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1):
        end = words[last].end
        if text[start:end].lower() in known:
            yield start, end
            return
