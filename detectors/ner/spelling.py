"""What a word's spelling says, as numbers for the network's tables.

Everything but the shape is taken from the word in lower case: names are written in
lower case and in capitals too, and the network must know them there.
"""

from functools import cache
from typing import Any

import numpy as np
from murmurhash import hash_unicode

from detectors.vocabulary import first_names, last_names, places

COLUMNS = ("word", "start", "start", "end", "end", "end", "shape", "known")
"""What each number of `features` stands for."""

_LONGEST = 24
_GROUPS = (3, 4, 5)


def features(word: str) -> Any:
    """One row of 64-bit numbers: word, first 2 and 3 letters, last 2, 3, 4, shape, kinds."""
    low = word.lower()
    parts = (low, low[:2], low[:3], low[-2:], low[-3:], low[-4:], shape(word), kinds(low))
    return np.array([_hash(f"{n}:{part}") for n, part in enumerate(parts)], dtype="uint64")


def kinds(low: str) -> str:
    """In which lists of names a word in lower case stands: f(irst), l(ast), p(lace).

    Of a double name (`anne-marie`) any part counts.
    """
    words = {low, *low.split("-")}
    return "".join(letter for letter, names in _lists() if not words.isdisjoint(names))


@cache
def _lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return ("f", first_names()), ("l", last_names()), ("p", places())


def _hash(text: str) -> int:
    return int(hash_unicode(text)) & 0xFFFFFFFF


def letter_groups(word: str) -> Any:
    """A column of 64-bit numbers, one for each group of 3, 4 or 5 signs of the bounded word."""
    bounded = f"<{word.lower()[:_LONGEST]}>"
    groups = [
        bounded[at : at + size] for size in _GROUPS for at in range(max(1, len(bounded) - size + 1))
    ]
    return np.array([_hash(group) for group in groups], dtype="uint64").reshape(-1, 1)


def shape(word: str) -> str:
    """The word with x for a small letter, X for a capital and d for a digit; runs of 3 at most."""
    marks: list[str] = []
    for letter in word[:_LONGEST]:
        if letter.isalpha():
            mark = "X" if letter.isupper() else "x"
        else:
            mark = "d" if letter.isdigit() else letter
        if marks[-3:] != [mark] * 3:
            marks.append(mark)
    return "".join(marks)
