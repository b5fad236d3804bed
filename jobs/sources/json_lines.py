"""JSON, a document a line or a whole file; scalars stay strings as they are written.

Each file's own first lines tell which. A line that is no JSON is kept whole in
`_corrupt_record`; a file of which the reader would leave a part out is refused.
"""

import json
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.model import Source
from jobs.sources.encoding import encoding_of, require_bytewise
from jobs.sources.files import head, start
from jobs.sources.format import CORRUPT, Format, mostly
from jobs.sources.json_check import require_all_is_read
from jobs.sources.place import below, together


def is_json(line: str) -> bool:
    """Whether a line is one JSON object."""
    return line.lstrip().startswith("{") and _is_document(line)


def is_whole(lines: Sequence[str]) -> bool:
    """Whether a file's first lines are the start of a document over several lines."""
    filled = [line for line in lines if line.strip()]
    documents = sum(map(_is_document, filled))
    return bool(filled) and not _is_document(filled[0]) and 2 * documents < len(filled)


def _is_document(line: str) -> bool:
    if not line.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _recognises(lines: Sequence[str]) -> bool:
    return mostly(lines, is_json)


def _read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
    require_bytewise([source.encoding or "", *(encoding_of(start(spark, p)) for p in paths)])
    encoding = source.encoding or "UTF-8"
    whole = [p for p in paths if is_whole(head(spark, p, encoding=source.encoding))]
    lines = [p for p in paths if p not in whole]
    frames = []
    for some, is_one in ((lines, False), (whole, True)):
        if some:
            require_all_is_read(spark, some, whole=is_one, encoding=encoding)
            frames.append(_parsed(spark, source, some, whole=is_one, encoding=encoding))
    return together(frames)


def _parsed(
    spark: SparkSession, source: Source, paths: list[str], *, whole: bool, encoding: str
) -> DataFrame:
    reader = (
        spark.read.option("primitivesAsString", True)
        .option("multiLine", whole)
        # what the check takes for broken must be broken for the reader too
        .option("allowSingleQuotes", False)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .option("encoding", encoding)
    )
    return below(reader, source, paths).json(paths)


FORMAT = Format(
    kind="json", suffixes=(".json", ".jsonl", ".ndjson"), recognises=_recognises, read=_read
)
