"""Data is used for purposes that rest on a legal basis."""

import pytest

from jobs.expectations import has_a_legal_basis
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, kinds, scan

RULE = "has_a_legal_basis"
FOUND = scan([finding("IBAN_CODE")])


def without_basis(*names: str):
    purposes = {
        name: purpose.model_copy(update={"bases": ()}) if name in names else purpose
        for name, purpose in POLICY.purposes.items()
    }
    return POLICY.model_copy(update={"purposes": purposes})


def test_every_purpose_of_the_shipped_policy_has_one():
    for name, purpose in POLICY.purposes.items():
        entity = POLICY.categories[purpose.categories[0]].entities[0]
        verdicts = judged(RULE, scan([finding(entity)]), dataset(purposes=(name,)))
        assert kinds(verdicts) == ["compliant"], name


def test_a_purpose_without_a_basis_is_a_violation_beside_one_with_it():
    policy = without_basis("betalingen")
    declared = dataset(purposes=("betalingen", "overeenkomst"))
    (verdict,) = judged(RULE, FOUND, declared, policy=policy)
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 10)
    assert POLICY.purposes["betalingen"].text.rstrip(".") in verdict.text
    assert POLICY.purposes["overeenkomst"].text.rstrip(".") not in verdict.text
    assert verdict.cites == POLICY.purposes["betalingen"].cites


def test_what_no_purpose_covers_is_not_asked_about():
    assert judged(RULE, FOUND, dataset()) == []
    assert judged(RULE, FOUND, dataset(purposes=("nieuwsbrief",))) == []
    assert judged(RULE, FOUND, dataset(purposes=("betalingen",), anonymised=True)) == []


@pytest.mark.parametrize(
    ("about", "category", "kind"),
    [
        ("finding", "contact", VerdictKind.VIOLATION),
        ("finding", "financieel", VerdictKind.COMPLIANT),
        ("finding", None, VerdictKind.COMPLIANT),
        ("age", "contact", VerdictKind.COMPLIANT),
        ("coverage", None, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, category, kind):
    judge = has_a_legal_basis.judge
    assert judge(about=about, category=category, without_basis=["contact"]) is kind
