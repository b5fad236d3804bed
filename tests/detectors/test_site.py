"""A site's own numbers become a recognizer that fits in with the others."""

import pytest

from detectors.columns import Announcement, announced
from detectors.recognizer import CERTAIN, Recognizer
from detectors.site import recognizer

NAMED = Announcement()


def order(needs_context: bool) -> Recognizer:
    return recognizer(
        "ORDER_ID",
        r"KK\d{6}",
        context=("bestelling",),
        columns=(r"\w*bestelref",),
        needs_context=needs_context,
        examples=("bestelling KK004821",),
        counterexamples=("XKK004821",),
    )


def certain(rule: Recognizer, text: str) -> list[str]:
    return [text[m.start : m.end] for m in rule.find(text) if m.score >= CERTAIN]


def test_a_number_is_certain_by_itself() -> None:
    assert certain(order(needs_context=False), "zie KK004821.") == ["KK004821"]


def test_with_needs_context_it_counts_only_beside_a_word() -> None:
    rule = order(needs_context=True)
    assert certain(rule, "zie KK004821.") == []
    assert certain(rule, "bestelling KK004821") == ["KK004821"]


@pytest.mark.parametrize("text", ["XKK004821", "KK0048219", "KK004821-B", "A-KK004821"])
def test_a_longer_word_is_another_number(text: str) -> None:
    assert certain(order(needs_context=False), text) == []


def test_alternatives_stay_within_their_boundaries() -> None:
    rule = recognizer("CUSTOMER_ID", r"K\d{4}|L\d{4}")
    assert certain(rule, "K12345 L1234") == ["L1234"]


def test_its_columns_are_announced_and_their_cells_are_the_number_alone() -> None:
    rule = order(needs_context=True)
    assert announced(["webBestelref"], "t", [rule]) == {"webBestelref": {"ORDER_ID": NAMED}}
    assert rule.fits_cell("KK004821")
    assert not rule.fits_cell("bestelling KK004821")


def test_context_that_is_asked_for_must_be_given() -> None:
    with pytest.raises(ValueError, match="needs_context"):
        recognizer("ORDER_ID", r"\d{6}", needs_context=True)


def test_examples_ask_for_as_many_counterexamples() -> None:
    with pytest.raises(ValueError, match="counterexamples"):
        recognizer("ORDER_ID", r"\d{6}", examples=("123456",))
