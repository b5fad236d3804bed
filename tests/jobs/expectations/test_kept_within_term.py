"""Retention, exact to the day, for every term of the shipped policy."""

from datetime import date, timedelta

import pytest

from detectors.anchors import LATEST, UNREADABLE
from jobs.expectations import kept_within_term
from jobs.model import Expression, Lookup, VerdictKind
from tests.jobs.scanned import AS_OF, POLICY, age, dataset, finding, judged, kinds, scan

RULE = "kept_within_term"
COMPLIANT, VIOLATION, GAP = VerdictKind.COMPLIANT, VerdictKind.VIOLATION, VerdictKind.GAP

BOUNDARIES = {
    "klantgegevens": ("PERSON", "laatste_transactie", date(2019, 11, 22)),
    "accountgegevens": ("USERNAME", "account_gesloten", date(2026, 11, 22)),
    "factuurgegevens": ("IBAN_CODE", "transactie", date(2019, 11, 22)),
    "correspondentie": ("CORRESPONDENCE", "einde_relatie", date(2019, 11, 22)),
    "ip_adres": ("IP_ADDRESS_PARTIAL", "laatste_bezoek", date(2025, 11, 22)),
    "nieuwsbrief_aanmelding": ("EMAIL_ADDRESS", "aan_of_afmelding", date(2021, 11, 22)),
    "nieuwsbrief_verzonden": ("EMAIL_ADDRESS", "verzending", date(2019, 11, 22)),
    "telefoongesprekken": ("CALL_RECORDING", "gesprek", date(2026, 8, 22)),
    "fraude": ("PERSON", "gebeurtenis", date(2019, 11, 22)),
    "marketing": ("REVIEW", "gebeurtenis", date(2019, 11, 22)),
    "juridische_procedure": ("PERSON", "einde_procedure", date(2021, 11, 22)),
}
"""Per term: an entity that it rules, its event, and the day whose term ends on AS_OF."""

NOT_YET = {"accountgegevens", "correspondentie", "juridische_procedure"}


def of_term(term: str, *rows: tuple[date | None, bool, int], as_of: date = AS_OF):
    """The verdicts about rows of (day, held, hits) in a dataset that declares the term."""
    entity, anchor, _ = BOUNDARIES[term]
    ages = [age(entity, anchor, day, held=held, hits=hits) for day, held, hits in rows]
    found = scan([finding(entity, hits=sum(hits for _, _, hits in rows))], ages)
    return judged(RULE, found, dataset(retention=(term,)), as_of=as_of)


def test_the_boundaries_are_those_of_all_terms():
    assert set(BOUNDARIES) == set(POLICY.retention)


@pytest.mark.parametrize("term", BOUNDARIES)
def test_the_last_day_of_a_term_is_compliant_and_the_day_after_is_not(term):
    event = BOUNDARIES[term][2]
    (last,) = of_term(term, (event, False, 5))
    assert (last.kind, last.rows, last.oldest, last.overdue) == (COMPLIANT, 5, None, None)

    (after,) = of_term(term, (event, False, 5), as_of=AS_OF + timedelta(1))
    assert (after.kind, after.rows, after.oldest, after.overdue) == (VIOLATION, 5, event, 1)
    assert after.cites == POLICY.retention[term].cites
    assert POLICY.retention[term].text.rstrip(".") in after.text


@pytest.mark.parametrize("term", BOUNDARIES)
def test_the_event_of_the_day_before_is_overdue_where_the_boundary_itself_is_not(term):
    event = BOUNDARIES[term][2]
    early = event - timedelta(1)
    (verdict,) = of_term(term, (event, False, 5), (early, False, 2))
    assert (verdict.kind, verdict.rows, verdict.oldest) == (VIOLATION, 2, early)


@pytest.mark.parametrize("term", BOUNDARIES)
def test_a_row_without_its_event_is_a_gap_or_has_not_begun(term):
    (verdict,) = of_term(term, (None, False, 3))
    assert verdict.kind is (COMPLIANT if term in NOT_YET else GAP)
    assert verdict.rows == 3


