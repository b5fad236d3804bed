"""The spaCy pipeline that is measured: the project's own, or a folder with a trained one."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from detectors import ner
from detectors.ner.labels import LABELS
from tests.evaluation.scores import Span

_PARTS = ("detectors.ner.embed", "detectors.ner.tokens")
"""Modules that register what a trained pipeline is built of."""


def load(folder: Path | None) -> Language:
    """The project's pipeline, or for a folder the one in it."""
    if folder is None:
        return ner.load(None)
    register()
    return spacy.load(folder)


def register() -> None:
    """Import what a trained pipeline is built of, as far as it is there."""
    for part in _PARTS:
        if find_spec(part) is not None:
            import_module(part)


def names(nlp: Language, texts: Sequence[str]) -> Iterator[list[Span]]:
    """Per text the names that the pipeline tags, with our labels; other labels are dropped."""
    for doc in nlp.pipe(texts, batch_size=256):
        yield [
            (ent.start_char, ent.end_char, LABELS[ent.label_])
            for ent in doc.ents
            if ent.label_ in LABELS
        ]
