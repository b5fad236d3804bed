"""The scan that a command is about, judged."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs.judged import Judged


@contextmanager
def judged(chosen: argparse.Namespace) -> "Iterator[Judged]":
    """What came of it, for a block that tells nobody: it is checked when the block ends."""
    from jobs.validation.validator import Validator

    with Validator() as validator:  # first, for what it loads takes longest
        from jobs.judged import Asked, judged

        wanted = Asked(
            out=chosen.out,
            conf=chosen.conf,
            policy=chosen.policy,
            scan_id=chosen.scan_id,
            as_of=chosen.as_of,
        )
        yield judged(wanted, validator)
