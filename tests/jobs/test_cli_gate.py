"""The gate on the command line: its formats, what blocks, and what the inventory settles."""

import json
import shutil
import sys
from xml.etree import ElementTree

import pytest

from tests.jobs.place import place as place
from tests.jobs.place import refused, run, scanned

DAY = ("--as-of", "2026-11-23")
"""The day after the last one of the term: one violation."""
BY = ("--by", "Functionaris", "--reason", "besproken op 3 november")
WAIVED = ("--waive", "kept_within_term", "--as", "accepted_risk")


def gate(*arguments: str) -> int:
    return run("gate", *DAY, *arguments)


@pytest.mark.parametrize("name", ["text", "json", "junit", "sarif", "github", "markdown"])
def test_each_format_tells_the_breach_and_its_conf_file(place, capsys, name):
    scanned()
    assert gate("--format", name) == 1
    out, err = capsys.readouterr()
    assert "bewaartermijn" in out or "kept_within_term" in out
    assert err == ""
    if name in ("json", "sarif"):
        assert "bestellingen.yaml" in json.dumps(json.loads(out))
    if name == "junit":
        assert ElementTree.fromstring(out).tag == "testsuites"
    if name == "github":
        assert out.startswith("::error file=conf/datasets/bestellingen.yaml,line=3,")


@pytest.mark.parametrize(
    "arguments",
    [("gate",), ("explain", "bestellingen"), ("accept", *BY)],
    ids=lambda arguments: arguments[0],
)
def test_nothing_is_told_or_written_that_great_expectations_did_not_confirm(
    place, capsys, monkeypatch, arguments
):
    scanned()
    before = sorted(place.rglob("*"))
    monkeypatch.delitem(sys.modules, "great_expectations")
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    assert "run the command again" in refused(capsys, *arguments, *DAY)
    assert sorted(place.rglob("*")) == before


def test_what_blocks_can_be_chosen(place, capsys):
    scanned(country=None)
    assert gate() == 1
    assert gate("--fail-on", "gap") == 3
    assert gate("--fail-on", "violation", "--fail-on", "gap") == 1
    assert run("gate", "--as-of", "2026-11-22", "--fail-on", "violation") == 0


def test_new_needs_an_inventory(place, capsys):
    scanned()
    assert "run 'speurneus accept' first" in refused(capsys, "gate", "--fail-on", "new")


def test_what_is_accepted_is_not_new_and_what_comes_after_is(place, capsys):
    scanned("1")
    assert run("accept", *BY) == 0
    assert "1 kolom goedgekeurd" in capsys.readouterr().out
    assert gate("--fail-on", "new") == 0
    scanned("2", entity="EMAIL_ADDRESS")
    capsys.readouterr()
    assert gate("--fail-on", "new") == 1
    out = capsys.readouterr().out
    assert "NIEUW  bestellingen.kolom EMAIL_ADDRESS" in out
    assert run("accept", "bestellingen", "kolom", *BY) == 0
    assert gate("--fail-on", "new") == 0


def test_an_approval_makes_no_verdict_pass_and_a_waiver_does_until_its_day(place, capsys):
    scanned()
    run("accept", *BY)
    assert gate() == 1
    assert run("accept", "bestellingen", *BY, *WAIVED, "--until", "2026-11-30") == 0
    capsys.readouterr()
    assert gate() == 0
    out = capsys.readouterr().out
    assert "uitgezonderd" in out
    assert "besproken op 3 november" in out
    assert out.splitlines()[-1].startswith("0 overtredingen, 0 niet te toetsen, 1 uitgezonderd")
    assert run("gate", "--as-of", "2026-11-30") == 0
    assert run("gate", "--as-of", "2026-12-01") == 1


def test_all_that_is_broken_today_can_be_waived_at_once(place, capsys):
    scanned(country=None)
    waiver = ("--waive", "all", "--as", "accepted_risk", "--until", "2027-01-01")
    assert run("accept", *DAY, *BY, *waiver) == 0
    assert gate("--fail-on", "violation", "--fail-on", "gap") == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--waive", "all"), "--waive needs --until DATE, and --as"),
        (("--as", "accepted_risk"), "give --waive RULE too"),
        (("--entity", "REVIEW"), "give --waive RULE too"),
        (("elders",), "no dataset 'elders' in scan 1"),
        (("bestellingen", "x"), "no finding in column 'x' of 'bestellingen'; it has kolom"),
        ((*WAIVED, "--until", "2020-01-01", "--entity", "NL_BSN"), "no violation or gap"),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_nothing_written(place, capsys, arguments, said):
    scanned()
    assert said in refused(capsys, "accept", *DAY, *arguments, *BY)
    assert not (place / "conf" / "inventory.yaml").exists()


def test_a_waiver_of_a_rule_that_there_is_not_is_an_error_with_its_line(place, capsys):
    scanned()
    run("accept", *DAY, *BY, *WAIVED, "--until", "2026-11-30")
    path = place / "conf" / "inventory.yaml"
    path.write_text(path.read_text().replace("kept_within_term", "kept_within_terms"))
    capsys.readouterr()
    err = refused(capsys, "gate")
    assert "inventory.yaml:" in err
    assert "did you mean 'kept_within_term'" in err


def test_why_a_column_is_judged_as_it_is_can_be_asked(place, capsys):
    scanned()
    assert run("explain", "bestellingen", "kolom", *DAY) == 0
    out = capsys.readouterr().out
    assert "Bewaartermijn: OVERTREDING, 10 rijen, oudste van 22-11-2019, 1 dag te laat" in out


def test_suites_and_their_site_are_written_and_written_alike_again(place, capsys):
    scanned()
    assert run("suites", *DAY, "kwaliteit") == 0
    assert capsys.readouterr().out == "kwaliteit/site/index.html\n"
    first = (place / "kwaliteit" / "expectations" / "bestellingen.json").read_bytes()
    assert "bestellingen" in (place / "kwaliteit" / "site" / "index.html").read_text()
    assert run("suites", *DAY, "kwaliteit") == 0
    assert (place / "kwaliteit" / "expectations" / "bestellingen.json").read_bytes() == first
