"""What holds of every format: its name, that it is pure, that no judgement breaks it."""

import pytest
from hypothesis import given, settings

from jobs.formats import FORMATS
from jobs.model import VerdictKind
from tests.jobs.formats.judged import (
    HOSTILE,
    JUDGEMENTS,
    change,
    hostile,
    judgement,
    places,
    verdict,
    waiver,
)

FORMAT = pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)


def test_each_format_has_a_name():
    assert set(FORMATS) == {"text", "json", "junit", "sarif", "github", "markdown"}


@FORMAT
def test_the_order_in_which_a_judgement_was_given_does_not_matter(written):
    rows = [
        verdict("violation", column=column, rows=rows, rule=rule, overdue=overdue)
        for column, rows, rule, overdue in [
            ("b", 1, "kept_within_term", 3),
            ("a", 9, "stays_in_the_eea", None),
            ("a", 9, "kept_within_term", 3),
        ]
    ]
    rows += [verdict("gap"), verdict("gap", waived=waiver()), verdict("compliant", held=2)]
    changes = (change("gone"), change("new", column="b"), change("new"))
    one = judgement(*rows, changes=changes, compared=True)
    other = judgement(*reversed(rows), changes=changes[::-1], compared=True)
    assert written(one, places) == written(other, places)


@FORMAT
def test_the_clause_the_days_and_the_waiver_are_told(written):
    waived = waiver(by="Functionaris", reason="migratie loopt nog")
    text = written(judgement(verdict(waived=waived)), places)
    assert "Functionaris" in text
    assert "migratie loopt nog" in text
    assert "2027" in text


@FORMAT
@given(JUDGEMENTS)
@settings(max_examples=40)
def test_nothing_invisible_is_written(written, judged):
    text = written(judged, places)
    assert all(char.isprintable() for char in text.replace("\n", ""))


@FORMAT
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_makes_a_command_of_a_line(written, name):
    judged = hostile(name)
    text = written(judged, places)
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert all(line.count("::") >= 2 for line in commands)
    assert len(commands) == (6 if written is FORMATS["github"] else 0)


@FORMAT
def test_nothing_to_tell_is_told(written):
    assert written(judgement(), places)
    assert written(judgement(compared=True), places)


@FORMAT
def test_what_is_in_order_is_not_told_as_a_breach(written):
    judged = judgement(verdict("compliant", text="alles is goed"))
    assert judged.of_kind(VerdictKind.COMPLIANT)
    assert "alles is goed" not in written(judged, places)
