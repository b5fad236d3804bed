"""The training texts as spaCy examples, filled and altered anew each time they are read."""

import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans, registry

from detectors.ner.training import agents, altered, slots, structured
from detectors.ner.training.names import Names
from detectors.ner.training.words import lines
from detectors.ner.training.words import read as read_words

_HERE = Path(__file__).parent
_TEMPLATES = _HERE.parent / "texts"
_LABELS = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANISATION"}
_SMALL_SHARE, _CAPITAL_SHARE, _NAMES_SHARE, _MORE_SHARE, _TYPING_SHARE = 0.28, 0.08, 0.04, 0.1, 0.1
_STRUCTURED, _REQUESTS = 8000, 1200

Reader = Callable[[Language], Iterator[Example]]


def texts(folder: str, seed: int, rounds: int) -> Reader:
    """Reader of the sentences in `folder` and of the templates, each template `rounds` times.

    folder: with `silver.train.jsonl.gz`, `multiconer_recased.train.jsonl.gz` and `lists/`.
    Raises FileNotFoundError where one is missing.
    """
    rng = random.Random(seed)
    place = Path(folder)
    names = Names(place / "lists")
    silver = _read(place / "silver.train.jsonl.gz")
    wiki = _read(place / "multiconer_recased.train.jsonl.gz")
    lists = slots.Lists(
        names=names,
        places=_places(place / "lists" / "woonplaatsen_cbs_2015.csv"),
        cities=read_words("cities"),
        countries=read_words("countries"),
        firms=[*3 * tuple(read_words("organisations")), *_mentions(silver + wiki)],
        things=read_words("things"),
        labels=read_words("labels"),
        words=read_words("ordinary"),
    )
    templates = [line for file in sorted(_TEMPLATES.glob("*.txt")) for line in lines(file)]

    def read(nlp: Language) -> Iterator[Example]:
        made = [altered.swapped(text, spans, names, rng) for text, spans in silver + silver]
        made += [slots.fill(line, lists, rng) for line in templates for _ in range(rounds)]
        made += [slots.fill(structured.draw(rng), lists, rng) for _ in range(_STRUCTURED)]
        made += [slots.fill(agents.draw(rng), lists, rng) for _ in range(_REQUESTS)]
        for text, spans in made:
            yield _example(nlp, *_varied(text, spans, rng), complete=True)
        for text, spans in wiki:
            swapped = altered.swapped(text, spans, names, rng)
            yield _example(nlp, *_varied(*swapped, rng), complete=False)

    return read


def held_out(folder: str) -> Reader:
    """Reader of `silver.dev` and `multiconer_recased.dev`, as they are and without capitals."""
    rows = [
        row
        for name in ("silver.dev", "multiconer_recased.dev")
        for row in _read(Path(folder) / f"{name}.jsonl.gz")
    ]

    def read(nlp: Language) -> Iterator[Example]:
        for text, spans in rows:
            yield _example(nlp, text, spans, complete=True)
            yield _example(nlp, *altered.in_lower_case(text, spans), complete=True)

    return read


def _read(file: Path) -> list[altered.Text]:
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        rows = [json.loads(line) for line in opened]
    read = []
    for row in rows:
        spans = [(s, e, _LABELS[label]) for s, e, label in row["spans"] if label in _LABELS]
        spans = altered.without_titles(spans, row["text"])
        read.append((row["text"], altered.without_nationalities(spans, row["text"])))
    return read


def _places(file: Path) -> list[str]:
    rows = (line.split(";") for line in file.read_text("utf-8-sig").splitlines())
    found = {row[0].strip('"') for row in rows if len(row) > 3 and row[1].strip('"').isdigit()}
    return sorted(name.split(" (")[0] for name in found)


def _mentions(rows: Iterable[altered.Text]) -> list[str]:
    found = {
        text[start:end]
        for text, spans in rows
        for start, end, label in spans
        if label == "ORGANISATION" and text[start].isupper()
    }
    return sorted(found)


def _varied(text: str, spans: list[slots.Span], rng: random.Random) -> altered.Text:
    if rng.random() < _TYPING_SHARE:
        text, spans = altered.mistyped(text, spans, rng)
    if rng.random() < _TYPING_SHARE:
        text, spans = altered.without_full_stop(text, spans)
    if rng.random() < _MORE_SHARE:
        text, spans = altered.with_more_capitals(text, spans, rng)
    kind = rng.random()
    if kind < _SMALL_SHARE:
        return altered.in_lower_case(text, spans)
    if kind < _SMALL_SHARE + _CAPITAL_SHARE:
        return altered.in_capitals(text, spans)
    if kind < _SMALL_SHARE + _CAPITAL_SHARE + _NAMES_SHARE:
        return altered.names_in_capitals(text, spans)
    return text, spans


def _example(nlp: Language, text: str, spans: list[slots.Span], complete: bool) -> Example:
    """Where not every mention is marked, a capital inside a sentence may be a missed name."""
    doc = nlp.make_doc(text)
    tags = ["O"] * len(doc)
    found = [doc.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in spans]
    for span in filter_spans([span for span in found if span is not None]):
        tags[span.start : span.end] = [f"I-{span.label_}"] * len(span)
        tags[span.start] = f"B-{span.label_}"
        if len(span) == 1:
            tags[span.start] = f"U-{span.label_}"
        else:
            tags[span.end - 1] = f"L-{span.label_}"
    if not complete:
        tags = [
            "-" if tag == "O" and n and token.is_title and len(token) > 2 else tag
            for n, (tag, token) in enumerate(zip(tags, doc, strict=True))
        ]
    return Example.from_dict(
        doc,
        {
            "words": [token.text for token in doc],
            "spaces": [bool(token.whitespace_) for token in doc],
            "entities": tags,
        },
    )


registry.readers("speurneus.Texts.v1", func=texts)
registry.readers("speurneus.HeldOut.v1", func=held_out)
