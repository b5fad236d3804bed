"""The organisation's own values and those of nobody do not count; all others do."""

import pytest

from detectors.exclusions import Exclusions, exclusions

OWN = exclusions(
    {"NL_ADDRESS": ["Loswal 8A"], "NL_KVK": ["80902049"]},
    {"EMAIL_ADDRESS": ["(?:info|no-?reply)@.+", "x@y"], "PERSON": []},
)


@pytest.mark.parametrize("value", ["Loswal 8A", "loswal 8 a", "LOSWAL 8-A."])
def test_our_own_value_in_any_writing(value: str) -> None:
    assert OWN.excludes("NL_ADDRESS", value)


@pytest.mark.parametrize("value", ["Loswal 8", "Loswal 18A", "Loswal 8A-3", "Loswal 8AB", ""])
def test_another_value_than_ours(value: str) -> None:
    assert not OWN.excludes("NL_ADDRESS", value)


@pytest.mark.parametrize("value", ["info@a.nl", "INFO@A.NL", " no-reply@a.nl ", "X@Y"])
def test_a_value_of_nobody(value: str) -> None:
    assert OWN.excludes("EMAIL_ADDRESS", value)


@pytest.mark.parametrize("value", ["jan.info@a.nl", "info@", "x@yz", "ax@y"])
def test_a_value_that_only_holds_such_a_piece_counts(value: str) -> None:
    assert not OWN.excludes("EMAIL_ADDRESS", value)


@pytest.mark.parametrize("value", ["1234 56 782", "1234.56.782", "123-456-782"])
def test_a_value_of_nobody_in_any_writing(value: str) -> None:
    assert exclusions({}, {"NL_BSN": ["123456782"]}).excludes("NL_BSN", value)
    assert not exclusions({}, {"NL_BSN": ["123456782"]}).excludes("NL_BSN", f"9{value}")


def test_each_entity_has_its_own_exclusions() -> None:
    assert not OWN.excludes("NL_BSN", "80902049")
    assert not OWN.excludes("PERSON", "info@a.nl")
    assert not Exclusions().excludes("NL_KVK", "80902049")


def test_the_order_in_conf_makes_no_other_setup() -> None:
    one = exclusions({"A": ["x"], "B": ["y"]}, {"C": ["z"], "D": ["z"]})
    other = exclusions({"B": ["y"], "A": ["x"]}, {"D": ["z"], "C": ["z"]})
    assert one == other
    assert hash(one) == hash(other)
