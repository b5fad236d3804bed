"""Birth dates of minors: with consent, without it, and where nothing is declared."""

import pytest

from detectors.anchors import UNDER_AGE
from jobs.expectations import minors_have_consent
from jobs.model import Constant, VerdictKind
from tests.jobs.scanned import AS_OF, POLICY, age, dataset, finding, judged, scan

RULE = "minors_have_consent"
BORN = finding("DATE_OF_BIRTH")
CONSENT = Constant(constant=True)


def minors(with_consent: int = 0, without: int = 0):
    rows = [(True, with_consent), (False, without)]
    return [
        age("DATE_OF_BIRTH", UNDER_AGE, AS_OF, held=consent, hits=hits)
        for consent, hits in rows
        if hits
    ]


def test_with_consent_it_is_compliant():
    (verdict,) = judged(RULE, scan([BORN], minors(with_consent=3)), dataset(consent=CONSENT))
    assert (verdict.kind, verdict.rows) == (VerdictKind.COMPLIANT, 3)


def test_without_consent_it_is_a_violation_of_those_rows_and_consent_is_no_hold():
    found = scan([BORN], minors(with_consent=3, without=2))
    (verdict,) = judged(RULE, found, dataset(consent=CONSENT))
    assert (verdict.kind, verdict.rows, verdict.held) == (VerdictKind.VIOLATION, 2, 0)
    assert verdict.cites == POLICY.cites_adult


def test_where_no_consent_is_declared_it_is_a_gap():
    (verdict,) = judged(RULE, scan([BORN], minors(without=2)), dataset())
    assert (verdict.kind, verdict.rows) == (VerdictKind.GAP, 2)
    assert "'consent'" in verdict.remedy


def test_without_minors_there_is_nothing_to_ask():
    assert judged(RULE, scan([BORN]), dataset()) == []


@pytest.mark.parametrize(
    ("about", "consent", "declared", "kind"),
    [
        ("under_age", True, True, VerdictKind.COMPLIANT),
        ("under_age", False, True, VerdictKind.VIOLATION),
        ("under_age", False, False, VerdictKind.GAP),
        ("under_age", True, False, VerdictKind.GAP),
        ("age", False, True, VerdictKind.COMPLIANT),
        ("finding", False, False, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, consent, declared, kind):
    answer = minors_have_consent.judge(about=about, consent=consent, consent_declared=declared)
    assert answer is kind
