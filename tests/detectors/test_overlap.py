"""Of overlapping matches one is left, by the written rules and in any order of arrival."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from detectors.overlap import give_way, settle
from detectors.recognizer import Match

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1]))
MATCHES = st.builds(
    lambda entity, span, score: Match(entity, *span, score),
    st.sampled_from("ABC"),
    SPANS,
    st.sampled_from([0.5, 0.7, 0.9]),
)
PRECEDENCE = {"A": 10, "B": 5}


def test_the_longer_span_wins_whatever_its_precedence_and_score() -> None:
    long, short = Match("C", 0, 18, 0.5), Match("A", 8, 18, 0.9)
    assert settle([short, long], PRECEDENCE) == [long]


def test_of_equal_spans_precedence_wins_then_score_then_name() -> None:
    assert settle([Match("B", 0, 9, 0.9), Match("A", 0, 9, 0.5)], PRECEDENCE) == [
        Match("A", 0, 9, 0.5)
    ]
    assert settle([Match("A", 0, 9, 0.5), Match("B", 0, 9, 0.9)], {}) == [Match("B", 0, 9, 0.9)]
    assert settle([Match("B", 0, 9, 0.9), Match("A", 0, 9, 0.9)], {}) == [Match("A", 0, 9, 0.9)]


def test_neighbours_that_only_touch_both_stay_in_reading_order() -> None:
    first, second = Match("A", 0, 4, 0.5), Match("B", 4, 9, 0.5)
    assert settle([second, first], {}) == [first, second]


def test_a_name_gives_way_to_digits_and_accounts_and_keeps_a_place_behind_them() -> None:
    text = "user marjan from 1114 EZ Nijmegen"
    account, code = Match("USERNAME", 5, 11, 0.8), Match("NL_POSTCODE", 17, 24, 0.8)
    person, place = Match("PERSON", 5, 16, 0.7), Match("LOCATION", 17, 33, 0.7)
    left = give_way([person, place], [account, code], text)
    assert [(m.entity, text[m.start : m.end]) for m in left] == [("LOCATION", "Nijmegen")]
    assert give_way([person, place], [Match("RELIGION", 5, 11, 0.8)], text) == [person, place]


@given(st.lists(MATCHES, max_size=12), st.randoms())
def test_what_remains_does_not_overlap_nor_depend_on_the_order(
    matches: list[Match], random: Random
) -> None:
    kept = settle(matches, PRECEDENCE)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    shuffled = list(matches)
    random.shuffle(shuffled)
    assert settle(shuffled, PRECEDENCE) == kept


@given(st.lists(MATCHES, max_size=12))
def test_what_falls_away_overlaps_one_that_is_at_least_as_long(matches: list[Match]) -> None:
    kept = settle(matches, PRECEDENCE)
    for match in matches:
        assert match in kept or any(
            other.start < match.end
            and match.start < other.end
            and other.end - other.start >= match.end - match.start
            for other in kept
        )
