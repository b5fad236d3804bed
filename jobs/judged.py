"""A scan that was judged: read, held against policy and inventory, for a day.

The one way from what was asked to what the gate, the notebook and `explain` say, so that they
agree to the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detectors.recognizers import shipped
from jobs import findings, gate, inventory
from jobs.conf import (
    check_entities,
    check_references,
    load_datasets,
    load_policy,
    load_residency,
)
from jobs.conf.inventory import check_rules, load_inventory
from jobs.expectations import rules
from jobs.findings import Scan
from jobs.model import Change, Dataset, Inventory, Judgement, Policy, Verdict, undeclared
from jobs.validation.validator import Validator


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which scan, which policy, which day; `scan_id` None is the last scan."""

    out: Path
    conf: Path
    policy: str
    scan_id: str | None
    as_of: date


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A scan, what it was held against, and the judgement; `inventory` None: there is none."""

    scan: Scan
    datasets: Mapping[str, Dataset]
    policy: Policy
    inventory: Inventory | None
    judgement: Judgement

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, the waived ones included."""
        return self.judgement.verdicts

    @property
    def as_of(self) -> date:
        """The day that verdicts are given for."""
        return self.judgement.as_of

    @property
    def names(self) -> list[str]:
        """The scanned datasets."""
        read = {row.dataset for row in self.scan.coverage}
        return sorted(read | {row.dataset for row in self.scan.findings})

    def dataset(self, name: str) -> Dataset:
        """What conf declares about a dataset: nothing, where it does not know it."""
        return self.datasets.get(name) or undeclared(name)


def judged(asked: Asked, validator: Validator | None = None) -> Judged:
    """Read the scan and judge it; raises SpeurneusError where either cannot be done.

    A `validator` saves time where it was made first; without one, Great Expectations is loaded
    here.
    """
    policy = load_policy(asked.conf, asked.policy)
    datasets = load_datasets(asked.conf)
    residency = load_residency(asked.conf)
    check_references(asked.conf, datasets, policy, residency)
    recognised = [recognizer.entity for recognizer in shipped()]
    check_entities(asked.conf, asked.policy, policy, recognised)
    decided = load_inventory(asked.conf)
    if decided is not None:
        check_rules(asked.conf, decided, [rule.name for rule in rules()])
    scan = findings.read(asked.out, asked.scan_id)
    verdicts = gate.judge(scan, datasets, policy, residency, asked.as_of, validator)
    changes: tuple[Change, ...] = ()
    if decided is not None:
        verdicts = inventory.waived(verdicts, decided, asked.as_of)
        changes = inventory.changes(scan, decided, datasets, policy, asked.as_of, verdicts=verdicts)
    return Judged(
        scan=scan,
        datasets={dataset.name: dataset for dataset in datasets},
        policy=policy,
        inventory=decided,
        judgement=Judgement(
            scan_id=scan.scan_id,
            policy=asked.policy,
            as_of=asked.as_of,
            verdicts=tuple(verdicts),
            changes=changes,
            compared=decided is not None,
        ),
    )
