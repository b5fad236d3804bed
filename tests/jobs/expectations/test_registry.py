"""The folder is the registry: every module in it is a question that is asked."""

import inspect
from importlib import import_module
from pathlib import Path

import great_expectations as gx
import pytest

from jobs import expectations, gate
from jobs.expectations import rules
from jobs.expectations.rule import Declared, FactsExpectation, FactsMetric
from jobs.model import Constant
from jobs.policy import Fact
from tests.jobs.scanned import AS_OF, POLICY, RESIDENCY, dataset

MODULES = sorted(
    path.stem
    for path in Path(next(iter(expectations.__path__))).glob("*.py")
    if path.stem not in ("__init__", "at_once", "rule")
)
DATASETS = {
    "nothing declared": dataset(),
    "much declared": dataset(
        name="winkel.klant",
        purposes=("betalingen", "nieuwsbrief"),
        recipients=("google", "afterpay"),
        retention=("klantgegevens",),
        consent=Constant(constant=True),
    ),
    "anonymised": dataset(anonymised=True),
}


def declared(name: str) -> Declared:
    return Declared(dataset=DATASETS[name], policy=POLICY, residency=RESIDENCY, as_of=AS_OF)


def test_the_rules_are_the_modules_by_name():
    assert [rule.name for rule in rules()] == MODULES


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_one_rule_one_metric_and_one_expectation(name):
    module = import_module(f"jobs.expectations.{name}")
    classes = [kind for _, kind in inspect.getmembers(module, inspect.isclass)]
    own = [kind for kind in classes if kind.__module__ == module.__name__]
    (metric,) = [kind for kind in own if issubclass(kind, FactsMetric)]
    (expectation,) = [kind for kind in own if issubclass(kind, FactsExpectation)]
    assert module.RULE.build is expectation
    assert module.RULE.judge is module.judge
    assert metric.judge is module.judge
    assert expectation.map_metric == metric.condition_metric_name
    assert expectation.map_metric.endswith(name)


@pytest.mark.parametrize("name", MODULES)
def test_a_question_reads_only_fields_that_a_fact_has(name):
    rule = import_module(f"jobs.expectations.{name}").RULE
    given = set(rule.columns) | set(rule.parameters(declared("nothing declared")))
    assert set(rule.columns) <= set(Fact.__dataclass_fields__)
    assert given == set(inspect.signature(rule.judge).parameters)


@pytest.mark.parametrize("name", DATASETS)
def test_a_suite_asks_every_rule_once_and_survives_json(name):
    suite = gate.suite(declared(name))
    asked = [expectation.meta["rule"] for expectation in suite.expectations]
    assert asked == MODULES

    document = suite.to_json_dict()
    again = gx.ExpectationSuite(name=document["name"], expectations=document["expectations"])
    assert len(again.expectations) == len(document["expectations"]) == len(MODULES)
    assert again.to_json_dict() == document


@pytest.mark.parametrize("name", MODULES)
def test_great_expectations_shows_a_dutch_question(name):
    rule = import_module(f"jobs.expectations.{name}").RULE
    assert rule.question.endswith("?")
    assert rule.expectation(declared("nothing declared")).description == rule.question
