"""Names on one line, with nothing invisible in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.formats.shown import in_code, in_markdown, sentence, shortened, shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("payload.klant.email", "payload.klant.email"),
        ("regels[].omschrijving", "regels[].omschrijving"),
        ("naam met spatie", "naam met spatie"),
        ("naïef 😀", "naïef 😀"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("\ufffe", "\\ufffe"),
        ("::error::x", ":\\x3aerror::x"),
        ("x ##[error]", "x ##\\x5berror]"),
    ],
)
def test_what_cannot_be_seen_is_an_escape(name, expected):
    assert shown(name) == expected


@given(st.text())
def test_what_is_shown_is_one_line_and_is_shown_once(name):
    assert len(shown(name).splitlines()) <= 1
    assert shown(name).isprintable()
    assert shown(shown(name)) == shown(name)


def test_the_white_space_of_a_sentence_is_a_space():
    assert sentence("een\n  regel\u00a0verder") == "een regel verder"


@given(st.text(), st.integers(1, 20))
def test_what_is_cut_off_is_marked(text, most):
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or short == text[: most - 1] + "…"


@given(st.text())
def test_markdown_and_html_mean_nothing_in_a_name(name):
    text = in_code(shown(name)).replace("&#", "")
    assert not set("<>|`*[]~\\$@!") & set(text)
    assert "@" not in in_markdown(shown(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dim_klant.e_mail", "dim_klant.e_mail"),
        ("_id", "&#95;id"),
        ("a_ b", "a&#95; b"),
        ("a__b", "a&#95;&#95;b"),
        ("http://x", "http&#58;//x"),
        (":tada:", "&#58;tada:"),
        ("let op: dit", "let op: dit"),
        ("www.x", "www&#46;x"),
    ],
)
def test_a_name_is_left_readable(name, expected):
    assert in_code(name) == expected


def test_a_mention_calls_nobody():
    assert in_markdown("vraag @iemand") == "vraag &#64;&#8203;iemand"
