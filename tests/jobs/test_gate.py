"""The gate as a whole: what it gives for a scan, and that it never passes by accident."""

import json
from dataclasses import fields
from datetime import date
from types import SimpleNamespace

import great_expectations as gx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs import gate
from jobs.errors import FindingsError
from jobs.expectations import at_once, rules
from jobs.model import Change, ChangeKind, FailOn, Verdict, VerdictKind, Waiver
from jobs.policy import Fact
from tests.jobs.scanned import (
    AS_OF,
    NAME,
    POLICY,
    RESIDENCY,
    age,
    covered,
    dataset,
    finding,
    judgement,
    scan,
)

CLEAN = dataset(purposes=("nieuwsbrief",), retention=("marketing",))


def clean_scan():
    ages = [age("REVIEW", "gebeurtenis", date(2026, 1, 1))]
    return scan([finding("REVIEW")], ages)


def judge(found, *datasets, as_of=AS_OF):
    return gate.judge(found, datasets, POLICY, RESIDENCY, as_of)


def verdict(kind: VerdictKind) -> Verdict:
    words = {"rule": "r", "label": "l", "dataset": "d", "text": "t"}
    return Verdict(kind=kind, column=None, entity=None, rows=1, **words)


def code(verdicts: list[Verdict]) -> int:
    return gate.exit_code(judgement(*verdicts), list(FailOn))


# exit codes


KINDS = st.lists(st.sampled_from(VerdictKind))
CHANGES = st.lists(st.sampled_from(ChangeKind))
WAIVER = Waiver(
    rule="r", dataset="d", kind="accepted_risk", reason="w", by="b", until=date(2026, 12, 31)
)


def change(kind: ChangeKind) -> Change:
    return Change(kind=kind, dataset="d", text="t")


@given(KINDS, CHANGES)
def test_a_violation_outweighs_a_gap_and_a_gap_is_never_clean(kinds, changes):
    told = judgement(*map(verdict, kinds), changes=tuple(map(change, changes)))
    code = gate.exit_code(told, list(FailOn))
    unapproved = set(changes) - {ChangeKind.GONE}
    assert (code == 1) is (VerdictKind.VIOLATION in kinds or bool(unapproved))
    assert (code == 0) is (set(kinds) <= {VerdictKind.COMPLIANT} and not unapproved)
    assert code in (0, 1, 3)


@given(KINDS, CHANGES, st.sampled_from(FailOn))
def test_only_what_is_asked_for_blocks(kinds, changes, asked):
    told = judgement(*map(verdict, kinds), changes=tuple(map(change, changes)))
    blocking = {
        FailOn.VIOLATION: VerdictKind.VIOLATION in kinds,
        FailOn.GAP: VerdictKind.GAP in kinds,
        FailOn.NEW: bool(set(changes) - {ChangeKind.GONE}),
    }
    assert bool(gate.exit_code(told, [asked])) is blocking[asked]
    assert gate.exit_code(told, []) == 0


@given(KINDS)
def test_what_is_waived_does_not_block(kinds):
    waived = [verdict(kind).model_copy(update={"waived": WAIVER}) for kind in kinds]
    assert gate.exit_code(judgement(*waived), list(FailOn)) == 0


# verdicts


def test_a_clean_scan_is_clean_and_every_question_about_it_was_answered():
    verdicts = judge(clean_scan(), CLEAN)
    assert code(verdicts) == 0
    assert {v.rule for v in verdicts} == {
        "everything_was_read",
        "has_a_legal_basis",
        "is_in_a_declared_category",
        "kept_within_term",
        "stays_in_the_eea",
        "used_for_declared_purpose",
    }


def test_datasets_are_judged_each_by_what_they_declare_themselves():
    findings = [finding("IBAN_CODE", dataset=name) for name in ("a", "b", "c")]
    declared = [
        dataset(name="a", purposes=("betalingen",)),
        dataset(name="b", purposes=("nieuwsbrief",)),
        dataset(name="c"),
    ]
    verdicts = judge(scan(findings), *declared)
    purpose = {v.dataset: v.kind.value for v in verdicts if v.rule == "used_for_declared_purpose"}
    assert purpose == {"a": "compliant", "b": "violation", "c": "gap"}


def test_a_dataset_that_conf_does_not_know_is_judged_as_one_that_declares_nothing():
    found = scan([finding("NL_BSN"), finding("PERSON", country=None)])
    verdicts = judge(found)
    shown = {(v.rule, v.entity, v.kind.value) for v in verdicts if v.kind != "compliant"}
    assert shown == {
        ("is_in_a_declared_category", "NL_BSN", "violation"),
        ("used_for_declared_purpose", "PERSON", "gap"),
        ("kept_within_term", "PERSON", "gap"),
        ("stays_in_the_eea", "PERSON", "gap"),
    }
    assert {v.dataset for v in verdicts} == {NAME}


def test_a_dataset_that_was_found_but_not_covered_is_judged_too():
    verdicts = judge(scan([finding("NL_BSN")], coverage=[]))
    assert code(verdicts) == 1


def test_a_verdict_of_last_year_can_be_given_again():
    early = judge(clean_scan(), CLEAN, as_of=date(2033, 1, 1))
    late = judge(clean_scan(), CLEAN, as_of=date(2033, 1, 2))
    assert (code(early), code(late)) == (0, 1)


# fails closed


def test_a_scan_of_nothing_is_not_clean():
    with pytest.raises(FindingsError, match="nothing was scanned"):
        judge(scan(), CLEAN)


