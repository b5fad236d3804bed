"""Validator: who asks Great Expectations, and where it is loaded meanwhile."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from jobs.errors import FindingsError

if TYPE_CHECKING:
    from jobs.expectations.answers import Question

Counts = dict[str, int]


class Validator:
    """Asks Great Expectations in a process of its own, which loads it while this one reads.

    Where Great Expectations is loaded already, it is asked here. The other process
    (`jobs.validation.__main__`) ends with the `with` block.
    """

    def __init__(self, *, apart: bool = True) -> None:
        """Begin to load it, unless it is to be asked here."""
        self._process: subprocess.Popen[bytes] | None = None
        if apart and sys.executable and "great_expectations" not in sys.modules:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jobs.validation"],
                # what this process can import, and nothing that lies where it was started
                env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONSAFEPATH": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            # more than a pipe holds is not taken before the other process has loaded
            self._thread = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the process, whatever it does: it has said all, or nobody waits for that any more."""
        if self._process is not None:
            with self._process:
                self._process.kill()
                self._thread.shutdown()

    def ask(self, questions: "Sequence[Question]") -> Callable[[], Counts]:
        """Begin to ask; what is given back waits for the counts of failing facts by rule.

        It raises FindingsError where a question is not answered.
        """
        if self._process is None:
            from jobs.validation.at_once import failing

            return lambda: failing(questions)
        said = self._thread.submit(self._process.communicate, pickle.dumps(questions))
        return lambda: _answer(said.result()[0])


def _answer(said: bytes) -> Counts:
    if not said:
        why = "the process that asks Great Expectations ended; run the command again"
        raise FindingsError(why)
    answer: Counts | FindingsError = pickle.loads(said)
    if isinstance(answer, FindingsError):
        raise answer
    return answer
