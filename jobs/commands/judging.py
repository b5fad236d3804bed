"""Commands that judge a scan: `gate`, `report`, `suites` and `explain`."""

import argparse
import gc

from jobs.commands.exit_codes import CLEAN
from jobs.commands.judged import judged
from jobs.errors import UsageError


def gate(chosen: argparse.Namespace) -> int:
    """Judge a scan and print each breach; the exit code says whether a merge may pass."""
    gc.disable()  # in a run this short, looking for garbage would take a fifth of the time
    try:
        return _gated(chosen)
    finally:
        gc.enable()


def _gated(chosen: argparse.Namespace) -> int:
    with judged(chosen) as seen:
        from jobs import gate
        from jobs.conf.places import places
        from jobs.expectations import rules
        from jobs.formats import FORMATS
        from jobs.model import FailOn

        fail_on = [FailOn(name) for name in chosen.fail_on or FailOn]
        if chosen.fail_on and FailOn.NEW in fail_on and seen.standard.inventory is None:
            raise UsageError(
                f"{chosen.conf}: --fail-on new needs an inventory; run 'speurneus accept' first"
            )
        keys = {rule.name: rule.keys for rule in rules()}
        text = FORMATS[chosen.format](seen.judgement, places(chosen.conf, chosen.policy, keys))
        code = gate.exit_code(seen.judgement, fail_on)
    print(text)
    return code


def report(chosen: argparse.Namespace) -> int:
    """Write the findings notebook as an HTML page."""
    from jobs.report import page

    page.write(
        chosen.html,
        out=chosen.out,
        conf=chosen.conf,
        policy=chosen.policy,
        scan_id=chosen.scan_id,
        as_of=chosen.as_of,
    )
    print(chosen.html)
    return CLEAN


def explain(chosen: argparse.Namespace) -> int:
    """Print why a column was found to hold what it does, and why it is judged as it is."""
    with judged(chosen) as seen:
        from jobs import explain

        text = explain.of_columns(seen, chosen.dataset, chosen.column)
    print(text)
    return CLEAN


def suites(chosen: argparse.Namespace) -> int:
    """Write each dataset's suite for Great Expectations, and a site of what came of it."""
    from jobs.suites import project

    with judged(chosen) as seen:
        pass
    print(project.write(seen, chosen.directory))
    return CLEAN
