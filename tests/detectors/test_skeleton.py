"""Wherever a pattern matches, the cell is a candidate for it: the skeleton misses nothing."""

import re

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detectors.prefilter import Prefilter
from detectors.recognizer import Pattern, Recognizer
from detectors.recognizers import shipped
from detectors.skeleton import skeleton
from tests.detectors.written import written

# one recognizer per pattern, so that one pattern's candidate cannot stand in for another's
SINGLE = tuple(
    Recognizer(entity=recognizer.entity, patterns=(pattern,))
    for recognizer in shipped()
    for pattern in recognizer.patterns
)
COMPILED = [re.compile(recognizer.patterns[0].regex) for recognizer in SINGLE]
SURROUNDINGS = st.text(st.sampled_from(" .,:;'\"()é€Ω好😀\u00a0\n\tzK"), max_size=4)


@pytest.fixture(scope="module")
def every_pattern() -> Prefilter:
    return Prefilter(SINGLE)


def missed(prefilter: Prefilter, texts: list[str]) -> list[tuple[str, str]]:
    """Entity and text where a pattern matches a text that is no candidate for it."""
    named = {tuple(pair) for pair in prefilter.candidates(pa.array(texts, pa.string())).tolist()}
    return [
        (SINGLE[number].entity, text)
        for cell, text in enumerate(texts)
        for number, compiled in enumerate(COMPILED)
        if (cell, number) not in named and compiled.search(text)
    ]


def without_look_around(regex: str) -> str:
    """A pattern that makes texts; look-arounds would only have most of them thrown away."""
    while found := re.search(r"\(\?<?[=!]", regex):
        depth, end = 1, found.end()
        while depth:
            if regex[end] == "\\":
                end += 1
            elif regex[end] == "[":
                end = regex.index("]", end + 2)
            else:
                depth += {"(": 1, ")": -1}.get(regex[end], 0)
            end += 1
        regex = regex[: found.start()] + regex[end:]
    return regex


def matches(regex: str, text: str) -> bool:
    """Whether the skeleton of `regex`, through Hyperscan, makes `text` a candidate."""
    single = Prefilter([Recognizer(entity="X", patterns=(Pattern(regex=regex, score=1.0),))])
    return len(single.candidates(pa.array([text]))) == 1


def test_no_written_text_is_missed(every_pattern: Prefilter) -> None:
    assert missed(every_pattern, list(written())) == []


@pytest.mark.parametrize(
    "number", range(len(SINGLE)), ids=[f"{r.entity}-{n}" for n, r in enumerate(SINGLE)]
)
def test_no_text_that_a_pattern_makes_is_missed(every_pattern: Prefilter, number: int) -> None:
    compiled, met = COMPILED[number], []
    known = [text for text in written() if compiled.search(text)]
    made = st.from_regex(without_look_around(compiled.pattern))

    @settings(max_examples=15, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(made | st.sampled_from(known) if known else made, SURROUNDINGS, SURROUNDINGS)
    def holds(text: str, before: str, behind: str) -> None:
        met.append(compiled.search(text) is not None)
        assert missed(every_pattern, [text, f"{before}{text}{behind}"]) == []

    holds()
    assert any(met)


ODDITIES = ["kaart", "straat", "is", "[a-z]{3}", "[i-t]t", "[^x]k", "ſes", "école", "İzmir", "µ"]


@pytest.mark.parametrize("regex", ODDITIES)
@given(data=st.data())
@settings(max_examples=40, database=None)
def test_without_case_every_form_of_a_letter_counts(regex: str, data: st.DataObject) -> None:
    folded = rf"(?i:{regex})"
    text = data.draw(st.from_regex(folded))
    assert re.search(skeleton(folded), text.encode(), re.DOTALL)


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        (r"(?i:kaart)", "\u212aAART"),
        (r"(?i:straat)", "\u017ftraat"),
        (r"(?i:[j-l]nr)", "\u212aNR"),
        (r"(?i:[r-t]nr)", "\u017fNR"),
        (r"(?i:[a-z]{2}\d)", "\u0130\u01311"),
        (r"(?i:inkomen)", "\u0130NKOMEN"),
        (r"(?i:inkomen)", "\u0131nkomen"),
        (r"(?i:kaart)\d", "\u212aaart1"),
        (r"(?i)[^\d]\d", "é1"),
        (r"(?s:a.b)", "a\nb"),
    ],
)
def test_a_letter_outside_ascii_that_python_takes_is_taken(regex: str, text: str) -> None:
    assert re.search(regex, text)
    assert matches(regex, text)


def test_a_pattern_with_case_does_not_fold() -> None:
    assert matches("Kaart", "Kaart")
    assert not matches("Kaart", "KAART")
    assert not matches("(?i:a(?-i:B)c)", "abc")
    assert matches("(?i:a(?-i:B)c)", "ABC")


PEOPLE = "|".join(f"buur{n:06}" for n in range(400))


def test_of_a_long_pattern_the_words_of_the_value_stay() -> None:
    long = rf"(?i:(?:{PEOPLE}) heeft (?P<value>griep|copd))"
    assert skeleton(long) == skeleton("(?i:griep|copd)")[3:-1]
    assert matches(long, "Buur000007 heeft COPD")


@pytest.mark.parametrize("value", ["[a-z]{3,9}", "griep|[a-z]{4}", "x|griep"])
def test_a_long_pattern_of_any_value_is_sought_as_a_whole(value: str) -> None:
    assert not matches(rf"(?:{PEOPLE}) heeft (?P<value>{value})", "mijn griep")


def test_a_value_that_a_match_may_lack_is_not_sought() -> None:
    assert matches(rf"(?:{PEOPLE})(?: heeft (?P<value>griep))?", "buur000001")


@pytest.mark.parametrize("regex", ["", "a*", "a?b?", r"(?=a)", r"\b", "(?:a|b?)", "(?:a*)+"])
def test_a_pattern_that_may_match_nothing_is_refused(regex: str) -> None:
    with pytest.raises(ValueError, match="can match nothing"):
        skeleton(regex)


@pytest.mark.parametrize("regex", [r"(a)\1", r"(?P<x>a)(?P=x)", r"(a)?(?(1)b|c)"])
def test_a_reference_is_refused(regex: str) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        skeleton(regex)


@pytest.mark.parametrize(
    ("regex", "shorter"),
    [(r"(?<!\d)\d{2,5}(?!\d)", r"\d{2}"), (r"x?ab{3,}c?", "ab{3}"), (r"a{0,3}b(?=c)", "b")],
)
def test_optional_edges_and_look_arounds_fall_away(regex: str, shorter: str) -> None:
    assert skeleton(regex).replace(b"(?:", b"").replace(b")", b"") == skeleton(shorter).replace(
        b"(?:", b""
    ).replace(b")", b"")