def test_a_suite_of_a_dataset_without_a_single_fact_is_not_clean():
    # Great Expectations calls an empty frame a success
    declared = gate.Declared(dataset=CLEAN, policy=POLICY, residency=RESIDENCY, as_of=AS_OF)
    with pytest.raises(FindingsError, match=f"{NAME}: no facts to judge"):
        gate.validated([], gate.suite(declared), gate.batches())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_question_that_crashes_ends_the_gate(rule, monkeypatch):
    class Crashing(at_once.Answers):
        def of_fields(self, values):
            if self._judge is rule.judge:
                raise RuntimeError("de waarde 123456782")
            return super().of_fields(values)

    monkeypatch.setattr(at_once, "Answers", Crashing)
    with pytest.raises(FindingsError, match=f"'{rule.name}' was not answered") as caught:
        judge(clean_scan(), CLEAN)
    assert "123456782" not in str(caught.value)


def asked_otherwise(monkeypatch, change):
    """Let Great Expectations be asked what `change` makes of the questions."""
    suite = gx.ExpectationSuite

    def changed(name, expectations):
        return suite(name=name, expectations=change(expectations))

    monkeypatch.setattr(gate.gx, "ExpectationSuite", changed)


def test_an_expectation_that_great_expectations_drops_ends_the_gate(monkeypatch):
    def loaded(expectations):
        first, *others = [one.configuration.to_json_dict() for one in expectations]
        return [first | {"type": "expect_what_nobody_registered"}, *others]

    asked_otherwise(monkeypatch, loaded)
    with pytest.raises(FindingsError, match="was not answered"):
        judge(clean_scan(), CLEAN)


def test_a_question_asked_twice_ends_the_gate(monkeypatch):
    def doubled(expectations):
        extra = expectations[0].copy()
        extra.description = "nog een keer"
        return [*expectations, extra]

    asked_otherwise(monkeypatch, doubled)
    with pytest.raises(FindingsError, match="was not answered"):
        judge(clean_scan(), CLEAN)


def test_an_expectation_that_lets_a_few_rows_through_ends_the_gate(monkeypatch):
    def lenient(expectations):
        for expectation in expectations:
            expectation.mostly = 0.1
        return expectations

    asked_otherwise(monkeypatch, lenient)
    with pytest.raises(FindingsError, match="contradicts itself"):
        judge(scan([finding("NL_BSN")]), CLEAN)


def test_great_expectations_and_the_rule_must_agree_on_how_many_fail(monkeypatch):
    class Mild(at_once.Answers):
        def of_fields(self, values):
            return VerdictKind.COMPLIANT

    monkeypatch.setattr(at_once, "Answers", Mild)
    with pytest.raises(FindingsError, match="judged two ways"):
        judge(scan([finding("NL_BSN")]), CLEAN)


@given(st.lists(st.sampled_from(sorted(POLICY.purposes)), max_size=3, unique=True), st.booleans())
@settings(max_examples=15)
def test_all_datasets_at_once_are_judged_as_each_by_itself(purposes, anonymised):
    found = scan(
        [
            finding("IBAN_CODE", dataset="a", country="US"),
            finding("IP_ADDRESS", dataset="a"),
            finding("IBAN_CODE", dataset="b"),
        ],
        [age("IBAN_CODE", "laatste_transactie", AS_OF, dataset="b")],
    )
    datasets = [
        dataset(name="a", purposes=tuple(purposes), recipients=("google_analytics",)),
        dataset(name="b", purposes=tuple(purposes), anonymised=anonymised),
    ]
    everything = gate.batches()
    failing = 0
    for declared, rows in gate.asked(found, datasets, POLICY, RESIDENCY, AS_OF):
        for one in gate.validated(rows, gate.suite(declared), everything).results:
            failing += one.result["unexpected_count"]
    asked = gate._asked_at_once
    every = list(gate.asked(found, datasets, POLICY, RESIDENCY, AS_OF))
    sets = {rule.name: at_once.Sets(rule, [one for one, _ in every]) for rule in rules()}
    result = asked([rows for _, rows in every], sets)
    assert sum(gate._failing(result, rule) for rule in rules()) == failing


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
    rule = rules()[0]
    config = SimpleNamespace(meta={"rule": rule.name})
    result = SimpleNamespace(results=[SimpleNamespace(expectation_config=config, **answer)])
    with pytest.raises(FindingsError, match=rule.name):
        gate._failing(result, rule)


# values


def test_no_field_of_a_fact_can_hold_a_value():
    """Names that conf or schemas give, counts and days; nothing that a cell was copied into."""
    assert {field.name for field in fields(Fact)} == {
        "about",
        "column",
        "entity",
        "category",
        "country",
        "term",
        "anchored",
        "day",
        "held",
        "consent",
        "hits",
        "reason",
    }


def test_great_expectations_gets_facts_only_and_its_result_holds_no_row(monkeypatch):
    seen = []
    answered = gate._failing

    def watched(result, rule):
        seen.append(json.dumps(result.to_json_dict()))
        return answered(result, rule)

    monkeypatch.setattr(gate, "_failing", watched)
    found = scan(
        [finding("NL_BSN", column="geheime_kolom", country="US")],
        coverage=[covered(file="geheim.csv", reason="onleesbaar geheim")],
    )
    judge(found, CLEAN)
    assert len(seen) == len(rules())
    for text in seen:
        assert "geheim" not in text
        assert "NL_BSN" not in text
