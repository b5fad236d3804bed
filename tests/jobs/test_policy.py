"""What the policy joins to a finding: its category, its term, its anchor, the rows to judge."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.anchors import LATEST, UNDER_AGE, UNREADABLE
from jobs.model import RetentionTerm
from jobs.policy import Fact, anchor_of, category_of, facts, law_of, purposes_of, term_of
from tests.jobs.scanned import POLICY, age, covered, dataset, finding

BY_ORIGIN = [name for name, category in POLICY.categories.items() if category.by_origin]
DAY = date(2020, 2, 29)


def rows(about: str, found=(), ages=(), coverage=(), **declared) -> list[Fact]:
    every = facts(found, ages, coverage, dataset(**declared), POLICY)
    return [fact for fact in every if fact.about == about]


# categories


def test_each_entity_falls_in_the_category_that_names_it():
    for name, category in POLICY.categories.items():
        for entity in category.entities:
            assert category_of(POLICY, dataset(), entity) == name


@pytest.mark.parametrize("origin", BY_ORIGIN)
def test_where_the_origin_decides_all_that_has_a_category_is_of_that_one(origin):
    declared = dataset(category=origin)
    for category in POLICY.categories.values():
        for entity in category.entities:
            assert category_of(POLICY, declared, entity) == origin


@pytest.mark.parametrize("origin", [None, *BY_ORIGIN])
def test_no_origin_declares_what_is_undeclared(origin):
    declared = dataset(category=origin)
    for law in POLICY.undeclared:
        for entity in law.entities:
            assert category_of(POLICY, declared, entity) is None
            assert law_of(POLICY, entity) is law
    assert category_of(POLICY, declared, "NOT_IN_ANY_POLICY") is None
    assert law_of(POLICY, "NOT_IN_ANY_POLICY") is None


def test_the_purposes_of_a_dataset_are_those_that_it_declares():
    names = ("nieuwsbrief", "betalingen")
    assert purposes_of(POLICY, dataset(purposes=names)) == [POLICY.purposes[n] for n in names]
    assert purposes_of(POLICY, dataset()) == []


# terms


def term(**given) -> RetentionTerm:
    words = {"text": "t", "row": "r", "period": "P1Y", "anchor": ("a",)}
    cites = next(iter(POLICY.retention.values())).cites
    return RetentionTerm(**(words | {"cites": cites} | given))


def with_terms(terms: dict[str, RetentionTerm]):
    return POLICY.model_copy(update={"retention": terms})


STEPS = {
    "one: a declared term that names it beats one that rules everywhere": (
        {"n": term(entities=("E",)), "e": term(entities=("E",), everywhere=True)},
        {"retention": ("n",)},
        "n",
    ),
    "one: of two that name it the first declared, whatever the policy's order": (
        {"x": term(entities=("E",)), "y": term(entities=("E",))},
        {"retention": ("y", "x")},
        "y",
    ),
    "one: naming beats covering, though declared later": (
        {"c": term(covers_all=True), "n": term(entities=("E",))},
        {"retention": ("c", "n")},
        "n",
    ),
    "two: a term that rules everywhere beats a declared one that covers all": (
        {"c": term(covers_all=True), "e": term(entities=("E",), everywhere=True)},
        {"retention": ("c",)},
        "e",
    ),
    "two: everywhere means undeclared too": (
        {"n": term(entities=("E",)), "e": term(entities=("E",), everywhere=True)},
        {},
        "e",
    ),
    "two: everywhere holds for its own entities alone": (
        {"e": term(entities=("F",), everywhere=True)},
        {},
        None,
    ),
    "three: of two that cover all the first declared": (
        {"x": term(covers_all=True), "y": term(covers_all=True)},
        {"retention": ("y", "x")},
        "y",
    ),
    "three: declared covering beats the only one that names it undeclared": (
        {"n": term(entities=("E",)), "c": term(covers_all=True)},
        {"retention": ("c",)},
        "c",
    ),
    "three: a term that covers all rules nothing where it is not declared": (
        {"c": term(covers_all=True)},
        {},
        None,
    ),
    "three: a declared term that does not cover all rules what it names only": (
        {"n": term(entities=("F",))},
        {"retention": ("n",)},
        None,
    ),
    "four: the only term that names it": ({"n": term(entities=("E",))}, {}, "n"),
    "four: not where two name it": (
        {"x": term(entities=("E",)), "y": term(entities=("E",))},
        {},
        None,
    ),
    "four: not where the origin decides what the data is": (
        {"n": term(entities=("E",))},
        {"category": "sollicitatie"},
        None,
    ),
    "five: none at all": ({}, {}, None),
}


@pytest.mark.parametrize("step", STEPS)
def test_the_steps_by_which_a_term_is_chosen(step):
    terms, declared, expected = STEPS[step]
    assert term_of(with_terms(terms), dataset(**declared), "E") == expected


@st.composite
def situations(draw):
    names = draw(st.lists(st.sampled_from("stuvwx"), unique=True))
    one_everywhere = draw(st.sampled_from([*names, None]))
    terms = {}
    for name in names:
        everywhere = name == one_everywhere
        named = everywhere or draw(st.booleans())
        terms[name] = term(
            entities=("E",) if named else ("F",),
            everywhere=everywhere,
            covers_all=draw(st.booleans()),
            category=draw(st.sampled_from([None, "fraude"])),
        )
    retention = tuple(draw(st.lists(st.sampled_from("stuvwx"), unique=True)))
    return terms, retention, draw(st.sampled_from([None, "fraude"]))


@given(situations())
def test_the_term_is_the_best_of_all_that_have_a_claim(situation):
    """Every term's claim as (step, place), the smallest wins: no walk through the steps."""
    terms, retention, origin = situation
    place = {name: number for number, name in enumerate(retention)}
    named = [name for name in terms if "E" in terms[name].entities]
    claims = []
    for name, one in terms.items():
        if name in place and name in named:
            claims.append((1, place[name], name))
        if name in named and one.everywhere:
            claims.append((2, 0, name))
        if name in place and one.covers_all:
            claims.append((3, place[name], name))
        if named == [name] and origin is None:
            claims.append((4, 0, name))
    if origin is not None and all(one.category != origin for one in terms.values()):
        claims = []
    expected = min(claims)[2] if claims else None
    declared = dataset(retention=retention, category=origin)
    assert term_of(with_terms(terms), declared, "E") == expected


