"""Standard: what a scan is held against, read from conf and checked as a whole.

The one way that commands load conf, so that what one of them refuses, all refuse.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detectors.recognizers import shipped
from jobs.conf import (
    check_entities,
    check_references,
    load_datasets,
    load_detection,
    load_policy,
    load_residency,
)
from jobs.conf.inventory import check_rules, load_inventory
from jobs.errors import ConfError
from jobs.expectations import rules
from jobs.expectations.rule import Declared
from jobs.model import Dataset, Detection, Inventory, Policy, Residency


@dataclass(frozen=True, kw_only=True)
class Standard:
    """The statement, the datasets, where they may lie, and what was decided.

    `inventory` None: there is none.
    """

    policy: Policy
    residency: Residency
    detection: Detection
    datasets: tuple[Dataset, ...] = ()
    inventory: Inventory | None = None

    def declared(self, name: str, as_of: date) -> Declared:
        """What is declared about a dataset of conf, for a day; raises `ConfError` for another."""
        own = next((dataset for dataset in self.datasets if dataset.name == name), None)
        if own is None:
            raise ConfError(f"dataset {name}", "not in conf", "add conf/datasets/<name>.yaml")
        return Declared(dataset=own, policy=self.policy, residency=self.residency, as_of=as_of)


def standard(conf: Path, policy: str, *, datasets: bool = True) -> Standard:
    """The standard of a conf folder, under the policy of this name; raises `ConfError`.

    Without `datasets` those of conf are left alone, and so is what was decided about them.
    """
    statement = load_policy(conf, policy)
    residency = load_residency(conf)
    detection = load_detection(conf)
    check_entities(conf, policy, statement, detection, [one.entity for one in shipped()])
    if not datasets:
        return Standard(policy=statement, residency=residency, detection=detection)
    declared = load_datasets(conf)
    check_references(conf, declared, statement, residency)
    decided = load_inventory(conf)
    if decided is not None:
        check_rules(conf, decided, [rule.name for rule in rules()])
    return Standard(
        policy=statement,
        residency=residency,
        detection=detection,
        datasets=declared,
        inventory=decided,
    )
