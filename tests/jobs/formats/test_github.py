"""Workflow commands of GitHub Actions, read as its runner reads them."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings

from jobs.formats import github
from jobs.model import Judgement, Location, VerdictKind
from tests.jobs.formats.judged import (
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


@dataclass(frozen=True)
class Annotation:
    command: str
    properties: dict[str, str]
    message: str


def unescaped(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def annotations(judged: Judgement, where=places) -> list[Annotation]:
    found = []
    for line in github.written(judged, where).splitlines():
        read = re.fullmatch(r"::([a-z]+) ([^:]*)::(.*)", line)
        if read is None:
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            continue
        pairs = [pair.split("=", 1) for pair in read[2].split(",")]
        properties = {key: unescaped(value) for key, value in pairs}
        found.append(Annotation(read[1], properties, unescaped(read[3])))
    return found


def test_an_annotation_has_its_place_its_title_and_all_its_words():
    first, _ = annotations(judgement(verdict(rows=12, remedy="Doe 100% dit, nu: weg.")))
    assert first.command == "error"
    assert first.properties == {
        "file": FILE,
        "line": "12",
        "title": "bewaartermijn: bestellingen.naam",
    }
    assert first.message.splitlines() == [
        "Naam van een persoon in bestellingen.naam: 12 rijen",
        "tekst over violation",
        "Wat te doen: Doe 100% dit, nu: weg.",
    ]


def test_the_escapes_are_those_of_github():
    judged = judgement(verdict(column="a%b:c,d"))
    line = github.written(judged, lambda item: Location(path="a%b:c,d.yaml", line=1)).splitlines()[
        0
    ]
    assert line.startswith("::error file=a%25b%3Ac%2Cd.yaml,line=1,title=")
    assert "title=bewaartermijn%3A bestellingen.a%25b%3Ac%2Cd::" in line
    assert line.endswith("bestellingen.a%25b:c,d: 10 rijen%0Atekst over violation")


def test_what_blocks_is_an_error_what_cannot_be_judged_a_warning_the_rest_a_notice():
    told = annotations(
        judgement(
            verdict("compliant"),
            verdict("gap"),
            verdict(waived=waiver()),
            verdict(),
            changes=(change("gone"), change("new")),
            compared=True,
        )
    )
    assert [one.command for one in told] == [
        "error",
        "error",
        "warning",
        "notice",
        "notice",
        "notice",
    ]
    assert "Uitzondering (aanvaard risico)" in told[3].message
    assert told[-1].message.startswith("1 overtreding, 1 niet te toetsen, 1 uitgezonderd")


def test_the_worst_of_each_matter_comes_before_the_second_of_any():
    late = [verdict(column=f"k{n}", overdue=n) for n in range(1, 20)]
    told = annotations(
        judgement(
            *late, verdict(rule="password_is_hashed", label="wachtwoord"), changes=(change(),)
        )
    )
    titles = [one.properties["title"] for one in told[:4]]
    assert titles == [
        "bewaartermijn: bestellingen.k19",
        "wachtwoord: bestellingen.naam",
        "inventaris: nieuw: bestellingen.naam",
        "bewaartermijn: bestellingen.k18",
    ]
    assert "GitHub toont er per soort 10" in told[-1].message


def test_the_last_notice_is_among_those_that_github_shows():
    rows = [verdict(column=f"k{n}", waived=waiver()) for n in range(30)]
    told = github.written(judgement(*rows), places).splitlines()
    assert sum(line.startswith("::notice ") for line in told) == 10
    assert told[-1].startswith("::notice title=speurneus::")
    assert len(told) == 31
    assert "GitHub toont" in told[-1]


def test_nothing_to_tell_is_one_notice():
    (told,) = annotations(judgement())
    assert (told.command, told.message) == ("notice", "0 overtredingen, 0 niet te toetsen")


def test_an_absolute_path_below_the_working_directory_is_relative(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = str(tmp_path / "conf" / "a.yaml")
    told = annotations(judgement(verdict()), lambda item: Location(path=path, line=3))
    assert told[0].properties["file"] == "conf/a.yaml"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_one_line_and_its_title_short(name):
    told = annotations(hostile(name))
    assert [one.command for one in told] == ["error"] * 2 + ["warning"] + ["notice"] * 3
    assert all(len(one.properties["title"]) <= 200 for one in told)
    assert all(one.properties["file"] == FILE for one in told[:-1])


@given(JUDGEMENTS)
@settings(max_examples=60)
def test_any_judgement_is_a_command_a_line(judged):
    told = Counter(one.command for one in annotations(judged))
    failing = [*judged.of_kind(VerdictKind.VIOLATION), *judged.unapproved]
    gone = len(judged.changes) - len(judged.unapproved)
    assert told["error"] == len(failing)
    assert told["warning"] == len(judged.of_kind(VerdictKind.GAP))
    assert told["notice"] == 1 + min(9, len(judged.waived) + gone)
