"""The command line without Spark: exit codes, what goes to stdout and what to stderr."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from jobs import cli
from jobs.lint import lint
from tests.jobs.place import place as place
from tests.jobs.place import refused, run, scanned
from tests.jobs.scanned import POLICY

# gate


def test_gate_is_clean_on_the_last_day_of_the_term_and_not_on_the_day_after(place, capsys):
    scanned()
    assert run("gate", "--as-of", "2026-11-22") == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1].startswith("0 overtredingen, 0 niet te toetsen")
    assert err == ""

    assert run("gate", "--as-of", "2026-11-23") == 1
    out, _ = capsys.readouterr()
    assert "OVERTREDING" in out
    assert POLICY.retention["marketing"].cites.quote in out


@pytest.mark.parametrize("given", [{"reason": "cannot be read"}, {"country": None}])
def test_gate_is_3_where_something_could_not_be_judged(place, capsys, given):
    scanned(**given)
    assert run("gate", "--as-of", "2026-11-22") == 3
    assert "niet te toetsen" in capsys.readouterr().out


def test_gate_judges_the_last_scan_or_the_one_that_is_named(place, capsys):
    scanned("1", country="US")
    scanned("2")
    assert run("gate", "--as-of", "2026-11-22") == 0
    assert run("gate", "--as-of", "2026-11-22", "--scan-id", "1") == 1


def test_gate_judges_today_where_no_day_is_given(place, capsys, monkeypatch):
    scanned()
    monkeypatch.setattr(cli, "_today", lambda: date(2026, 11, 23))
    assert run("gate") == 1


def test_gate_without_a_scan_says_how_to_make_one(place, capsys):
    err = refused(capsys, "gate", "--out", "nergens")
    assert err == "speurneus: nergens: no scan there; run 'speurneus scan --out nergens' first\n"


def test_gate_refuses_a_broken_table(place, capsys):
    scanned()
    (place / "build" / "scan" / "ages" / "1.parquet").write_bytes(b"stuk")
    assert "ages/1.parquet: cannot be read; run the scan again" in refused(capsys, "gate")


# conf


@pytest.mark.parametrize("command", ["gate", "scan"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sorce: {path: a}", ("unknown key 'sorce'", "did you mean 'source'?")),
        (
            "source: {path: a}\npurposes: [nieuwsbrie]",
            ("conf/datasets/fout.yaml:2", "'nieuwsbrie'", "did you mean 'nieuwsbrief'?"),
        ),
        ("source: {path: a}\nregion: maan-1", ("unknown region 'maan-1'", "give 'country'")),
        ("source: [", ("not YAML",)),
    ],
)
def test_a_conf_error_names_file_key_and_remedy(place, capsys, command, text, says):
    (place / "conf" / "datasets" / "fout.yaml").write_text(text)
    err = refused(capsys, command)
    assert err.startswith("speurneus: conf/datasets/fout.yaml:")
    for words in says:
        assert words in err


def test_a_conf_without_datasets_has_nothing_to_scan(place, capsys):
    (place / "conf" / "datasets" / "bestellingen.yaml").unlink()
    err = refused(capsys, "scan")
    assert "conf: no datasets; add conf/datasets/<name>.yaml, or name paths to scan" in err


@pytest.mark.parametrize("command", [["gate"], ["scan"], ["detect"], ["policy", "lint"]])
def test_a_policy_or_conf_that_is_not_there(place, capsys, command):
    err = refused(capsys, *command, "--policy", "klassekofie")
    assert "unknown policy 'klassekofie'; did you mean 'klassekoffie'?" in err
    err = refused(capsys, *command, "--conf", "nergens")
    assert "nergens: no such folder" in err


# usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["scna"],
        ["gate", "--as-of", "22-11-2026"],
        ["gate", "--as-of", "2026-02-29"],
        ["gate", "conf"],
        ["policy"],
        ["policy", "schema"],
        ["demo"],
        ["demo", "map", "--rows", "veel"],
        ["detect", "a", "b"],
    ],
)
def test_a_command_that_cannot_be_understood(capsys, arguments):
    assert "usage: speurneus" in refused(capsys, *arguments)


def test_a_day_is_refused_with_an_example(capsys):
    assert "'morgen' is no day such as 2026-11-22" in refused(capsys, "gate", "--as-of", "morgen")


@pytest.mark.parametrize("way", [["-m", "jobs"], ["-m", "jobs.cli"]])
def test_the_command_can_be_started_as_a_module(tmp_path, way):
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, *way, "gate", "--conf", "nergens"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("speurneus: nergens: no such folder")


# detect


def detected(capsys) -> list[dict]:
    out, err = capsys.readouterr()
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


LINES = """\
Mail naar jan.devries@voorbeeld.nl of naar 06-24861357.
Niets bijzonders hier.
Mijn BSN is 688136138.
"""


def test_detect_gives_places_and_categories_and_never_the_text(place, capsys):
    (place / "teksten.txt").write_text(LINES, encoding="utf-8")
    assert run("detect", "teksten.txt") == 0
    found = detected(capsys)
    lines = LINES.splitlines()
    texts = {
        (row["line"], row["entity"]): lines[row["line"] - 1][row["start"] : row["end"]]
        for row in found
    }
    assert texts == {
        (1, "EMAIL_ADDRESS"): "jan.devries@voorbeeld.nl",
        (1, "PHONE_NUMBER"): "06-24861357",
        (3, "NL_BSN"): "688136138",
    }
    categories = {row["entity"]: row["category"] for row in found}
    assert categories == {"EMAIL_ADDRESS": "contact", "PHONE_NUMBER": "contact", "NL_BSN": None}
    for row in found:
        assert set(row) == {"line", "entity", "start", "end", "score", "category"}
        assert 0 < row["score"] <= 1
        assert not {str(value) for value in row.values()} & set(texts.values())


def test_detect_reads_stdin(place, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("niets\r\nstuur naar a.b@voorbeeld.nl\r\n"))
    assert run("detect") == 0
    (row,) = detected(capsys)
    assert (row["line"], row["entity"], row["start"], row["end"]) == (2, "EMAIL_ADDRESS", 11, 27)


def test_detect_of_nothing_is_nothing(place, capsys):
    (place / "leeg.txt").write_text("")
    assert run("detect", "leeg.txt") == 0
    assert detected(capsys) == []


def test_detect_refuses_a_file_that_it_cannot_read(place, capsys):
    assert "nergens.txt: cannot be read" in refused(capsys, "detect", "nergens.txt")
    (place / "oud.txt").write_bytes("café a@voorbeeld.nl".encode("cp1252"))
    err = refused(capsys, "detect", "oud.txt")
    assert err == "speurneus: oud.txt: not UTF-8; save the text as UTF-8\n"


def test_detect_refuses_a_pipeline_that_is_not_installed(place, capsys):
    (place / "conf" / "detection.yaml").write_text("pipeline: nl_core_nergens_lg\n")
    (place / "teksten.txt").write_text(LINES)
    err = refused(capsys, "detect", "teksten.txt")
    assert err.startswith("speurneus: conf/detection.yaml: pipeline")
    assert "'nl_core_nergens_lg' is not installed; install" in err


# policy


def test_lint_prints_each_defect_of_the_statement_and_fails(place, capsys):
    assert run("policy", "lint") == 1
    out, err = capsys.readouterr()
    assert err == ""
    defects = lint(POLICY)
    for defect in defects:
        assert defect.text in out
        assert defect.reading in out
    assert out.splitlines()[-1] == f"{len(defects)} gebreken in de verklaring"


def test_schema_writes_a_schema_for_each_kind_of_file(place, capsys):
    assert run("policy", "schema", "schemas") == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {path.name for path in written} == {
        f"{kind}.schema.json"
        for kind in ("policy", "dataset", "residency", "detection", "inventory")
    }
    for path in written:
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text()))


# demo


def test_demo_writes_a_warehouse_with_a_conf_that_can_be_read(place, capsys):
    assert run("demo", "winkel", "--rows", "50", "--seed", "7", "--as-of", "2026-11-22") == 0
    assert capsys.readouterr().out == "winkel\n"
    assert json.loads((place / "winkel" / "truth.json").read_text())["seed"] == 7
    err = refused(capsys, "demo", "winkel")
    assert "winkel: a warehouse lies there already; give another folder" in err
    err = refused(capsys, "gate", "--conf", "winkel/conf", "--out", "nergens")
    assert "no scan there" in err


def test_demo_can_write_one_wide_table_of_orders(place, capsys):
    assert run("demo", "breed", "--orders", "--rows", "200") == 0
    assert len(list((place / "breed" / "conf" / "datasets").glob("*.yaml"))) == 1
