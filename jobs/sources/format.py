"""Format: the frozen value that every source module fills in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source, SourceKind

LINE = "line"
"""The column that holds a log's text."""

CORRUPT = "_corrupt_record"
"""The column that holds the raw text of a row that could not be parsed; scanned as any other."""


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of source.

    `suffixes` are file name endings (before `.gz` and the like); `recognises` tells
    the kind from the first lines where the name does not. `read` gives the rows of some
    files. `anchors` are SQL expressions over those rows that every dataset of this kind
    ages by unless conf says otherwise; `hidden` are columns that only they use.
    """

    kind: SourceKind
    read: Callable[[SparkSession, Source, Sequence[str]], DataFrame]
    suffixes: tuple[str, ...] = ()
    recognises: Callable[[Sequence[str]], bool] | None = None
    anchors: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()


def mostly(lines: Sequence[str], matches: Callable[[str], object]) -> bool:
    """Whether at least four in five of the lines that are not empty match."""
    filled = [line for line in lines if line.strip()]
    return bool(filled) and sum(bool(matches(line)) for line in filled) >= 0.8 * len(filled)
