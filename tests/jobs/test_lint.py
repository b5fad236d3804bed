"""The linter of the statement: each rule found in the shipped policy, and gone once cured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.conf import SHIPPED, load_policy
from jobs.lint import lint
from jobs.model import Policy
from jobs.numerals import cited

POLICY = load_policy(SHIPPED, "klassekoffie")


def found(policy: Policy, rule: str) -> list[tuple[int | None, str]]:
    return [(d.ruling, d.text) for d in lint(policy) if d.rule == rule]


def cured(part: str, name: str, **update: object) -> Policy:
    nouns = getattr(POLICY, part)
    changed = {**nouns, name: nouns[name].model_copy(update=update)}
    return POLICY.model_copy(update={part: changed})


def test_each_reading_of_the_statement_is_reported():
    assert {d.ruling for d in lint(POLICY) if d.ruling is not None} == set(range(1, 19))


def test_readings_come_first_and_in_order():
    rulings = [d.ruling for d in lint(POLICY)]
    numbered = [ruling for ruling in rulings if ruling is not None]
    assert rulings[: len(numbered)] == sorted(numbered)


def test_each_defect_says_how_it_is_read_and_cured_and_where_it_stands():
    for defect in lint(POLICY):
        assert defect.text.endswith(".")
        assert defect.reading.endswith(".")
        assert defect.suggestion
        assert defect.cites is not None


def test_a_numeral_that_no_category_bears_is_reported_once_with_its_purposes():
    ((ruling, text),) = found(POLICY, "dangling-reference")
    assert ruling == 1
    assert "categorie viii" in text
    citing = ("overeenkomst", "identificatie_doel", "wettelijke_plichten", "beveiliging", "fusie")
    for purpose in citing:
        assert f"'{purpose}'" in text
    assert "'account'" not in text


def test_a_numeral_that_a_category_bears_does_not_dangle():
    extra = POLICY.categories["fraude"].model_copy(update={"numeral": "viii"})
    complete = POLICY.model_copy(update={"categories": {**POLICY.categories, "overig": extra}})
    assert found(complete, "dangling-reference") == []


def test_applications_are_the_category_without_a_term():
    ((ruling, text),) = found(POLICY, "category-without-term")
    assert ruling == 3
    assert "'sollicitatie'" in text
    (defect,) = [d for d in lint(POLICY) if d.rule == "category-without-term"]
    assert defect.suggestion is not None
    assert "4 weken" in defect.suggestion
    assert "1 jaar" in defect.suggestion
    term = cured("retention", "marketing", entities=("APPLICATION_DOCUMENT",))
    assert "'sollicitatie'" not in str(found(term, "category-without-term"))


def test_terms_whose_event_is_only_our_reading():
    names = {text.split("'")[1]: ruling for ruling, text in found(POLICY, "term-without-anchor")}
    assert names == {
        "factuurgegevens": 6,
        "nieuwsbrief_aanmelding": 2,
        "nieuwsbrief_verzonden": 2,
        "telefoongesprekken": 9,
        "fraude": 9,
        "marketing": 10,
    }
    stated = cured("retention", "marketing", anchor_stated=True)
    assert "'marketing'" not in str(found(stated, "term-without-anchor"))


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ("several-anchors", {"klantgegevens"}),
        ("open-ended-term", {"accountgegevens", "correspondentie", "juridische_procedure"}),
        ("open-exception", {"telefoongesprekken", "fraude"}),
        ("recipient-outside-list", {"afterpay"}),
    ],
)
def test_the_terms_and_recipients_that_a_rule_is_about(rule, names):
    assert {text.split("'")[1] for _, text in found(POLICY, rule)} == names


@pytest.mark.parametrize(
    ("rule", "part", "name", "update"),
    [
        ("several-anchors", "retention", "klantgegevens", {"anchor": ("laatste_contact",)}),
        ("recipient-outside-list", "recipients", "afterpay", {"listed": True}),
        ("row-of-more-terms", "retention", "nieuwsbrief_verzonden", {"row": "Verzonden"}),
    ],
)
def test_a_cured_statement_has_the_defect_no_more(rule, part, name, update):
    assert found(POLICY, rule) != []
    assert found(cured(part, name, **update), rule) == []


def test_purposes_that_limit_nothing():
    ((ruling, text),) = found(POLICY, "purpose-without-limit")
    assert ruling == 18
    assert "'overeenkomst'" in text
    assert "'betalingen'" not in text


def test_bases_that_are_left_open():
    ((_, text),) = found(POLICY, "basis-left-open")
    assert "'account'" in text
    assert "'overeenkomst'" not in text
    assert "'vacatures'" not in text


def test_a_category_that_no_purpose_uses():
    assert found(POLICY, "category-without-purpose") == []
    ((_, text),) = found(cured("purposes", "vacatures", categories=()), "category-without-purpose")
    assert "'sollicitatie'" in text


@pytest.mark.parametrize(
    ("cell", "numerals"),
    [
        ("ix", "ix"),
        ("i t/m iii", "i ii iii"),
        ("i t/m iv en vi", "i ii iii iv vi"),
        ("i, iii en v t/m vii", "i iii v vi vii"),
    ],
)
def test_numerals_of_a_cell(cell, numerals):
    assert cited(cell) == tuple(numerals.split())


@given(st.text(max_size=12))
def test_a_cell_is_numerals_or_refused(cell):
    try:
        numerals = cited(cell)
    except ValueError:
        return
    assert set(numerals) <= set(cited("i t/m xii"))
