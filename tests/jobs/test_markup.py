"""HTML of tables: what a cell holds is text, and numbers stand to the right."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from jobs.report import markup
from jobs.report.markup import Group


class Text(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


TEXTS = st.text(alphabet="ab<>&'\"/=._- ", max_size=40)


@given(TEXTS)
def test_no_text_becomes_markup(text: str):
    shown = Text(markup.table(["Kolom"], [[text], [markup.name(text)]]).text)
    assert shown.tags <= {"table", "thead", "tbody", "tr", "th", "td", "code", "wbr"}
    assert shown.text == f"Kolom{text}{text}"


@given(TEXTS)
def test_no_heading_or_paragraph_becomes_markup(text: str):
    pieces = markup.joined([markup.heading(text), markup.paragraph(text), markup.marked(text, "x")])
    assert Text(pieces.text).tags == {"h3", "p", "span"}


def test_counts_days_and_shares_stand_to_the_right_with_their_heading():
    html = markup.table(["Naam", "Rijen"], [["a", 1234]]).text
    assert '<th scope="col">Naam</th><th scope="col" class="number">Rijen</th>' in html
    assert '<td class="number">1.234</td>' in html
    days = markup.table(["Dag", "Deel"], [[date(2026, 11, 22), 0.5]]).text
    assert '<td class="number">22-11-2026</td><td class="number">50%</td>' in days


def test_nothing_known_is_an_empty_cell():
    assert "<td></td>" in markup.table(["Oudste"], [[None]]).text


def test_a_group_has_one_heading_over_all_columns():
    html = markup.grouped_table(["A", "B"], [Group("eerste", [["x", 1]]), Group("tweede", [])]).text
    assert html.count('colspan="2"') == 2
    assert html.index("eerste") < html.index(">x<") < html.index("tweede")
