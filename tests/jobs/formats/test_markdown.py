"""The summary in Markdown: what it tells, and that it stays short and whole."""

import re

import pytest
from hypothesis import given, settings

from jobs.formats import markdown
from jobs.model import VerdictKind
from tests.jobs.formats.judged import (
    CLAUSE,
    HOSTILE,
    JUDGEMENTS,
    change,
    hostile,
    judgement,
    places,
    verdict,
    waiver,
)

LIMIT = 65_536


def written(*verdicts, **given) -> str:
    return markdown.written(judgement(*verdicts, **given), places)


def rows_of(told: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in told.splitlines()
        if line.startswith("|")
    ]


def assert_whole(told: str) -> None:
    """Every table is one, and of HTML there is only ours."""
    assert len(told) < LIMIT
    width = 0
    for line in told.splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        width = width or line.count("|")
        assert line.count("|") == width
        assert line.endswith(" |")
    tags = set(re.findall(r"<[^>]*>?", told))
    assert tags <= {
        "<code>",
        "</code>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
    }
    assert told.count("<code>") == told.count("</code>")
    assert told.count("<details>") == told.count("</details>")


def test_a_violation_is_a_row():
    told = written(verdict(rows=1234, overdue=1200, cites=CLAUSE))
    assert rows_of(told)[-1] == [
        "<code>bestellingen</code>",
        "<code>naam</code>",
        "naam van een persoon",
        "bewaartermijn",
        "1.234",
        "1.200",
        "'Hoe lang?': \"3 maanden na het gesprek\"",
    ]
    assert told.splitlines()[0] == "## Persoonsgegevens: 1 overtreding, 0 niet te toetsen"


def test_gaps_of_one_cause_are_one_line():
    rows = [verdict("gap", column=f"k{n}", remedy="Geef 'country' op.") for n in range(8)]
    (line,) = [line for line in written(*rows).splitlines() if line.startswith("- ")]
    assert "(8 keer)" in line
    assert "Geef 'country' op." in line
    assert line.endswith("<code>bestellingen.k4</code> en nog 3")


def test_changes_are_told_by_kind_and_what_is_gone_last():
    told = written(changes=(change("gone"), change("new", remedy="Keur goed.")), compared=True)
    assert [row[0] for row in rows_of(told)] == ["Wat", "---", "nieuw", "niet meer gevonden"]
    assert rows_of(told)[2][-1] == "tekst over new Keur goed."


def test_what_is_waived_is_behind_a_fold():
    told = written(verdict(column="foto", waived=waiver()))
    before, after = told.split("<details><summary>1 uitgezonderd</summary>")
    assert "foto" not in before
    assert "Functionaris, tot en met 1-3-2027" in after
    assert after.endswith("</details>")


def test_what_is_held_and_what_expires_soon_is_said():
    told = written(verdict("compliant", held=3, within_30=1, within_90=4))
    assert "In 1 kolom zijn rijen aangehouden" in told
    assert "Verlopen binnen 30 dagen: ten minste 1 rij, binnen 90 dagen: 4." in told


def test_more_rows_than_there_is_room_for_are_counted():
    rows = [verdict(column=f"k{n}") for n in range(60)]
    told = written(*rows)
    shown = len(rows_of(told)) - 2
    assert 0 < shown < 60
    assert f"… en nog {60 - shown}." in told


def test_each_rule_is_seen_though_one_has_most_rows():
    rows = [verdict(column=f"k{n}", overdue=9) for n in range(60)]
    assert "wachtwoord" in written(*rows, verdict(rule="password_is_hashed", label="wachtwoord"))


def test_nothing_to_tell_is_a_heading():
    assert written().splitlines()[0] == "## Persoonsgegevens: 0 overtredingen, 0 niet te toetsen"
    assert not rows_of(written())


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_breaks_no_table_and_adds_no_html(name):
    told = markdown.written(hostile(name), places)
    assert_whole(told)
    assert not set("`*~@$\\") & set(told.replace("- **", "").replace("** (", ""))


def test_the_longest_summary_fits_in_a_comment():
    def named(part: str, number: int) -> dict[str, str]:
        text = f"{part}{number}" + "@" * 3000
        return {"dataset": text, "column": text, "entity": text, "label": text, "text": text}

    rows = [
        *(verdict("violation", **named("v", n)) for n in range(99)),
        *(verdict("gap", remedy="@" * 999, **named("g", n)) for n in range(99)),
        *(verdict("gap", waived=waiver(by="@" * 999), **named("w", n)) for n in range(99)),
    ]
    changes = tuple(
        change(dataset="@" * 3000, column="@" * 3000, entity="@" * 3000, text=f"{n}" + "@" * 3000)
        for n in range(99)
    )
    told = written(*rows, changes=changes, scan_id="@" * 3000, policy="@" * 3000)
    assert_whole(told)
    assert told.count("… en nog ") == 4
    assert told.count("… en nog 99.") == 0


@given(JUDGEMENTS)
@settings(max_examples=60)
def test_any_judgement_is_whole(judged):
    told = markdown.written(judged, places)
    assert_whole(told)
    if judged.of_kind(VerdictKind.VIOLATION):
        assert "### Overtredingen" in told
