"""A full IP address is a violation of its own, from the first day."""

import pytest

from jobs.expectations import ip_address_is_partial
from jobs.model import VerdictKind
from tests.jobs.scanned import AS_OF, POLICY, age, dataset, finding, judged, kinds, scan

RULE = "ip_address_is_partial"


def test_a_full_address_of_today_is_a_violation_though_its_term_is_not_over():
    found = scan([finding("IP_ADDRESS")], [age("IP_ADDRESS", "laatste_bezoek", AS_OF)])
    (verdict,) = judged(RULE, found, dataset())
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 10)
    assert verdict.cites == POLICY.cites_partial_ip
    assert kinds(judged("kept_within_term", found, dataset())) == ["compliant"]


def test_a_partial_address_is_compliant():
    assert kinds(judged(RULE, scan([finding("IP_ADDRESS_PARTIAL")]), dataset())) == ["compliant"]


def test_full_and_partial_in_one_column_are_told_apart():
    found = scan([finding("IP_ADDRESS", hits=4), finding("IP_ADDRESS_PARTIAL", hits=6)])
    verdicts = judged(RULE, found, dataset())
    assert {(v.entity, v.kind.value, v.rows) for v in verdicts} == {
        ("IP_ADDRESS", "violation", 4),
        ("IP_ADDRESS_PARTIAL", "compliant", 6),
    }


@pytest.mark.parametrize(
    ("about", "entity", "kind"),
    [
        ("finding", "IP_ADDRESS", VerdictKind.VIOLATION),
        ("finding", "IP_ADDRESS_PARTIAL", VerdictKind.COMPLIANT),
        ("finding", "PERSON", VerdictKind.COMPLIANT),
        ("age", "IP_ADDRESS", VerdictKind.COMPLIANT),
        ("coverage", None, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, entity, kind):
    assert ip_address_is_partial.judge(about=about, entity=entity) is kind
