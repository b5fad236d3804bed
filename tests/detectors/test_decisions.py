"""Counts decide what a column is, chance does not pass, and each decision keeps its reasons."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.binomial import log_tail
from detectors.columns import Announcement
from detectors.decisions import decide_announced, decide_bare, decide_unannounced
from detectors.evidence import Alike, Decision, Evidence, Look, Stats
from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer

NAMED = Announcement()
NUMBER = Recognizer(
    entity="NUMBER",
    patterns=(Pattern(regex=r"\d{9}", score=0.2),),
    is_valid=lambda text: True,
    chance=1 / 11,
    column=ColumnRule(alone=True),
)
CARD = Recognizer(
    entity="CARD",
    patterns=(Pattern(regex=r"\d{16}", score=0.8),),
    is_valid=lambda text: True,
    chance=1 / 10,
    column=ColumnRule(alone=True),
)
WORD = Recognizer(entity="WORD")
NAME = Recognizer(
    entity="NAME",
    column=ColumnRule(bare=Bare(is_known=lambda text, day: True, kind=str, share=0.5)),
)
DAY = Recognizer(
    entity="DAY",
    column=ColumnRule(
        bare=Bare(is_known=lambda text, day: True, kind=str, kinds=30, in_company=True, too_alike=3)
    ),
)


def by_name(counted: Stats, rule: Recognizer) -> Decision | None:
    return decide_announced(counted, rule, NAMED)


DECIDERS = (by_name, decide_unannounced)


def stats(rows: int, shaped: int, valid: int, *, certain: int = 0, distinct: int = 0) -> Stats:
    return Stats(
        rows=rows,
        certain=certain,
        certain_valid=certain,
        shaped=shaped,
        shaped_valid=valid,
        distinct=distinct or shaped,
    )


def test_a_name_and_a_shape_make_all_shaped_rows_hits() -> None:
    decision = decide_announced(stats(100, 90, 0), WORD, NAMED)
    assert decision is not None
    assert (decision.tier, decision.hits, decision.valid) == ("cell", 90, None)
    assert [reason.code for reason in decision.why] == ["name", "shape"]


def test_a_name_without_the_shape_leaves_what_is_certain_in_text() -> None:
    assert decide_announced(stats(100, 10, 0), WORD, NAMED) is None
    decision = decide_announced(stats(100, 10, 0, certain=3), WORD, NAMED)
    assert decision is not None
    assert (decision.tier, decision.hits) == ("text", 3)


APART = Announcement(apart=True)


def beside_hashes(rows: int, plain: int, others: int, *, certain: int = 0) -> Stats:
    """So many plain secrets in a column, of the rest of which `others` are no hashes either."""
    among = plain + others
    return Stats(
        rows=rows,
        certain=certain,
        certain_valid=certain,
        shaped=plain,
        shaped_valid=plain,
        distinct=plain,
        texts=rows,
        alike=Alike(rows=among, whole=plain, distinct=among),
    )


@pytest.mark.parametrize("plain", [1, 5, 50, 95])
def test_cells_that_another_entity_explains_say_nothing_against_the_rest(plain: int) -> None:
    decision = decide_announced(beside_hashes(100, plain, 0), WORD, APART)
    assert decision is not None
    assert (decision.tier, decision.hits) == ("cell", plain)
    assert decision.why[-1] == Evidence(code="shape", hits=plain, of=100)


@pytest.mark.parametrize(
    ("counted", "announcement"),
    [
        (beside_hashes(100, 5, 6), APART),  # most of what is no hash is something else
        (beside_hashes(100, 0, 5), APART),
        (beside_hashes(100, 0, 0), APART),
        (beside_hashes(100, 5, 0), NAMED),  # a name that announces no other
    ],
)
def test_without_the_explained_cells_half_must_still_have_the_shape(
    counted: Stats, announcement: Announcement
) -> None:
    assert decide_announced(counted, WORD, announcement) is None


def test_among_cells_that_nothing_explains_certain_ones_are_kept_however_few() -> None:
    decision = decide_announced(beside_hashes(1000, 10, 900, certain=10), WORD, APART)
    assert decision is not None
    assert (decision.tier, decision.hits) == ("text", 10)


@pytest.mark.parametrize("shaped", [3, 10, 90])
def test_fewer_than_half_that_pass_as_chance_does_not_bear_a_name_out(shaped: int) -> None:
    decision = decide_announced(stats(200, shaped, shaped), NUMBER, NAMED)
    assert decision is not None
    assert (decision.tier, decision.hits, decision.valid) == ("cell", shaped, shaped)
    assert [reason.code for reason in decision.why] == ["name", "shape", "check"]


@pytest.mark.parametrize(
    ("shaped", "valid"), [(1, 1), (2, 2), (3, 2), (10, 2), (90, 9), (90, 14), (90, 0), (0, 0)]
)
def test_fewer_than_half_that_may_pass_by_chance_are_nothing(shaped: int, valid: int) -> None:
    assert decide_announced(stats(200, shaped, valid), NUMBER, NAMED) is None


def test_one_repeated_valid_number_among_codes_is_one() -> None:
    assert decide_announced(stats(200, 90, 90, distinct=1), NUMBER, NAMED) is None


@settings(max_examples=200)
@given(n=st.integers(1, 900), seed=st.integers(0, 2**32))
def test_numbers_of_chance_among_codes_are_refused(n: int, seed: int) -> None:
    chooser = random.Random(seed)
    valid = sum(chooser.random() < 1 / 11 for _ in range(n))
    if log_tail(valid, n, 1 / 11) > math.log(1e-3):
        assert decide_announced(stats(2000, n, valid), NUMBER, NAMED) is None


def test_what_is_certain_by_itself_is_counted_one_by_one() -> None:
    decision = decide_announced(stats(200, 40, 30, certain=30), CARD, NAMED)
    assert decision is not None
    assert (decision.tier, decision.hits) == ("text", 30)


def test_order_numbers_in_a_column_named_so_are_refused() -> None:
    assert decide_announced(stats(1000, 1000, 91), NUMBER, NAMED) is None


def test_few_announced_rows_ask_for_half_valid() -> None:
    assert decide_announced(stats(4, 4, 2), NUMBER, NAMED) is not None
    assert decide_announced(stats(4, 4, 1), NUMBER, NAMED) is None


def test_one_repeated_value_is_evidence_only_once() -> None:
    assert decide_unannounced(stats(10_000, 10_000, 10_000, distinct=3), NUMBER) is None


def test_sparse_personal_data_is_kept_with_its_count() -> None:
    decision = decide_unannounced(stats(1_000_000, 2, 2, certain=2), NUMBER)
    why = (Evidence(code="text", hits=2, of=1_000_000),)
    assert decision == Decision(tier="text", hits=2, valid=2, score=0.7, why=why)


def test_certain_hits_among_bare_numbers_at_chance_level_are_noise() -> None:
    assert decide_unannounced(stats(1000, 1000, 100, certain=100), CARD) is None
    assert decide_announced(stats(1000, 1000, 100, certain=100), CARD, NAMED) is None


def test_hits_beside_a_context_word_are_never_noise() -> None:
    assert decide_unannounced(stats(1000, 1000, 95, certain=4), NUMBER) is not None


def test_nothing_is_decided_of_nothing() -> None:
    empty = Stats(rows=0, certain=0, certain_valid=0, shaped=0, shaped_valid=0, distinct=0)
    for rule in (NUMBER, WORD):
        assert decide_announced(empty, rule, NAMED) is None
        assert decide_unannounced(empty, rule) is None


@given(n=st.integers(20, 5000), rule=st.sampled_from([NUMBER, CARD]))
def test_a_column_that_is_all_valid_is_accepted(n: int, rule: Recognizer) -> None:
    for decide in DECIDERS:
        decision = decide(stats(n, n, n), rule)
        assert decision is not None
        assert (decision.hits, decision.valid) == (n, n)


@settings(max_examples=200)
@given(n=st.integers(20, 3000), seed=st.integers(0, 2**32))
def test_a_column_at_chance_level_is_refused(n: int, seed: int) -> None:
    chooser = random.Random(seed)
    valid = sum(chooser.random() < 1 / 11 for _ in range(n))
    assert decide_unannounced(stats(n, n, valid), NUMBER) is None
    if log_tail(valid, n, 1 / 11) > math.log(1e-3):
        assert decide_announced(stats(n, n, valid), NUMBER, NAMED) is None


counts = st.integers(0, 400).flatmap(
    lambda rows: st.tuples(
        st.just(rows), st.integers(0, rows), st.integers(0, rows), st.integers(1, 400)
    )
)


@given(counts, st.sampled_from([NUMBER, CARD, WORD]))
def test_hits_never_exceed_rows_nor_valid_hits(
    drawn: tuple[int, int, int, int], rule: Recognizer
) -> None:
    rows, shaped, valid, distinct = drawn
    valid = min(valid, shaped)
    counted = stats(rows, shaped, valid, certain=valid, distinct=distinct)
    for decide in DECIDERS:
        decision = decide(counted, rule)
        if decision is not None:
            assert 0 < decision.hits <= rows
            assert decision.valid is None or decision.valid <= decision.hits
            assert (decision.valid is None) == (rule.chance is None)


@given(shaped=st.integers(1, 300), valid=st.integers(0, 299), distinct=st.integers(1, 300))
def test_more_valid_rows_never_take_a_column_back(shaped: int, valid: int, distinct: int) -> None:
    valid = min(valid, shaped - 1)
    for decide in DECIDERS:
        fewer = decide(stats(shaped, shaped, valid, distinct=distinct), NUMBER)
        more = decide(stats(shaped, shaped, valid + 1, distinct=distinct), NUMBER)
        assert fewer is None or more is not None


@given(n=st.integers(1, 60), k=st.integers(0, 61), chance=st.sampled_from([1 / 97, 1 / 11, 0.5]))
def test_the_tail_is_the_binomial_one(n: int, k: int, chance: float) -> None:
    exact = sum(math.comb(n, i) * chance**i * (1 - chance) ** (n - i) for i in range(k, n + 1))
    assert math.exp(log_tail(k, n, chance)) == pytest.approx(exact, rel=1e-9, abs=1e-12)


def test_the_tail_of_a_huge_column_is_finite() -> None:
    assert log_tail(10_000_000, 10_000_000, 1 / 11) == pytest.approx(1e7 * math.log(1 / 11))
    assert log_tail(909_091, 10_000_000, 1 / 11) == pytest.approx(math.log(0.5), abs=0.01)


def looked(cells: int, known: int, kinds: int, *, rows: int = 400) -> Stats:
    """A column of so many rows, all of the right shape, at `cells` of which was looked."""
    return Stats(
        rows=rows,
        certain=0,
        certain_valid=0,
        shaped=rows,
        shaped_valid=rows,
        distinct=min(rows, cells),
        look=Look(cells=cells, known=known, kinds=kinds),
    )


def test_the_check_rule_is_told_with_its_figures() -> None:
    decision = decide_unannounced(stats(100, 100, 98), NUMBER)
    assert decision is not None
    shape, check = decision.why
    assert (shape.code, shape.hits, shape.of) == ("shape", 100, 100)
    assert (check.code, check.hits, check.of, check.chance) == ("check", 98, 100, 0.0909)
    assert check.log10 is not None
    assert check.log10 < -90


def test_a_name_alone_is_no_certainty() -> None:
    sole = decide_announced(stats(100, 100, 0), WORD, NAMED)
    borne_out = decide_announced(stats(100, 100, 0, certain=90), WORD, NAMED)
    beside = decide_announced(stats(100, 100, 0), WORD, Announcement(beside="email"))
    proven = decide_announced(stats(100, 100, 100), NUMBER, NAMED)
    scores = [d.score for d in (beside, sole, borne_out, proven) if d is not None]
    assert scores == sorted(set(scores))
    assert scores[1] < 0.8 < scores[2]


def test_a_column_of_known_values_needs_no_name() -> None:
    decision = decide_bare(looked(400, 300, 390), NAME, ())
    assert decision is not None
    assert (decision.tier, decision.hits) == ("cell", 400)
    assert decision.why[-1] == Evidence(code="known", hits=300, of=400)


@pytest.mark.parametrize(
    "counted",
    [
        looked(400, 150, 390),  # too few are known
        looked(400, 400, 3),  # all begin alike: dealt out in a row
        looked(30, 20, 30),  # a short list of codes, some of which are names too
        looked(5, 5, 5),  # too few to tell
        stats(400, 200, 0),  # half of the cells have another shape
    ],
)
def test_what_is_not_borne_out_is_nothing(counted: Stats) -> None:
    assert decide_bare(counted, NAME, ()) is None


def test_days_without_a_name_are_somebodys_only_in_company() -> None:
    days = looked(400, 395, 60)
    assert decide_bare(days, DAY, {"ORDER_ID"}) is None
    decision = decide_bare(days, DAY, {"ORDER_ID", "PERSON"})
    assert decision is not None
    assert decision.why[-1] == Evidence(code="company", by="PERSON")
    assert decide_bare(looked(400, 395, 12), DAY, {"PERSON"}) is None


def test_a_bare_name_of_unknown_words_is_refused_beside_its_neighbours() -> None:
    products = looked(400, 20, 400)
    assert decide_announced(products, NAME, Announcement(beside="email")) is None
    assert decide_announced(products, NAME, NAMED) is not None


def test_a_date_of_birth_of_this_year_and_the_last_is_refused() -> None:
    orders = looked(400, 0, 2)
    assert decide_announced(orders, DAY, NAMED) is None
    assert decide_announced(orders, DAY, Announcement(trusted=True)) is not None
    assert decide_announced(looked(400, 0, 12), DAY, NAMED) is not None


def mixed(days: int, known: int, kinds: int) -> Stats:
    """So many days among other texts, two hundred in all."""
    return Stats(
        rows=200,
        certain=0,
        certain_valid=0,
        shaped=days,
        shaped_valid=days,
        distinct=days,
        texts=200,
        look=Look(cells=200, known=known, kinds=kinds),
    )


@pytest.mark.parametrize(("days", "known", "kinds"), [(90, 90, 48), (20, 20, 18), (90, 50, 40)])
def test_known_days_among_other_texts_bear_a_name_out(days: int, known: int, kinds: int) -> None:
    decision = decide_announced(mixed(days, known, kinds), DAY, NAMED)
    assert decision is not None
    assert (decision.tier, decision.hits) == ("cell", days)
    assert decision.why[-1] == Evidence(code="known", hits=known, of=200)


@pytest.mark.parametrize(
    ("days", "known", "kinds"),
    [
        (90, 0, 2),  # of this year and the last
        (90, 30, 40),  # most are nobody's
        (90, 90, 3),  # all of three years
        (5, 5, 5),  # too few to tell
    ],
)
def test_other_days_among_other_texts_are_nothing(days: int, known: int, kinds: int) -> None:
    assert decide_announced(mixed(days, known, kinds), DAY, NAMED) is None


def test_few_days_of_children_are_told_by_a_name_that_speaks_of_them() -> None:
    children = mixed(60, 0, 6)
    assert decide_announced(children, DAY, NAMED) is None
    decision = decide_announced(children, DAY, Announcement(trusted=True))
    assert decision is not None
    assert decision.hits == 60


def test_few_known_values_are_not_announced_by_neighbours_or_as_a_part() -> None:
    days = mixed(60, 60, 40)
    assert decide_announced(days, DAY, Announcement(beside="email")) is None
    assert decide_announced(days, DAY, Announcement(cell=r"\d{4}")) is None


def test_a_few_unknown_words_that_all_rows_repeat_are_codes() -> None:
    assert decide_announced(looked(3, 0, 3), NAME, NAMED) is None
    assert decide_announced(looked(3, 0, 3, rows=4), NAME, NAMED) is not None


def test_a_filler_that_rows_repeat_does_not_hide_the_rest() -> None:
    counted = Stats(
        rows=1000,
        certain=0,
        certain_valid=0,
        shaped=300,
        shaped_valid=300,
        distinct=290,
        texts=291,
    )
    for decide in DECIDERS:
        decision = decide(counted, NUMBER)
        assert decision is not None
        assert decision.hits == 300


def test_whole_cells_that_are_few_among_their_like_are_chance() -> None:
    def codes(whole: int) -> Stats:
        return Stats(
            rows=1000,
            certain=whole,
            certain_valid=whole,
            shaped=whole,
            shaped_valid=whole,
            distinct=whole,
            alike=Alike(rows=1000, whole=whole, distinct=1000),
        )

    assert decide_unannounced(codes(6), WORD) is None
    assert decide_unannounced(codes(300), WORD) is not None
