"""Purpose limitation: each category needs a purpose of the dataset that may use it."""

import pytest

from jobs.expectations import used_for_declared_purpose
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, scan

RULE = "used_for_declared_purpose"


def test_a_category_that_a_purpose_covers_is_compliant():
    (verdict,) = judged(RULE, scan([finding("IBAN_CODE")]), dataset(purposes=("betalingen",)))
    assert (verdict.kind, verdict.rows) == (VerdictKind.COMPLIANT, 10)


def test_one_of_several_purposes_is_enough():
    declared = dataset(purposes=("nieuwsbrief", "betalingen"))
    (verdict,) = judged(RULE, scan([finding("IBAN_CODE")]), declared)
    assert verdict.kind is VerdictKind.COMPLIANT


def test_a_category_that_none_covers_is_a_violation_that_names_the_purposes_that_would():
    (verdict,) = judged(RULE, scan([finding("IBAN_CODE")]), dataset(purposes=("nieuwsbrief",)))
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 10)
    forbidden, allowed = verdict.text.split("Wel voor:")
    assert "'financieel'" in forbidden
    assert "nieuwsbrief" in forbidden
    named = {name.strip(" .") for name in allowed.split(",")}
    assert named == {name for name, p in POLICY.purposes.items() if "financieel" in p.categories}
    assert verdict.cites == POLICY.categories["financieel"].cites


def test_no_purpose_is_a_gap():
    (verdict,) = judged(RULE, scan([finding("IBAN_CODE")]), dataset())
    assert verdict.kind is VerdictKind.GAP
    assert "'purposes'" in verdict.remedy


def test_data_of_an_application_is_for_vacancies_only():
    found = scan([finding("PERSON")])
    (verdict,) = judged(RULE, found, dataset(category="sollicitatie", purposes=("vacatures",)))
    assert verdict.kind is VerdictKind.COMPLIANT
    (verdict,) = judged(RULE, found, dataset(category="sollicitatie", purposes=("overeenkomst",)))
    assert verdict.kind is VerdictKind.VIOLATION
    assert "Wel voor: vacatures." in verdict.text


def test_undeclared_data_is_left_to_its_own_question():
    assert judged(RULE, scan([finding("NL_BSN")]), dataset(purposes=("betalingen",))) == []


@pytest.mark.parametrize(
    ("about", "category", "purposes", "kind"),
    [
        ("finding", "a", ["p"], VerdictKind.COMPLIANT),
        ("finding", "b", ["p"], VerdictKind.VIOLATION),
        ("finding", "b", [], VerdictKind.GAP),
        ("finding", None, ["p"], VerdictKind.COMPLIANT),
        ("age", "b", ["p"], VerdictKind.COMPLIANT),
        ("under_age", "b", [], VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, category, purposes, kind):
    categories = ["a"] if purposes else []
    answer = used_for_declared_purpose.judge(
        about=about, category=category, purposes=purposes, categories=categories
    )
    assert answer is kind
