"""RE2 says of whole ASCII texts what Python says, or lets through more, never less."""

import re

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors import re2_whole
from detectors.outlines import Outlines, outline_regex
from detectors.re2 import is_expression, matching
from detectors.re2_loose import may_be_whole, may_occur
from detectors.recognizers import shipped
from detectors.whole import Shape
from tests.detectors.written import values, written

RULES = [r.column for r in shipped()]
CELLS = sorted({shape.cell for rule in RULES for shape in (rule, *rule.parts)})
REGEXES = sorted({pattern.regex for r in shipped() for pattern in r.patterns})
TEXTS = sorted({text.strip() for text in written() if text.isascii() and text.strip()})
VALUES = sorted({v for found in values().values() for v in found if v.isascii()})
NEAR = st.text(st.sampled_from("0123456789aAbBzZ .,:;/@+-()_#'\""), max_size=24)


def strings(texts: list[str]) -> pa.StringArray:
    return pa.array(texts, pa.string())


@pytest.mark.parametrize("cell", CELLS)
def test_a_shape_fits_the_texts_that_python_fits(cell: str) -> None:
    texts = [*TEXTS, *VALUES]
    expected = [re.fullmatch(cell, text, re.DOTALL) is not None for text in texts]
    assert Shape(cell, re.DOTALL).of(strings(texts)).tolist() == expected


@settings(max_examples=60)
@given(st.lists(NEAR.map(str.strip), min_size=1, max_size=60))
def test_a_shape_fits_what_python_fits_of_texts_that_come_near(texts: list[str]) -> None:
    for cell in CELLS:
        expected = [re.fullmatch(cell, text, re.DOTALL) is not None for text in texts]
        assert Shape(cell, re.DOTALL).of(strings(texts)).tolist() == expected, cell


@pytest.mark.parametrize("regex", REGEXES)
def test_no_text_in_which_a_pattern_occurs_is_refused(regex: str) -> None:
    texts = [text for text in (*TEXTS, *VALUES) if re.search(regex, text)]
    loose = may_occur(regex)
    assert matching(strings(texts), loose if is_expression(loose) else "").all()
    drawn = Outlines(strings(texts)).distinct.to_pylist()
    assert all(re.search(outline_regex(regex), outline) for outline in drawn)


@pytest.mark.parametrize("regex", REGEXES)
def test_no_text_that_a_pattern_matches_whole_is_refused(regex: str) -> None:
    whole = [
        t for t in (*TEXTS, *VALUES) if (found := re.match(regex, t)) and found.end() == len(t)
    ]
    loose = rf"\A(?:{may_be_whole(regex)})\z"
    assert matching(strings(whole), loose if is_expression(loose) else "").all()


@pytest.mark.parametrize("regex", REGEXES)
def test_what_is_told_to_be_whole_is_one_match_from_end_to_end(regex: str) -> None:
    tests = re2_whole.whole(regex)
    if tests is None or "(?P<value>" in regex:
        return
    texts = [*TEXTS, *VALUES]
    told = re2_whole.any_of(tests, strings(texts))
    compiled = re.compile(regex)
    first = [next((found.span() for found in compiled.finditer(text)), None) for text in texts]
    expected = [span == (0, len(text)) for span, text in zip(first, texts, strict=True)]
    assert told.tolist() == expected


@pytest.mark.parametrize(
    ("regex", "matching", "other"),
    [
        (r"(?<!\w)a+(?!\w)", ["a", "aa"], ["", "ab"]),
        (r"(?=[ab])(?!aa(?!b))\w+", ["ab", "aab", "b"], ["aa", "aac", "c"]),
        (r"(?i:k)[^0-9]", ["kx", "K-"], ["k0", "xk"]),
        (r"(?:(?!x)\w|\d\d)(?!\w)", ["a", "12"], ["x", "123"]),
        (r"a$|^b\Z", ["a", "b"], ["ab", "c"]),
        (r"(?=a)b|(?<=c)d", [], ["b", "d"]),
        (r"\bab\b", ["ab"], ["abc"]),
    ],
)
def test_assertions_at_the_ends_are_told(regex: str, matching: list[str], other: list[str]) -> None:
    tests = re2_whole.whole(regex)
    assert tests is not None
    assert re2_whole.any_of(tests, strings([*matching, *other])).tolist() == [
        *[True] * len(matching),
        *[False] * len(other),
    ]


@pytest.mark.parametrize("regex", [r"a(?=b)\w", r"a(?<!b)c", r"(a)\1", r"a++b", r"a{2000}"])
def test_what_re2_has_no_notation_for_is_not_told(regex: str) -> None:
    assert re2_whole.whole(regex) is None
