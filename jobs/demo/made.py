"""What a writer of the demo makes: a dataset's noun, its rows, and what each row holds.

The truth is computed from these facts (`truth`), never counted by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

from jobs.model import Dataset

Held = tuple[str, str]
"""A dotted column path and the entity that a row holds there."""

Layout = Literal["parquet", "csv", "jsonl", "lines"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One record and the facts about it that a verdict depends on.

    `values` is a record, or the text of a log line. `text_holds` are the entities in
    its free text. `overdue`: its anchor lies past the term, without a hold. `exported`:
    it lies outside the EEA at nobody who is declared. `unaccompanied`: its birth date is
    a minor's, and no parent consented.
    """

    values: Mapping[str, object] | str
    text_holds: frozenset[Held] = frozenset()
    overdue: bool = False
    exported: bool = False
    unaccompanied: bool = False


@dataclass(frozen=True, kw_only=True)
class Made:
    """One dataset of the demo.

    `columns` gives the entity of each column that holds one wherever it is filled.
    `aging` are the entities that an overdue row is overdue for (None: all of them),
    `outside_purpose` those that no declared purpose covers, `no_term` the reason why
    age cannot be judged. `partition` names the column whose values become folders.
    """

    dataset: Dataset
    layout: Layout
    rows: Sequence[Row]
    columns: Mapping[str, str] = field(default_factory=dict)
    schema: pa.Schema | None = None
    parts: int = 1
    partition: str | None = None
    aging: frozenset[str] | None = None
    outside_purpose: frozenset[str] = frozenset()
    no_term: str | None = None

    def holdings(self, row: Row) -> Iterator[Held]:
        """What one row holds, each column and entity once."""
        yield from row.text_holds
        for column, entity in self.columns.items():
            if not isinstance(row.values, str) and _cell(row.values, column) not in (None, ""):
                yield column, entity


def _cell(record: Mapping[str, object], column: str) -> object:
    head, _, rest = column.partition(".")
    value = record.get(head)
    return _cell(value, rest) if rest and isinstance(value, Mapping) else value
