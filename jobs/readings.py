"""What a value of a row says where a day or an answer is asked for, whatever it is written as.

Days are days of the session's time zone, which is Europe/Amsterdam.
"""

from collections.abc import Callable
from datetime import date

from pyspark.sql import Column
from pyspark.sql import functions as F
from pyspark.sql import types as T

from detectors.anchors import UNREADABLE

Reading = Callable[[Column, T.DataType], Column]
"""What a column of a type says; of what it says already, the same."""

NO, NEITHER, YES = 0.0, 0.5, 1.0
"""Answers in their order: of several, the largest says whether one is yes, the smallest whether
all are, and neither where that hangs on one that cannot be read."""

_YES = ["true", "t", "yes", "y", "1", "1.0", "ja", "j", "waar", "aan"]
_NO = ["false", "f", "no", "n", "0", "0.0", "nee", "onwaar", "uit"]

_BLANK = " \t\r\n\f\v\u00a0"
_FIRST = date(1900, 1, 1)
_DATE = r"^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-.])\d{1,2}\2\d{4})(?!\d)"
_PARTS = r"^(?:(\d{4})\D(\d{1,2})\D(\d{1,2})|(\d{1,2})\D(\d{1,2})\D(\d{4}))", "$1$6-$2$5-$3$4"
_MIDNIGHT = r"24:00(?=(?::00(?:[.,]0+)?)?(?![\d:.,]))"
_ZONE = r"(?: *(?:([^\s\[\]]+)(?:\[[\w/+-]+\])?|\[([\w/+-]+)\]))?$"
# seconds are left out: zones differ by whole minutes, so that no day hangs on them
_TIME = (
    rf"[T ]({_MIDNIGHT}|(?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?{_ZONE}",
    " $1:00 $2$3",
)
_COUNTED = (
    # ten digits may also be a day and its hour
    r"^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])$)"
    r"[1-9]\d{9}(?:\d{3}|\d{6}|\d{9})?$"
)


def as_answer(column: Column, kind: T.DataType) -> Column:
    """`YES`, `NO` or `NEITHER`, in Spark's words or Dutch ones; null where nothing is said.

    A yes is true, 1, or one of `true t yes y 1 ja j waar aan`, a no their opposite; texts in any
    case, and with space around them. Anything else that is filled in is neither.
    """
    if isinstance(kind, T.BooleanType):
        yes, no, filled = column, ~column, column.isNotNull()
    elif isinstance(kind, T.NumericType):
        yes, no, filled = column == 1, column == 0, column.isNotNull()
    elif isinstance(kind, T.StringType):
        text = F.lower(_bare(column))
        yes, no, filled = text.isin(_YES), text.isin(_NO), text != ""
    else:
        yes, no, filled = F.lit(False), F.lit(False), column.isNotNull()
    return F.when(yes, F.lit(YES)).when(no, F.lit(NO)).when(filled, F.lit(NEITHER))


def is_said(answer: Column, what: float) -> Column:
    """Whether an answer is this one; where nothing is said it is not."""
    return F.coalesce(answer == what, F.lit(False))


def as_day(column: Column, kind: T.DataType) -> Column:
    """The Europe/Amsterdam day of a date, a moment, a text or a number; null where it states none.

    Numbers are `yyyymmdd`, or seconds, milliseconds, microseconds or nanoseconds since 1970:
    from 1973 to 2286 none of these can be taken for another, and other numbers tell no day.
    A text is such a number (in 10, 13, 16 or 19 digits), or a day with or without a time: year
    first with dashes, slashes or dots, or day first with dashes or dots, as the Dutch write it.
    `03/05/2016` is two days to two readers: conf gives an expression for it.
    """
    if isinstance(kind, T.DateType):
        return column
    if isinstance(kind, T.TimestampType | T.TimestampNTZType):
        return F.to_date(column)
    if isinstance(kind, T.StringType):
        return _written(_bare(column))
    if isinstance(kind, T.NumericType):
        number = column.cast("long")
        compact = F.try_to_timestamp(number.cast("string"), F.lit("yyyyMMdd"))
        told = F.when(number.between(19000101, 99991231), F.to_date(compact))
        for unit in (1, 10**3, 10**6, 10**9):
            seconds = ((number - number % unit) / unit).cast("long")
            counted = number.between(10**8 * unit, min(10**10 * unit, 2**63) - 1)
            told = told.when(counted, F.to_date(F.timestamp_seconds(seconds)))
        return told
    return F.lit(None).cast("date")


def _written(text: Column) -> Column:
    # the reader would take a time alone for a moment of today, a month for its first day
    iso = F.regexp_replace(F.regexp_replace(text, *_PARTS), *_TIME)
    # the end of a day is the beginning of the next, by the clock of its own zone
    moment = F.try_to_timestamp(F.regexp_replace(iso, " 24:00:", " 23:59:"))
    more = F.expr("INTERVAL '1' MINUTE")
    moment = F.when(iso.contains(" 24:00:"), moment + more).otherwise(moment)
    compact = F.try_to_timestamp(text, F.lit("yyyyMMdd"))
    counted = F.timestamp_seconds(F.substring(text, 1, 10).cast("long"))
    return F.to_date(
        F.when(text.rlike(_DATE), moment)
        .when(text.rlike(r"^\d{8}$"), compact)
        .when(text.rlike(_COUNTED), counted)
    )


def as_told_day(column: Column, kind: T.DataType) -> Column:
    """The day of a value; `UNREADABLE` where it is filled but tells none since 1900.

    No customer's event is older: it is a mistake, such as the year 16 for 2016. Files also hold
    days after the last one that a calendar of ours has.
    """
    # a null means that the event has not come yet; a text that is no day must not
    day = as_day(column, kind)
    day = F.when(day.between(F.lit(_FIRST), F.lit(date.max)), day)
    filled = _bare(column) != "" if isinstance(kind, T.StringType) else column.isNotNull()
    return F.coalesce(day, F.when(filled, unreadable()))


def unreadable() -> Column:
    """`UNREADABLE` as a column."""
    return F.lit(UNREADABLE.isoformat()).cast("date")


def _bare(text: Column) -> Column:
    return F.btrim(text, F.lit(_BLANK))
