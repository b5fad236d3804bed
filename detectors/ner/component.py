"""The rules as a spaCy component."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from detectors.ner.organisations import organisations
from detectors.ner.people import people
from detectors.ner.places import places
from detectors.ner.words import split

NAME = "speurneus_lists"


@Language.component(NAME)
def mark(doc: Doc) -> Doc:
    """`doc` with the names that the rules find as entities, on whole tokens.

    Of overlapping names the longest stays, of equal ones the earliest in the order
    organisation, person, place.
    """
    text = doc.text
    words = split(text)
    firms = tuple(organisations(text))
    found = (
        *((start, end, "ORGANISATION") for start, end in firms),
        *((start, end, "PERSON") for start, end in people(text, words)),
        *((start, end, "LOCATION") for start, end in places(text, words)),
    )
    if found:
        spans = (
            doc.char_span(start, end, label=label, alignment_mode="expand")
            for start, end, label in found
        )
        doc.ents = tuple(filter_spans([span for span in spans if isinstance(span, Span)]))
    return doc
