"""The command that writes decisions into the inventory: `accept`."""

import argparse
from typing import TYPE_CHECKING

from jobs.commands.exit_codes import CLEAN
from jobs.commands.judged import judged
from jobs.errors import UsageError

if TYPE_CHECKING:
    from jobs.judged import Judged


def accept(chosen: argparse.Namespace) -> int:
    """Write into the inventory that what a scan found is approved, or that verdicts are waived."""
    from jobs import dutch, inventory
    from jobs.conf.inventory import FILE, accepted
    from jobs.model import WaiverKind

    if chosen.waive is not None and (chosen.until is None or chosen.kind is None):
        raise UsageError("--waive needs --until DATE, and --as false_positive or accepted_risk")
    if chosen.waive is None and (chosen.kind is not None or chosen.entity is not None):
        raise UsageError("--as and --entity are about a waiver; give --waive RULE too")
    with judged(chosen) as seen:
        pass
    _require_scanned(seen, chosen.dataset, chosen.column)
    where = {"dataset": chosen.dataset, "column": chosen.column}
    said = {"by": chosen.by, "reason": chosen.reason, "until": chosen.until}
    if chosen.waive is None:
        approvals = inventory.proposed(
            seen.scan,
            seen.standard.inventory,
            seen.standard.datasets,
            seen.policy,
            on=chosen.as_of,
            **where,
            **said,
        )
        accepted(chosen.conf / FILE, approvals)
        columns = sum(map(len, approvals.values()))
        said_so = dutch.counted(columns, "kolom", "kolommen")
        print(f"{chosen.conf / FILE}: {said_so} goedgekeurd")
        return CLEAN
    waivers = inventory.waivers_for(
        seen.verdicts,
        rule=None if chosen.waive == "all" else chosen.waive,
        entity=chosen.entity,
        kind=WaiverKind(chosen.kind),
        **where,
        **said,
    )
    if not waivers:
        raise UsageError(f"no violation or gap of {chosen.waive!r} there; see 'speurneus gate'")
    accepted(chosen.conf / FILE, {}, waivers)
    print(f"{chosen.conf / FILE}: {dutch.counted(len(waivers), 'uitzondering', 'uitzonderingen')}")
    return CLEAN


def _require_scanned(seen: "Judged", dataset: str | None, column: str | None) -> None:
    """Raise UsageError where a scan holds no finding in what is named."""
    known = {finding.dataset for finding in seen.scan.findings} | {*seen.names}
    if dataset is not None and dataset not in known:
        raise UsageError(f"no dataset {dataset!r} in scan {seen.scan.scan_id}")
    columns = {f.column for f in seen.scan.findings if f.dataset == dataset}
    if column is not None and column not in columns:
        found = ", ".join(sorted(columns)) or "nothing"
        raise UsageError(f"no finding in column {column!r} of {dataset!r}; it has {found}")
