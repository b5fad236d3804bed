"""`python -m jobs.validation`: the process that asks Great Expectations for another one.

It reads questions from stdin and writes the counts to stdout, or the error that there was, both
as they are pickled; whatever else is printed goes to stderr.
"""

import os
import pickle
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from threading import RLock

from tqdm import tqdm

from jobs.errors import FindingsError
from jobs.quiet import quiet

_UNUSED = ("scipy", "altair")
"""What Great Expectations imports for charts and distributions: with Spark, half of its time."""


class WhenAsked:
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


def main() -> None:
    """Load Great Expectations, then answer once."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        quiet()
        # the lock that it makes otherwise outlives a process that is killed, and Python says so
        tqdm.set_lock(RLock())
        sys.meta_path.insert(0, WhenAsked)
        sys.modules["pyspark"] = None  # type: ignore[assignment] # as where it is not installed
        from jobs.validation.at_once import failing

        questions = pickle.load(sys.stdin.buffer)
        try:
            pickle.dump(failing(questions), out)
        except FindingsError as error:
            pickle.dump(error, out)


if __name__ == "__main__":
    main()
