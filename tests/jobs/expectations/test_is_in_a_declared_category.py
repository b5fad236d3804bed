"""What stands in no category is a violation, with the law that asks for a basis."""

import pytest

from jobs.expectations import is_in_a_declared_category
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, scan

RULE = "is_in_a_declared_category"
UNDECLARED = [(entity, law.text) for law in POLICY.undeclared for entity in law.entities]


def test_the_bsn_is_a_violation_with_article_46_in_the_text():
    (verdict,) = judged(RULE, scan([finding("NL_BSN")]), dataset(purposes=("overeenkomst",)))
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 10)
    assert "UAVG artikel 46" in verdict.text
    assert verdict.remedy


def test_every_undeclared_entity_is_a_violation_with_its_law_by_whatever_origin():
    findings = [finding(entity) for entity, _ in UNDECLARED]
    verdicts = judged(RULE, scan(findings), dataset(category="fraude"))
    assert {v.entity for v in verdicts} == {entity for entity, _ in UNDECLARED}
    texts = dict(UNDECLARED)
    for verdict in verdicts:
        assert verdict.kind is VerdictKind.VIOLATION
        assert texts[verdict.entity or ""] in verdict.text


def test_an_entity_that_the_policy_has_never_heard_of_is_a_violation_too():
    (verdict,) = judged(RULE, scan([finding("SHOE_SIZE")]), dataset())
    assert verdict.kind is VerdictKind.VIOLATION


def test_what_a_category_names_is_compliant():
    findings = [finding(e) for c in POLICY.categories.values() for e in c.entities]
    verdicts = judged(RULE, scan(findings), dataset())
    assert {v.entity for v in verdicts} == {f.entity for f in findings}
    assert {v.kind for v in verdicts} == {VerdictKind.COMPLIANT}


@pytest.mark.parametrize(
    ("about", "category", "kind"),
    [
        ("finding", "contact", VerdictKind.COMPLIANT),
        ("finding", None, VerdictKind.VIOLATION),
        ("age", None, VerdictKind.COMPLIANT),
        ("coverage", None, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, category, kind):
    assert is_in_a_declared_category.judge(about=about, category=category) is kind
