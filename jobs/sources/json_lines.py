"""JSON, a document a line or a whole file; scalars stay strings as they are written.

A line that is no JSON is kept whole in `_corrupt_record`.
"""

import json
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.files import head
from jobs.sources.format import CORRUPT, Format, mostly


def is_json(line: str) -> bool:
    """Whether a line is one JSON object."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _recognises(lines: Sequence[str]) -> bool:
    return mostly(lines, is_json)


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    first = [line.strip() for line in head(spark, paths[0]) if line.strip()] or ["{}"]
    whole = first[0][0] == "[" or (first[0][0] == "{" and not any(map(is_json, first)))
    return (
        spark.read.option("primitivesAsString", True)
        .option("multiLine", whole)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .option("encoding", source.encoding or "UTF-8")
        .json(list(paths))
    )


FORMAT = Format(
    kind="json", suffixes=(".json", ".jsonl", ".ndjson"), recognises=_recognises, read=_read
)
