"""Plain lines: application logs and other text; the moment is an ISO one at the line's start."""

from pyspark.sql import Column
from pyspark.sql import functions as F

from jobs.sources.format import Format
from jobs.sources.text import TIME, lines

_STAMP = r"^\[?(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?"


def _moment(line: Column) -> Column:
    stamp = F.concat(F.regexp_extract(line, _STAMP, 1), F.regexp_extract(line, _STAMP, 2))
    return F.try_to_timestamp(stamp)


FORMAT = Format(
    kind="lines",
    suffixes=(".log", ".txt"),
    read=lines(_moment),
    anchors={"gebeurtenis": TIME},
    hidden=(TIME,),
)
