"""Suites as files: the same on any day, whole when they are read, refused when anything is lost."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import great_expectations as gx
import pytest

from jobs import gate
from jobs.errors import ConfError
from jobs.expectations import rules
from jobs.expectations.rule import Declared
from jobs.suites.written import load, text_of, write_suites
from jobs.validation.suite import batches, validated
from jobs.validation.suite import suite as suite_of
from tests.jobs.scanned import AS_OF, POLICY, RESIDENCY, dataset


def declared(name: str = "bestellingen", as_of: date = AS_OF, **said) -> Declared:
    return Declared(
        dataset=dataset(name=name, **said), policy=POLICY, residency=RESIDENCY, as_of=as_of
    )


def written(folder: Path, **said) -> Path:
    [path] = write_suites([declared(**said)], folder)
    return path


def test_a_suite_is_written_alike_on_any_day(tmp_path):
    first = written(tmp_path / "a", purposes=("nieuwsbrief",))
    later = written(tmp_path / "b", purposes=("nieuwsbrief",), as_of=date(2030, 1, 1))
    assert first.read_bytes() == later.read_bytes()
    assert "2026" not in first.read_text()
    assert gx.__version__ not in first.read_text()


def test_what_conf_declares_changes_the_suite_and_no_id(tmp_path):
    one = json.loads(written(tmp_path / "a").read_text())
    other = json.loads(written(tmp_path / "b", anonymised=True).read_text())
    assert one != other
    assert [e["id"] for e in one["expectations"]] == [e["id"] for e in other["expectations"]]


def test_each_rule_is_one_expectation_with_an_id_of_its_own(tmp_path):
    suite = load(written(tmp_path))
    assert [e.meta["rule"] for e in suite.expectations] == [rule.name for rule in rules()]
    assert len({e.id for e in suite.expectations}) == len(rules())


def test_the_day_is_a_parameter_and_without_it_nothing_is_answered(tmp_path):
    suite = load(written(tmp_path))
    [kept] = [e for e in suite.expectations if e.meta["rule"] == "kept_within_term"]
    assert kept.as_of == {"$PARAMETER": "as_of"}
    everything = batches()
    [(_, rows)] = gate.asked(scanned(), [], POLICY, RESIDENCY, AS_OF)
    with pytest.raises(gx.exceptions.SuiteParameterError):
        validated(rows, suite, everything)
    on_day = validated(rows, suite, everything, {"as_of": "2026-11-22"})
    assert not any(one.exception_info["raised_exception"] for one in on_day.results)


def scanned():
    from tests.jobs.scanned import finding, scan

    return scan([finding("PERSON")])


def test_a_written_suite_answers_as_that_of_the_gate(tmp_path):
    [(own, rows)] = gate.asked(scanned(), [], POLICY, RESIDENCY, AS_OF)
    everything = batches()
    of_gate = validated(rows, suite_of(own), everything)
    [path] = write_suites([own], tmp_path)
    of_file = validated(rows, load(path), everything, {"as_of": AS_OF.isoformat()})

    def answers(result):
        return [
            (one.expectation_config.type, one.success, one.result["unexpected_count"])
            for one in result.results
        ]

    assert answers(of_file) == answers(of_gate)
    assert not of_gate.success


def test_two_datasets_that_would_share_a_file_are_refused(tmp_path):
    with pytest.raises(ConfError, match=r"suite of both web\.log and web_log"):
        write_suites([declared("web.log"), declared("web_log")], tmp_path)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"type": "expect_what_nobody_registered"}, "unknown: expect_what_nobody_registered"),
        ({"severity": "hoog"}, "unknown: expect_analytics_to_get_partial_ip_addresses"),
        ({"kwargs": {}}, "is no suite"),
    ],
)
def test_a_suite_that_great_expectations_would_load_in_part_is_refused(tmp_path, change, text):
    path = written(tmp_path)
    document = json.loads(path.read_text())
    document["expectations"][0] |= change
    path.write_text(json.dumps(document))
    with pytest.raises(ConfError, match=text):
        load(path)


_PLAIN = """
import json, sys
sys.path.insert(0, sys.argv[2])
import great_expectations as gx
import jobs.suites
context = gx.get_context(mode="file", project_root_dir=sys.argv[1])
suite = context.suites.get("bestellingen")
print(json.dumps([e.id for e in suite.expectations]))
"""


def test_a_suite_loads_in_a_plain_context_of_files(tmp_path):
    path = written(tmp_path / "gx")
    text = path.read_text()
    script = tmp_path / "plain.py"
    script.write_text(_PLAIN)
    done = subprocess.run(
        [sys.executable, script, tmp_path, Path(__file__).parents[3]],
        capture_output=True,
        text=True,
        check=True,
    )
    ids = [one["id"] for one in json.loads(text)["expectations"]]
    assert json.loads(done.stdout.splitlines()[-1]) == ids
    assert path.read_text() == text


def test_a_suite_of_great_expectations_own_becomes_text_too():
    suite = gx.ExpectationSuite(
        name="eigen", expectations=[gx.expectations.ExpectTableRowCountToBeBetween(min_value=1)]
    )
    assert text_of(suite) == text_of(suite)
