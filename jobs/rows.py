"""What conf says of each row: its country, its anchor days, its hold, its consent.

A value is constant, a SQL expression over the row, or comes from another dataset by key
and aggregate. Days are days of the session's time zone, which is Europe/Amsterdam.
"""

from collections.abc import Callable
from datetime import date

from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T

from detectors.anchors import UNREADABLE
from jobs.errors import SourceError
from jobs.model import Constant, Expression, Lookup, RowValue

ReadOther = Callable[[str], DataFrame]
"""Gives the rows of another dataset of conf, by its name."""


def with_value(frame: DataFrame, name: str, value: RowValue, other: ReadOther) -> DataFrame:
    """The frame with one more column, `name`.

    Raises SourceError, naming the column and what is unknown in it, where it cannot be.
    """
    try:
        match value:
            case Constant():
                return frame.withColumn(name, F.lit(value.constant))
            case Expression():
                return frame.withColumn(name, F.expr(value.sql))
            case Lookup():
                return _looked_up(frame, name, value, other(value.dataset))
    except PySparkException as error:
        raise SourceError(f"{name}: niet te berekenen: {_unknown(error)}") from None


def _unknown(error: PySparkException) -> str:
    """The kind of failure, and the name in conf's expression that nothing goes by."""
    name = (error.getMessageParameters() or {}).get("objectName")
    return f"{error.getCondition()} {name}" if name else str(error.getCondition())


def _looked_up(frame: DataFrame, name: str, value: Lookup, other: DataFrame) -> DataFrame:
    keys = [F.expr(theirs).alias(f"_key_{n}") for n, theirs in enumerate(value.key.values())]
    read = other.select(*keys, _comparable(other, value).alias(name))
    gathered = read.groupBy(*[f"_key_{n}" for n in range(len(keys))]).agg(
        getattr(F, value.aggregate)(name).alias(name)
    )
    on = [F.expr(ours) == F.col(f"_key_{n}") for n, ours in enumerate(value.key)]
    joined = frame.join(gathered, on=on, how="left")
    return joined.drop(*[f"_key_{n}" for n in range(len(keys))])


def _comparable(other: DataFrame, value: Lookup) -> Column:
    """The value to aggregate; text that states a moment compares as a moment, not as text."""
    expression = F.expr(value.value)
    if value.aggregate in ("max", "min"):
        return _told(expression, other.select(expression).schema.fields[0].dataType)
    return expression


def as_day(column: Column, kind: T.DataType) -> Column:
    """The Europe/Amsterdam day of a date, a moment, an ISO text or a number.

    Numbers are `yyyymmdd`, or seconds, milliseconds, microseconds or nanoseconds since 1970:
    from 1973 to 2286 none of these can be taken for another, and other numbers tell no day.
    What states no day is null; nothing is guessed from day-first text, for which conf gives
    an expression.
    """
    if isinstance(kind, T.DateType):
        return column
    if isinstance(kind, T.TimestampType | T.TimestampNTZType):
        return F.to_date(column)
    if isinstance(kind, T.StringType):
        compact = F.when(column.rlike(r"^\s*\d{8}\s*$"), F.trim(column))
        # the reader would take a time alone for a moment of today, a month for its first day
        moment = F.when(column.rlike(r"^\s*\d{4}-\d{1,2}-\d{1,2}"), F.try_to_timestamp(column))
        return F.coalesce(
            F.to_date(F.try_to_timestamp(compact, F.lit("yyyyMMdd"))), F.to_date(moment)
        )
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


def day_of(frame: DataFrame, name: str) -> Column:
    """The day that a column of the frame tells; `UNREADABLE` where it is filled but tells none."""
    return _told(F.col(name), frame.schema[name].dataType)


def _told(column: Column, kind: T.DataType) -> Column:
    # a null means that the event has not come yet; a text that is no day must not
    unreadable = F.lit(UNREADABLE.isoformat()).cast("date")
    day = as_day(column, kind)
    # files hold days before the first and after the last that a calendar of ours has
    day = F.when(day.between(unreadable, F.lit(date.max)), day)
    filled = F.trim(column) != "" if isinstance(kind, T.StringType) else column.isNotNull()
    return F.coalesce(day, F.when(filled, unreadable))
