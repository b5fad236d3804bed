"""Which scan is asked about, and how it is judged."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs.judged import Judged


def judged(chosen: argparse.Namespace) -> "Judged":
    """The scan that the arguments of a command ask for, judged."""
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
        return judged(wanted, validator)
