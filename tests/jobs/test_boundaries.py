"""Both sides of each boundary: which rows break a rule, counted exactly.

Ages and findings are written by hand or counted from batches; the calendar is reckoned a second
time, so that no day is held against the code that it comes from.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from detectors.anchors import LATEST, UNDER_AGE, UNREADABLE
from detectors.batch import ALL_COLUMNS, Plan, count
from detectors.columns import announced
from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs import gate
from jobs.counted import counted_in
from jobs.findings import Scan
from jobs.model import Dataset, Expression, Verdict, VerdictKind
from jobs.tally import Tally
from tests.jobs.expectations.test_kept_within_term import BOUNDARIES, NOT_YET
from tests.jobs.scanned import (
    AS_OF,
    NAME,
    POLICY,
    RESIDENCY,
    age,
    covered,
    dataset,
    finding,
    judged,
    scan,
)
from tests.jobs.test_terms import reckoned

COMPLIANT, VIOLATION, GAP = VerdictKind.COMPLIANT, VerdictKind.VIOLATION, VerdictKind.GAP
LENGTHS = {
    "klantgegevens": (7, None, None, None),
    "accountgegevens": (None, None, None, 0),
    "factuurgegevens": (7, None, None, None),
    "correspondentie": (7, None, None, None),
    "ip_adres": (None, 12, None, None),
    "nieuwsbrief_aanmelding": (5, None, None, None),
    "nieuwsbrief_verzonden": (7, None, None, None),
    "telefoongesprekken": (None, 3, None, None),
    "fraude": (7, None, None, None),
    "marketing": (7, None, None, None),
    "juridische_procedure": (5, None, None, None),
}
"""The terms as the statement has them: years, months, weeks, days."""

Row = tuple[date | None, bool, int]
"""An event's day, whether the row is held, and how many rows there are."""


def rows_of(verdicts: Sequence[Verdict], kind: VerdictKind) -> int:
    return sum(verdict.rows for verdict in verdicts if verdict.kind is kind)


def by_day(rows: Sequence[Row]) -> list[tuple[date | None, bool, int]]:
    """As a sweep counts: once per day and hold."""
    sums: Counter[tuple[date | None, bool]] = Counter()
    for day, held, hits in rows:
        sums[day, held] += hits
    return [(day, held, hits) for (day, held), hits in sums.items()]


def of_terms(rows: Mapping[str, Sequence[Row]], as_of: date) -> dict[str, list[Verdict]]:
    """The verdicts per term, about a dataset for each that declares it and holds these rows."""
    findings, ages, declared = [], [], []
    for term, own in rows.items():
        entity, anchor, _ = BOUNDARIES[term]
        findings.append(finding(entity, dataset=term, hits=sum(hits for _, _, hits in own)))
        declared.append(dataset(name=term, retention=(term,)))
        for day, held, hits in by_day(own):
            ages.append(age(entity, anchor, day, dataset=term, held=held, hits=hits))
    verdicts = judged("kept_within_term", scan(findings, ages), *declared, as_of=as_of)
    return {term: [v for v in verdicts if v.dataset == term] for term in rows}


def of_term(term: str, rows: Sequence[Row], as_of: date) -> list[Verdict]:
    return of_terms({term: rows}, as_of)[term]


def expected(term: str, row: Row, as_of: date) -> VerdictKind:
    """What a row is, by the statement and a calendar of its own."""
    day, held, _ = row
    if held:
        return COMPLIANT
    if day == UNREADABLE:
        return GAP
    if day is None:
        return COMPLIANT if term in NOT_YET else GAP
    return VIOLATION if as_of > reckoned(day, LENGTHS[term]) else COMPLIANT


# retention


def test_the_lengths_are_those_of_all_terms():
    assert set(LENGTHS) == set(POLICY.retention)


def near(end: date) -> st.SearchStrategy[date | None]:
    """Events around the boundary of each term, and the days that a calendar trips over."""
    spread = st.sampled_from(list(LENGTHS)).flatmap(
        lambda term: st.integers(-3, 95).map(
            lambda days: reckoned(end, tuple(-(n or 0) for n in LENGTHS[term])) + timedelta(days)
        )
    )
    tricky = [(2016, 2, 29), (2020, 2, 29), (2025, 11, 30), (2026, 8, 31), (2019, 12, 31)]
    return st.none() | st.just(UNREADABLE) | st.sampled_from([date(*d) for d in tricky]) | spread


