"""The report as a reader gets it: what it says, and that it asks nothing of the network."""

import ast
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from jobs import findings
from jobs.conf import SHIPPED, load_policy
from jobs.errors import FindingsError, NotebookError
from jobs.expectations import rules
from jobs.findings import Scan
from jobs.lint import lint
from jobs.model import Age, Coverage, Finding
from jobs.report import page as report

AS_OF = date(2026, 11, 22)
SCAN_ID = "20261121T090000Z-aaaaaa"
ORPHAN = "brieven"

CONF = """\
source: {path: warenhuis/klanten}
text: Klanten & hun adres.
purposes: [bestellingen]
retention: [klantgegevens]
country: {constant: NL}
anchors: {laatste_transactie: {sql: laatste_bestelling}}
hold: {sql: bezwaar}
"""


class Page(HTMLParser):
    """The rows of cells under each heading, the text of the rest, the tags and what they load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: dict[str, list[list[str]]] = {}
        self.text: dict[str, str] = {}
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.language = ""
        self._chapter = ""
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.language = given.get("lang", self.language)
        loading = ("src", "href", "srcset", "data", "action", "poster", "background", "xlink:href")
        self.loads += [given[name] for name in loading if name in given]
        if tag not in ("meta", "br", "wbr"):
            self._open.append(tag)
        if tag == "h2":
            self._chapter = ""
        if tag == "tr":
            self.rows.setdefault(self._chapter, []).append([])
        if tag in ("td", "th"):
            self.rows[self._chapter][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "br", "wbr"):
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "h2" in self._open:
            self._chapter += data.strip()
        elif "td" in self._open or "th" in self._open:
            self.rows[self._chapter][-1][-1] += data
        else:
            self.text[self._chapter] = self.text.get(self._chapter, "") + data


def scan() -> Scan:
    def finding(dataset: str, column: str, entity: str, country: str | None, hits: int) -> Finding:
        return Finding(
            scan_id=SCAN_ID,
            scanned_at=datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
            dataset=dataset,
            column=column,
            entity=entity,
            country=country,
            rows=20_000,
            hits=hits,
            valid=None,
            score=0.9,
        )

    def age(column: str, entity: str, day: date, hits: int, *, held: bool) -> Age:
        return Age(
            scan_id=SCAN_ID,
            dataset="klanten",
            column=column,
            entity=entity,
            anchor="laatste_transactie",
            day=day,
            held=held,
            hits=hits,
        )

    def read(dataset: str, rows: int, **other: str) -> Coverage:
        wanted = {"column": None, "file": None, "reason": None, **other}
        return Coverage(scan_id=SCAN_ID, dataset=dataset, rows=rows, bytes=rows, **wanted)

    old, recent = date(2015, 1, 1), date(2026, 1, 1)
    return Scan(
        scan_id=SCAN_ID,
        findings=(
            finding("klanten", "naam", "PERSON", "NL", 12_345),
            finding("klanten", "adres.straat<1>", "NL_ADDRESS", "NL", 3),
            finding("klanten", "opmerking", "NL_BSN", "NL", 5),
            finding(ORPHAN, "tekst", "PERSON", None, 40),
            finding(ORPHAN, "afzender", "EMAIL_ADDRESS", None, 40),
        ),
        ages=(
            age("naam", "PERSON", old, 1_234, held=False),
            age("naam", "PERSON", old, 7, held=True),
            age("naam", "PERSON", recent, 11_104, held=False),
            age("adres.straat<1>", "NL_ADDRESS", date(2019, 11, 21), 2, held=False),
            age("adres.straat<1>", "NL_ADDRESS", date(2019, 11, 22), 1, held=False),
        ),
        coverage=(
            read("klanten", 20_000),
            read("klanten", 20_000, column="naam"),
            read("klanten", 0, column="foto", reason="binary: holds no text"),
            read(ORPHAN, 40),
            read("voorraad", 300),
        ),
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rapport")
    (root / "conf" / "datasets").mkdir(parents=True)
    (root / "conf" / "datasets" / "klanten.yaml").write_text(CONF, encoding="utf-8")
    findings.append(root / "out", scan())
    return root


def write(place: Path, html: str, scan_id: str | None = None) -> Path:
    path = place / "leesbaar" / html
    report.write(
        path,
        out=place / "out",
        conf=place / "conf",
        policy="klassekoffie",
        scan_id=scan_id,
        as_of=AS_OF,
    )
    return path


@pytest.fixture(scope="module")
def html(place: Path) -> str:
    return write(place, "bevindingen.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_it_asks_nothing_of_the_network(html: str, page: Page):
    assert page.loads == []
    assert not {"script", "link", "iframe", "img", "object", "embed", "base"} & set(page.tags)
    assert not re.search(r"url\(|@import|https?://", html)
    assert "default-src 'none'" in html


def test_it_is_dutch_with_a_title_and_without_code(html: str, page: Page):
    assert page.language == "nl"
    assert "<title>Bevindingen over persoonsgegevens: Klassekoffie B.V.</title>" in html
    assert "import " not in html
    assert "seen" not in html


def test_no_warning_or_printed_line_stands_in_it(html: str):
    assert "output_stream" not in html
    assert "output_stderr" not in html


def test_it_names_no_folder_of_the_machine(html: str, place: Path):
    assert str(place) not in html
    assert str(SHIPPED) not in html


def test_it_says_what_was_scanned_and_as_of_which_day(page: Page):
    told = dict(page.rows["Wat er is gescand"])
    assert told["Beoordeeld naar de stand van"] == "22-11-2026"
    assert told["Gescand op"] == "21-11-2026 om 10.00 uur"
    assert told["Kenmerk van de scan"] == SCAN_ID
    assert (told["Datasets"], told["Kolommen"], told["Rijen"]) == ("3", "2", "20.340")


def test_the_summary_counts_in_words(page: Page):
    text = page.text["Samenvatting"]
    assert "In 2 van de 3 gescande datasets zijn persoonsgegevens gevonden, in 5 kolommen." in text
    assert "3 overtredingen van de privacyverklaring, in 1 dataset." in text
    assert "Ten minste 7 rijen zijn aangehouden, in 1 dataset." in text
    rows = {row[0]: row[1:] for row in page.rows["Samenvatting"]}
    assert rows["klantenKlanten & hun adres."] == ["20.000", "3", "3", "1", "7"]
    assert rows["voorraad"] == ["300", "0", "0", "0", "0"]


def test_a_late_row_has_its_oldest_day_its_last_day_and_the_days_in_between(page: Page):
    rows = page.rows["Overtredingen"]
    name = "naam van een persoon"
    assert ["klanten", "naam", name, "1.234", "1-1-2015", "1-1-2022", "1.786"] in rows
    street = ["klanten", "adres.straat<1>", "straat en huisnummer"]
    assert [*street, "2", "21-11-2019", "21-11-2026", "1"] in rows


def test_the_gravest_violation_comes_first_with_clause_law_and_remedy(page: Page):
    rows = [row[1] for row in page.rows["Overtredingen"] if row[0] == "klanten"]
    assert rows == ["opmerking", "naam", "adres.straat<1>"]
    text = page.text["Overtredingen"]
    assert "UAVG artikel 46" in text
    assert "“Tot 7 jaar na de laatste transactie of tot 7 jaar”" in text
    assert "Wat te doen: Verwijder of anonimiseer deze rijen." in text


def test_one_cause_is_one_line_with_all_its_columns(page: Page):
    rows = page.rows["Niet te toetsen"]
    (country,) = [row for row in rows if "Het land waar de gegevens liggen" in row[0]]
    assert country[1] == f"{ORPHAN}: afzender, tekst"
    assert country[2] == "2"
    assert not [row for row in rows if "binary" in row[0]]


def test_rows_on_hold_stand_apart(page: Page):
    _, (dataset, columns, count, term, exception) = page.rows["Aangehouden rijen"]
    assert (dataset, columns, count) == ("klanten", "naam (naam van een persoon)", "7")
    assert term == load_policy(SHIPPED, "klassekoffie").retention["klantgegevens"].text
    assert exception == "geen"


def test_the_data_map_says_what_lies_where_and_how_it_is_judged(page: Page):
    rows = page.rows["Welke gegevens waar liggen"]
    bsn = ["opmerking", "burgerservicenummer", "geen", "NL", "5", "< 1%"]
    assert [*bsn, "overtreding: niet verklaard"] in rows
    name = ["naam", "naam van een persoon", "contact", "NL", "12.345", "62%"]
    assert [*name, "overtreding: bewaartermijn (7 rijen aangehouden)"] in rows
    (letter,) = [row for row in rows if row[0] == "tekst"]
    assert letter[3] == "onbekend"
    assert letter[-1].startswith("niet te toetsen: ")
    assert "voorraad" in page.text["Welke gegevens waar liggen"]


def test_what_was_not_read_is_told_with_its_reason(page: Page):
    _, *rows = page.rows["Wat niet is gelezen"]
    assert rows == [["klanten", "foto", "0", "binary: holds no text"]]


def test_each_question_is_counted(page: Page):
    asked = {row[1]: row[2:4] for row in page.rows["Samenvatting"]}
    expected = {rule.question: ["0", "0"] for rule in rules()}
    assert expected.keys() <= asked.keys()
    expected["Valt elk gegeven in een verklaarde categorie?"] = ["1", "0"]
    expected["Is de bewaartermijn niet verstreken?"] = ["2", "2"]
    expected["Is alles gelezen?"] = ["0", "1"]
    expected["Blijven de gegevens binnen de EER?"] = ["0", "2"]
    expected["Past elk gegeven bij het doel van de dataset?"] = ["0", "2"]
    assert {question: asked[question] for question in expected} == expected


def test_every_defect_of_the_statement_is_told(page: Page):
    _, *rows = page.rows["Gebreken van de verklaring zelf"]
    assert [row[0] for row in rows] == [d.text for d in lint(load_policy(SHIPPED, "klassekoffie"))]


def test_a_notebook_that_fails_says_so_without_what_it_held(
    place: Path, monkeypatch: pytest.MonkeyPatch
):
    book = nbformat.v4.new_notebook()
    book.cells = [nbformat.v4.new_code_cell("waarde = '123456782'\nraise KeyError(waarde)")]
    failing = place / "stuk.ipynb"
    nbformat.write(book, failing)
    monkeypatch.setattr(report, "NOTEBOOK", failing)
    with pytest.raises(NotebookError, match="stopped with KeyError") as caught:
        write(place, "stuk.html")
    assert "123456782" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert not (place / "leesbaar" / "stuk.html").exists()


def test_a_scan_that_is_not_there_is_told_before_anything_runs(place: Path):
    with pytest.raises(FindingsError, match=SCAN_ID):
        write(place, "geen.html", scan_id="20200101T000000Z-bbbbbb")


def test_the_notebook_is_valid_and_holds_no_outputs_and_no_logic():
    book = nbformat.read(report.NOTEBOOK, as_version=nbformat.NO_CONVERT)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    for cell in code:
        for statement in ast.parse(cell.source).body:
            assert isinstance(statement, (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr))
            if isinstance(statement, (ast.Assign, ast.Expr)):
                assert isinstance(statement.value, ast.Call)
