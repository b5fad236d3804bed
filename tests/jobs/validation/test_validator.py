"""Great Expectations in a process of its own: the same answers, or an error."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from jobs.errors import FindingsError
from jobs.expectations.answers import Question
from jobs.expectations.password_is_hashed import RULE
from jobs.validation.at_once import failing
from jobs.validation.validator import Validator

ASKED = Question(
    rule=RULE.name,
    parameters=[{}],
    facts=[(0, "finding", "PASSWORD"), (0, "finding", "PASSWORD_HASH"), (0, "coverage", None)],
    failing=1,
)


@pytest.fixture
def apart(monkeypatch):
    """As in a process that has not loaded Great Expectations."""
    monkeypatch.delitem(sys.modules, "great_expectations")


def test_a_process_of_its_own_answers_as_this_one(apart):
    with Validator() as asking:
        assert asking.ask([ASKED])() == failing([ASKED]) == {RULE.name: 1}


def test_a_question_without_an_answer_is_an_error_there_too(apart):
    crashing = replace(ASKED, facts=[(99, "finding", "PASSWORD")])
    with (
        Validator() as asking,
        pytest.raises(FindingsError, match=f"'{RULE.name}' was not answered"),
    ):
        asking.ask([crashing])()


def test_a_process_that_ended_is_an_error(apart):
    with Validator() as asking:
        asking._process.kill()
        answer = asking.ask([ASKED])
        with pytest.raises(FindingsError, match="ended; run the command again"):
            answer()


def test_more_than_a_pipe_holds_is_asked_too(apart):
    many = [(0, "finding", f"ENTITY_{number}") for number in range(20_000)]
    with Validator() as asking:
        assert asking.ask([replace(ASKED, facts=[*ASKED.facts, *many])])() == {RULE.name: 1}


def test_the_main_module_is_not_run_again(tmp_path):
    script = tmp_path / "bare.py"
    script.write_text(
        "from jobs.validation.validator import Validator\n"
        "from jobs.expectations.answers import Question\n"
        "print('once', flush=True)\n"
        f"asked = {ASKED!r}\n"
        "with Validator() as asking:\n"
        "    print(asking.ask([asked])())\n"
    )
    done = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["once", str({RULE.name: 1})]


def test_an_answer_that_nobody_waits_for_is_dropped(apart):
    many = [(0, "finding", f"ENTITY_{number}") for number in range(20_000)]
    with Validator() as asking:
        process = asking._process
        asking.ask([replace(ASKED, facts=many)])
    assert process.poll() is not None


def test_a_process_that_nobody_asks_does_not_stay(apart):
    with Validator() as asking:
        process = asking._process
    assert process.poll() is not None


def test_where_great_expectations_is_loaded_it_is_asked_here():
    assert "great_expectations" in sys.modules
    with Validator() as asking:
        assert asking._process is None
        assert asking.ask([ASKED])() == {RULE.name: 1}


def test_who_judges_loads_great_expectations_in_the_other_process_only():
    script = (
        "import sys\n"
        "from jobs import judged\n"
        "print(*sorted({'great_expectations', 'pandas', 'pyspark'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


def test_what_is_not_used_is_still_there_when_somebody_asks_for_it(tmp_path):
    script = tmp_path / "asks.py"  # with `-c`, that of pyspark ends the process
    script.write_text(
        "import sys\n"
        "from jobs.validation.__main__ import WhenAsked\n"
        "sys.meta_path.insert(0, WhenAsked)\n"
        "import jobs.validation.at_once\n"
        "from scipy import stats\n"
        "print(stats.norm.cdf(0))\n"
    )
    done = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0.5"