held_rows = st.tuples(near(AS_OF), st.booleans(), st.integers(1, 9))
of_each = st.fixed_dictionaries(
    {term: st.lists(held_rows, min_size=1, max_size=12) for term in LENGTHS}
)


@settings(max_examples=25)
@given(of_each, st.integers(-100, 100).map(lambda days: AS_OF + timedelta(days)))
@example({"telefoongesprekken": [(date(2025, 11, 30), False, 2)]}, date(2026, 2, 28))
@example({"telefoongesprekken": [(date(2025, 11, 30), False, 2)]}, date(2026, 3, 1))
def test_every_row_counts_on_its_own_side_of_the_boundary(rows, as_of):
    verdicts = of_terms(rows, as_of)
    for term, own in rows.items():
        wanted = Counter[VerdictKind]()
        for row in own:
            wanted[expected(term, row, as_of)] += row[2]
        if len(wanted) > 1:  # compliant rows are told where nothing else is
            del wanted[COMPLIANT]
        assert {verdict.kind: verdict.rows for verdict in verdicts[term]} == wanted
        assert sum(v.held for v in verdicts[term]) == sum(n for _, held, n in own if held)


@settings(max_examples=15)
@given(of_each, st.integers(-400, 400).map(lambda days: AS_OF + timedelta(days)))
def test_what_expires_is_what_will_be_a_violation_by_then(rows, as_of):
    now = of_terms(rows, as_of)
    for days in (30, 90):
        later = of_terms(rows, as_of + timedelta(days))
        for term, verdicts in now.items():
            ahead = sum(getattr(verdict, f"within_{days}") for verdict in verdicts)
            assert ahead == rows_of(later[term], VIOLATION) - rows_of(verdicts, VIOLATION)


def test_the_forecast_ends_where_the_calendar_does():
    (verdict,) = of_term("marketing", [(date(9992, 12, 1), False, 5)], date(9999, 11, 20))
    assert (verdict.kind, verdict.within_30, verdict.within_90) == (COMPLIANT, 5, 5)
    (verdict,) = of_term("marketing", [(date.max, False, 5)], date.max)
    assert (verdict.kind, verdict.within_30, verdict.within_90) == (COMPLIANT, 0, 0)


@pytest.mark.parametrize(
    ("term", "event", "last"),
    [
        ("klantgegevens", date(2016, 2, 29), date(2023, 2, 28)),
        ("klantgegevens", date(2017, 3, 1), date(2024, 3, 1)),
        ("accountgegevens", date(2024, 2, 29), date(2024, 2, 29)),
        ("factuurgegevens", date(2019, 12, 31), date(2026, 12, 31)),
        ("correspondentie", date(2017, 2, 28), date(2024, 2, 28)),
        ("ip_adres", date(2024, 2, 29), date(2025, 2, 28)),
        ("ip_adres", date(2023, 2, 28), date(2024, 2, 28)),
        ("nieuwsbrief_aanmelding", date(2020, 2, 29), date(2025, 2, 28)),
        ("nieuwsbrief_verzonden", date(2020, 2, 29), date(2027, 2, 28)),
        ("telefoongesprekken", date(2025, 11, 30), date(2026, 2, 28)),
        ("telefoongesprekken", date(2023, 11, 30), date(2024, 2, 29)),
        ("telefoongesprekken", date(2026, 1, 31), date(2026, 4, 30)),
        ("telefoongesprekken", date(2025, 12, 31), date(2026, 3, 31)),
        ("fraude", date(2016, 2, 29), date(2023, 2, 28)),
        ("marketing", date(2020, 2, 29), date(2027, 2, 28)),
        ("juridische_procedure", date(2020, 2, 29), date(2025, 2, 28)),
    ],
)
def test_leap_days_and_ends_of_months(term, event, last):
    rows = [(event, False, 3), (event - timedelta(400), False, 2), (event, True, 1)]
    (before,) = of_term(term, rows, last)
    assert (before.kind, before.rows, before.held) == (VIOLATION, 2, 1)
    (after,) = of_term(term, rows, last + timedelta(1))
    assert (after.kind, after.rows, after.held) == (VIOLATION, 5, 1)


