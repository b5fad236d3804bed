"""What has to be decided for a scan to hold nothing that nobody approved."""

from collections.abc import Iterable, Sequence
from datetime import date

from jobs.findings import Scan
from jobs.inventory.compare import declared, entities_found
from jobs.model import (
    Approval,
    Dataset,
    Inventory,
    Policy,
    Verdict,
    VerdictKind,
    Waiver,
    WaiverKind,
)
from jobs.policy import category_of

Approvals = dict[str, dict[str, Approval]]
"""Approvals per dataset and column."""


def proposed(
    scan: Scan,
    inventory: Inventory | None,
    datasets: Iterable[Dataset],
    policy: Policy,
    *,
    by: str,
    reason: str,
    on: date,
    until: date | None = None,
    dataset: str | None = None,
    column: str | None = None,
) -> Approvals:
    """The approvals that make what a scan found approved, of one dataset or column where named.

    What was approved stays approved beside what was found, unless it expired before `on`. An
    approval that already says all of it is given as it is, with its own author and days.
    """
    own = declared(datasets)
    told: Approvals = {}
    for name, columns in sorted(entities_found(scan).items()):
        for path, found in sorted(columns.items()):
            if dataset not in (None, name) or column not in (None, path):
                continue
            old = inventory.datasets.get(name, {}).get(path) if inventory else None
            if old is not None and old.until is not None and old.until < on:
                old = None
            entities = found | set(old.entities if old else ())
            categories = {category_of(policy, own(name), entity) for entity in entities} - {None}
            purposes = set(own(name).purposes)
            if (
                old is not None
                and entities <= set(old.entities)
                and categories <= set(old.categories)
                and purposes <= set(old.purposes)
            ):
                told.setdefault(name, {})[path] = old
                continue
            told.setdefault(name, {})[path] = Approval(
                entities=_in_order(entities, old.entities if old else ()),
                categories=_in_order(filter(None, categories), old.categories if old else ()),
                purposes=_in_order(purposes, old.purposes if old else ()),
                by=by,
                reason=reason,
                on=on,
                until=until,
            )
    return told


def waivers_for(
    verdicts: Iterable[Verdict],
    *,
    kind: WaiverKind,
    by: str,
    reason: str,
    until: date,
    rule: str | None = None,
    dataset: str | None = None,
    column: str | None = None,
    entity: str | None = None,
) -> tuple[Waiver, ...]:
    """A waiver for each violation and gap that counts, of what is named; of all, where nothing is.

    Each names its column and its entity, so that it covers nothing that comes later.
    """
    wanted = {"rule": rule, "dataset": dataset, "column": column, "entity": entity}
    named = {key: value for key, value in wanted.items() if value is not None}
    about = dict.fromkeys(
        (verdict.rule, verdict.dataset, verdict.column, verdict.entity)
        for verdict in verdicts
        if verdict.kind is not VerdictKind.COMPLIANT
        and verdict.waived is None
        and all(getattr(verdict, key) == value for key, value in named.items())
    )
    return tuple(
        Waiver(
            rule=its,
            dataset=name,
            column=path,
            entity=what,
            kind=kind,
            by=by,
            reason=reason,
            until=until,
        )
        for its, name, path, what in about
    )


def _in_order(names: Iterable[str], before: Sequence[str]) -> tuple[str, ...]:
    """Those that stood before in their own order, and after them what is new."""
    wanted = set(names)
    return (*[name for name in before if name in wanted], *sorted(wanted - set(before)))
