"""SARIF: held against its schema, and what code scanning makes of it."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from jobs.expectations import rules
from jobs.formats import sarif
from jobs.model import Judgement, Location, VerdictKind
from tests.jobs.formats.judged import (
    CLAUSE,
    FILE,
    HOSTILE,
    JUDGEMENTS,
    change,
    hostile,
    judgement,
    places,
    verdict,
    waiver,
)

CASES = Path(__file__).parents[2] / "cases" / "schemas"
SCHEMA = Draft4Validator(json.loads((CASES / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))


def run_of(judged: Judgement, where=places):
    text = sarif.written(judged, where)
    assert text.isascii()
    log = json.loads(text)
    SCHEMA.validate(log)
    (run,) = log["runs"]
    return run


def results(*verdicts, **given):
    return run_of(judgement(*verdicts, **given))["results"]


def marks(*verdicts, **given):
    return [one["partialFingerprints"] for one in results(*verdicts, **given)]


def test_the_tool_has_a_rule_for_each_question_and_each_kind_of_change():
    driver = run_of(judgement())["tool"]["driver"]
    assert driver["name"] == "speurneus"
    assert driver["version"]
    told = {rule["id"]: rule for rule in driver["rules"]}
    asked = {rule.name: rule for rule in rules()}
    assert set(told) == set(asked) | {
        "inventory-new",
        "inventory-changed",
        "inventory-expired",
        "inventory-unread",
        "inventory-gone",
    }
    for name, rule in asked.items():
        assert told[name]["shortDescription"]["text"] == rule.question
        assert told[name]["fullDescription"]["text"] == rule.promise
        assert told[name]["help"]["text"]
        assert told[name]["help"]["markdown"]


def test_the_help_of_a_rule_tells_what_cures_it():
    driver = run_of(judgement(verdict(remedy="Verwijder ze. <b>")))["tool"]["driver"]
    (rule,) = [rule for rule in driver["rules"] if rule["id"] == "kept_within_term"]
    assert "- Verwijder ze. <b>" in rule["help"]["text"]
    assert "- Verwijder ze. &#60;b&#62;" in rule["help"]["markdown"]


def test_a_violation_is_an_error_and_a_gap_a_warning_and_what_is_in_order_is_no_result():
    told = results(verdict("compliant"), verdict("gap"), verdict("violation"))
    assert [one["level"] for one in told] == ["error", "warning"]


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        ("new", "error"),
        ("changed", "error"),
        ("expired", "error"),
        ("unread", "error"),
        ("gone", "note"),
    ],
)
def test_a_change_is_an_error_unless_it_is_gone(kind, level):
    (told,) = results(changes=(change(kind),), compared=True)
    assert (told["ruleId"], told["level"]) == (f"inventory-{kind}", level)


def test_a_result_names_its_rule_twice_alike():
    judged = judgement(verdict(), verdict(rule="van_vroeger"), changes=(change(),))
    run = run_of(judged)
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]


def test_the_message_has_rows_days_and_clause():
    row = verdict(rows=1234, oldest=date(2020, 1, 2), overdue=1200, cites=CLAUSE, remedy="Weg.")
    (told,) = results(row)
    assert told["message"]["text"].splitlines() == [
        "Naam van een persoon in bestellingen.naam: 1.234 rijen, oudste van 2-1-2020,"
        " 1.200 dagen te laat",
        "tekst over violation",
        "Verklaring, 'Hoe lang?': \"3 maanden na het gesprek\"",
        "Wat te doen: Weg.",
    ]


def test_a_waiver_is_an_accepted_suppression():
    told = results(verdict(column="a"), verdict(column="b", waived=waiver()))
    assert "suppressions" not in told[0]
    (suppressed,) = told[1]["suppressions"]
    assert (suppressed["kind"], suppressed["status"]) == ("external", "accepted")
    assert "door Functionaris, tot en met 1-3-2027" in suppressed["justification"]


def test_the_place_is_a_line_of_conf_and_a_column():
    (told,) = results(verdict())
    (at,) = told["locations"]
    assert at["physicalLocation"] == {
        "artifactLocation": {"uri": FILE},
        "region": {"startLine": 12},
    }
    assert at["logicalLocations"] == [
        {"name": "naam", "fullyQualifiedName": "bestellingen.naam", "kind": "member"}
    ]


def test_an_absolute_path_below_the_working_directory_is_relative(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = str(tmp_path / "conf" / "a b.yaml")
    run = run_of(judgement(verdict()), lambda item: Location(path=path, line=0))
    (at,) = run["results"][0]["locations"]
    assert at["physicalLocation"]["artifactLocation"]["uri"] == "conf/a%20b.yaml"
    assert at["physicalLocation"]["region"]["startLine"] == 1


def test_a_fingerprint_stays_the_same_when_only_counts_and_days_change():
    now = verdict(rows=5, oldest=date(2020, 1, 1), overdue=3, text="3 dagen geleden")
    later = verdict(rows=9, oldest=date(2020, 1, 1), overdue=10, text="10 dagen geleden")
    assert marks(now) == marks(later, scan_id="ander", as_of=date(2027, 1, 1))


def test_each_result_has_a_fingerprint_of_its_own():
    rows = [
        verdict(),
        verdict(text="een andere termijn"),
        verdict("gap"),
        verdict(rule="stays_in_the_eea"),
        verdict(dataset="ander"),
        verdict(column=None),
        verdict(entity="NL_BSN"),
        verdict(dataset="bestellingen.naam", column=None),
    ]
    changes = (change("expired"), change("expired", rule="kept_within_term"))
    told = marks(*rows, changes=changes)
    assert len({one["primaryLocationLineHash"] for one in told}) == len(rows) + len(changes)
    assert len({one["speurneus/v1"] for one in told}) == len(rows) + len(changes)


def test_runs_of_one_policy_are_of_one_category():
    told = run_of(judgement(scan_id="s", policy="p"))["automationDetails"]["id"]
    assert told == "speurneus/p/s"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_makes_no_link(name):
    for one in run_of(hostile(name))["results"]:
        assert "](" not in one["message"]["text"]


@given(JUDGEMENTS)
@settings(max_examples=40)
def test_any_judgement_is_valid_and_none_of_it_gets_lost(judged):
    told = run_of(judged)["results"]
    failed = [v for v in judged.verdicts if v.kind is not VerdictKind.COMPLIANT]
    assert len(told) == len(failed) + len(judged.changes)
    assert sum("suppressions" in one for one in told) == len(judged.waived)
