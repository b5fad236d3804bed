"""Blijven de rijen binnen de EER, of bij een verklaarde ontvanger? Op de rijen zelf, in Spark.

The same answer as `jobs.expectations.stays_in_the_eea` gives over what a sweep counted.
"""

from typing import Any, ClassVar

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from jobs.countries import CODES
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


class _Metric(RowsMetric):
    metric_name = "table.rows_stay_in_the_eea"
    value_keys = ("country", "eea", "transfers")

    @classmethod
    def judged(cls, frame: DataFrame, **parameters: Any) -> DataFrame:
        """The verdict of each row, as `jobs.expectations.stays_in_the_eea.judge` gives it."""
        refuse_own_names(frame)
        frame = with_given(frame, "_row_country", parameters["country"] or "NULL")
        text = F.upper(F.trim(F.col("_row_country").cast("string")))
        verdict = (
            F.when(~F.coalesce(text.isin(sorted(CODES)), F.lit(False)), GAP)
            .when(text.isin(list(parameters["eea"])), COMPLIANT)
            .otherwise(COMPLIANT if parameters["transfers"] else VIOLATION)
        )
        return frame.withColumns({VERDICT: verdict, HELD: F.lit(False)})


class ExpectRowsToStayInTheEea(RowsExpectation):
    """De rijen liggen binnen de EER, of bij een ontvanger die de verklaring daarvoor noemt.

    `country` is an SQL expression over the row that gives a country's code of two letters;
    None, or anything else that it gives, is a gap. `eea` are such codes, `transfers` the declared
    recipients that may process outside them.
    """

    country: str | None = None
    eea: list[str]
    transfers: list[str]

    metric_dependencies: ClassVar[tuple[str, ...]] = (_Metric.metric_name,)
    success_keys: ClassVar[tuple[str, ...]] = _Metric.value_keys
