"""The gate as a whole: what it gives for a scan, and that it never passes by accident."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs import gate
from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.model import Change, ChangeKind, FailOn, Verdict, VerdictKind, Waiver
from jobs.policy import Fact
from jobs.validation import at_once
from tests.jobs.scanned import (
    AS_OF,
    NAME,
    POLICY,
    RESIDENCY,
    age,
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
    waived = [replace(verdict(kind), waived=WAIVER) for kind in kinds]
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


@given(st.permutations(range(6)))
def test_the_order_of_rows_says_nothing(order):
    days = [None, date(2010, 1, 1), date(2019, 12, 1), date(2020, 1, 1)]
    ages = [age("PERSON", "laatste_transactie", day, hits=n) for n, day in enumerate(days, 1)]
    ages += [age("PERSON", "laatste_transactie", day, held=True, hits=9) for day in days[:2]]
    found = scan([finding("PERSON", hits=28)], [ages[place] for place in order])
    declared = dataset(retention=("klantgegevens",))
    told = [v for v in judge(found, declared) if v.rule == "kept_within_term"]
    assert [(v.kind.value, v.rows, v.held, v.within_90) for v in told] == [
        ("violation", 2, 18, 7),
        ("gap", 1, 0, 0),
    ]


# fails closed


def test_a_scan_of_nothing_is_not_clean():
    with pytest.raises(FindingsError, match="nothing was scanned"):
        judge(scan(), CLEAN)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_question_that_crashes_ends_the_gate(rule, monkeypatch):
    def crashing(**given):
        raise RuntimeError("de waarde 123456782")

    broken = tuple(replace(one, judge=crashing) if one is rule else one for one in rules())
    monkeypatch.setattr(gate, "rules", lambda: broken)
    with pytest.raises(FindingsError, match=f"'{rule.name}' was not answered") as caught:
        judge(clean_scan(), CLEAN)
    assert "123456782" not in str(caught.value)


def test_great_expectations_and_the_rule_must_agree_on_how_many_fail(monkeypatch):
    monkeypatch.setattr(at_once, "failing", lambda questions: {one.rule: 0 for one in questions})
    with pytest.raises(FindingsError, match="'is_in_a_declared_category' was judged two ways"):
        judge(scan([finding("NL_BSN")]), CLEAN)


def test_a_validator_checks_what_was_answered():
    asked = []

    class Watching:
        def check(self, questions):
            asked.extend(questions)

    gate.judge(scan([finding("NL_BSN")]), [CLEAN], POLICY, RESIDENCY, AS_OF, Watching())
    assert [one.rule for one in asked] == [rule.name for rule in rules()]
    assert {one.rule: one.failing for one in asked}["is_in_a_declared_category"] == 1


# values


def test_no_field_of_a_fact_can_hold_a_value():
    """Names that conf or schemas give, counts and days; nothing that a cell was copied into."""
    assert set(Fact._fields) == {
        "about",
        "column",
        "entity",
        "category",
        "country",
        "term",
        "anchored",
        "unreadable",
        "day",
        "held",
        "consent",
        "hits",
        "reason",
    }
