"""Great Expectations in a process of its own: the same answers, or an error."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from jobs.errors import FindingsError
from jobs.expectations.answers import Question
from jobs.expectations.password_is_hashed import RULE
from jobs.validation import at_once
from jobs.validation.validator import Validator, check_here

ASKED = Question(
    rule=RULE.name,
    parameters=[{}],
    facts=[(0, "finding", "PASSWORD"), (0, "finding", "PASSWORD_HASH"), (0, "coverage", None)],
    failing=1,
)
MANY = replace(
    ASKED, facts=[*ASKED.facts, *((0, "finding", f"ENTITY_{number}") for number in range(20_000))]
)
CRASHING = replace(ASKED, facts=[(99, "finding", "PASSWORD")])
NOT_ANSWERED = f"'{RULE.name}' was not answered"
TWO_WAYS = f"'{RULE.name}' was judged two ways"


@pytest.fixture
def apart(monkeypatch):
    """As in a process that has not loaded Great Expectations."""
    monkeypatch.delitem(sys.modules, "great_expectations")


@pytest.mark.parametrize("asked", [ASKED, MANY], ids=["few", "more than a pipe holds"])
def test_a_process_of_its_own_agrees_as_this_one_does(apart, asked):
    with Validator() as asking:
        asking.check([asked])
        process = asking._process
        assert process.poll() is None
    assert process.poll() is not None
    check_here([asked])


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (CRASHING, NOT_ANSWERED),
        (replace(ASKED, failing=0), TWO_WAYS),
        (replace(ASKED, failing=2), TWO_WAYS),
    ],
)
def test_what_is_no_answer_or_another_is_an_error_when_the_block_ends(apart, asked, error):
    told = []

    def checked() -> None:
        with Validator() as asking:
            asking.check([asked])
            told.append("the end of the block")

    with pytest.raises(FindingsError, match=error):
        checked()
    assert told
    with pytest.raises(FindingsError, match=error):
        check_here([asked])


def test_a_rule_that_was_not_told_about_is_an_error(monkeypatch):
    monkeypatch.setattr(at_once, "failing", lambda questions: {})
    with pytest.raises(FindingsError, match=NOT_ANSWERED):
        check_here([ASKED])


def test_a_process_that_ended_is_an_error(apart):
    def checked() -> None:
        with Validator() as asking:
            asking._process.kill()
            asking.check([ASKED])

    with pytest.raises(FindingsError, match="ended; run the command again"):
        checked()


def test_an_error_in_the_block_is_told_instead_and_nobody_waits(apart):
    processes = []

    def broken() -> None:
        with Validator() as asking:
            processes.append(asking._process)
            asking.check([CRASHING])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert processes[0].poll() is not None


def test_a_process_that_nobody_asks_does_not_stay(apart):
    with Validator() as asking:
        process = asking._process
    assert process.poll() is not None


def test_where_great_expectations_is_loaded_it_is_asked_here_at_once():
    assert "great_expectations" in sys.modules
    with Validator() as asking:
        assert asking._process is None
        asking.check([ASKED])
        with pytest.raises(FindingsError, match=TWO_WAYS):
            asking.check([replace(ASKED, failing=0)])


def run(tmp_path, script: str) -> list[str]:
    """What a script prints that is run by itself, in another folder."""
    file = tmp_path / "script.py"
    file.write_text(script)
    done = subprocess.run(
        [sys.executable, file],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_script_that_does_not_expect_to_be_imported_is_not_run_again(tmp_path):
    script = (
        "from jobs.validation.validator import Validator\n"
        "from jobs.expectations.answers import Question\n"
        "print('begin', flush=True)\n"
        "with Validator() as asking:\n"
        f"    asking.check([{ASKED!r}])\n"
        "print('end')\n"
    )
    assert run(tmp_path, script) == ["begin", "end"]


def test_where_warnings_are_errors_those_of_great_expectations_are_not(apart, monkeypatch):
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    with Validator() as asking:
        asking.check([ASKED])


def test_a_folder_of_the_same_name_where_it_is_started_is_not_taken_for_ours(tmp_path):
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "__init__.py").write_text("raise SystemExit('somebody else')\n")
    script = (
        "import os, sys\n"
        "sys.path.remove(os.getcwd())\n"
        "from jobs.validation.validator import Validator\n"
        "from jobs.expectations.answers import Question\n"
        "with Validator() as asking:\n"
        f"    asking.check([{ASKED!r}])\n"
        "print('end')\n"
    )
    assert run(tmp_path, script) == ["end"]


def test_who_judges_loads_great_expectations_in_the_other_process_only(tmp_path):
    script = (
        "import sys\n"
        "from jobs import judged\n"
        "print(*sorted({'great_expectations', 'pyspark'} & set(sys.modules)))\n"
    )
    assert run(tmp_path, script) == [""]


def test_what_is_not_used_is_still_there_when_somebody_asks_for_it(tmp_path):
    script = (
        "import sys\n"
        "from jobs.validation.__main__ import WhenAsked\n"
        "sys.meta_path.insert(0, WhenAsked)\n"
        "import jobs.validation.at_once\n"
        "from scipy import stats\n"
        "print(stats.norm.cdf(0))\n"
    )
    assert run(tmp_path, script) == ["0.5"]
