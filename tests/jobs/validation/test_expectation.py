"""Each rule as a class of Great Expectations, and the suite of a dataset."""

from collections.abc import Mapping
from typing import get_type_hints

import great_expectations as gx
import pytest

from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.rule import Declared
from jobs.model import Constant
from jobs.validation.expectation import CLASSES, FactsExpectation, expectation
from jobs.validation.suite import batches, suite, validated
from tests.jobs.scanned import AS_OF, NAME, POLICY, RESIDENCY, dataset

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
RULES = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)


def declared(name: str) -> Declared:
    return Declared(dataset=DATASETS[name], policy=POLICY, residency=RESIDENCY, as_of=AS_OF)


def test_every_rule_has_a_class_under_a_name_of_its_own():
    assert list(CLASSES) == [rule.name for rule in rules()]
    assert [kind.__name__ for kind in CLASSES.values()] == [rule.expectation for rule in rules()]
    assert len({rule.expectation for rule in rules()}) == len(rules())


@RULES
def test_great_expectations_shows_a_dutch_question_and_its_promise(rule):
    asked = expectation(rule, declared("nothing declared"))
    assert isinstance(asked, FactsExpectation)
    assert asked.description == rule.question
    assert type(asked).__doc__ == rule.promise


@RULES
def test_a_class_has_the_parameters_of_its_rule_and_refuses_others(rule):
    given: Mapping[str, object] = rule.parameters(declared("much declared"))
    asked = expectation(rule, declared("much declared"))
    assert {name: getattr(asked, name) for name in given} == given
    for name in set(get_type_hints(rule.judge)) - set(rule.columns) - {"return"}:
        with pytest.raises(ValueError, match=name):
            CLASSES[rule.name](**given | {"column_list": list(rule.columns), name: object()})


@pytest.mark.parametrize("name", DATASETS)
def test_a_suite_asks_every_rule_once_and_survives_json(name):
    asked = suite(declared(name))
    assert [one.meta["rule"] for one in asked.expectations] == list(CLASSES)

    document = asked.to_json_dict()
    again = gx.ExpectationSuite(name=document["name"], expectations=document["expectations"])
    assert len(again.expectations) == len(document["expectations"]) == len(CLASSES)
    assert again.to_json_dict() == document


def test_a_suite_of_a_dataset_without_a_single_fact_is_not_clean():
    # Great Expectations calls an empty frame a success
    with pytest.raises(FindingsError, match=f"{NAME}: no facts to judge"):
        validated([], suite(declared("nothing declared")), batches())