def test_a_book_year_ends_for_all_its_days_at_once():
    term = POLICY.retention["factuurgegevens"].model_copy(update={"counted_from": "end_of_year"})
    policy = POLICY.model_copy(update={"retention": {"factuurgegevens": term}})
    days = [date(2018, 12, 31), date(2019, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    ages = [age("IBAN_CODE", "transactie", day, hits=n) for n, day in enumerate(days, 1)]
    found = scan([finding("IBAN_CODE")], ages)

    def overdue(as_of: date) -> int:
        told = judged("kept_within_term", found, dataset(), policy=policy, as_of=as_of)
        return rows_of(told, VIOLATION)

    assert [overdue(date(2025, 12, 31)), overdue(date(2026, 1, 1))] == [0, 1]
    assert [overdue(date(2026, 12, 31)), overdue(date(2027, 1, 1))] == [1, 6]
    assert [overdue(date(2027, 12, 31)), overdue(date(2028, 1, 1))] == [6, 10]


# from cells to verdicts

SETUP = Setup(recognizers=shipped())
NO = [None]


def swept(columns: dict[str, list[Any]], *, day: date = AS_OF, **given: Any) -> Scan:
    """A scan of a table of strings, counted as an executor does.

    `anchors` are days per event; `held`, `consent` and `country` one value a row.
    """
    rows = len(next(iter(columns.values())))
    anchors = given.get("anchors", {})
    batch = pa.RecordBatch.from_pydict(
        {f"c{n}": pa.array(column, pa.string()) for n, column in enumerate(columns.values())}
        | {"country": pa.array(given.get("country", ["NL"] * rows), pa.string())}
        | {"held": pa.array(given.get("held", NO * rows), pa.bool_())}
        | {"consent": pa.array(given.get("consent", NO * rows), pa.bool_())}
        | {f"a_{name}": pa.array(days, pa.date32()) for name, days in anchors.items()}
    )
    plan = Plan(paths=tuple(columns), table=NAME, anchors=tuple(anchors), day=day, setup=SETUP)
    counted = counted_in(
        pa.Table.from_batches(count([batch], plan)),
        lambda number, inside: None if number == ALL_COLUMNS else plan.paths[number],
    )
    findings, ages = Tally(counted).facts(
        SETUP.recognizers,
        announced(list(columns), NAME, SETUP.recognizers),
        scan_id="scan",
        scanned_at=datetime(2026, 11, 22, tzinfo=UTC),
        dataset=NAME,
    )
    return scan(findings, ages, [covered(rows=rows)])


def emails(rows: int) -> list[str]:
    return [f"jan{n}@voorbeeld.nl" for n in range(rows)]


OLD, NEW = date(2019, 11, 21), date(2019, 11, 22)
BOTH = {
    "both late": (OLD, OLD, VIOLATION),
    "the first later": (NEW, OLD, COMPLIANT),
    "the second later": (OLD, NEW, COMPLIANT),
    "one not known, the other late": (OLD, None, VIOLATION),
    "one not known, the other in time": (None, NEW, COMPLIANT),
    "neither known": (None, None, GAP),
    "one cannot be read, the other late": (OLD, UNREADABLE, VIOLATION),
    "one cannot be read, the other in time": (UNREADABLE, NEW, COMPLIANT),
    "one cannot be read, the other not known": (None, UNREADABLE, GAP),
    "neither can be read": (UNREADABLE, UNREADABLE, GAP),
}


@pytest.mark.parametrize("case", BOTH)
def test_of_two_events_the_later_known_one_counts(case):
    first, second, kind = BOTH[case]
    found = swept(
        {"email": emails(3)},
        anchors={"laatste_transactie": [first] * 3, "laatste_contact": [second] * 3},
    )
    (verdict,) = judged("kept_within_term", found, dataset(retention=("klantgegevens",)))
    assert (verdict.kind, verdict.rows) == (kind, 3)


def test_of_two_events_each_row_has_its_own_later_one():
    cases = list(BOTH.values())
    found = swept(
        {"email": emails(len(cases))},
        anchors={
            "laatste_transactie": [first for first, _, _ in cases],
            "laatste_contact": [second for _, second, _ in cases],
        },
    )
    assert any(LATEST in row.anchor for row in found.ages)
    verdicts = judged("kept_within_term", found, dataset(retention=("klantgegevens",)))
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 3), (GAP, 3)}
    only = dataset(retention=("klantgegevens",))
    alone = swept({"email": emails(3)}, anchors={"laatste_contact": [OLD, NEW, None]})
    assert {(v.kind, v.rows) for v in judged("kept_within_term", alone, only)} == {
        (VIOLATION, 1),
        (GAP, 1),
    }


def test_a_hold_that_is_not_known_does_not_hold():
    found = swept(
        {"email": emails(6)},
        anchors={"laatste_contact": [OLD, OLD, OLD, NEW, NEW, None]},
        held=[True, False, None, True, None, True],
    )
    (verdict,) = judged("kept_within_term", found, dataset(retention=("klantgegevens",)))
    assert (verdict.kind, verdict.rows, verdict.held) == (VIOLATION, 2, 3)


