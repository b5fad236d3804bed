"""System logs: RFC 5424, and the ISO form that rsyslog writes; RFC 3164 without its moment.

RFC 3164 names no year (`Nov 22 10:00:00 host prog[1]: ...`); a guess would make
verdicts of retention wrong, so its lines have no moment and come out as a gap.
"""

import re
from collections.abc import Sequence

from pyspark.sql import Column
from pyspark.sql import functions as F

from jobs.sources.format import Format, mostly
from jobs.sources.text import TIME, lines

_OLD = re.compile(r"(<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \S+ \S+?(\[\d+\])?: ")
_NEW = re.compile(r"(<\d{1,3}>1 )?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S* \S+ \S+")
_PROGRAM = re.compile(r"\S+ \S+ [\w./-]+(\[\d+\])?: |<\d{1,3}>1 ")
_STAMP = r"^(?:<\d{1,3}>1 )?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?) "


def _recognises(first: Sequence[str]) -> bool:
    return mostly(
        first, lambda line: _OLD.match(line) or (_NEW.match(line) and _PROGRAM.match(line))
    )


def _moment(line: Column) -> Column:
    return F.try_to_timestamp(F.regexp_extract(line, _STAMP, 1))


FORMAT = Format(
    kind="syslog",
    recognises=_recognises,
    read=lines(_moment),
    anchors={"gebeurtenis": TIME},
    hidden=(TIME,),
)