# anchors


@pytest.mark.parametrize(
    ("events", "swept", "anchor"),
    [
        (("a",), {"a", "b"}, "a"),
        (("a",), {"b"}, None),
        (("a",), set(), None),
        (("b", "a"), {"b"}, "b"),
        (("b", "a"), {"a", "b", "c", LATEST.join("ab")}, LATEST.join("ab")),
        (("c", "b", "a"), {"a", "c"}, LATEST.join("ac")),
    ],
)
def test_of_several_events_the_latest_of_those_known_counts(events, swept, anchor):
    assert anchor_of(term(anchor=events), swept) == anchor


# facts


def test_a_finding_becomes_one_row_with_category_and_country_for_each_country():
    found = [finding("PERSON", hits=3), finding("PERSON", country="US", hits=4)]
    assert rows("finding", found) == [
        Fact(
            about="finding",
            column="kolom",
            entity="PERSON",
            category="contact",
            country=country,
            hits=hits,
        )
        for country, hits in [("NL", 3), ("US", 4)]
    ]


def test_ages_are_those_of_the_anchor_that_the_term_counts_from():
    ages = [
        age("IBAN_CODE", "transactie", DAY, hits=6),
        age("IBAN_CODE", "transactie", DAY, hits=3, held=True),
        age("IBAN_CODE", "transactie", None, hits=1),
        age("IBAN_CODE", "aanmaak", date(2001, 1, 1), hits=10),
        age("IBAN_CODE", "transactie", date(2001, 1, 1), hits=10, column="andere"),
        age("PERSON", "transactie", date(2001, 1, 1), hits=10),
    ]
    found = rows("age", [finding("IBAN_CODE")], ages, retention=("factuurgegevens",))
    assert [(fact.day, fact.held, fact.hits) for fact in found] == [
        (DAY, False, 6),
        (DAY, True, 3),
        (None, False, 1),
    ]
    assert all(fact.anchored and fact.term == "factuurgegevens" for fact in found)


