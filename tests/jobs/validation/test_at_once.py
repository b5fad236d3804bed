"""All datasets at once: as each by itself, and never a pass by accident."""

import json
from dataclasses import replace
from types import SimpleNamespace

import great_expectations as gx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs import gate
from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.answers import Answers, Question
from jobs.model import VerdictKind
from jobs.validation import at_once
from jobs.validation.suite import batches, suite, validated
from tests.jobs.scanned import AS_OF, POLICY, RESIDENCY, age, covered, dataset, finding, scan


def answered(found, *datasets):
    """What the gate asks about a scan, and the rules' own counts by dataset and rule."""
    every = list(gate.asked(found, datasets, POLICY, RESIDENCY, AS_OF))
    questions, failing = [], {}
    for rule in rules():
        answers = Answers(rule, [declared for declared, _ in every])
        for number, (declared, rows) in enumerate(every):
            kinds = answers.now(number, rows)
            compliant = kinds.count(VerdictKind.COMPLIANT)
            failing[declared.dataset.name, rule.name] = len(rows) - compliant
        questions.append(answers.question())
    return questions, failing


def clean() -> list[Question]:
    questions, _ = answered(scan([finding("REVIEW")]), dataset(purposes=("nieuwsbrief",)))
    return questions


@given(st.lists(st.sampled_from(sorted(POLICY.purposes)), max_size=3, unique=True), st.booleans())
@settings(max_examples=15)
def test_all_datasets_at_once_are_judged_as_each_by_itself(purposes, anonymised):
    found = scan(
        [
            finding("IBAN_CODE", dataset="a", country="US"),
            finding("IP_ADDRESS", dataset="a"),
            finding("IBAN_CODE", dataset="b"),
            finding("IBAN_CODE", dataset="b", column="nog_een"),
        ],
        [age("IBAN_CODE", "laatste_transactie", AS_OF, dataset="b")],
    )
    datasets = [
        dataset(name="a", purposes=tuple(purposes), recipients=("google_analytics",)),
        dataset(name="b", purposes=tuple(purposes), anonymised=anonymised),
    ]
    questions, own = answered(found, *datasets)
    assert at_once.failing(questions) == {asked.rule: asked.failing for asked in questions}
    everything = batches()
    for declared, rows in gate.asked(found, datasets, POLICY, RESIDENCY, AS_OF):
        for one in validated(rows, suite(declared), everything).results:
            key = (declared.dataset.name, one.expectation_config.meta["rule"])
            assert one.result["unexpected_count"] == own[key]


def test_facts_that_look_alike_to_a_rule_are_asked_about_once():
    found = scan([finding("NL_BSN", column=name, hits=7) for name in ("a", "b", "c")])
    [asked] = [one for one in answered(found)[0] if one.rule == "is_in_a_declared_category"]
    assert asked.facts.count((0, "finding", None)) == asked.failing == 1


# fails closed


def test_a_question_that_crashes_ends_the_gate_and_tells_no_value():
    (first, *_) = clean()
    crashing = replace(first, facts=[(99, *first.facts[0][1:])])
    with pytest.raises(FindingsError, match=rf"'{first.rule}' was not answered$"):
        at_once.failing([crashing])


def asked_otherwise(monkeypatch, change):
    """Let Great Expectations be asked what `change` makes of the questions."""
    suite = gx.ExpectationSuite

    def changed(name, expectations):
        return suite(name=name, expectations=change(expectations))

    monkeypatch.setattr(at_once.gx, "ExpectationSuite", changed)


def test_an_expectation_that_great_expectations_drops_ends_the_gate(monkeypatch):
    def loaded(expectations):
        return [
            one.configuration.to_json_dict() | {"type": "expect_what_nobody_registered"}
            for one in expectations
        ]

    asked_otherwise(monkeypatch, loaded)
    with pytest.raises(FindingsError, match="was not answered"):
        at_once.failing(clean())


def test_a_question_asked_twice_ends_the_gate(monkeypatch):
    def doubled(expectations):
        extra = expectations[0].copy()
        extra.description = "nog een keer"
        return [*expectations, extra]

    asked_otherwise(monkeypatch, doubled)
    with pytest.raises(FindingsError, match="was not answered"):
        at_once.failing(clean())


def test_an_expectation_that_lets_a_few_rows_through_ends_the_gate(monkeypatch):
    def lenient(expectations):
        for expectation in expectations:
            expectation.mostly = 0.1
        return expectations

    asked_otherwise(monkeypatch, lenient)
    with pytest.raises(FindingsError, match="contradicts itself"):
        at_once.failing(answered(scan([finding("NL_BSN")]))[0])


ANSWERED = {"success": True, "exception_info": {"raised_exception": False}}
FAILED = ANSWERED | {"success": False}


@pytest.mark.parametrize(
    "answer",
    [
        ANSWERED | {"result": {}},
        ANSWERED | {"result": {"unexpected_count": 1}},
        FAILED | {"result": {"unexpected_count": 0}},
        FAILED | {"result": {}},
        {"success": True, "exception_info": {}, "result": {"unexpected_count": 0}},
        {
            "success": True,
            "exception_info": {"metric": {"raised_exception": True}},
            "result": {"unexpected_count": 0},
        },
        {
            "success": True,
            "exception_info": {"raised_exception": True},
            "result": {"unexpected_count": 0},
        },
    ],
)
def test_an_answer_that_contradicts_itself_is_none(answer):
    config = SimpleNamespace(meta={"rule": "stays_in_the_eea"})
    result = SimpleNamespace(results=[SimpleNamespace(expectation_config=config, **answer)])
    with pytest.raises(FindingsError, match="stays_in_the_eea"):
        at_once._failing(result, "stays_in_the_eea")


# values


def test_great_expectations_gets_facts_only_and_its_result_holds_no_row(monkeypatch):
    seen = []
    count = at_once._failing

    def watched(result, rule):
        seen.append(json.dumps(result.to_json_dict()))
        return count(result, rule)

    monkeypatch.setattr(at_once, "_failing", watched)
    found = scan(
        [finding("NL_BSN", column="geheime_kolom", country="US")],
        coverage=[covered(file="geheim.csv", reason="onleesbaar geheim")],
    )
    at_once.failing(answered(found)[0])
    assert len(seen) == len(rules())
    for text in seen:
        assert "geheim" not in text
        assert "NL_BSN" not in text
