"""Rule: one question about facts.

Each module of the folder holds a pure `judge` over one fact, and a `RULE` that says which facts
it is about and puts the answer into Dutch. How Great Expectations asks it, `jobs.validation` makes
from these: nothing here imports it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jobs.model import Citation, Dataset, Policy, Residency, VerdictKind
from jobs.policy import Fact

AS_OF = "as_of"
"""What every rule calls the day by: a parameter of its `judge`, and of a suite, as `2026-01-31`."""


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

    `promise` says what holds where it is yes, and is the docstring of the Great Expectations
    class of the name `expectation`. `columns` are the facts' fields that `judge` reads;
    `parameters` are its other arguments, plain JSON. `about` tells whether a fact is one that
    the question concerns, `explain` words the answer for facts of one column and entity that got
    the same verdict. `keys` are those of a dataset's conf that the answer hangs on.
    """

    name: str
    label: str
    question: str
    promise: str
    expectation: str
    columns: tuple[str, ...]
    about: Callable[[Fact, Declared], bool]
    parameters: Callable[[Declared], dict[str, Any]]
    judge: Callable[..., VerdictKind]
    explain: Callable[[Sequence[Fact], VerdictKind, Declared], Answer]
    keys: tuple[str, ...] = ()
