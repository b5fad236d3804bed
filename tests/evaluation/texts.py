"""Texts with known spans: the golden cases, and folders of treebank and encyclopedia sentences."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from tests.evaluation.scores import Span

CASES = Path(__file__).parents[1] / "cases"

_LABELS = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANISATION"}


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text and what stands in it.

    `about` is the entity that it holds or resembles, where it was written for one; `names`
    are the places of names where only these are known, not what kind of name it is.
    """

    text: str
    spans: tuple[Span, ...]
    about: str = ""
    register: str = ""
    names: tuple[tuple[int, int], ...] | None = None


def golden() -> dict[str, list[Text]]:
    """Per entity its golden cases: positives and hard negatives, that entity alone marked."""
    return {
        path.stem: [
            Text(
                text=row["text"],
                spans=tuple((start, end, path.stem) for start, end in row["spans"]),
                about=path.stem,
            )
            for row in _rows(path)
        ]
        for path in sorted(CASES.glob("*.jsonl"))
    }


def blind(path: Path) -> dict[str, list[Text]]:
    """Per entity that occurs, all texts of a file of rows `text`, `about`, `spans`.

    Every entity is marked in every text (`[start, end, entity]`), so a find anywhere else
    is false. A row without spans is a hard negative of what it is `about`.
    """
    every = [
        Text(text=row["text"], spans=tuple(map(_span, row["spans"])), about=row["about"])
        for row in _rows(path)
    ]
    return dict.fromkeys(sorted({span[2] for of in every for span in of.spans}), every)


def held_out(name: str) -> list[Text]:
    """Texts of a web shop with every name marked; nothing is ever trained on them.

    `customers` are as customers and staff write; half of `webshop` is chosen to mislead.
    """
    return [
        Text(text=row["text"], spans=_spans(row["spans"]), register=row["register"])
        for row in _rows(CASES / "ner" / f"{name}.jsonl")
    ]


def webshop() -> list[Text]:
    """All held-out texts."""
    return [*held_out("customers"), *held_out("webshop")]


def labelled(path: Path) -> list[Text]:
    """A gzipped file of rows `text`, `spans` (PER LOC ORG, others dropped), maybe `propn`.

    `propn` holds the places of all names, of any kind: such a file tells which found name is
    none, and not what kind a name is.
    """
    return [
        Text(
            text=row["text"],
            spans=() if "propn" in row else _spans(row["spans"]),
            names=tuple((place[0], place[1]) for place in row["propn"]) if "propn" in row else None,
        )
        for row in _rows(path)
    ]


def in_lower_case(text: Text) -> Text:
    """The text without capitals, letter for letter: offsets stay true."""
    return replace(text, text=_each(text.text, str.lower))


def in_capitals(text: Text) -> Text:
    """The text in capitals, letter for letter: offsets stay true."""
    return replace(text, text=_each(text.text, str.upper))


def _each(text: str, change: Callable[[str], str]) -> str:
    # `ß` has a capital of two letters, `İ` a small letter of two
    return "".join(new if len(new := change(letter)) == 1 else letter for letter in text)


def _span(row: list[Any]) -> Span:
    return (row[0], row[1], row[2])


def _spans(rows: list[list[Any]]) -> tuple[Span, ...]:
    named = ((start, end, _LABELS.get(label, label)) for start, end, label in rows)
    return tuple(span for span in named if span[2] in _LABELS.values())


def first_lines(path: Path, most: int) -> list[str]:
    """The first `most` lines of a file of text, gzipped or not."""
    return [line.rstrip("\n") for line in islice(_lines(path), most)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in _lines(path))


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", errors="replace") as lines:
        yield from lines
