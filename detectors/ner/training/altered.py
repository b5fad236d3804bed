"""Texts as people also write them: other names, small letters, capitals, typing errors."""

import random
import re
from collections.abc import Callable, Sequence

from detectors.ner.training.names import Names
from detectors.ner.training.slots import Span

Text = tuple[str, list[Span]]

_TITLE = re.compile(
    r"(?:(?:prof|dr|drs|ir|mr|ing|ds|dhr|mevr|mw|st|sint|koning(?:in)?|keizer|prins(?:es)?|paus|"
    r"president|minister|meneer|mevrouw|pater|zuster)\b\.?\s+)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_NATIONALITY = re.compile(
    r"[^\W\d_]+(?:[^\W\d_]se|sche|isch|aans|nees|gees)|Duits|Engels|Brits|Frans|Deens|Zweeds|Noors|"
    r"Fins|Iers|Schots|Pools|Turks|Grieks|Zwitsers|Nederlands|Vlaams|Fries|Spaans|Fransen|Duitsers?|"
    r"Engelsen|Belgen|Nederlanders?|Amerikanen|Italianen|Spanjaarden",
)


_BY_SURNAME = 0.2
"""Share of the people that are called by their surname alone, as newspapers do."""


def without_titles(spans: Sequence[Span], text: str) -> list[Span]:
    """Spans of people without the title in front: a title is no part of a name."""
    kept = []
    for start, end, label in spans:
        found = _TITLE.match(text, start, end) if label == "PERSON" else None
        kept.append((found.end() if found and found.end() < end else start, end, label))
    return kept


def without_nationalities(spans: Sequence[Span], text: str) -> list[Span]:
    """Spans without the adjectives of nationality that some sources mark as a place."""
    return [
        (start, end, label)
        for start, end, label in spans
        if label != "LOCATION" or not _NATIONALITY.fullmatch(text, start, end)
    ]


def swapped(text: str, spans: Sequence[Span], names: Names, rng: random.Random) -> Text:
    """The text with some of its people called otherwise, each name of the same make."""
    parts: list[str] = []
    kept: list[Span] = []
    length = at = 0
    for start, end, label in sorted(spans):
        before, value = text[at:start], text[start:end]
        if label == "PERSON" and rng.random() < 0.6:
            value = _other(value, names, rng)
        parts += [before, value]
        kept.append((length + len(before), length + len(before) + len(value), label))
        length += len(before) + len(value)
        at = end
    parts.append(text[at:])
    return "".join(parts), kept


def _other(value: str, names: Names, rng: random.Random) -> str:
    name = names.draw_foreign(rng) if rng.random() < 0.5 else names.draw(rng)
    words = value.split()
    surname = name.surname[0].upper() + name.surname[1:]
    if len(words) == 1:
        return name.first if value in names.first_names else surname
    if rng.random() < _BY_SURNAME:
        return surname
    if words[0][0].isupper() and words[0].endswith("."):
        return " ".join(word for word in words if word.endswith(".")) + f" {name.surname}"
    if words[0].lower() in ("van", "de", "den", "ter", "ten"):
        return surname
    return f"{name.first} {name.surname}"


def in_lower_case(text: str, spans: Sequence[Span]) -> Text:
    """The text without capitals."""
    return _cased(text, spans, str.lower)


def in_capitals(text: str, spans: Sequence[Span]) -> Text:
    """The text in capitals."""
    return _cased(text, spans, str.upper)


def names_in_capitals(text: str, spans: Sequence[Span]) -> Text:
    """The text with its names in capitals, as on lists and labels."""
    letters = list(text)
    for start, end, _ in spans:
        letters[start:end] = [_same_length(letter, str.upper) for letter in text[start:end]]
    return "".join(letters), list(spans)


def _cased(text: str, spans: Sequence[Span], change: Callable[[str], str]) -> Text:
    return "".join(_same_length(letter, change) for letter in text), list(spans)


def _same_length(letter: str, change: Callable[[str], str]) -> str:
    changed = change(letter)
    return changed if len(changed) == 1 else letter


def mistyped(text: str, spans: Sequence[Span], rng: random.Random) -> Text:
    """The text with two neighbouring letters changed places in some words that are no name."""
    letters = list(text)
    for word in _WORD.finditer(text):
        if rng.random() < 0.08 and not any(
            s < word.end() and word.start() < e for s, e, _ in spans
        ):
            at = rng.randrange(word.start(), word.end() - 1)
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters), list(spans)


def with_more_capitals(text: str, spans: Sequence[Span], rng: random.Random) -> Text:
    """The text with ordinary words written with a capital: headings, labels, and by whim."""
    share = 1.0 if rng.random() < 0.25 else 0.2
    letters = list(text)
    for word in _WORD.finditer(text):
        if rng.random() < share and not any(
            s < word.end() and word.start() < e for s, e, _ in spans
        ):
            letters[word.start()] = letters[word.start()].upper()
    return "".join(letters), list(spans)


def without_full_stop(text: str, spans: Sequence[Span]) -> Text:
    """The text without its closing full stop."""
    return (
        (text[:-1], list(spans))
        if text.endswith(".") and not text.endswith("..")
        else (text, list(spans))
    )