def test_an_event_whose_day_cannot_be_read_is_not_one_that_has_not_come():
    ages = [
        age("CORRESPONDENCE", "einde_relatie", None, hits=6),
        age("CORRESPONDENCE", "einde_relatie", UNREADABLE, hits=4),
    ]
    found = rows("age", [finding("CORRESPONDENCE")], ages, retention=("correspondentie",))
    assert [(fact.day, fact.anchored, fact.unreadable, fact.hits) for fact in found] == [
        (None, True, False, 6),
        (None, False, True, 4),
    ]


def test_the_later_of_two_events_is_taken_from_the_sweeps_own_count():
    both = LATEST.join(sorted(("laatste_transactie", "laatste_contact")))
    ages = [
        age("PERSON", "laatste_transactie", date(2001, 1, 1)),
        age("PERSON", "laatste_contact", date(2025, 1, 1)),
        age("PERSON", both, date(2025, 1, 1)),
    ]
    (found,) = rows("age", [finding("PERSON")], ages, retention=("klantgegevens",))
    assert (found.day, found.anchored) == (date(2025, 1, 1), True)


@pytest.mark.parametrize("retention", [(), ("klantgegevens",)])
def test_without_the_event_or_without_a_term_all_hits_are_one_row(retention):
    found = [finding("PERSON", hits=3), finding("PERSON", country="US", hits=4)]
    ages = [age("PERSON", "gesprek", DAY, hits=7)]
    (fact,) = rows("age", found, ages, category="fraude", retention=retention)
    expected = retention[0] if retention else None
    assert (fact.term, fact.anchored, fact.day, fact.hits) == (expected, False, None, 7)


def test_hits_that_no_age_accounts_for_do_not_vanish():
    ages = [age("PERSON", "laatste_contact", DAY, hits=6)]
    found = rows("age", [finding("PERSON", hits=10)], ages)
    told = [(fact.anchored, fact.unreadable, fact.hits) for fact in found]
    assert told == [(True, False, 6), (False, False, 4)]


def test_what_is_undeclared_gets_no_age_rows():
    found = [finding("NL_BSN")]
    ages = [age("NL_BSN", "laatste_contact", DAY)]
    assert rows("age", found, ages, retention=("klantgegevens", "marketing")) == []
    assert [fact.category for fact in rows("finding", found)] == [None]


def test_minors_are_rows_of_their_own_with_and_without_consent():
    ages = [
        age("DATE_OF_BIRTH", UNDER_AGE, DAY, held=True, hits=2),
        age("DATE_OF_BIRTH", UNDER_AGE, DAY, held=False, hits=1),
    ]
    found = rows("under_age", [finding("DATE_OF_BIRTH")], ages)
    assert [(fact.consent, fact.held, fact.hits) for fact in found] == [
        (True, False, 2),
        (False, False, 1),
    ]
    aged = rows("age", [finding("DATE_OF_BIRTH")], ages)
    assert [fact.anchored for fact in aged] == [False]


def test_coverage_is_named_by_column_or_file():
    coverage = [
        covered(),
        covered(column="kolom"),
        covered(file="deel-2.csv", rows=0, reason="niet leesbaar"),
    ]
    found = [(fact.column, fact.hits, fact.reason) for fact in rows("coverage", (), (), coverage)]
    assert found == [(None, 10, None), ("kolom", 10, None), ("deel-2.csv", 0, "niet leesbaar")]
