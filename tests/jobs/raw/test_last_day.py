"""When a term ends, in Spark as in `jobs.terms`: one table of days against many lengths."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from jobs import terms
from jobs.raw.kept_within_term import last_day
from tests.jobs.scanned import POLICY

STATED = {term.period for term in POLICY.retention.values() if term.period}
LENGTHS = sorted(STATED | {"P1M", "P13M", "P4Y", "P1Y1M1W1D", "P2W", "P999Y", "P999M999W999D"})
WAYS = ("event", "end_of_year")


def boundaries() -> list[date]:
    """Each day of two years that hold a leap day and the turn of a century; the calendar's ends."""
    found = [date(1, 1, 1), date(1899, 12, 31), date(9999, 12, 31), date(9993, 2, 28)]
    for year in (2016, 2099):
        found += [date(year, 1, 1) + timedelta(n) for n in range(366)]
    return found


def mismatches(spark: SparkSession, days: list[date], lengths: list[str]) -> list[tuple]:
    """Events, lengths and ways of counting of which the two ends differ; one Spark job."""
    asked = [(length, way) for length in lengths for way in WAYS]
    rows = [(day, *(terms.last_day(day, *one) for one in asked)) for day in sorted(set(days))]
    names = [f"e{n}" for n in range(len(asked))]
    frame = spark.createDataFrame(rows, ", ".join(f"{name} date" for name in ("day", *names)))
    # beyond the calendar, `terms` stops at its last day
    ends = [F.least(last_day(F.col("day"), *one), F.lit(date.max)) for one in asked]
    differs = [
        F.when(~end.eqNullSafe(F.col(name)), F.lit(name))
        for end, name in zip(ends, names, strict=True)
    ]
    found = frame.select("day", F.concat_ws(",", *differs).alias("wrong")).where("wrong != ''")
    return [tuple(row) for row in found.collect()]


def test_a_term_ends_in_spark_on_the_same_day(spark):
    assert mismatches(spark, boundaries(), LENGTHS) == []


lengths = st.tuples(*[st.none() | st.integers(0, 40)] * 4).filter(any)


@settings(max_examples=3)
@given(
    st.lists(st.dates(), min_size=100, max_size=300),
    st.lists(lengths, min_size=5, max_size=10),
)
def test_any_term_of_any_event_ends_in_spark_on_the_same_day(spark, days, parts):
    written = {
        "P" + "".join(f"{n}{unit}" for n, unit in zip(one, "YMWD", strict=True) if n is not None)
        for one in parts
    }
    assert mismatches(spark, days, sorted(written)) == []
