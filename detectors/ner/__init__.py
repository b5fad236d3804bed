"""The Dutch pipeline that finds names of people, places and organisations in text.

It sets `doc.ents` with the labels PERSON, LOCATION and ORGANISATION and knows no
recognizer, column or policy. The embedded pipeline goes by lists and rules: precise
rather than complete. Any installed spaCy pipeline can take its place.
"""

import spacy
from spacy.language import Language

from detectors.ner import component, labels

__all__ = ["PipelineMissingError", "load"]


class PipelineMissingError(ValueError):
    """A pipeline that is named but not installed; the text names the remedy."""


def load(name: str | None) -> Language:
    """The pipeline of that name, or the embedded one for None.

    Loading takes seconds for a large model: do it once per process. Raises
    `PipelineMissingError` where nothing of that name is installed.
    """
    if name is None:
        nlp = spacy.blank("nl")
        nlp.add_pipe(component.NAME)
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
