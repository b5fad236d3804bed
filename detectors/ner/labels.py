"""Other pipelines' entity labels, as ours; an entity with any other label is dropped."""

from spacy.language import Language
from spacy.tokens import Doc, Span

NAME = "speurneus_labels"

LABELS = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "LOC": "LOCATION",
    "GPE": "LOCATION",
    "LOCATION": "LOCATION",
    "ORG": "ORGANISATION",
    "ORGANISATION": "ORGANISATION",
    "ORGANIZATION": "ORGANISATION",
}


@Language.component(NAME)
def rename(doc: Doc) -> Doc:
    """`doc` with its entities' labels mapped by `LABELS`."""
    doc.ents = tuple(
        Span(doc, ent.start, ent.end, label=LABELS[ent.label_])
        for ent in doc.ents
        if ent.label_ in LABELS
    )
    return doc
