"""The project in a folder: what is in it, what its site shows, and that no value is anywhere."""

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import great_expectations as gx
import pandas as pd
import pytest
from great_expectations.checkpoint import UpdateDataDocsAction

from jobs import gate
from jobs.errors import ConfError, FindingsError
from jobs.model import Judgement, Waiver
from jobs.suites import pages
from jobs.suites.counts_only import CountsOnly, without_values
from jobs.suites.project import open_project, write
from jobs.validation.expectation import CLASSES, FactsMetric
from tests.jobs.scanned import age, covered, dataset, finding, scan, seen

DECLARED = {"purposes": ("nieuwsbrief",), "retention": ("marketing",)}
CANARY = "Wilhelmina Kanariepiet"


def judged():
    findings = [
        finding("REVIEW", dataset="schoon"),
        finding("REVIEW", dataset="te_oud"),
        finding("REVIEW", dataset="ergens.anders", country=None),
    ]
    ages = [
        age("REVIEW", "gebeurtenis", date(2026, 1, 1), dataset="schoon"),
        age("REVIEW", "gebeurtenis", date(2010, 1, 1), dataset="te_oud"),
        age("REVIEW", "gebeurtenis", date(2026, 1, 1), dataset="ergens.anders"),
    ]
    names = ("schoon", "te_oud", "ergens.anders", "niet_gescand")
    return seen(scan(findings, ages), *(dataset(name=name, **DECLARED) for name in names))


