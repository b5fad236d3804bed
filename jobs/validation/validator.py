"""Validator: who asks Great Expectations, and where it is loaded meanwhile."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from jobs.errors import FindingsError

if TYPE_CHECKING:
    from jobs.expectations.answers import Question

Counts = dict[str, int]
_UNUSED = ("scipy", "altair")
"""What Great Expectations imports for charts and distributions, which takes a third of its time."""


class Validator:
    """Asks Great Expectations in a process of its own, which loads it while this one reads.

    Where Great Expectations is loaded already, it is asked here. The other process ends with the
    `with` block. It imports the main module again: that has to be one that may be imported.
    """

    def __init__(self, *, apart: bool = True) -> None:
        """Begin to load it, unless it is to be asked here."""
        self._apart = apart and "great_expectations" not in sys.modules
        if self._apart:
            # spawned, for a fork would inherit the threads of Arrow
            context = get_context("spawn")
            self._ours, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()

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
        if self._apart:
            self._ours.close()
            self._process.kill()

    def ask(self, questions: "Sequence[Question]") -> Callable[[], Counts]:
        """Begin to ask; what is given back waits for the counts of failing facts by rule.

        It raises FindingsError where a question is not answered.
        """
        if not self._apart:
            return lambda: _failing(questions)
        with suppress(OSError):  # it has ended: so says whoever waits for an answer
            self._ours.send(questions)
        return self._waited

    def _waited(self) -> Counts:
        try:
            answer: Counts | FindingsError = self._ours.recv()
        except (EOFError, OSError):
            why = "the process that asks Great Expectations ended; run the command again"
            raise FindingsError(why) from None
        if isinstance(answer, FindingsError):
            raise answer
        return answer


def _serve(theirs: Connection) -> None:
    """Load Great Expectations in a process that does nothing else, and answer once."""
    from tqdm import tqdm

    from jobs.quiet import quiet

    quiet()
    # the lock that it makes otherwise outlives a process that is killed, and Python says so
    tqdm.set_lock(RLock())
    sys.meta_path.insert(0, _WhenAsked)
    import jobs.validation.at_once  # noqa: F401

    questions = theirs.recv()
    try:
        theirs.send(_failing(questions))
    except FindingsError as error:
        theirs.send(error)


def _failing(questions: "Sequence[Question]") -> Counts:
    from jobs.validation.at_once import failing

    return failing(questions)


class _WhenAsked:
    """Finds the modules that are not used; they are loaded when something asks for them."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """The module's own spec, with a loader that waits."""
        if name.partition(".")[0] not in _UNUSED:
            return None
        spec = PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec
