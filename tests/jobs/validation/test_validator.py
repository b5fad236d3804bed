"""Great Expectations in a process of its own: the same answers, or an error."""

import os
import signal
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
        os.kill(asking._process.pid, signal.SIGKILL)
        asking._process.join()
        answer = asking.ask([ASKED])
        with pytest.raises(FindingsError, match="ended; run the command again"):
            answer()


def test_a_process_that_nobody_asks_does_not_stay(apart):
    with Validator() as asking:
        process = asking._process
    process.join(timeout=60)
    assert process.exitcode is not None


def test_where_great_expectations_is_loaded_it_is_asked_here():
    assert "great_expectations" in sys.modules
    with Validator() as asking:
        assert not hasattr(asking, "_process")
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
        "from jobs.validation import validator\n"
        "sys.meta_path.insert(0, validator._WhenAsked)\n"
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
