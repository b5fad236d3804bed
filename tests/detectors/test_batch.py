"""What a batch counts, per country, anchor, day and hold; and that no value ever leaves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.anchors import LATEST, UNDER_AGE
from detectors.batch import ALL_COLUMNS, Plan, count
from detectors.counts import SCHEMA
from detectors.exclusions import exclusions
from detectors.recognizers import shipped
from detectors.setup import Setup

SETUP = Setup(
    recognizers=shipped(),
    exclusions=exclusions({}, {"EMAIL_ADDRESS": ["winkel@.+"], "CUSTOMER_ID": ["gast"]}),
)
DAY = date(2026, 11, 22)
Row = dict[str, Any]


def batch(
    columns: Sequence[Sequence[Any]],
    *,
    country: Sequence[str | None] | None = None,
    held: Sequence[bool | None] | None = None,
    consent: Sequence[bool | None] | None = None,
    anchors: dict[str, Sequence[date | None]] | None = None,
) -> pa.RecordBatch:
    rows = len(columns[0])
    arrays = {
        **{
            f"c{n}": pa.array(c, pa.list_(pa.string()) if _lists(c) else pa.string())
            for n, c in enumerate(columns)
        },
        "country": pa.array(country or ["NL"] * rows, pa.string()),
        "held": pa.array(held or [None] * rows, pa.bool_()),
        "consent": pa.array(consent or [None] * rows, pa.bool_()),
        **{f"a_{name}": pa.array(days, pa.date32()) for name, days in (anchors or {}).items()},
    }
    return pa.RecordBatch.from_pydict(arrays)


def _lists(column: Sequence[Any]) -> bool:
    return any(isinstance(value, list) for value in column)


def counted(*batches: pa.RecordBatch, announced: Sequence[str | None] = (None,), day=DAY) -> list:
    """The counted rows; `announced` holds one entity, or none, per column."""
    anchors = [name[2:] for name in batches[0].schema.names if name.startswith("a_")]
    plan = Plan(
        paths=tuple(NAMES[e] if e else f"c{n}" for n, e in enumerate(announced)),
        table="t",
        anchors=tuple(anchors),
        day=day,
        setup=SETUP,
    )
    return [row for found in count(batches, plan) for row in found.to_pylist()]


NAMES = {
    "DATE_OF_BIRTH": "geboortedatum",
    "PHONE_NUMBER": "telefoon",
    "NL_ADDRESS": "straat",
    "CUSTOMER_ID": "klantnummer",
    "CORRESPONDENCE": "mail_tekst",
    "EMAIL_ADDRESS": "email",
    "NL_BSN": "bsn",
    "PERSON": "achternaam",
}
"""Per entity the name of a column that announces it."""


def totals(rows: list[Row], tier: str = "text") -> dict[Any, int]:
    """Per entity the rows, over all countries; `None` counts filled cells."""
    result: dict[Any, int] = {}
    for row in rows:
        known = row["entity"] is None or row["tier"] == tier
        if known and row["anchor"] is None and row["column"] != ALL_COLUMNS:
            result[row["entity"]] = result.get(row["entity"], 0) + row["n"]
    return result


def ages(rows: list[Row], anchor: str) -> dict[tuple[date | None, bool], int]:
    return {(r["day"], r["held"]): r["n"] for r in rows if r["anchor"] == anchor}


MAIL = "jan@voorbeeld.nl"


def test_rows_and_filled_cells_are_counted_per_country() -> None:
    rows = counted(batch([[MAIL, None, "  ", "x", MAIL]], country=["NL", "NL", "DE", "DE", None]))
    found = {
        (r["column"], r["entity"], r["country"]): r["n"]
        for r in rows
        if r["anchor"] is None and r["tier"] in (None, "text")
    }
    assert found == {
        (ALL_COLUMNS, None, "NL"): 2,
        (ALL_COLUMNS, None, "DE"): 2,
        (ALL_COLUMNS, None, None): 1,
        (0, None, "NL"): 1,
        (0, None, "DE"): 1,
        (0, None, None): 1,
        (0, "EMAIL_ADDRESS", "NL"): 1,
        (0, "EMAIL_ADDRESS", None): 1,
    }


@pytest.mark.parametrize("told", ["Jan Jansen", "nl", "NLD", "", " "])
def test_a_country_that_is_no_code_is_unknown_and_not_repeated(told: str) -> None:
    rows = counted(batch([[MAIL]], country=[told]))
    assert {row["country"] for row in rows} == {None}


@pytest.mark.parametrize(
    ("name", "value"), [("country", "NL"), ("held", True), ("held", False), ("consent", True)]
)
def test_what_is_the_same_in_every_row_need_not_be_a_column(name: str, value: Any) -> None:
    columns = batch(
        [["14-03-2012", "14-03-1985"]], anchors={"order": [DAY, None]}, **{name: [value] * 2}
    )
    plan = Plan(paths=("geboortedatum",), table="t", anchors=("order",), day=DAY, setup=SETUP)
    kept = columns.select([other for other in columns.schema.names if other != name])
    (expected,) = count([columns], plan)
    (told,) = count([kept], replace(plan, **{name: value}))
    assert told.equals(expected)


def test_hits_are_counted_per_day_and_hold() -> None:
    one, two = date(2020, 1, 1), date(2021, 6, 30)
    found = counted(
        batch(
            [[MAIL, MAIL, MAIL, MAIL, MAIL, "niets"]],
            held=[False, True, None, False, True, True],
            anchors={"order": [one, one, one, two, None, two]},
        )
    )
    assert ages(found, "order") == {
        (one, False): 2,
        (one, True): 1,
        (two, False): 1,
        (None, True): 1,
    }


def test_days_before_1970_are_days() -> None:
    old = date(1950, 2, 3)
    assert ages(counted(batch([[MAIL]], anchors={"order": [old]})), "order") == {(old, False): 1}


DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))


@settings(max_examples=40)
@given(st.lists(st.tuples(DAYS, DAYS, DAYS), min_size=1, max_size=6))
def test_of_each_set_of_anchors_the_latest_known_day_counts(days: list[tuple]) -> None:
    names = ("a", "b", "c")
    anchors = {name: [row[n] for row in days] for n, name in enumerate(names)}
    found = counted(batch([[MAIL] * len(days)], anchors=anchors))
    sets = ["a", "b", "c", "a|b", "a|c", "b|c", "a|b|c"]
    assert {r["anchor"] for r in found} - {None} == set(sets)
    for joined in sets:
        chosen = [names.index(name) for name in joined.split(LATEST)]
        expected: dict[tuple[date | None, bool], int] = {}
        for row in days:
            known = [row[n] for n in chosen if row[n] is not None]
            key = (max(known, default=None), False)
            expected[key] = expected.get(key, 0) + 1
        assert ages(found, joined) == expected


def test_a_list_counts_its_row_once() -> None:
    found = counted(batch([[[MAIL, "piet@voorbeeld.nl"], [MAIL, "x"], [], None, ["y"]]]))
    assert totals(found) == {None: 3, "EMAIL_ADDRESS": 2}


def test_batches_add_up() -> None:
    values = [MAIL, "x", None, "bel 06-12345678", MAIL]
    whole = counted(batch([values]))
    parts = counted(batch([values[:2]]), batch([values[2:3]]), batch([values[3:]]))
    sliced = counted(batch([values]).slice(0, 3), batch([values]).slice(3))
    assert totals(parts) == totals(sliced) == totals(whole)


def test_nothing_in_gives_nothing_out() -> None:
    assert counted(batch([[]])) == []


def test_the_batch_that_leaves_has_the_schema() -> None:
    plan = Plan(paths=("a",), table="t", anchors=(), day=DAY, setup=SETUP)
    (found,) = count([batch([[MAIL]])], plan)
    assert found.schema == SCHEMA


@pytest.mark.parametrize(
    ("born", "day", "minor"),
    [
        ("2008-11-23", DAY, True),
        ("2008-11-22", DAY, False),
        ("2008-11-21", DAY, False),
        ("2008-02-29", date(2026, 2, 28), True),
        ("2008-02-29", date(2026, 3, 1), False),
        ("2026-11-22", DAY, True),
        ("22-11-2008", DAY, False),
        ("23 november 2008", DAY, True),
        ("2008-11-23 00:00:00", DAY, True),
        ("2008-11-22T23:00:00Z", DAY, True),
        ("2008-11-21T23:00:00.000Z", DAY, False),
        ("2008-11-22 23:00:00", DAY, False),
        ("onbekend", DAY, False),
    ],
)
def test_a_minor_is_under_eighteen_on_the_day(born: str, day: date, minor: bool) -> None:
    found = counted(batch([[born]]), announced=["DATE_OF_BIRTH"], day=day)
    assert ages(found, UNDER_AGE) == ({(day, False): 1} if minor else {})


def test_minors_are_counted_by_their_parents_consent() -> None:
    young = "2015-01-01"
    found = counted(
        batch([[young, young, young, "1980-01-01"]], consent=[True, False, None, True]),
        announced=["DATE_OF_BIRTH"],
    )
    assert ages(found, UNDER_AGE) == {(DAY, True): 1, (DAY, False): 2}


def test_a_date_in_another_column_makes_nobody_a_minor() -> None:
    assert ages(counted(batch([["2015-01-01"]])), UNDER_AGE) == {}


@pytest.mark.parametrize(
    ("announced", "value", "not_found"),
    [
        ("PHONE_NUMBER", "30.59.84.10", "IP_ADDRESS"),
        ("NL_ADDRESS", "Johan de Wittlaan 12", "PERSON"),
        ("NL_ADDRESS", "Fatima El Amrani weg", "PERSON"),
    ],
)
def test_a_cell_that_its_column_claims_holds_no_other(
    announced: str, value: str, not_found: str
) -> None:
    found = counted(batch([[value]]), announced=[announced])
    assert totals(found, "cell").get(announced) == 1
    assert not_found not in totals(found)


def test_elsewhere_the_same_values_do_count() -> None:
    assert totals(counted(batch([["30.59.84.10"]]))) == {None: 1, "IP_ADDRESS": 1}
    assert "PERSON" in totals(counted(batch([["Gebeld met Fatima El Amrani vandaag"]])))


def test_a_number_that_its_check_rule_proves_is_seen_in_a_column_of_another() -> None:
    numbers = ["111222333", "123456782", "999999990"]
    found = counted(batch([numbers]), announced=["CUSTOMER_ID"])
    (bsn,) = (r for r in found if r["entity"] == "NL_BSN" and r["tier"] == "cell")
    assert (bsn["n"], bsn["valid"], bsn["distinct"]) == (3, 3, 3)
    assert totals(found, "cell")["CUSTOMER_ID"] == 3


def test_a_message_is_claimed_and_shows_the_names_in_it() -> None:
    text = "Mijn naam is Fatima El Amrani, mail mij op jan@voorbeeld.nl"
    found = counted(batch([[text]]), announced=["CORRESPONDENCE"])
    assert totals(found)["PERSON"] == totals(found)["EMAIL_ADDRESS"] == 1
    assert totals(found, "cell")["CORRESPONDENCE"] == 1


def test_values_of_nobody_count_in_neither_tier() -> None:
    found = counted(
        batch([["winkel@voorbeeld.nl", MAIL], ["gast", "K-1"]]),
        announced=["EMAIL_ADDRESS", "CUSTOMER_ID"],
    )
    assert totals(found)["EMAIL_ADDRESS"] == 1
    assert totals(found, "cell") == {None: 4, "EMAIL_ADDRESS": 1, "CUSTOMER_ID": 1}


HASHES = [f"{n:032x}" for n in range(20, 27)]


def apart(rows: list[Row], entity: str) -> tuple[int, int, int]:
    """The rows that the cells of an entity are held against, those of them that are it, and all."""
    (among,) = (r for r in rows if r["entity"] == entity and r["tier"] == "alike")
    return among["n"], among["valid"], totals(rows, "cell")[entity]


@pytest.mark.parametrize("name", ["wachtwoord", "wachtwoord_hash", "accounts.password"])
def test_hashes_do_not_count_against_plain_passwords_nor_these_against_hashes(name: str) -> None:
    plan = Plan(paths=(name,), table="t", anchors=(), day=DAY, setup=SETUP)
    values = [*HASHES, "Zomer!2023", "welkom01", "welkom01", "n.v.t.", "********", None]
    (found,) = count([batch([values[:4]]), batch([values[4:]])], plan)
    rows = found.to_pylist()
    assert apart(rows, "PASSWORD") == (4, 3, 3)
    assert apart(rows, "PASSWORD_HASH") == (8, 7, 7)


def test_full_addresses_are_held_against_those_that_are_not_cut() -> None:
    plan = Plan(paths=("client_ip",), table="t", anchors=(), day=DAY, setup=SETUP)
    values = ["83.149.9.0", "83.149.8.0", "83.149.7.x", "10.0.3.12", "83.149.9.216"]
    (found,) = count([batch([values])], plan)
    rows = found.to_pylist()
    assert apart(rows, "IP_ADDRESS") == (2, 2, 2)
    assert totals(rows, "cell")["IP_ADDRESS_PARTIAL"] == 3


def test_in_a_column_without_a_name_nothing_is_set_apart() -> None:
    rows = counted(batch([[*HASHES, "Zomer!2023"]]))
    assert not any(r["entity"] in ("PASSWORD", "PASSWORD_HASH") for r in rows)


def test_distinct_counts_values_once() -> None:
    found = counted(batch([["123456782"] * 5 + ["111222333"]]), announced=["NL_BSN"])
    (bsn,) = (r for r in found if r["entity"] == "NL_BSN" and r["tier"] == "cell")
    assert (bsn["n"], bsn["distinct"]) == (6, 2)


VALUES = st.one_of(
    st.text(max_size=30),
    st.emails(),
    st.from_regex(r"\A\d{9}\Z"),
    st.from_regex(r"\A06-[1-9]\d{7}\Z"),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)).map(lambda d: f"geboren op {d:%d-%m-%Y}"),
    st.just("Mijn naam is Fatima El Amrani en ik woon op Kerkstraat 12"),
)


@settings(max_examples=60)
@given(
    st.lists(VALUES, min_size=1, max_size=8),
    st.sampled_from([None, "NL_BSN", "PERSON", "DATE_OF_BIRTH", "CORRESPONDENCE"]),
    VALUES,
)
def test_what_leaves_is_made_of_known_words_days_and_counts(
    values: list[str], announced: str | None, country: str
) -> None:
    known = date(2020, 5, 5)
    rows = len(values)
    found = counted(
        batch(
            [values],
            country=[country, *["NL"] * (rows - 1)],
            anchors={"order": [known] * rows},
        ),
        announced=[announced],
    )
    entities = {r.entity for r in shipped()}
    for row in found:
        assert row["entity"] is None or row["entity"] in entities
        assert row["tier"] in (None, "text", "cell", "alike", "look", "names")
        assert row["path"] is None
        assert row["country"] is None or (len(row["country"]) == 2 and row["country"].isascii())
        assert row["anchor"] in (None, "order", UNDER_AGE)
        assert row["day"] in (None, known, DAY)
        assert row["column"] in (ALL_COLUMNS, 0)
        assert 0 <= row["valid"] <= row["n"] <= rows
        assert 0 <= row["distinct"] <= rows
