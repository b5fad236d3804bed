"""Names in texts, as a spaCy pipeline sees them: guesses, until something else speaks for them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from detectors import ner
from detectors.memo import Memo
from detectors.recognizer import Match

NAMES = ("PERSON", "LOCATION", "ORGANISATION")
"""What the pipeline tags; an organisation only keeps its words from being a person's."""

NAME_SCORE = 0.7
"""The score of a name that the pipeline found."""

_FIELD_END = re.compile(r"[;|\t\n]|,(?=\S)")
_BATCH = 256


class Names:
    """A loaded pipeline."""

    def __init__(self, pipeline: str | None) -> None:
        """Load it; seconds for a large one."""
        self.nlp = ner.load(pipeline)
        # the same remarks come back in each batch of a table
        self._known: Memo[str, tuple[Match, ...]] = Memo()

    def in_each(self, texts: Sequence[str]) -> Iterator[list[Match]]:
        """The names in each of the texts, in their order."""
        distinct = dict.fromkeys(texts)
        self._known.make_room(text for text in distinct if text not in self._known)
        new = [text for text in distinct if text not in self._known]
        for text, doc in zip(new, self.nlp.pipe(new, batch_size=_BATCH), strict=True):
            self._known[text] = tuple(names_in(doc.ents))
        for text in texts:
            yield list(self._known[text])


def names_in(spans: Iterable[Span]) -> Iterator[Match]:
    """The tagged spans as matches."""
    for span in spans:
        # spaCy keeps `Bos;123456782` as one word, and a longer name would cover the number
        length = len(_FIELD_END.split(span.text, maxsplit=1)[0])
        if span.label_ in NAMES and length:
            yield Match(span.label_, span.start_char, span.start_char + length, NAME_SCORE)


def is_guessed(match: Match) -> bool:
    """Whether the pipeline alone saw a name; what a pattern tells of one scores higher."""
    return match.entity in NAMES and match.score <= NAME_SCORE
