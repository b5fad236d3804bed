"""Which datasets are read together: small ones, for which a job takes longer than their rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from jobs.model import Dataset
from jobs.sources.files import File

_SMALL = 8 << 20
_FILES = 8
_MOST = 128
_MOST_BYTES = 128 << 20

T = TypeVar("T")


def is_small(dataset: Dataset, files: Sequence[File]) -> bool:
    """Whether a dataset may share a job: few bytes in few files, and nobody else's rows."""
    return (
        0 < len(files) <= _FILES
        and sum(file.size for file in files) <= _SMALL
        and not dataset.looked_up
    )


class Group(Generic[T]):
    """Collects what is read together until it is enough for a job."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._members: list[T] = []
        self._size = 0

    def joined(self, member: T, size: int) -> list[T]:
        """Add a member of so many bytes; the whole group once it is full, else nothing."""
        self._members.append(member)
        self._size += size
        full = len(self._members) >= _MOST or self._size >= _MOST_BYTES
        return self.closed() if full else []

    def closed(self) -> list[T]:
        """All that has joined so far; the next begins anew."""
        members, self._members, self._size = self._members, [], 0
        return members


def split(group: Sequence[T], named: Sequence[bool]) -> list[Sequence[T]]:
    """What to read next of a group of which the job failed.

    Those that the error names one by one and the others together, or else both halves.
    """
    if any(named):
        alone = [[member] for member, is_named in zip(group, named, strict=True) if is_named]
        return [*alone, [m for m, is_named in zip(group, named, strict=True) if not is_named]]
    middle = len(group) // 2
    return [group[:middle], group[middle:]]


def in_order(numbered: Iterable[tuple[int, T]]) -> Iterator[T]:
    """What is numbered from 0, each as soon as all before it are there."""
    kept: dict[int, T] = {}
    following = 0
    for number, value in numbered:
        kept[number] = value
        while following in kept:
            yield kept.pop(following)
            following += 1
