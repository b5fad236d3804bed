"""Text as words with their places; what the rules read."""

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[A-Z]\.){1,6}|['’](?:t|s)(?![^\W\d_])(?:-[^\W\d_]+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*"
)
_GLUE = frozenset("@/\\_=&#")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or initials with their full stops (`J.P.`), at `start` up to `end`."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word as the lists hold it."""
        return self.text.lower()

    @property
    def is_initials(self) -> bool:
        """Whether it is one or more letters with full stops."""
        return self.text.endswith(".")

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital, or is written in capitals."""
        return self.text[0].isupper()

    @property
    def is_shouted(self) -> bool:
        """Whether it is written in capitals."""
        return len(self.text) > 1 and self.text.isupper() and not self.is_initials


def split(text: str) -> list[Word]:
    """The words of `text` in order, without those inside an address, path or identifier."""
    words: list[Word] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        if start and (text[start - 1] in _GLUE or text[start - 1].isdigit()):
            continue
        after = text[end : end + 2]
        if after and (after[0] in _GLUE or after[0].isdigit()):
            continue
        # a dot or dash that runs on is a host name or a file, not the end of a sentence
        if len(after) == 2 and after[0] in ".-" and after[1].isalnum() and found[0][-1] != ".":
            continue
        runs_on = start > 1 and text[start - 1] in ".-" and text[start - 2].isalnum()
        if runs_on and not (words and words[-1].end == start):
            continue
        words.append(Word(found[0], start, end))
    return words


def adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether only blanks stand between two words, or nothing after initials."""
    gap = text[left.end : right.start]
    return left.is_initials if gap == "" else gap.strip(" \t") == ""
