"""What was read of texts, kept for when they come back, until it becomes much."""

from collections.abc import Iterable
from typing import TypeVar

_MOST_TEXTS = 20_000
_MOST_CHARACTERS = 4_000_000
"""Some megabytes: the texts of a table may be letters, and then few of them come back."""

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """A dictionary that forgets everything before it becomes large."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._characters = 0

    def make_room(self, texts: Iterable[str]) -> None:
        """To be told of what is about to be kept: the texts of new keys."""
        sizes = list(map(len, texts))
        self._characters += sum(sizes)
        if len(self) + len(sizes) > _MOST_TEXTS or self._characters > _MOST_CHARACTERS:
            self.clear()
            self._characters = sum(sizes)