def test_a_hold_of_everything_exempts_everything_and_tells_how_much():
    days = [OLD, NEW, None, UNREADABLE]
    found = swept({"email": emails(4)}, anchors={"laatste_contact": days}, held=[True] * 4)
    (verdict,) = judged("kept_within_term", found, dataset(retention=("klantgegevens",)))
    assert (verdict.kind, verdict.rows, verdict.held) == (COMPLIANT, 4, 4)


def test_an_account_that_is_not_closed_never_expires_and_one_closed_yesterday_has():
    yesterday, today = AS_OF - timedelta(1), AS_OF
    found = swept(
        {"email": emails(5)},
        anchors={"account_gesloten": [yesterday, today, None, UNREADABLE, date.max]},
    )
    verdicts = judged("kept_within_term", found, dataset(retention=("accountgegevens",)))
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 1), (GAP, 1)}
    told = next(v for v in verdicts if v.kind is VIOLATION)
    assert (told.oldest, told.overdue) == (yesterday, 1)
    assert sum(verdict.within_30 for verdict in verdicts) == 1


def test_rows_in_several_countries_are_one_column_of_rows_for_its_term():
    days = [OLD, OLD, NEW, None]
    found = swept(
        {"email": emails(4)},
        anchors={"laatste_contact": days},
        country=["NL", "US", "US", None],
    )
    verdicts = judged("kept_within_term", found, dataset(retention=("klantgegevens",)))
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 2), (GAP, 1)}
    verdicts = judged("stays_in_the_eea", found, dataset())
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 2), (GAP, 1)}


# minors

BORN = {
    "18 today": (date(2008, 11, 22), AS_OF, False),
    "18 tomorrow": (date(2008, 11, 23), AS_OF, True),
    "18 yesterday": (date(2008, 11, 21), AS_OF, False),
    "born today": (AS_OF, AS_OF, True),
    "an old man": (date(1926, 11, 22), AS_OF, False),
    "a leap day, the day before its birthday in a common year": (
        date(2008, 2, 29),
        date(2026, 2, 28),
        True,
    ),
    "a leap day, the first of March": (date(2008, 2, 29), date(2026, 3, 1), False),
    "18 on a leap day": (date(2006, 2, 28), date(2024, 2, 29), False),
    "18 the day after a leap day": (date(2006, 3, 1), date(2024, 2, 29), True),
    "new year's eve": (date(2008, 12, 31), date(2026, 12, 30), True),
    "new year": (date(2009, 1, 1), date(2026, 12, 31), True),
}
WAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", BORN)
def test_a_minor_is_one_until_the_day_before_the_18th_birthday(case, way):
    born, day, minor = BORN[case]
    others = [date(1950 + n, 3, 4) for n in range(20)]
    cells = [one.strftime(way) for one in [born, born, *others]]
    found = swept({"geboortedatum": cells}, day=day)
    minors = [(row.day, row.hits) for row in found.ages if row.anchor == UNDER_AGE]
    assert minors == ([(day, 2)] if minor else [])


def test_consent_that_is_not_known_is_none():
    cells = ["2015-01-01"] * 6 + ["1980-01-01"] * 4
    found = swept(
        {"geboortedatum": cells}, consent=[True, True, False, None, None, None, *[None] * 4]
    )
    declared = dataset(consent=Expression(sql="toestemming"))
    (verdict,) = judged("minors_have_consent", found, declared)
    assert (verdict.kind, verdict.rows, verdict.held) == (VIOLATION, 4, 0)
    all_given = swept({"geboortedatum": cells}, consent=[True] * 10)
    (verdict,) = judged("minors_have_consent", all_given, declared)
    assert (verdict.kind, verdict.rows) == (COMPLIANT, 6)


# places


@pytest.mark.parametrize("code", ["XX", "EU", "UK", "EL", "ZZ", "AA"])
@pytest.mark.parametrize("recipients", [(), ("google",)])
def test_a_code_of_no_country_is_no_place_whoever_receives_the_data(code, recipients):
    found = scan([finding("PERSON", country=code, hits=4), finding("PERSON", hits=6)])
    (verdict,) = judged("stays_in_the_eea", found, dataset(recipients=recipients))
    assert (verdict.kind, verdict.rows) == (GAP, 4)


