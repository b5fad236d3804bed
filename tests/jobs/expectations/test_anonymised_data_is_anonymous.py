"""A dataset that is declared anonymised holds no personal data at all."""

from datetime import date

import pytest

from jobs import gate
from jobs.expectations import anonymised_data_is_anonymous
from jobs.model import FailOn, VerdictKind
from tests.jobs.scanned import (
    AS_OF,
    POLICY,
    RESIDENCY,
    age,
    covered,
    dataset,
    finding,
    judged,
    judgement,
    scan,
)

RULE = "anonymised_data_is_anonymous"


@pytest.mark.parametrize("entity", ["PERSON", "NL_BSN", "IP_ADDRESS_PARTIAL"])
def test_any_finding_is_a_violation(entity):
    (verdict,) = judged(RULE, scan([finding(entity)]), dataset(anonymised=True))
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 10)
    assert verdict.cites == POLICY.cites_anonymous


def test_that_one_violation_stands_for_all_others():
    found = scan(
        [finding("NL_BSN", country=None), finding("IP_ADDRESS"), finding("PASSWORD")],
        [age("IP_ADDRESS", "laatste_bezoek", date(2001, 1, 1))],
    )
    verdicts = gate.judge(found, [dataset(anonymised=True)], POLICY, RESIDENCY, AS_OF)
    assert {v.rule for v in verdicts if v.kind is not VerdictKind.COMPLIANT} == {RULE}
    assert {v.entity for v in verdicts if v.rule == RULE} == {"NL_BSN", "IP_ADDRESS", "PASSWORD"}


def test_without_findings_it_is_clean():
    found = scan(coverage=[covered()])
    verdicts = gate.judge(found, [dataset(anonymised=True)], POLICY, RESIDENCY, AS_OF)
    assert gate.exit_code(judgement(*verdicts), list(FailOn)) == 0


def test_a_dataset_that_is_not_declared_anonymised_is_not_asked():
    assert judged(RULE, scan([finding("PERSON")]), dataset()) == []


@pytest.mark.parametrize(
    ("about", "hits", "anonymised", "kind"),
    [
        ("finding", 1, True, VerdictKind.VIOLATION),
        ("finding", 0, True, VerdictKind.COMPLIANT),
        ("finding", 1, False, VerdictKind.COMPLIANT),
        ("coverage", 1, True, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, hits, anonymised, kind):
    answer = anonymised_data_is_anonymous.judge(about=about, hits=hits, anonymised=anonymised)
    assert answer is kind
