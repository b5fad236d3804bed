"""How a question is asked of rows: verdicts are counted in Spark, and only the counts come back.

An expectation over single rows would have Great Expectations collect those that fail. These are
expectations over the batch as a whole, and the metric is four numbers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar
from uuid import uuid4

from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine.sparkdf_execution_engine import SparkDFExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from jobs.errors import SourceError
from jobs.model import Expression, VerdictKind
from jobs.rows import with_value

HELD = "_row_held"
VERDICT = "_row_verdict"
_OWN = ("_anchor_", "_row_")

COMPLIANT, VIOLATION, GAP = (
    VerdictKind.COMPLIANT.value,
    VerdictKind.VIOLATION.value,
    VerdictKind.GAP.value,
)


class RowsMetric(TableMetricProvider):
    """Counts of verdicts; a subclass names itself and its parameters, and gives the verdicts."""

    @classmethod
    def judged(cls, frame: DataFrame, **parameters: Any) -> DataFrame:
        """The frame with `_row_verdict`, a kind of verdict, and `_row_held`, a boolean."""
        raise NotImplementedError

    @metric_value(engine=SparkDFExecutionEngine)
    def _spark(
        cls,  # noqa: N805 - Great Expectations calls it on the class
        execution_engine: SparkDFExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, int]:
        try:
            frame, _, _ = execution_engine.get_compute_domain(
                metric_domain_kwargs, domain_type=MetricDomainTypes.TABLE
            )
            with apart(frame) as rows:
                return _counted(cls.judged(rows, **metric_value_kwargs))
        except SourceError:
            raise
        except Exception as error:
            # Spark puts the value that it failed on into the text
            raise SourceError(f"niet te toetsen: {type(error).__name__}") from None


class RowsExpectation(BatchExpectation):
    """An expectation over the rows of a batch; a subclass names its metric and parameters.

    `element_count` are the rows, `unexpected_count` those in violation (`violations`) and those
    that cannot be judged (`gaps`); `held` are rows that a hold exempts. No rows are no success.
    """

    args_keys: ClassVar[tuple[str, ...]] = ()

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: Any = None,
        execution_engine: Any = None,
    ) -> dict[str, Any]:
        counts = metrics[self.metric_dependencies[0]]
        unexpected = counts["violations"] + counts["gaps"]
        return {
            "success": counts["element_count"] > 0 and unexpected == 0,
            "result": {**counts, "unexpected_count": unexpected},
        }


@contextmanager
def apart(frame: DataFrame) -> Iterator[DataFrame]:
    """The frame in a session of its own, as a sweep's: days of Europe/Amsterdam, no ANSI rules.

    What the frame does itself it does as it was made; the caller's session is left as it is.
    """
    own = frame.sparkSession.newSession()
    own.conf.set("spark.sql.session.timeZone", "Europe/Amsterdam")
    own.conf.set("spark.sql.ansi.enabled", "false")
    name = f"speurneus_{uuid4().hex}"
    frame.createGlobalTempView(name)
    try:
        yield own.table(f"{own.conf.get('spark.sql.globalTempDatabase')}.{name}")
    finally:
        own.catalog.dropGlobalTempView(name)


def with_given(frame: DataFrame, name: str, sql: str) -> DataFrame:
    """The frame with a column of our own; SourceError where the expression or the name is wrong."""
    return with_value(frame, name, Expression(sql=sql), _other)


def refuse_own_names(frame: DataFrame) -> None:
    """SourceError where the frame has columns that go by our names."""
    if any(name.lower().startswith(_OWN) for name in frame.columns):
        raise SourceError("namen van kolommen die de toets zelf gebruikt: _anchor_..., _row_...")


def _other(name: str) -> DataFrame:
    raise SourceError(f"geen dataset {name!r}")


def _counted(judged: DataFrame) -> dict[str, int]:
    verdict = F.col(VERDICT)
    row = judged.agg(
        F.count(F.lit(1)).alias("element_count"),
        F.count_if(verdict == VIOLATION).alias("violations"),
        # whatever is neither counts as a gap, a null too
        F.count_if(F.coalesce(~verdict.isin(COMPLIANT, VIOLATION), F.lit(True))).alias("gaps"),
        F.count_if(F.col(HELD)).alias("held"),
    ).collect()[0]
    return {name: int(count) for name, count in row.asDict().items()}