class Page(HTMLParser):
    """The text of a page, its table rows, and all that it refers to."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.references: list[str] = []
        self.tags: set[str] = set()
        self.rows: list[list[str]] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.references += [value for name, value in attributes if name in ("href", "src")]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_data(self, data):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_index_tells_of_each_dataset_how_it_came_out(tmp_path):
    index = write(judged(), tmp_path / "kwaliteit")
    rows = {row[0]: row[1:] for row in Page(index).rows}
    assert rows["schoon"] == ["22-11-2026", "in orde", "0", "0", "0"]
    assert rows["te_oud"] == ["22-11-2026", "overtreding", "1", "0", "0"]
    assert rows["ergens.anders"] == ["22-11-2026", "niet te toetsen", "0", "1", "0"]
    assert rows["niet_gescand"] == ["22-11-2026", "niet te toetsen", "0", "1", "0"]


def test_a_page_shows_the_questions_and_what_is_wrong(tmp_path):
    index = write(judged(), tmp_path)
    [link] = [link for link in Page(index).references if "te_oud" in link]
    page = Page(index.parent / unquote(link))
    assert ["Is de bewaartermijn niet verstreken?", "nee", "1", "0", "0"] in page.rows
    assert ["Blijven de gegevens binnen de EER?", "ja", "0", "0", "0"] in page.rows
    assert any(
        row[:4] == ["kolom", "beoordeling (review)", "Bewaartermijn", "overtreding"]
        for row in page.rows
    )
    assert page.references == ["../../../../index.html"]


def test_each_result_has_its_page_and_each_link_leads_somewhere(tmp_path):
    index = write(judged(), tmp_path)
    results = files(tmp_path / "validations")
    pages = [path for path in files(tmp_path / "site") if path != index]
    assert len(results) == len(pages) == 4
    for page in (index, *pages):
        for reference in Page(page).references:
            assert (page.parent / unquote(reference)).is_file()


def test_the_site_loads_nothing_from_anywhere(tmp_path):
    write(judged(), tmp_path)
    for path in files(tmp_path / "site"):
        text = path.read_text(encoding="utf-8")
        assert path.suffix == ".html"
        assert not re.search(r"https?:|//|@import|url\(", text)
        assert "default-src 'none'" in text
        assert '<html lang="nl">' in text
        page = Page(path)
        assert not page.tags & {"script", "link", "img", "iframe", "object", "form"}
        assert all(not re.match(r"[a-z]+:|/", ref) for ref in page.references)


def test_what_is_waived_is_told_apart(tmp_path):
    one = judged()
    waiver = Waiver.model_construct(by="iemand")
    verdicts = [
        replace(verdict, waived=waiver) if verdict.dataset == "te_oud" else verdict
        for verdict in one.verdicts
        if verdict.dataset != "te_oud" or verdict.kind == "violation"
    ]
    judgement: Judgement = one.judgement.model_copy(update={"verdicts": tuple(verdicts)})
    index = write(replace(one, judgement=judgement), tmp_path)
    rows = {row[0]: row[1:] for row in Page(index).rows}
    assert rows["te_oud"] == ["22-11-2026", "uitgezonderd", "0", "0", "1"]


def test_two_runs_write_the_same_and_a_later_day_stands_beside_it(tmp_path):
    write(judged(), tmp_path)
    kept = {path: path.read_bytes() for path in files(tmp_path)}
    write(judged(), tmp_path)
    assert kept == {path: path.read_bytes() for path in files(tmp_path)}
    one = judged()
    later = one.judgement.model_copy(update={"as_of": date(2026, 12, 1)})
    index = write(replace(one, judgement=later), tmp_path)
    rows = [row for row in Page(index).rows if row[0] == "schoon"]
    assert [row[1] for row in rows] == ["1-12-2026", "22-11-2026"]
    suites = tmp_path / "expectations"
    assert all(path.read_bytes() == kept[path] for path in files(suites))


def test_a_later_scan_goes_before_an_earlier_one_even_where_it_found_nothing(tmp_path):
    write(judged(), tmp_path)
    names = ("schoon", "te_oud", "ergens.anders", "niet_gescand")
    nothing = scan(coverage=[covered(dataset=name) for name in names])
    one = seen(nothing, *(dataset(name=name, **DECLARED) for name in names))
    index = write(replace(one, scan=replace(nothing, scan_id="scan_2")), tmp_path)
    rows = [row for row in Page(index).rows if row[0] == "te_oud"]
    assert [row[2] for row in rows] == ["in orde", "overtreding"]


def test_a_suite_without_a_result_is_no_pass(tmp_path):
    index = write(judged(), tmp_path)
    (tmp_path / "expectations" / "later.json").write_text(
        (tmp_path / "expectations" / "schoon.json").read_text().replace('"schoon"', '"later"')
    )
    open_project(tmp_path).build_data_docs()
    rows = {row[0]: row[1:] for row in Page(index).rows}
    assert rows["later"][1] == "nog niet getoetst"


def test_a_project_is_opened_with_the_store_of_counts_or_not_at_all(tmp_path):
    context = open_project(tmp_path)
    assert type(context.validation_results_store) is CountsOnly
    file = tmp_path / "great_expectations.yml"
    text = file.read_text()
    # under its default name Great Expectations replaces it by a store of its own
    file.write_text(
        text.replace("  counts_only:", "  validation_results_store:")
        .replace(
            "validation_results_store_name: counts_only",
            "validation_results_store_name: validation_results_store",
        )
        .replace("class_name: CountsOnly", "class_name: ValidationResultsStore")
        .replace(
            "module_name: jobs.suites.counts_only",
            "module_name: great_expectations.data_context.store",
        )
    )
    with pytest.raises(ConfError, match="counts_only"):
        open_project(tmp_path)
    file.write_text(
        text.replace("class_name: Site\n", "class_name: SiteBuilder\n").replace(
            "module_name: jobs.suites.site",
            "module_name: great_expectations.render.renderer.site_builder",
        )
    )
    with pytest.raises(ConfError, match="site that shows values"):
        open_project(tmp_path)


def test_a_project_that_somebody_works_in_keeps_what_is_theirs(tmp_path):
    write(judged(), tmp_path)
    file = tmp_path / "great_expectations.yml"
    file.write_text(file.read_text() + "# van ons\n")
    write(judged(), tmp_path)
    assert file.read_text().endswith("# van ons\n")


def test_a_dataset_without_a_fact_is_no_pass(tmp_path, monkeypatch):
    asked = gate.asked
    monkeypatch.setattr(gate, "asked", lambda *given: [(d, []) for d, _ in asked(*given)])
    with pytest.raises(FindingsError, match="no facts to judge"):
        write(judged(), tmp_path)


def test_a_question_that_crashes_is_no_pass_and_its_words_go_nowhere(tmp_path, monkeypatch, capfd):
    one = judged()

    def crash(**row):
        raise RuntimeError(CANARY)

    name = CLASSES["stays_in_the_eea"].map_metric
    (metric,) = [m for m in FactsMetric.__subclasses__() if m.condition_metric_name == name]
    monkeypatch.setattr(metric, "judge", staticmethod(crash))
    with pytest.raises(FindingsError, match="not answered") as caught:
        write(one, tmp_path)
    assert CANARY not in str(caught.value)
    assert all(CANARY not in path.read_text() for path in files(tmp_path))


def test_a_checkpoint_of_somebody_elses_leaves_no_value_in_the_project(tmp_path):
    context = open_project(tmp_path)
    frame = pd.DataFrame({"naam": [CANARY, "b", "b"], "getal": [4711471, 1, 2]})
    asset = context.data_sources.add_pandas("rijen").add_dataframe_asset("klanten")
    expectations = gx.expectations
    suite = context.suites.add(
        gx.ExpectationSuite(
            name="eigen",
            expectations=[
                expectations.ExpectColumnValuesToBeInSet(column="naam", value_set=["b"]),
                expectations.ExpectColumnMaxToBeBetween(column="getal", max_value=2),
                expectations.ExpectColumnValuesToBeUnique(column="naam"),
                expectations.ExpectColumnValuesToBeBetween(column="naam", min_value=3),
                expectations.ExpectTableRowCountToEqual(value=3),
            ],
        )
    )
    definition = context.validation_definitions.add(
        gx.ValidationDefinition(
            name="eigen",
            data=asset.add_batch_definition_whole_dataframe("alles"),
            suite=suite,
        )
    )
    checkpoint = context.checkpoints.add(
        gx.Checkpoint(
            name="eigen",
            validation_definitions=[definition],
            actions=[UpdateDataDocsAction(name="site")],
            result_format="COMPLETE",
        )
    )
    outcome = checkpoint.run(batch_parameters={"dataframe": frame})
    assert not outcome.success
    told = outcome.describe() + json.dumps(
        [result.to_json_dict() for result in outcome.run_results.values()]
    )
    for text in (told, *(path.read_text() for path in files(tmp_path))):
        assert CANARY not in text
        assert "4711471" not in text
        assert "fingerprint" not in text
    rows = Page(tmp_path / "site" / "index.html").rows
    assert ["eigen", "", "niet beantwoord", "", "", ""] in rows


def result(**given):
    config = SimpleNamespace(type="expect_x")
    one = SimpleNamespace(expectation_config=config, result={}, rendered_content=CANARY, **given)
    return SimpleNamespace(meta=None, results=[one])


@pytest.mark.parametrize(
    ("info", "raised"),
    [
        ({"raised_exception": True, "exception_message": CANARY}, True),
        ({"('metric',)": {"raised_exception": True, "exception_message": CANARY}}, True),
        ({"raised_exception": False, "exception_message": None}, False),
        ({}, False),
    ],
)
def test_an_exception_is_told_without_its_words_and_cleaned_twice_is_the_same(info, raised):
    cleaned = result(exception_info=info)
    without_values(cleaned)
    told = dict(cleaned.results[0].exception_info)
    assert told["raised_exception"] is raised
    assert told["exception_traceback"] == ""
    assert CANARY not in repr(cleaned)
    without_values(cleaned)
    assert cleaned.results[0].exception_info == told


GOOD = {"success": True, "result": {"violations": 0, "gaps": 0}}
LATE = {"success": False, "result": {"violations": 1, "gaps": 2}}
UNKNOWN = {"success": False, "result": {"violations": 0, "gaps": 2}}
STOCK = {"success": False, "result": {"unexpected_count": 1}}


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([GOOD, GOOD], "in orde"),
        ([GOOD, LATE, UNKNOWN], "overtreding"),
        ([GOOD, UNKNOWN], "niet te toetsen"),
        ([UNKNOWN, STOCK], "overtreding"),
        ([], "niet beantwoord"),
        ([GOOD, GOOD | {"exception_info": {"raised_exception": True}}], "niet beantwoord"),
        ([GOOD, GOOD | {"exception_info": {}}], "niet beantwoord"),
    ],
)
def test_the_outcome_of_rows_of_a_pipeline_is_never_better_than_its_answers(answers, outcome):
    calm = {"exception_info": {"raised_exception": False}}
    one = SimpleNamespace(
        meta={},
        success=all(answer["success"] for answer in answers),
        results=[SimpleNamespace(**(calm | answer)) for answer in answers],
    )
    text = pages.index([pages.Entry(suite="rijen", result=one, link="x.html")])
    assert f">{outcome}<" in text
