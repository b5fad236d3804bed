"""What a rule answers about the facts of all datasets: asked once of those that look alike to it.

Thousands of datasets declare much the same, and most of their facts differ in what a rule does
not read: names and counts. So a rule judges each different fact once, under each different set of
parameters; the same list is what Great Expectations is asked about (`Question`).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from jobs.errors import FindingsError
from jobs.expectations.rule import AS_OF, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact

Parameters = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Question:
    """A rule, and all that it is to be asked: plain data, fit to be sent elsewhere.

    A row of `facts` is the number of the parameters that hold for it and the fields that the rule
    reads; no two are alike. `failing` is how many of them the rule itself does not find compliant.
    """

    rule: str
    parameters: Sequence[Parameters]
    facts: Sequence[tuple[Any, ...]]
    failing: int


class Answers:
    """The answers of a rule, today and on other days."""

    def __init__(self, rule: Rule, declared: Iterable[Declared]) -> None:
        """Number the parameters that hold for each of these datasets, the same ones once.

        `know_the_day` tells whether they can be other ones on another day.
        """
        self.rule = rule
        self._fields = attrgetter(*rule.columns, rule.columns[0])  # of one it would give no tuple
        self._different: list[Parameters] = []
        self._number: list[int] = []
        numbers: dict[str, int] = {}
        for one in declared:
            parameters = rule.parameters(one)
            key = json.dumps(parameters, sort_keys=True)
            if key not in numbers:
                numbers[key] = len(self._different)
                self._different.append(parameters)
            self._number.append(numbers[key])
        self.know_the_day = any(AS_OF in one for one in self._different)
        self._known: dict[date | None, list[dict[tuple[Any, ...], VerdictKind]]] = {}

    def now(self, dataset: int, rows: Sequence[Fact]) -> list[VerdictKind]:
        """The answer about each fact of a dataset, which is told by its place in `declared`."""
        return self._of(dataset, rows, None)

    def on(self, day: date, dataset: int, rows: Sequence[Fact]) -> list[VerdictKind]:
        """Likewise on another day."""
        return self._of(dataset, rows, day)

    def _of(self, dataset: int, rows: Sequence[Fact], day: date | None) -> list[VerdictKind]:
        number = self._number[dataset]
        if day not in self._known:
            self._known[day] = [{} for _ in self._different]
        known, fields = self._known[day][number], self._fields
        answers = []
        for fact in rows:
            values = fields(fact)
            kind = known.get(values)
            if kind is None:
                kind = known[values] = self._judged(values[:-1], number, day)
            answers.append(kind)
        return answers

    def _judged(self, values: tuple[Any, ...], number: int, day: date | None) -> VerdictKind:
        row = dict(zip(self.rule.columns, values, strict=True))
        parameters = self._different[number]
        if day is not None:
            parameters = parameters | {AS_OF: day.isoformat()}
        try:
            return self.rule.judge(**row, **parameters)
        except Exception as error:  # whatever it is, the question was not answered
            raise unanswered(self.rule.name, error) from None

    def question(self) -> Question:
        """All that was answered for today."""
        known = self._known[None]
        return Question(
            rule=self.rule.name,
            parameters=self._different,
            facts=[(number, *row[:-1]) for number, rows in enumerate(known) for row in rows],
            failing=sum(
                kind is not VerdictKind.COMPLIANT for rows in known for kind in rows.values()
            ),
        )


def unanswered(rule: str, error: Exception | None = None) -> FindingsError:
    """The error of a question that crashed or got no answer; never with the words of what broke."""
    why = "" if error is None else f" ({type(error).__name__})"
    return FindingsError(f"question {rule!r} was not answered{why}")
