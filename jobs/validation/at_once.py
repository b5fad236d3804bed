"""A question asked of the facts of all datasets at once.

Great Expectations takes some ten milliseconds for each expectation, which thousands of datasets
with a dozen each would make minutes. So each rule is asked once: a row tells the rule that is to
judge it, and carries the number of the parameters that hold for its dataset.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
from jobs.model import VerdictKind
from jobs.validation.expectation import FactsExpectation, FactsMetric, asking
from jobs.validation.suite import COUNTS, batches

_RULE, _NUMBER = "rule", "number"


class _Metric(FactsMetric):
    condition_metric_name = "multicolumn_values.of_all_datasets"
    condition_value_keys = ("rule", "parameters")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805 - Great Expectations calls it on the class
        column_list: pd.DataFrame,
        **kwargs: Any,
    ) -> "pd.Series[bool]":
        (rule,) = [rule for rule in rules() if rule.name == kwargs["rule"]]
        parameters = kwargs["parameters"]
        rows = column_list[[_RULE, _NUMBER, *rule.columns]].itertuples(index=False, name=None)
        answers = [
            name != rule.name
            or rule.judge(**dict(zip(rule.columns, row, strict=True)), **parameters[number])
            is VerdictKind.COMPLIANT
            for name, number, *row in rows
        ]
        return pd.Series(answers, index=column_list.index, dtype=bool)


class ExpectFactsOfAllDatasetsToPass(FactsExpectation):
    """De feiten van alle datasets doorstaan één vraag, elk met wat zijn dataset verklaart."""

    rule: str
    parameters: list[dict[str, Any]]
    map_metric: ClassVar[str] = _Metric.condition_metric_name
    success_keys: ClassVar[tuple[str, ...]] = ("rule", "parameters", "mostly")


def failing(questions: Sequence[Question]) -> dict[str, int]:
    """How many facts of each question fail it, by rule.

    Raises FindingsError where a question is not answered, or in two ways.
    """
    asked = {question.rule: question for question in questions}
    suite = gx.ExpectationSuite(
        name="every dataset",
        expectations=[
            ExpectFactsOfAllDatasetsToPass(
                **asking(rule, (_RULE, _NUMBER, *rule.columns)),
                rule=rule.name,
                parameters=list(asked[rule.name].parameters),
            )
            for rule in rules()
            if rule.name in asked
        ],
    )
    batch = batches().get_batch(batch_parameters={"dataframe": _frame(asked)})
    result = batch.validate(suite, result_format=COUNTS)
    return {name: _failing(result, name) for name in asked}


def _frame(asked: Mapping[str, Question]) -> pd.DataFrame:
    """The facts of each question, below one another; a rule reads those that name it."""
    columns: dict[str, list[Any]] = defaultdict(list)
    every = dict.fromkeys(name for rule in rules() for name in rule.columns)
    for rule in rules():
        facts = asked[rule.name].facts if rule.name in asked else ()
        own = dict(zip((_NUMBER, *rule.columns), zip(*facts, strict=True), strict=bool(facts)))
        nothing = [None] * len(facts)
        for name in (_NUMBER, *every):
            columns[name] += own.get(name, nothing)
        columns[_RULE] += [rule.name] * len(facts)
    return pd.DataFrame(columns, dtype=object)


def _failing(result: ExpectationSuiteValidationResult, rule: str) -> int:
    """How many facts fail a question."""
    answers = [
        one
        for one in result.results
        if one.expectation_config is not None
        and (one.expectation_config.meta or {}).get("rule") == rule
    ]
    if len(answers) != 1 or answers[0].exception_info.get("raised_exception", True):
        raise unanswered(rule)
    count = answers[0].result.get("unexpected_count")
    if not isinstance(count, int) or bool(answers[0].success) is bool(count):
        raise FindingsError(f"answer to {rule!r} contradicts itself")
    return count
