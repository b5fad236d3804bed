"""Validator: holds what the rules answered against Great Expectations."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from jobs.errors import FindingsError

if TYPE_CHECKING:
    from jobs.expectations.answers import Question


class Validator:
    """Asks Great Expectations in a process of its own, which loads it while this one goes on.

    What was answered is checked at the end of the `with` block: only then is to be told what
    came of it. Where Great Expectations is loaded already it is asked here, at once. The other
    process (`jobs.validation.__main__`) ends with the block.
    """

    def __init__(self) -> None:
        """Begin to load it."""
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting: tuple[Sequence[Question], Future[tuple[bytes, bytes]]] | None = None
        if sys.executable and "great_expectations" not in sys.modules:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "jobs.validation"],
                # what this process can import, and nothing that lies where it was started
                env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONSAFEPATH": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            # more than a pipe holds is not taken before the other process has loaded
            self._thread = ThreadPoolExecutor(max_workers=1)

    def check(self, questions: "Sequence[Question]") -> None:
        """Ask the same questions, once in a block.

        FindingsError, here or at the end of the block, where one of them gets no answer or
        another one.
        """
        if self._process is None:
            check_here(questions)
        else:
            said = self._thread.submit(self._process.communicate, pickle.dumps(questions))
            self._waiting = questions, said

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Wait for the answers, where the block has come to its end; end the other process."""
        if self._process is None:
            return
        with self._process:
            try:
                if kind is None and self._waiting is not None:
                    questions, said = self._waiting
                    _compare(questions, _counts(said.result()[0]))
            finally:
                self._process.kill()
                self._thread.shutdown()


def check_here(questions: "Sequence[Question]") -> None:
    """Ask the same questions of Great Expectations in this process; raises FindingsError."""
    from jobs.validation.at_once import failing

    _compare(questions, failing(questions))


def _counts(said: bytes) -> dict[str, int]:
    if not said:
        why = "the process that asks Great Expectations ended; run the command again"
        raise FindingsError(why)
    answer: dict[str, int] | FindingsError = pickle.loads(said)
    if isinstance(answer, FindingsError):
        raise answer
    return answer


def _compare(questions: "Sequence[Question]", failing: Mapping[str, int]) -> None:
    for question in questions:
        if question.rule not in failing:
            raise FindingsError(f"question {question.rule!r} was not answered")
        if failing[question.rule] != question.failing:
            raise FindingsError(f"question {question.rule!r} was judged two ways")
