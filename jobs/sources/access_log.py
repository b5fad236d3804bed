"""Web server access logs: nginx and Apache, common and combined.

A line is a visit, so its moment is the last visit that the line itself can tell of.
Format: https://httpd.apache.org/docs/2.4/logs.html#accesslog and the `combined`
default of nginx's ngx_http_log_module.
"""

import re
from collections.abc import Sequence

from pyspark.sql import Column
from pyspark.sql import functions as F

from jobs.sources.format import Format, mostly
from jobs.sources.text import TIME, lines

_LINE = re.compile(r'\S+ \S+ .*?\[\d{2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "')
_STAMP = r"\[(\d{2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\]"


def _recognises(first: Sequence[str]) -> bool:
    return mostly(first, _LINE.match)


def _moment(line: Column) -> Column:
    return F.try_to_timestamp(F.regexp_extract(line, _STAMP, 1), F.lit("dd/MMM/yyyy:HH:mm:ss Z"))


FORMAT = Format(
    kind="access_log",
    recognises=_recognises,
    read=lines(_moment),
    anchors={"laatste_bezoek": TIME, "gebeurtenis": TIME},
    hidden=(TIME,),
)
