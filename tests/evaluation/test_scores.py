"""Counts are counts: what is right, what is missed, and no share of nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.scores import (
    Span,
    Tally,
    exact,
    of_label,
    overlapping,
    per_thousand,
    total,
    touches,
)

PERSON: Span = (0, 8, "PERSON")
spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 9), st.sampled_from(["PERSON", "LOCATION"])).map(
        lambda made: (made[0], made[0] + made[1], made[2])
    ),
    max_size=6,
)


def test_a_span_is_exact_with_both_ends_and_the_label() -> None:
    found = [PERSON, (10, 14, "PERSON"), (20, 24, "LOCATION")]
    wanted = [PERSON, (10, 15, "PERSON"), (20, 24, "PERSON")]
    assert exact(found, wanted) == Tally(right=1, found=3, caught=1, wanted=3)


def test_spans_overlap_by_one_character_and_the_label() -> None:
    wanted = [(7, 12, "PERSON"), (20, 24, "LOCATION")]
    assert overlapping([PERSON], wanted) == Tally(right=1, found=1, caught=1, wanted=2)
    assert overlapping([(0, 7, "PERSON")], wanted).right == 0
    assert overlapping([(20, 24, "PERSON")], wanted).right == 0


def test_one_long_span_catches_two_and_is_right_once() -> None:
    wanted = [(0, 3, "PERSON"), (4, 8, "PERSON")]
    assert overlapping([PERSON], wanted) == Tally(right=1, found=1, caught=2, wanted=2)


def test_the_same_span_twice_counts_once() -> None:
    assert exact([PERSON, PERSON], [PERSON]) == Tally(right=1, found=1, caught=1, wanted=1)


def test_shares() -> None:
    tally = Tally(right=3, found=4, caught=3, wanted=6)
    assert tally.precision == pytest.approx(0.75)
    assert tally.recall == pytest.approx(0.5)
    assert tally.f1 == pytest.approx(0.6)


def test_a_share_of_nothing_is_no_figure() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    missed = Tally(wanted=2)
    assert (missed.precision, missed.recall, missed.f1) == (None, 0.0, 0.0)
    false = Tally(found=2)
    assert (false.precision, false.recall, false.f1) == (0.0, None, 0.0)
    assert per_thousand(0, 0) is None


def test_the_total_is_of_counts_not_of_shares() -> None:
    one = Tally(right=1, found=1, caught=1, wanted=1)
    many = Tally(right=0, found=3, caught=0, wanted=9)
    assert total([one, many]) == Tally(right=1, found=4, caught=1, wanted=10)
    assert total([]) == Tally()


def test_a_name_touches_a_place_of_any_kind() -> None:
    assert touches(PERSON, [(7, 9)])
    assert not touches(PERSON, [(8, 9)])
    assert not touches(PERSON, [])


@given(spans, spans)
def test_what_is_exact_overlaps(found: list[Span], wanted: list[Span]) -> None:
    strict, loose = exact(found, wanted), overlapping(found, wanted)
    assert strict.right <= loose.right <= loose.found == strict.found
    assert strict.caught <= loose.caught <= loose.wanted == strict.wanted


@given(spans)
def test_finding_all_and_no_more_is_perfect(wanted: list[Span]) -> None:
    for tally in (exact(wanted, wanted), overlapping(wanted, wanted)):
        assert tally.f1 == (1.0 if wanted else None)


@given(spans)
def test_labels_part_the_spans(found: list[Span]) -> None:
    parts = [*of_label(found, "PERSON"), *of_label(found, "LOCATION")]
    assert sorted(parts) == sorted(found)
