"""The Dutch pipeline that finds names of people, places and organisations in text.

It sets `doc.ents` with the labels PERSON, LOCATION and ORGANISATION and knows no
recognizer, column or policy. The embedded pipeline is a small network of our own
(`MODEL_CARD.md`); any installed spaCy pipeline can take its place.
"""

from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from detectors.ner import embed, labels, refined, tokens

__all__ = ["MODEL", "PipelineMissingError", "load"]

MODEL = Path(__file__).with_name("model")
"""Where the embedded pipeline lies."""

_REGISTERED = (embed.word_embed, tokens.tokenizer)
"""What the embedded pipeline's config names; importing it is what registers it."""


class PipelineMissingError(ValueError):
    """A pipeline that is named but not installed; the text names the remedy."""


def load(name: str | None) -> Language:
    """The pipeline of that name, or the embedded one for None.

    Loading takes seconds for a large model: do it once per process. Raises
    `PipelineMissingError` where nothing of that name is installed.
    """
    if name is None:
        nlp = spacy.load(MODEL)
        _use_numpy(nlp)
        nlp.add_pipe(refined.NAME, last=True)
        return nlp
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise PipelineMissingError(
            f"pipeline '{name}' is not installed; install the spaCy package '{name}' in this "
            "environment, or leave 'pipeline' out to use the one that comes with the project"
        ) from error
    nlp.add_pipe(labels.NAME, last=True)
    return nlp


def _use_numpy(nlp: Language) -> None:
    """Multiply matrices with numpy: on small ones a third faster than thinc's own choice."""
    for _, pipe in nlp.pipeline:
        for node in getattr(pipe, "model").walk():  # noqa: B009
            node.ops = NumpyOps(use_blis=False)
