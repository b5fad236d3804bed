"""What conf says of each row: its country, its anchor days, its hold, its consent.

A value is constant, a SQL expression over the row, or comes from another dataset by key
and aggregate.
"""

from collections.abc import Callable

from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from jobs.errors import SourceError
from jobs.model import Constant, Expression, Lookup, RowValue
from jobs.readings import NEITHER, Reading, as_answer, as_told_day, is_said, unreadable

ReadOther = Callable[[str], DataFrame | None]
"""Gives the rows of another dataset of conf, by its name; None where they cannot be had."""

_UNKNOWN = "?"
"""Stands for what another dataset cannot tell: it states no day, no country, neither yes nor no."""
_OF_ANSWERS = {"bool_or": "max", "bool_and": "min"}


def with_value(
    frame: DataFrame, name: str, value: RowValue, other: ReadOther, reading: Reading | None = None
) -> DataFrame:
    """The frame with one more column, `name`; `reading` is how values are read to aggregate them.

    Raises SourceError, naming the column and what is unknown in it, where it cannot be.
    """
    try:
        match value:
            case Constant():
                return frame.withColumn(name, F.lit(value.constant))
            case Expression():
                return frame.withColumn(name, F.expr(value.sql))
            case Lookup():
                theirs = other(value.dataset)
                if theirs is None:
                    return frame.withColumn(name, F.lit(_UNKNOWN))
                return _looked_up(frame, name, value, theirs, reading)
    except PySparkException as error:
        told = f"{_as_in_conf(name)}: niet te berekenen: {_unknown(error)}"
        raise SourceError(told) from None


def _as_in_conf(name: str) -> str:
    """What conf calls the value of a column of our own: `_anchor_transactie`, `_row_held`."""
    if name.startswith("_anchor_"):
        return f"anker {name.removeprefix('_anchor_')!r}"
    return "hold" if name == "_row_held" else name.removeprefix("_row_")


def _unknown(error: PySparkException) -> str:
    """The kind of failure, and the name in conf's expression that nothing goes by."""
    name = (error.getMessageParameters() or {}).get("objectName")
    return f"{error.getCondition()} {name}" if name else str(error.getCondition())


def _looked_up(
    frame: DataFrame, name: str, value: Lookup, other: DataFrame, reading: Reading | None
) -> DataFrame:
    keys = [F.expr(theirs).alias(f"_key_{n}") for n, theirs in enumerate(value.key.values())]
    told = F.expr(value.value)
    if reading is not None:
        # as they stand, `9-1-2024` comes after `10-1-2024`, and `nee` after `ja`
        told = reading(told, other.select(told).schema.fields[0].dataType)
    aggregate: str = value.aggregate
    if reading is as_answer:
        aggregate = _OF_ANSWERS.get(aggregate, aggregate)
    gathered = (
        other.select(*keys, told.alias(name))
        .groupBy(*[f"_key_{n}" for n in range(len(keys))])
        .agg(getattr(F, aggregate)(name).alias(name))
    )
    on = [F.expr(ours) == F.col(f"_key_{n}") for n, ours in enumerate(value.key)]
    joined = frame.join(gathered, on=on, how="left")
    return joined.drop(*[f"_key_{n}" for n in range(len(keys))])


def answer_of(frame: DataFrame, name: str) -> Column:
    """What a column of the frame answers, as `as_answer` tells it."""
    return as_answer(F.col(name), frame.schema[name].dataType)


def day_of(frame: DataFrame, name: str, hold: Column | None = None) -> Column:
    """The day that a column of the frame tells, as `as_told_day` gives it.

    `UNREADABLE` too where the answer of `hold` is neither: such a row may be exempt, so that
    no day makes it one to delete, and none one that is in order.
    """
    day = as_told_day(F.col(name), frame.schema[name].dataType)
    return day if hold is None else F.when(is_said(hold, NEITHER), unreadable()).otherwise(day)
