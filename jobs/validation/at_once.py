"""A question asked of the facts of all datasets at once.

Great Expectations takes some ten milliseconds for each expectation, which thousands of datasets
with a dozen each would make minutes. So each rule is asked once: a row carries the number of the
parameters that hold for its dataset.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

import great_expectations as gx
import pandas as pd
from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (  # noqa: E501
    multicolumn_condition_partial,
)

from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.answers import Question, unanswered
from jobs.expectations.rule import Rule
from jobs.model import VerdictKind
from jobs.validation.expectation import FactsExpectation, FactsMetric, asking
from jobs.validation.suite import COUNTS, batches

_NUMBER = "number"


class _Metric(FactsMetric):
    condition_metric_name = "multicolumn_values.of_all_datasets"
    condition_value_keys = ("rule", "parameters")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805 - Great Expectations calls it on the class
        column_list: pd.DataFrame,
        **kwargs: Any,
    ) -> "pd.Series[bool]":
        judge, parameters = _rule(kwargs["rule"]).judge, kwargs["parameters"]
        names = [str(name) for name in column_list][1:]
        answers = [
            judge(**dict(zip(names, row, strict=True)), **parameters[number])
            is VerdictKind.COMPLIANT
            for number, *row in column_list.itertuples(index=False, name=None)
        ]
        return pd.Series(answers, index=column_list.index, dtype=bool)


class ExpectFactsOfAllDatasetsToPass(FactsExpectation):
    """De feiten van alle datasets doorstaan één vraag, elk met wat zijn dataset verklaart."""

    rule: str
    parameters: list[dict[str, Any]]
    map_metric: ClassVar[str] = _Metric.condition_metric_name
    success_keys: ClassVar[tuple[str, ...]] = ("rule", "parameters", "mostly")


def failing(questions: Iterable[Question]) -> dict[str, int]:
    """How many facts of each question fail it, by rule.

    Raises FindingsError where a question is not answered, or in two ways.
    """
    everything = batches()
    counts = {}
    for question in questions:
        rule = _rule(question.rule)
        columns = (_NUMBER, *rule.columns)
        asked = ExpectFactsOfAllDatasetsToPass(
            **asking(rule, columns), rule=rule.name, parameters=list(question.parameters)
        )
        facts = pd.DataFrame(question.facts, columns=list(columns), dtype=object)
        batch = everything.get_batch(batch_parameters={"dataframe": facts})
        suite = gx.ExpectationSuite(name=rule.name, expectations=[asked])
        counts[rule.name] = _failing(batch.validate(suite, result_format=COUNTS), rule.name)
    return counts


def _rule(name: str) -> Rule:
    return next(rule for rule in rules() if rule.name == name)


def _failing(result: ExpectationSuiteValidationResult, rule: str) -> int:
    """How many facts fail the one question of a suite."""
    if len(result.results) != 1:
        raise unanswered(rule)
    (answer,) = result.results
    if answer.exception_info.get("raised_exception", True):
        raise unanswered(rule)
    count = answer.result.get("unexpected_count")
    if not isinstance(count, int) or bool(answer.success) is bool(count):
        raise FindingsError(f"answer to {rule!r} contradicts itself")
    return count