def test_a_violation_counts_its_own_rows_and_tells_the_oldest_day_in_dutch():
    (verdict,) = of_term(
        "telefoongesprekken",
        (date(2026, 8, 21), False, 4),
        (date(2025, 11, 30), False, 3),
        (date(2026, 11, 1), False, 90),
    )
    # three months after 30 November 2025 is 28 February 2026, 267 days before 22 November
    assert (verdict.rows, verdict.oldest, verdict.overdue) == (7, date(2025, 11, 30), 267)
    assert "30-11-2025" in verdict.text
    assert "28-2-2026" in verdict.text
    assert "267 dagen" in verdict.text


def test_rows_on_hold_are_exempt_and_counted():
    old = date(2001, 1, 1)
    (violation,) = of_term("telefoongesprekken", (old, True, 4), (old, False, 3))
    assert (violation.kind, violation.rows, violation.held) == (VIOLATION, 3, 4)
    (exempt,) = of_term("telefoongesprekken", (old, True, 4))
    assert (exempt.kind, exempt.rows, exempt.held) == (COMPLIANT, 4, 4)


def test_violation_and_gap_in_one_column_are_two_verdicts():
    old = date(2001, 1, 1)
    found = of_term("telefoongesprekken", (old, False, 3), (None, False, 2), (AS_OF, False, 5))
    assert {(verdict.kind, verdict.rows) for verdict in found} == {(VIOLATION, 3), (GAP, 2)}


@pytest.mark.parametrize("term", BOUNDARIES)
def test_a_dataset_that_does_not_tell_of_the_event_is_a_gap_that_names_it(term):
    entity, anchor, _ = BOUNDARIES[term]
    (verdict,) = judged(RULE, scan([finding(entity)]), dataset(retention=(term,)))
    assert (verdict.kind, verdict.rows) == (GAP, 10)
    assert anchor in verdict.text
    assert anchor in verdict.remedy


UNDECLARED, EMPTY, FILLED = "geef het anker", "lege datums", "een datum geeft"
HELD_BY = Expression(sql="zaak")
LOOKED_UP = Lookup(dataset="orders", key={"id": "klant"}, value="op")


@pytest.mark.parametrize(
    ("rows", "text", "remedies"),
    [
        ([], "telt vanaf gesprek; die dag is hier niet bekend.", {UNDECLARED, EMPTY}),
        ([(None, 5)], "telt vanaf gesprek; die dag is hier niet bekend.", {UNDECLARED, EMPTY}),
        (
            [(UNREADABLE, 5)],
            "telt vanaf gesprek; gesprek is ingevuld, maar niet te lezen.",
            {FILLED},
        ),
        (
            [(None, 3), (UNREADABLE, 1)],
            "; die dag is hier niet bekend. gesprek is ingevuld, maar niet te lezen (1 rij).",
            {UNDECLARED, EMPTY, FILLED},
        ),
    ],
)
def test_no_day_and_none_that_can_be_read_are_told_apart(rows, text, remedies):
    (verdict,) = of_term("telefoongesprekken", *((day, False, hits) for day, hits in rows))
    assert verdict.kind is GAP
    assert verdict.rows == sum(hits for _, hits in rows)
    assert verdict.text.endswith(text)
    told = {cure for cure in (UNDECLARED, EMPTY, FILLED) if cure in verdict.remedy.lower()}
    assert told == remedies


def test_what_cannot_be_read_may_be_a_hold_or_another_dataset():
    found = scan([finding("CALL_RECORDING")], [age("CALL_RECORDING", "gesprek", UNREADABLE)])

    def verdict(**declared):
        own = dataset(retention=("telefoongesprekken",), **declared)
        (one,) = judged(RULE, found, own)
        assert (one.kind, one.rows) == (GAP, 10)
        return one

    held = verdict(hold=HELD_BY)
    assert held.text.endswith("; gesprek of hold is ingevuld, maar niet te lezen.")
    assert "voor 'hold' een die true of false geeft" in held.remedy
    plain = verdict(anchors={"gesprek": Expression(sql="op")})
    assert "hold" not in plain.text + plain.remedy
    assert "orders" not in plain.remedy
    for other in ({"anchors": {"gesprek": LOOKED_UP}}, {"hold": LOOKED_UP}):
        assert "'orders' helemaal te lezen" in verdict(**other).remedy


