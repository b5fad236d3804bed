"""Delimited text: separator and header are told from the first lines unless conf gives them.

Every column is read as a string, so that no leading zero and no odd date is lost. A
row with too few or too many fields is kept whole in `_corrupt_record`.
"""

import csv
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

from jobs.model import Source
from jobs.sources.files import head
from jobs.sources.format import CORRUPT, Format

_SEPARATORS = ";\t|,"


def separator(lines: Sequence[str]) -> str:
    """The candidate that splits the most lines into the same number of fields, over one."""

    def agreement(candidate: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=candidate)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_SEPARATORS, key=agreement)


def is_header(fields: Sequence[str]) -> bool:
    """Whether these are names of columns: none empty, none with a digit in front, no `@`.

    A first row of data taken for a header would put people's data into column names.
    """
    return all(field and not field[0].isdigit() and "@" not in field for field in fields)


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    first = next(filter(None, (head(spark, path) for path in paths)), [])
    if not first:
        return spark.read.text(list(paths)).select(F.col("value").alias(CORRUPT))
    mark = source.separator or separator(first)
    fields = next(csv.reader(first, delimiter=mark), [])
    written = [field.removeprefix("\ufeff") for field in fields]
    fields = [field.strip() for field in written]
    header = is_header(fields) if source.header is None else source.header
    names = fields if header else [f"_c{number}" for number in range(len(fields))]
    names = _distinct(names)
    columns = [StructField(name, StringType()) for name in names]
    return (
        spark.read.schema(StructType([*columns, StructField(CORRUPT, StringType())]))
        .option("header", header)
        # a file whose own header differs is refused, and then read by itself
        .option("enforceSchema", header and names != written)
        .option("sep", mark)
        .option("encoding", source.encoding or "UTF-8")
        .option("multiLine", True)
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
