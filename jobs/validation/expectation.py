"""Each rule as an expectation of Great Expectations: its class, under the name that it has in JSON.

All of a class is in the rule: the parameters and their types are those of `judge`, the docstring
is its promise.
"""

import inspect
from collections.abc import Callable
from types import new_class
from typing import Any, ClassVar, cast, get_type_hints

import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (  # noqa: E501
    multicolumn_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import (  # noqa: E501
    MulticolumnMapMetricProvider,
)

from jobs.expectations import rules
from jobs.expectations.rule import AS_OF, Declared, Rule
from jobs.model import VerdictKind


class FactsMetric(MulticolumnMapMetricProvider):
    """A metric that asks `judge` of each row; a subclass names itself and its parameters."""

    condition_domain_keys = (
        "batch_id",
        "table",
        "column_list",
        "row_condition",
        "condition_parser",
        "ignore_row_if",
    )
    judge: ClassVar[Callable[..., VerdictKind]]

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(
        cls,  # noqa: N805 - Great Expectations calls it on the class
        column_list: pd.DataFrame,
        **kwargs: Any,
    ) -> "pd.Series[bool]":
        parameters = {key: kwargs[key] for key in cls.condition_value_keys}
        answers = [
            cls.judge(**row, **parameters) is VerdictKind.COMPLIANT
            for row in cast("list[dict[str, Any]]", column_list.to_dict(orient="records"))
        ]
        return pd.Series(answers, index=column_list.index, dtype=bool)


class FactsExpectation(MulticolumnMapExpectation):
    """An expectation over the facts of one dataset; a subclass names its metric and parameters."""

    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)


def expectation(rule: Rule, declared: Declared) -> FactsExpectation:
    """The expectation that asks a rule's question of a dataset's facts."""
    return CLASSES[rule.name](**asking(rule, rule.columns), **rule.parameters(declared))


def asking(rule: Rule, columns: tuple[str, ...]) -> dict[str, Any]:
    """What every expectation is given: the columns it reads, and that no row is let through."""
    return {
        "column_list": list(columns),
        "ignore_row_if": "never",
        "severity": FailureSeverity.CRITICAL,
        "description": rule.question,
        "meta": {"rule": rule.name},
    }


def _class(rule: Rule) -> type[FactsExpectation]:
    parameters = [n for n in inspect.signature(rule.judge).parameters if n not in rule.columns]
    types = get_type_hints(rule.judge)
    if AS_OF in types:  # in a suite that is kept, the day is a parameter of the run
        types[AS_OF] = str | dict[str, str]

    class Metric(FactsMetric):
        condition_metric_name = f"multicolumn_values.{rule.name}"
        condition_value_keys = tuple(parameters)
        judge = staticmethod(rule.judge)

    body = {
        "__module__": __name__,
        "__doc__": rule.promise,
        "__annotations__": {name: types[name] for name in parameters},
        "map_metric": Metric.condition_metric_name,
        "success_keys": (*parameters, "mostly"),
    }
    return new_class(rule.expectation, (FactsExpectation,), {}, lambda own: own.update(body))


CLASSES: dict[str, type[FactsExpectation]] = {rule.name: _class(rule) for rule in rules()}
"""The class of each rule, by the rule's name."""
