"""What the findings notebook is about: one scan, judged by one policy for one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jobs import findings, gate
from jobs.conf import check_references, load_datasets, load_policy, load_residency
from jobs.findings import Scan
from jobs.model import Dataset, Policy, Source, Verdict
from jobs.report.asked import Asked


@dataclass(frozen=True, kw_only=True)
class Overview:
    """A scan and all verdicts about it."""

    scan: Scan
    datasets: Mapping[str, Dataset]
    policy: Policy
    verdicts: tuple[Verdict, ...]
    as_of: date

    @property
    def names(self) -> list[str]:
        """The scanned datasets."""
        read = {row.dataset for row in self.scan.coverage}
        return sorted(read | {row.dataset for row in self.scan.findings})

    def dataset(self, name: str) -> Dataset:
        """What conf declares about a dataset: nothing, where it does not know it."""
        return self.datasets.get(name) or Dataset(name=name, source=Source(path=name))


def judged(wanted: Asked) -> Overview:
    """Read the scan and judge it; raises SpeurneusError where either cannot be done."""
    policy = load_policy(wanted.conf, wanted.policy)
    datasets = load_datasets(wanted.conf)
    residency = load_residency(wanted.conf)
    check_references(wanted.conf, datasets, policy, residency)
    scan = findings.read(wanted.out, wanted.scan_id)
    return Overview(
        scan=scan,
        datasets={dataset.name: dataset for dataset in datasets},
        policy=policy,
        verdicts=tuple(gate.judge(scan, datasets, policy, residency, wanted.as_of)),
        as_of=wanted.as_of,
    )
