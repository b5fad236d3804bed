"""Which scan is asked about, and how it is to be judged."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs.judged import Asked


def asked(chosen: argparse.Namespace) -> "Asked":
    """What the arguments of a command ask for."""
    from jobs.judged import Asked

    return Asked(
        out=chosen.out,
        conf=chosen.conf,
        policy=chosen.policy,
        scan_id=chosen.scan_id,
        as_of=chosen.as_of,
    )