def test_no_term_is_a_gap_that_offers_the_advice_and_does_not_apply_it():
    declared = dataset(category="sollicitatie", purposes=("vacatures",))
    old = [age("PERSON", "laatste_contact", date(1990, 1, 1))]
    (verdict,) = judged(RULE, scan([finding("PERSON")], old), declared)
    assert (verdict.kind, verdict.rows) == (GAP, 10)
    assert POLICY.categories["sollicitatie"].advice in verdict.text


def test_of_two_known_events_the_later_counts():
    both = LATEST.join(sorted(("laatste_transactie", "laatste_contact")))
    old, recent = date(2001, 1, 1), date(2026, 1, 1)
    ages = [
        age("PERSON", "laatste_transactie", old),
        age("PERSON", "laatste_contact", recent),
        age("PERSON", both, recent),
    ]
    (verdict,) = judged(RULE, scan([finding("PERSON")], ages), dataset())
    assert verdict.kind is COMPLIANT
    (verdict,) = judged(RULE, scan([finding("PERSON")], ages[:1]), dataset())
    assert (verdict.kind, verdict.oldest) == (VIOLATION, old)


def test_a_term_can_count_from_the_end_of_the_book_year():
    term = POLICY.retention["factuurgegevens"].model_copy(update={"counted_from": "end_of_year"})
    policy = POLICY.model_copy(update={"retention": {"factuurgegevens": term}})
    found = scan([finding("IBAN_CODE")], [age("IBAN_CODE", "transactie", date(2019, 1, 2))])

    def kind(as_of: date) -> list[str]:
        return kinds(judged(RULE, found, dataset(), policy=policy, as_of=as_of))

    assert kind(date(2026, 12, 31)) == ["compliant"]
    assert kind(date(2027, 1, 1)) == ["violation"]


def test_a_term_without_a_length_is_a_gap_that_says_so():
    term = POLICY.retention["factuurgegevens"].model_copy(update={"period": None})
    policy = POLICY.model_copy(update={"retention": {"factuurgegevens": term}})
    found = scan([finding("IBAN_CODE")], [age("IBAN_CODE", "transactie", date(2019, 1, 2))])
    (verdict,) = judged(RULE, found, dataset(), policy=policy)
    assert verdict.kind is GAP
    assert "geen lengte" in verdict.text


def test_an_event_on_the_last_day_of_the_calendar_has_not_expired():
    (verdict,) = of_term("correspondentie", (date.max, False, 3))
    assert verdict.kind is COMPLIANT


def test_data_of_an_undeclared_category_has_no_term_to_break():
    ages = [age("NL_BSN", "laatste_contact", date(1990, 1, 1))]
    assert judged(RULE, scan([finding("NL_BSN")], ages), dataset()) == []


TERMS = {
    "year": {"period": "P1Y", "counted_from": "event", "no_event": "unknown"},
    "open": {"period": "P1Y", "counted_from": "event", "no_event": "not_yet"},
    "endless": {"period": None, "counted_from": "event", "no_event": "unknown"},
}
OLD, NEW = date(2025, 11, 21), date(2025, 11, 22)


@pytest.mark.parametrize(
    ("about", "term", "anchored", "day", "held", "kind"),
    [
        ("age", "year", True, OLD, False, VIOLATION),
        ("age", "year", True, NEW, False, COMPLIANT),
        ("age", "year", True, OLD, True, COMPLIANT),
        ("age", "year", True, None, False, GAP),
        ("age", "year", False, None, False, GAP),
        ("age", "open", True, OLD, False, VIOLATION),
        ("age", "open", True, None, False, COMPLIANT),
        ("age", "open", False, None, False, GAP),
        ("age", "endless", True, OLD, False, GAP),
        ("age", "endless", True, NEW, False, GAP),
        ("age", None, True, OLD, False, GAP),
        ("age", None, False, None, False, GAP),
        ("finding", None, True, None, False, COMPLIANT),
        ("under_age", None, True, OLD, False, COMPLIANT),
        ("coverage", None, True, None, False, COMPLIANT),
    ],
)
def test_the_truth_table(about, term, anchored, day, held, kind):
    answer = kept_within_term.judge(
        about=about,
        term=term,
        anchored=anchored,
        day=day,
        held=held,
        terms=TERMS,
        as_of=AS_OF.isoformat(),
    )
    assert answer is kind
