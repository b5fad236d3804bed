"""Extent: what of each dataset a scan has read, and so of what the absence is known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from jobs.model import Coverage


class Extent:
    """What of each dataset was read."""

    def __init__(self, coverage: Iterable[Coverage]) -> None:
        """Take the coverage rows of a scan."""
        self._rows: defaultdict[str, list[Coverage]] = defaultdict(list)
        for row in coverage:
            self._rows[row.dataset].append(row)

    def reasons(self, dataset: str) -> list[str]:
        """Why a dataset was not wholly read; rows that could not be taken apart hold any column."""
        if dataset not in self._rows:
            return ["niet gescand"]
        return [
            f"{row.file}: {row.reason}" if row.file else row.reason
            for row in self._rows[dataset]
            if row.reason is not None and (row.column is None or row.rows)
        ]

    def reason(self, dataset: str, column: str) -> str | None:
        """Why a column was not read, or the part that it lies in."""
        rows = self._about(dataset, column, _is_unread)
        return next((row.reason for row in rows), None)

    def is_whole(self, dataset: str, column: str | None) -> bool:
        """Whether what is not found in a column, in any for None, is not there."""
        return not self.reasons(dataset) and not any(self._about(dataset, column, _leaves_out))

    def has(self, dataset: str, column: str) -> bool:
        """Whether there is such a column, as far as is told which columns there are."""
        told = any(row.column is not None for row in self._rows.get(dataset, []))
        return not told or any(self._about(dataset, column, bool))

    def _about(
        self, dataset: str, column: str | None, chosen: Callable[[Coverage], bool]
    ) -> Iterator[Coverage]:
        """Of the chosen rows those about a column, what it lies in and what lies in it."""
        for row in filter(chosen, self._rows.get(dataset, [])):
            other = row.column
            if other is None:
                continue
            if column is None or _lies_in(column, other) or _lies_in(other, column):
                yield row


def _is_unread(row: Coverage) -> bool:
    return row.reason is not None


def _leaves_out(row: Coverage) -> bool:
    """Whether something may be in a column that was not seen in it."""
    return row.reason is not None or (row.sampled is not None and row.sampled < row.rows)


def _lies_in(column: str, other: str) -> bool:
    return column == other or column.startswith((f"{other}.", f"{other}[]", f"{other}{{"))