def test_each_row_lies_where_it_lies():
    found = swept(
        {"email": emails(9)},
        country=["NL", "IS", "LI", "NO", "US", "GB", "XX", "Nederland", None],
    )
    verdicts = judged("stays_in_the_eea", found, dataset())
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 2), (GAP, 3)}
    verdicts = judged("stays_in_the_eea", found, dataset(recipients=("bezorgpartners",)))
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 2), (GAP, 3)}
    (verdict,) = judged("stays_in_the_eea", found, dataset(recipients=("facebook",)))
    assert (verdict.kind, verdict.rows) == (GAP, 3)


# categories and purposes


def test_two_entities_of_one_column_are_each_of_their_own_category():
    found = scan([finding("EMAIL_ADDRESS", hits=7), finding("USERNAME", hits=3)])
    verdicts = judged("used_for_declared_purpose", found, dataset(purposes=("account",)))
    assert {(v.entity, v.kind, v.rows) for v in verdicts} == {
        ("EMAIL_ADDRESS", COMPLIANT, 7),
        ("USERNAME", VIOLATION, 3),
    }


def everything(found: Scan, declared: Dataset) -> set[tuple[str, str | None, str, int]]:
    verdicts = gate.judge(found, [declared], POLICY, RESIDENCY, AS_OF)
    shown = [v for v in verdicts if v.kind is not COMPLIANT]
    return {(v.rule, v.entity, v.kind.value, v.rows) for v in shown}


def test_an_application_has_its_own_purpose_no_term_and_no_excuse_for_a_bsn():
    found = scan(
        [
            finding("PERSON", hits=5),
            finding("APPLICATION_DOCUMENT", hits=4),
            finding("NL_BSN", hits=3),
        ],
        [age("PERSON", "laatste_contact", AS_OF, hits=5)],
    )
    gaps = {
        ("kept_within_term", "PERSON", "gap", 5),
        ("kept_within_term", "APPLICATION_DOCUMENT", "gap", 4),
    }
    undeclared = {("is_in_a_declared_category", "NL_BSN", "violation", 3)}
    declared = dataset(category="sollicitatie", purposes=("vacatures",))
    assert everything(found, declared) == gaps | undeclared
    elsewhere = {
        ("used_for_declared_purpose", "PERSON", "violation", 5),
        ("used_for_declared_purpose", "APPLICATION_DOCUMENT", "violation", 4),
    }
    declared = dataset(category="sollicitatie", purposes=("overeenkomst",))
    assert everything(found, declared) == gaps | undeclared | elsewhere


def test_an_entity_that_no_policy_knows_is_undeclared_and_nothing_else():
    found = scan([finding("EMPLOYEE_ID", hits=6)])
    declared = dataset(purposes=("overeenkomst",), retention=("klantgegevens",))
    assert everything(found, declared) == {
        ("is_in_a_declared_category", "EMPLOYEE_ID", "violation", 6)
    }


def test_a_dataset_in_which_nothing_was_found_is_clean_where_it_was_read():
    declared = dataset(purposes=("nieuwsbrief",), retention=("marketing",))
    assert everything(scan(coverage=[covered()]), declared) == set()
    unread = scan(coverage=[covered(), covered(file="b.csv", rows=0, reason="niet te lezen")])
    assert everything(unread, declared) == {("everything_was_read", None, "gap", 0)}


# forms


def test_full_addresses_passwords_and_anonymous_data_are_counted_by_the_row():
    found = scan(
        [
            finding("IP_ADDRESS", hits=2, country="NL"),
            finding("IP_ADDRESS", hits=3, country="DE"),
            finding("IP_ADDRESS_PARTIAL", hits=4),
            finding("PASSWORD", hits=5, column="a"),
            finding("PASSWORD_HASH", hits=6, column="a"),
        ]
    )
    forms = ("ip_address_is_partial", "password_is_hashed")
    shown = {row for row in everything(found, dataset()) if row[0] in forms}
    assert shown == {
        ("ip_address_is_partial", "IP_ADDRESS", "violation", 5),
        ("password_is_hashed", "PASSWORD", "violation", 5),
    }
    assert everything(found, dataset(anonymised=True)) == {
        ("anonymised_data_is_anonymous", "IP_ADDRESS", "violation", 5),
        ("anonymised_data_is_anonymous", "IP_ADDRESS_PARTIAL", "violation", 4),
        ("anonymised_data_is_anonymous", "PASSWORD", "violation", 5),
        ("anonymised_data_is_anonymous", "PASSWORD_HASH", "violation", 6),
    }
