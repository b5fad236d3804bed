"""A scan that was judged: read, held against the standard, for a day.

The one way from what was asked to what the gate, the notebook and `explain` say, so that they
agree to the row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from jobs import findings, gate, inventory
from jobs.findings import Scan
from jobs.model import Change, Dataset, Judgement, Policy, Verdict, undeclared
from jobs.standard import Standard, standard
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
    """A scan, what it was held against, and the judgement."""

    scan: Scan
    standard: Standard
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
    def policy(self) -> Policy:
        """The privacy statement."""
        return self.standard.policy

    @property
    def names(self) -> list[str]:
        """The scanned datasets."""
        read = {row.dataset for row in self.scan.coverage}
        return sorted(read | {row.dataset for row in self.scan.findings})

    @cached_property
    def _declared(self) -> Mapping[str, Dataset]:
        return {dataset.name: dataset for dataset in self.standard.datasets}

    def dataset(self, name: str) -> Dataset:
        """What conf declares about a dataset: nothing, where it does not know it."""
        return self._declared.get(name) or undeclared(name)


def given(asked: Asked) -> tuple[Standard, Scan]:
    """The standard and the scan; raises SpeurneusError where either cannot be read."""
    return standard(asked.conf, asked.policy), findings.read(asked.out, asked.scan_id)


def judged(asked: Asked, validator: Validator | None = None) -> Judged:
    """Read the scan and judge it; raises SpeurneusError where either cannot be done.

    A `validator` that was made first saves time, and checks the answers until its block ends.
    """
    held_against, scan = given(asked)
    policy, datasets = held_against.policy, held_against.datasets
    verdicts = gate.judge(
        scan, datasets, policy, held_against.residency, asked.as_of, validator=validator
    )
    decided = held_against.inventory
    changes: tuple[Change, ...] = ()
    if decided is not None:
        verdicts = inventory.waived(verdicts, decided, asked.as_of)
        changes = inventory.changes(scan, decided, datasets, policy, asked.as_of, verdicts=verdicts)
    return Judged(
        scan=scan,
        standard=held_against,
        judgement=Judgement(
            scan_id=scan.scan_id,
            policy=asked.policy,
            as_of=asked.as_of,
            verdicts=tuple(verdicts),
            changes=changes,
            compared=decided is not None,
        ),
    )
