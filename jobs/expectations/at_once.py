"""A question of this folder, asked of the facts of all datasets at once.

Great Expectations takes some ten milliseconds for each expectation, which thousands of datasets
with eleven each would make minutes. So the gate asks each rule once: a fact carries the number of
the parameters that hold for its dataset, and the same `judge` answers.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar

import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (  # noqa: E501
    multicolumn_condition_partial,
)

from jobs.expectations import rules
from jobs.expectations.rule import Declared, FactsExpectation, FactsMetric, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact

Parameters = dict[str, Any]
AS_OF = "as_of"
"""The parameter that every rule calls the day by."""


class Sets:
    """The different parameters that a rule has for some datasets, and which each dataset has."""

    def __init__(self, rule: Rule, declared: Iterable[Declared]) -> None:
        """Number the parameters, the same ones once."""
        self.different: list[Parameters] = []
        self.of: list[int] = []
        numbers: dict[str, int] = {}
        for one in declared:
            parameters = rule.parameters(one)
            key = json.dumps(parameters, sort_keys=True)
            if key not in numbers:
                numbers[key] = len(self.different)
                self.different.append(parameters)
            self.of.append(numbers[key])

    def on(self, day: date) -> list[Parameters] | None:
        """The different parameters on another day; None where none of them knows the day."""
        if not any(AS_OF in one for one in self.different):
            return None
        return [one | {AS_OF: day.isoformat()} if AS_OF in one else one for one in self.different]


class Answers:
    """What a rule says of facts, asked once of those that look alike to it."""

    def __init__(
        self, judge: Callable[..., VerdictKind], columns: Sequence[str], parameters: Parameters
    ) -> None:
        """Ask `judge` about these fields of a fact, with these parameters."""
        self._judge = judge
        self._columns = columns
        self._fields = attrgetter(*columns, columns[0])  # of one field it would give no tuple
        self._parameters = parameters
        self._known: dict[Hashable, VerdictKind] = {}

    def of_fields(self, values: tuple[Any, ...]) -> VerdictKind:
        """The answer about a fact of which the rule's fields are these."""
        known = self._known.get(values)
        if known is None:
            row = dict(zip(self._columns, values, strict=True))
            known = self._known[values] = self._judge(**row, **self._parameters)
        return known

    def of(self, fact: Fact) -> VerdictKind:
        """The answer about a fact."""
        return self.of_fields(self._fields(fact)[:-1])


def number_of(rule: Rule) -> str:
    """The column that holds the number of a fact's parameters."""
    return f"parameters_of_{rule.name}"


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
        asked = [Answers(rule.judge, rule.columns, one) for one in kwargs["parameters"]]
        answers = [
            asked[number].of_fields(values) is VerdictKind.COMPLIANT
            for number, values in zip(
                column_list.pop(number_of(rule)),
                column_list.itertuples(index=False, name=None),
                strict=True,
            )
        ]
        return pd.Series(answers, index=column_list.index, dtype=bool)


class ExpectFactsOfAllDatasetsToPass(FactsExpectation):
    """De feiten van alle datasets doorstaan één vraag, elk met wat zijn dataset verklaart."""

    rule: str
    parameters: list[Parameters]
    map_metric: ClassVar[str] = _Metric.condition_metric_name
    success_keys: ClassVar[tuple[str, ...]] = ("rule", "parameters", "mostly")


def expectation(rule: Rule, sets: Sets) -> Any:
    """The expectation that asks a rule of the facts of all datasets."""
    return ExpectFactsOfAllDatasetsToPass(
        column_list=[*rule.columns, number_of(rule)],
        ignore_row_if="never",
        severity=FailureSeverity.CRITICAL,
        description=rule.question,
        meta={"rule": rule.name},
        rule=rule.name,
        parameters=sets.different,
    )
