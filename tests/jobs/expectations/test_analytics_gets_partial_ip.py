"""A full IP address is no address for a party that was promised anonymised ones."""

import pytest

from jobs.expectations import analytics_gets_partial_ip
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, kinds, scan

RULE = "analytics_gets_partial_ip"


@pytest.mark.parametrize("recipient", POLICY.recipients)
def test_only_a_party_that_measures_visits_is_asked_about(recipient):
    found = scan([finding("IP_ADDRESS", hits=4), finding("IP_ADDRESS_PARTIAL", hits=6)])
    verdicts = judged(RULE, found, dataset(recipients=(recipient,)))
    if not POLICY.recipients[recipient].analytics:
        assert verdicts == []
        return
    assert {(v.entity, v.kind.value, v.rows) for v in verdicts} == {
        ("IP_ADDRESS", "violation", 4),
        ("IP_ADDRESS_PARTIAL", "compliant", 6),
    }
    (breach,) = [v for v in verdicts if v.kind is VerdictKind.VIOLATION]
    assert POLICY.recipients[recipient].text in breach.text
    assert breach.cites == POLICY.cites_analytics


def test_one_of_the_recipients_is_one():
    assert any(recipient.analytics for recipient in POLICY.recipients.values())


def test_a_full_address_is_a_violation_by_itself_too():
    found = scan([finding("IP_ADDRESS")])
    declared = dataset(recipients=("google_analytics",))
    assert kinds(judged("ip_address_is_partial", found, declared)) == ["violation"]


@pytest.mark.parametrize(
    ("about", "entity", "parties", "kind"),
    [
        ("finding", "IP_ADDRESS", ["x"], VerdictKind.VIOLATION),
        ("finding", "IP_ADDRESS", [], VerdictKind.COMPLIANT),
        ("finding", "IP_ADDRESS_PARTIAL", ["x"], VerdictKind.COMPLIANT),
        ("age", "IP_ADDRESS", ["x"], VerdictKind.COMPLIANT),
        ("coverage", None, ["x"], VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, entity, parties, kind):
    judge = analytics_gets_partial_ip.judge
    assert judge(about=about, entity=entity, parties=parties) is kind
