"""The JSON document of a judgement."""

import json
from dataclasses import fields
from datetime import date

from hypothesis import given, settings
from pydantic import TypeAdapter

from jobs.formats import as_json
from jobs.model import Verdict, VerdictKind
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


def document(*verdicts, **given):
    return json.loads(as_json.written(judgement(*verdicts, **given), places))


def test_it_says_of_what_it_is():
    told = document()
    assert told["version"] == 1
    assert told["scan_id"] == "20261122T1"
    assert told["policy"] == "klassekoffie"
    assert told["as_of"] == "2026-11-22"
    assert told["verdicts"] == []


def test_a_verdict_has_all_its_fields_and_its_place():
    row = verdict(oldest=date(2020, 2, 29), overdue=7, cites=CLAUSE, remedy="Verwijder ze.")
    (told,) = document(row)["verdicts"]
    assert told.pop("location") == {"path": FILE, "line": 12}
    assert told["oldest"] == "2020-02-29"
    assert set(told) == {field.name for field in fields(Verdict)}
    assert TypeAdapter(Verdict).validate_json(json.dumps(told)) == row


def test_what_is_waived_stands_apart():
    told = document(verdict(), verdict("gap", waived=waiver()))
    assert [row["kind"] for row in told["verdicts"]] == ["violation"]
    (waived,) = told["waived"]
    assert waived["waived"]["until"] == "2027-03-01"
    assert (told["counts"]["gap"], told["counts"]["waived"]) == (0, 1)


def test_compliant_verdicts_are_counted_and_told_where_there_is_something_to_tell():
    told = document(
        verdict("compliant", column="a"),
        verdict("compliant", column="b", held=2),
        verdict("compliant", column="c", within_30=1, within_90=3),
    )
    assert told["verdicts"] == []
    assert told["counts"]["compliant"] == 3
    assert [row["column"] for row in told["held"]] == ["b"]
    assert [row["column"] for row in told["expiring"]] == ["c"]
    assert told["forecast"] == {"within_30": 1, "within_90": 3}


def test_no_inventory_is_not_an_inventory_without_changes():
    assert document()["changes"] is None
    assert document(compared=True)["changes"] == []


def test_changes_are_counted_by_kind():
    told = document(changes=(change("new"), change("gone", position=3)), compared=True)
    assert [row["kind"] for row in told["changes"]] == ["new", "gone"]
    assert told["changes"][1]["position"] == 3
    changes = told["counts"]["changes"]
    assert (changes["new"], changes["gone"], changes["expired"]) == (1, 1, 0)


@given(JUDGEMENTS)
@settings(max_examples=40)
def test_no_verdict_gets_lost_and_names_are_as_they_are(judged):
    text = as_json.written(judged, places)
    assert text.isascii()
    told = json.loads(text)
    failed = [v for v in judged.verdicts if v.kind is not VerdictKind.COMPLIANT]
    rows = told["verdicts"] + told["waived"]
    assert sorted((row["dataset"], row["column"] or "") for row in rows) == sorted(
        (v.dataset, v.column or "") for v in failed
    )
    assert len(told["changes"] or []) == len(judged.changes)
