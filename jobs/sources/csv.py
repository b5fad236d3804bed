"""Delimited text: separator and header are told from the first lines unless conf gives them.

Each file's own; files that are laid out alike are read together.

Every column is read as a string, so that no leading zero and no odd date is lost. A
row with too few or too many fields is kept whole in `_corrupt_record`.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import StringType, StructField, StructType

from jobs.model import Source
from jobs.sources.encoding import encoding_of
from jobs.sources.files import head, start
from jobs.sources.format import CORRUPT, Format
from jobs.sources.place import below, together

_SEPARATORS = ";\t|,"
_IDENTIFIER = re.compile(
    r"[a-z][a-z0-9]*(?:[ _.\-]+[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|[A-Za-z][a-z0-9]*(?:[A-Z][a-z0-9]+|[A-Z]{2,})+"
)
_NUMBERED = re.compile(r"\d{1,2}[a-z]*(?:_[a-z0-9]+)+")
"""A name of a column that begins with a number: `06_contact`, `2e_adres`."""

# only the first lines pass through this reader, and they are bounded
csv.field_size_limit(1 << 30)


def separator(lines: Sequence[str]) -> str:
    """The candidate that splits the most lines into the same number of fields, over one."""

    def agreement(candidate: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=candidate)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_SEPARATORS, key=agreement)


def is_header(fields: Sequence[str], following: Sequence[Sequence[str]] = ()) -> bool:
    """Whether these are names of columns, beside the rows that follow.

    A name is not empty, has no digit in front (but for `06_contact`) and no `@`, and is
    no value of its own column. Where nothing is written as names are (`naam`, `klant_id`,
    `KlantNaam`) and the rows below are letters just like it, the first row is data: taken
    for a header it would put people's data into column names.
    """
    if not all(field and "@" not in field for field in fields):
        return False
    if any(field[0].isdigit() and not _NUMBERED.fullmatch(field) for field in fields):
        return False
    columns = [[cell.strip() for cell in column] for column in zip(*following, strict=False)]
    if any(name in column for name, column in zip(fields, columns, strict=False)):
        return False
    alike = bool(columns) and all(
        _classes(cell) == _classes(name)
        for name, column in zip(fields, columns, strict=False)
        for cell in filter(None, column)
    )
    return any(map(_IDENTIFIER.fullmatch, fields)) or not alike


def _classes(text: str) -> tuple[bool, bool, bool]:
    """Whether a text holds letters, digits, and signs that words do not hold."""
    return (
        any(map(str.isalpha, text)),
        any(map(str.isdigit, text)),
        any(not (sign.isalnum() or sign in " .'-") for sign in text),
    )


@dataclass(frozen=True)
class _Layout:
    """What files must share to be read together."""

    encoding: str
    mark: str
    header: bool
    names: tuple[str, ...]


def _layout(spark: SparkSession, source: Source, path: str) -> _Layout | None:
    """How a file is laid out; None where it is empty or cannot be read."""
    encoding = source.encoding or encoding_of(start(spark, path))
    first = head(spark, path, encoding=encoding)
    while first and not first[0].strip():
        del first[0]
    if not first:
        return None
    mark = source.separator or separator(first)
    rows = [row for row in csv.reader(first, delimiter=mark) if row]
    fields = [field.strip() for field in rows[0]]
    header = is_header(fields, rows[1:]) if source.header is None else source.header
    names = fields if header else [f"_c{number}" for number in range(len(fields))]
    return _Layout(encoding, mark, header, tuple(_distinct(names)))


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    groups: dict[_Layout | None, list[str]] = {}
    for path in paths:
        groups.setdefault(_layout(spark, source, path), []).append(path)
    return together([_parsed(spark, source, some, layout) for layout, some in groups.items()])


def _parsed(
    spark: SparkSession, source: Source, paths: Sequence[str], layout: _Layout | None
) -> DataFrame:
    reader = below(spark.read, source, paths)
    if layout is None:
        return reader.text(list(paths)).withColumnRenamed("value", CORRUPT)
    columns = [StructField(name, StringType()) for name in (*layout.names, CORRUPT)]
    return (
        reader.schema(StructType(columns))
        .option("header", layout.header)
        .option("sep", layout.mark)
        .option("encoding", layout.encoding)
        .option("multiLine", True)
        .option("maxCharsPerColumn", -1)
        .option("escape", '"')
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .csv(list(paths))
    )


def _distinct(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    result = []
    for name in names:
        number = seen[name.lower()] = seen.get(name.lower(), 0) + 1
        result.append(name if number == 1 else f"{name}_{number}")
    return result


FORMAT = Format(kind="csv", suffixes=(".csv", ".tsv"), read=_read)
