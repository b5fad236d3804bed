"""Words and numbers as Dutch readers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs import dutch
from jobs.conf import SHIPPED, load_policy

POLICY = load_policy(SHIPPED, "klassekoffie")


def test_every_entity_that_the_policy_knows_has_a_dutch_name():
    known = {e for part in (*POLICY.categories.values(), *POLICY.undeclared) for e in part.entities}
    assert known - dutch.ENTITIES.keys() == set()
    assert all(dutch.entity(name) != name for name in known)


def test_no_two_entities_share_a_name():
    assert len(set(dutch.ENTITIES.values())) == len(dutch.ENTITIES)


def test_an_entity_of_a_site_itself_keeps_its_own_name():
    assert dutch.entity("KOFFIE_PAS") == "KOFFIE_PAS"


def test_a_heading_keeps_its_capitals():
    assert dutch.capital("volledig IP-adres") == "Volledig IP-adres"


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_are_parted_by_dots(count: int):
    first, *rest = dutch.number(count).split(".")
    assert int("".join([first, *rest])) == count
    assert 1 <= len(first) <= 3
    assert all(len(part) == 3 for part in rest)


def test_a_day_is_written_as_the_dutch_do():
    assert dutch.day(date(2026, 11, 22)) == "22-11-2026"


@pytest.mark.parametrize(("count", "text"), [(0, "0 rijen"), (1, "1 rij"), (1200, "1.200 rijen")])
def test_a_noun_follows_its_count(count: int, text: str):
    assert dutch.counted(count, "rij", "rijen") == text


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_share_reads_as_nothing_or_all_only_where_it_is(part: int, rest: int):
    assert dutch.share(part / (part + rest)) not in ("0%", "100%")
    assert dutch.share(0.0) == "0%"
    assert dutch.share(1.0) == "100%"
