"""A party that is named for one purpose gets nothing for another."""

import pytest

from jobs.expectations import recipients_serve_their_purpose
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, kinds, scan

RULE = "recipients_serve_their_purpose"


@pytest.mark.parametrize("recipient", POLICY.recipients)
def test_only_a_party_that_is_named_for_a_purpose_is_asked_about(recipient):
    found = scan([finding("IBAN_CODE")])
    verdicts = judged(RULE, found, dataset(purposes=("nieuwsbrief",), recipients=(recipient,)))
    limited = POLICY.recipients[recipient].purposes
    assert kinds(verdicts) == (["violation"] if limited else [])


def test_paying_later_is_for_payments():
    found = scan([finding("IBAN_CODE", hits=5)])
    (verdict,) = judged(RULE, found, dataset(purposes=("betalingen",), recipients=("afterpay",)))
    assert verdict.kind is VerdictKind.COMPLIANT
    (verdict,) = judged(RULE, found, dataset(purposes=("nieuwsbrief",), recipients=("afterpay",)))
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 5)
    assert "AfterPay, voor achteraf betalen (betalingen)" in verdict.text
    assert verdict.cites == POLICY.recipients["afterpay"].cites


def test_a_purpose_of_the_dataset_that_the_party_does_not_serve_gives_it_nothing_more():
    found = scan([finding("IBAN_CODE", column="a"), finding("REVIEW", column="b")])
    declared = dataset(purposes=("betalingen", "winkelbeleving"), recipients=("afterpay",))
    verdicts = judged(RULE, found, declared)
    assert {v.entity: v.kind.value for v in verdicts} == {
        "IBAN_CODE": "compliant",
        "REVIEW": "violation",
    }


def test_without_a_purpose_it_cannot_be_judged():
    found = scan([finding("IBAN_CODE")])
    assert kinds(judged(RULE, found, dataset(recipients=("afterpay",)))) == ["gap"]


def test_what_is_in_no_category_is_another_questions():
    found = scan([finding("NL_BSN")])
    assert judged(RULE, found, dataset(recipients=("afterpay",))) == []


@pytest.mark.parametrize(
    ("about", "category", "purposes", "limited", "kind"),
    [
        ("finding", "financieel", ["p"], {"x": []}, VerdictKind.VIOLATION),
        ("finding", "financieel", [], {"x": []}, VerdictKind.GAP),
        ("finding", "financieel", ["p"], {"x": ["financieel"]}, VerdictKind.COMPLIANT),
        ("finding", "financieel", ["p"], {"x": ["financieel"], "y": []}, VerdictKind.VIOLATION),
        ("finding", "financieel", [], {}, VerdictKind.COMPLIANT),
        ("finding", None, ["p"], {"x": []}, VerdictKind.COMPLIANT),
        ("age", "financieel", ["p"], {"x": []}, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, category, purposes, limited, kind):
    judge = recipients_serve_their_purpose.judge
    assert judge(about=about, category=category, purposes=purposes, limited=limited) is kind
