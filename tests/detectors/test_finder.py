"""Columns read at once hold what their texts hold when each is read by Presidio."""

from collections.abc import Iterable
from string import digits as DIGITS
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors import finder, prefilter_re2
from detectors.certain import Certain, Matcher
from detectors.depth import Depth, Quota
from detectors.direct import direct
from detectors.engine import engine
from detectors.exclusions import exclusions
from detectors.finder import Finder
from detectors.outlines import Outlines
from detectors.recognizers import shipped
from detectors.setup import Setup
from tests.detectors.every_text import EveryText
from tests.detectors.written import values, written

SETUP = Setup(
    recognizers=shipped(),
    exclusions=exclusions(
        {"EMAIL_ADDRESS": ["info@klassekoffie.nl"], "NL_KVK": ["12345678"]},
        {"EMAIL_ADDRESS": ["jan@.+", r".+\.example"], "IBAN_CODE": ["NL91ABNA0417164300"]},
    ),
)


@pytest.fixture(scope="module")
def at_once() -> Matcher:
    return Matcher(SETUP.recognizers, Finder(SETUP), direct(SETUP))


@pytest.fixture(scope="module")
def one_by_one() -> Matcher:
    return Matcher(SETUP.recognizers, EveryText(SETUP), engine(SETUP))


def told(matcher: Matcher, texts: list[str], path: str = "c") -> dict[str, dict[str, list[int]]]:
    """The marked texts per entity, of the three kinds."""
    column = pa.array(texts, pa.string())
    found: Certain = matcher.read(column, Outlines(column), path, {}, Quota(Depth.FULL))
    kinds: dict[str, Any] = {
        "found": found.found,
        "confirmed": found.confirmed,
        "whole": found.whole,
    }
    return {
        kind: {e: np.flatnonzero(mask).tolist() for e, mask in sorted(masks.items()) if mask.any()}
        for kind, masks in kinds.items()
    }


def test_the_golden_texts_as_one_column(at_once: Matcher, one_by_one: Matcher) -> None:
    texts = sorted({text.strip() for text in written() if text.strip()})
    assert told(at_once, texts) == told(one_by_one, texts)


def test_without_hyperscan_the_same_is_found(
    one_by_one: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "Prefilter", prefilter_re2.Prefilter)
    texts = sorted({text.strip() for text in written() if text.strip()})[::3]
    matcher = Matcher(SETUP.recognizers, Finder(SETUP), direct(SETUP))
    assert told(matcher, texts) == told(one_by_one, texts)


@pytest.mark.parametrize("entity", sorted(e for e, found in values().items() if found))
def test_a_column_of_values_many_of_one_notation(
    entity: str, at_once: Matcher, one_by_one: Matcher
) -> None:
    # as many as are told at once: digits moved about keep the notation and break some checks
    made = turned(values()[entity][:40])
    texts = list(dict.fromkeys([*made, *(f"{text}x" for text in made[:40])]))
    assert told(at_once, texts, "veld") == told(one_by_one, texts, "veld")


NUMBERS = st.from_regex(
    r"\A(?:[0-9]{8,11}|06[- ]?[0-9]{8}|[1-9][0-9]{3} ?[A-Z]{2}|[a-z]{2,5}[0-9]@[a-z]{3}\.nl)\Z"
)


def turned(texts: Iterable[str]) -> list[str]:
    """The texts, and those of the same notation with other digits."""
    tables = [str.maketrans(DIGITS, DIGITS[n:] + DIGITS[:n]) for n in range(10)]
    return list(dict.fromkeys(text.translate(table) for text in texts for table in tables))


@settings(max_examples=30)
@given(st.lists(NUMBERS, min_size=1, max_size=50))
def test_columns_of_numbers(at_once: Matcher, one_by_one: Matcher, texts: list[str]) -> None:
    assert told(at_once, turned(texts)) == told(one_by_one, turned(texts))
