"""The folder is the registry: every module in it is a question that is asked."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from jobs import expectations
from jobs.expectations import rules
from jobs.expectations.rule import Declared
from jobs.policy import Fact
from tests.jobs.scanned import AS_OF, POLICY, RESIDENCY, dataset

MODULES = sorted(
    path.stem
    for path in Path(next(iter(expectations.__path__))).glob("*.py")
    if path.stem not in ("__init__", "answers", "rule")
)
DECLARED = Declared(dataset=dataset(), policy=POLICY, residency=RESIDENCY, as_of=AS_OF)


def test_the_rules_are_the_modules_by_name():
    assert [rule.name for rule in rules()] == MODULES


@pytest.mark.parametrize("name", MODULES)
def test_a_question_reads_only_fields_that_a_fact_has(name):
    module = import_module(f"jobs.expectations.{name}")
    rule = module.RULE
    assert rule.judge is module.judge
    given = set(rule.columns) | set(rule.parameters(DECLARED))
    assert set(rule.columns) <= set(Fact._fields)
    assert given == set(inspect.signature(rule.judge).parameters)


@pytest.mark.parametrize("name", MODULES)
def test_a_question_is_asked_and_a_promise_is_made(name):
    rule = import_module(f"jobs.expectations.{name}").RULE
    assert rule.question.endswith("?")
    assert rule.promise.endswith(".")
    assert rule.promise != rule.question
