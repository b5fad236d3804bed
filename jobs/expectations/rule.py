"""Rule: one question about facts, and how Great Expectations asks it.

Each rule module holds a pure `judge` over one row, a Great Expectations metric and
expectation that ask it of a whole frame, and a `RULE` that says which facts it is
about and puts the answer into Dutch.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, cast

import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (  # noqa: E501
    multicolumn_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import (  # noqa: E501
    MulticolumnMapMetricProvider,
)

from jobs.model import Citation, Dataset, Policy, Residency, VerdictKind
from jobs.policy import Fact


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


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What is declared about one dataset, and the day that verdicts are given for."""

    dataset: Dataset
    policy: Policy
    residency: Residency
    as_of: date


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A verdict's words: what is the matter, what cures it, the clause; for ages the oldest day."""

    text: str
    remedy: str = ""
    cites: Citation | None = None
    oldest: date | None = None
    overdue: int | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One question; `label` names what is wrong where the answer is no.

    `columns` are the facts' fields that `judge` reads; `parameters` are its keyword
    arguments, plain JSON; `build` makes the expectation from both. `about` tells
    whether a fact is one that the question concerns, `explain` words the answer for
    facts of one column and entity that got the same verdict. `keys` are those of a dataset's conf
    that the answer hangs on.
    """

    name: str
    label: str
    question: str
    columns: tuple[str, ...]
    about: Callable[[Fact, Declared], bool]
    parameters: Callable[[Declared], dict[str, Any]]
    judge: Callable[..., VerdictKind]
    build: Callable[..., Any]
    explain: Callable[[Sequence[Fact], VerdictKind, Declared], Answer]
    keys: tuple[str, ...] = ()

    def expectation(self, declared: Declared) -> Any:
        """The Great Expectations expectation that asks this question of a dataset's facts."""
        return self.build(
            column_list=list(self.columns),
            ignore_row_if="never",
            severity="critical",
            description=self.question,
            meta={"rule": self.name},
            **self.parameters(declared),
        )
