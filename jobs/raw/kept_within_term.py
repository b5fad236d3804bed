"""Worden de rijen niet langer bewaard dan een bewaartermijn? Op de rijen zelf, in Spark.

The same answer as `jobs.expectations.kept_within_term` gives over what a sweep counted.
"""

from datetime import date
from typing import Any, ClassVar, Literal

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from jobs.raw.rows import (
    COMPLIANT,
    GAP,
    HELD,
    VERDICT,
    VIOLATION,
    RowsExpectation,
    RowsMetric,
    refuse_own_names,
    with_given,
)
from jobs.readings import YES, is_said, unreadable
from jobs.rows import answer_of, day_of
from jobs.terms import period as calendar_period


def last_day(event: Column, length: str, counted_from: str) -> Column:
    """The last day on which a row may still be there: `jobs.terms.last_day`, as a column."""
    whole = calendar_period(length)
    begin = event
    if counted_from == "end_of_year":
        begin = F.make_date(F.year(event), F.lit(12), F.lit(31))
    return F.date_add(F.add_months(begin, 12 * whole.years + whole.months), whole.days)


class _Metric(RowsMetric):
    metric_name = "table.rows_kept_within_term"
    value_keys = ("anchors", "period", "counted_from", "no_event", "hold", "as_of")

    @classmethod
    def judged(cls, frame: DataFrame, **parameters: Any) -> DataFrame:
        """The verdict of each row, as `jobs.expectations.kept_within_term.judge` gives it."""
        refuse_own_names(frame)
        anchors, length = parameters["anchors"], parameters["period"]
        if not anchors:
            # without an event nothing is known, of rows that are held neither
            return frame.withColumns({HELD: F.lit(False), VERDICT: F.lit(GAP)})
        hold = parameters["hold"]
        frame = with_given(frame, HELD, "false" if hold is None else hold)
        for number, sql in enumerate(anchors.values()):
            frame = with_given(frame, f"_anchor_{number}", sql)
        answer = answer_of(frame, HELD)
        held = is_said(answer, YES)
        days = [day_of(frame, f"_anchor_{number}", answer) for number in range(len(anchors))]
        day = days[0] if len(days) == 1 else F.greatest(*days)
        verdict = (
            F.when(held, COMPLIANT)
            .when(day.isNull(), COMPLIANT if parameters["no_event"] == "not_yet" else GAP)
            .when(day == unreadable(), GAP)
        )
        if length is None:
            verdict = verdict.otherwise(GAP)
        else:
            end = last_day(day, length, parameters["counted_from"])
            late = F.lit(date.fromisoformat(parameters["as_of"]).isoformat()).cast("date") > end
            verdict = verdict.when(late, VIOLATION).when(~late, COMPLIANT).otherwise(GAP)
        return frame.withColumns({VERDICT: verdict, HELD: held})


class ExpectRowsToBeKeptWithinTheirTerm(RowsExpectation):
    """De rijen worden niet langer bewaard dan een bewaartermijn.

    `anchors` maps the term's events to SQL expressions over the row, of which the latest day
    counts; none: not one of the term's events is told, and every row is a gap. `hold` is such an
    expression too, a yes or no; a row of which it says neither is a gap. `period`, `counted_from`
    and `no_event` are those of a `RetentionTerm`; `as_of` is a day as `2026-01-31`, or the suite
    parameter that gives it.
    """

    anchors: dict[str, str]
    period: str | None = None
    counted_from: Literal["event", "end_of_year"] = "event"
    no_event: Literal["unknown", "not_yet"] = "unknown"
    hold: str | None = None
    as_of: str | dict[str, str]

    metric_dependencies: ClassVar[tuple[str, ...]] = (_Metric.metric_name,)
    success_keys: ClassVar[tuple[str, ...]] = _Metric.value_keys
