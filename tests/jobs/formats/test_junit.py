"""JUnit XML: held against the schema of Jenkins, and what GitLab makes of it."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import xmlschema
from hypothesis import given, settings

from jobs.formats import junit
from jobs.formats.shown import shown
from jobs.model import ChangeKind, Judgement, VerdictKind
from tests.jobs.formats.judged import (
    CLAUSE,
    FILE,
    JUDGEMENTS,
    change,
    judgement,
    places,
    verdict,
    waiver,
)

CASES = Path(__file__).parents[2] / "cases" / "schemas"
SCHEMA = xmlschema.XMLSchema10(CASES / "junit-10.xsd")
COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def parsed(judged: Judgement) -> ElementTree.Element:
    text = junit.written(judged, places)
    assert text.isascii()
    root = ElementTree.fromstring(text)
    SCHEMA.validate(root)
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        for count, element in COUNTED.items():
            assert suite.get(count) == str(len(suite.findall(f"testcase/{element}")))
    for count in ("tests", "failures", "errors"):
        assert root.get(count) == str(sum(int(suite.get(count) or 0) for suite in root))
    return root


def outcomes(judged: Judgement) -> dict[tuple[str | None, str | None], str]:
    return {
        (case.get("classname"), case.get("name")): case[0].tag if len(case) else "passed"
        for case in parsed(judged).iter("testcase")
    }


def test_a_suite_per_dataset_and_a_case_per_question_column_and_entity():
    judged = judgement(
        verdict("violation", rule="stays_in_the_eea"),
        verdict("gap"),
        verdict("compliant", column="plaats", entity="LOCATION"),
        verdict("violation", column="foto", waived=waiver()),
        verdict("gap", dataset="log", column=None, entity=None, rule="everything_was_read"),
    )
    assert outcomes(judged) == {
        ("bestellingen", "stays_in_the_eea naam PERSON"): "failure",
        ("bestellingen", "kept_within_term naam PERSON"): "error",
        ("bestellingen", "kept_within_term plaats LOCATION"): "passed",
        ("bestellingen", "kept_within_term foto PERSON"): "skipped",
        ("log", "everything_was_read"): "error",
    }
    assert [suite.get("name") for suite in parsed(judged)] == ["bestellingen", "log"]


def test_a_failure_says_all_inside_it():
    (failure,) = parsed(judgement(verdict(rows=12, cites=CLAUSE, remedy="Weg."))).iter("failure")
    assert failure.get("type") == "kept_within_term"
    assert failure.get("message") == "overtreding: bewaartermijn, 12 rijen"
    assert (failure.text or "").splitlines() == [
        "Naam van een persoon in bestellingen.naam: 12 rijen",
        "tekst over violation",
        "Verklaring, 'Hoe lang?': \"3 maanden na het gesprek\"",
        "Wat te doen: Weg.",
        f"{FILE}:12",
    ]


def test_a_waiver_is_the_reason_why_a_case_was_skipped():
    (skipped,) = parsed(judgement(verdict(waived=waiver()))).iter("skipped")
    assert (skipped.get("message") or "").startswith("Uitzondering (aanvaard risico) door")


def test_changes_are_a_suite_where_the_scan_was_compared():
    judged = judgement(changes=(change("new"), change("gone", column=None)), compared=True)
    assert outcomes(judged) == {
        ("inventory", "new bestellingen naam PERSON"): "failure",
        ("inventory", "gone bestellingen PERSON"): "skipped",
    }
    assert outcomes(judgement(compared=True)) == {("inventory", "geen afwijkingen"): "passed"}
    assert outcomes(judgement()) == {}


def test_a_case_that_comes_again_has_a_name_of_its_own():
    told = outcomes(judgement(verdict("gap"), verdict("violation"), verdict(text="ander")))
    assert told == {
        ("bestellingen", "kept_within_term naam PERSON"): "failure",
        ("bestellingen", "kept_within_term naam PERSON (2)"): "failure",
        ("bestellingen", "kept_within_term naam PERSON (3)"): "error",
    }


def test_what_xml_forbids_is_shown_as_an_escape():
    (case,) = parsed(judgement(verdict(column="a\x00\x1b\ufffe]]>&"))).iter("testcase")
    assert case.get("name") == "kept_within_term a\\x00\\x1b\\ufffe]]>& PERSON"


@given(JUDGEMENTS)
@settings(max_examples=60)
def test_any_judgement_is_valid_and_none_of_it_gets_lost(judged):
    root = parsed(judged)
    failing = [*judged.of_kind(VerdictKind.VIOLATION), *judged.unapproved]
    gone = [c for c in judged.changes if c.kind is ChangeKind.GONE]
    assert len(list(root.iter("failure"))) == len(failing)
    assert len(list(root.iter("error"))) == len(judged.of_kind(VerdictKind.GAP))
    assert len(list(root.iter("skipped"))) == len(judged.waived) + len(gone)
    datasets = Counter(shown(v.dataset) for v in judged.verdicts)
    cases = Counter(case.get("classname") for case in root.iter("testcase"))
    assert all(cases[name] >= count for name, count in datasets.items())
