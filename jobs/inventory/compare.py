"""Approvals held against what a scan found.

What was not wholly read proves nothing: there an approval is `unread` and never `gone`. Where
only some texts of a column were read for names, nothing is said of what is not seen in it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from jobs import dutch
from jobs.findings import Scan
from jobs.inventory.extent import Extent
from jobs.inventory.waive import changed_waivers, mistaken
from jobs.model import (
    Approval,
    Change,
    ChangeKind,
    Dataset,
    Inventory,
    Policy,
    Verdict,
    VerdictKind,
    undeclared,
)
from jobs.policy import category_of

_READ = "everything_was_read"


def changes(
    scan: Scan,
    inventory: Inventory,
    datasets: Iterable[Dataset],
    policy: Policy,
    as_of: date,
    *,
    verdicts: Sequence[Verdict],
) -> tuple[Change, ...]:
    """Each way in which a scan, and the verdicts about it, differ from the inventory.

    What a waiver calls a false positive in a column is not there, and nobody has to approve it;
    what is not read, and is waived, is known. The verdicts are those after `waived`.
    By dataset and column; what is about waivers comes last, in their order.
    """
    own, found, extent = declared(datasets), entities_found(scan), Extent(scan.coverage)
    known = _known_unread(verdicts)
    told: list[Change] = []
    for name in sorted({*found, *inventory.datasets}):
        approved, here = inventory.datasets.get(name, {}), found.get(name, {})
        if approved and (reasons := extent.reasons(name)) and name not in known:
            told.append(_unread_dataset(name, approved, reasons))
        for column in sorted({*here, *approved}):
            now, approval = here.get(column, set()), approved.get(column)
            meant = now - mistaken(inventory, name, column, as_of)
            told.extend(_new(name, column, meant, approval))
            if approval is not None:
                told.extend(_expired(name, column, approval, now, as_of))
                told.extend(_changed(own(name), column, approval, now, policy))
                if name not in known:
                    told.extend(_missing(name, column, approval, now, extent))
    told.extend(changed_waivers(inventory, verdicts, extent, as_of))
    return tuple(told)


def _known_unread(verdicts: Iterable[Verdict]) -> set[str]:
    """The datasets of which somebody decided that not all of it needs to be read."""
    gaps: dict[str, list[bool]] = {}
    for verdict in verdicts:
        if verdict.rule == _READ and verdict.kind is VerdictKind.GAP:
            gaps.setdefault(verdict.dataset, []).append(verdict.waived is not None)
    return {name for name, waived in gaps.items() if all(waived)}


def declared(datasets: Iterable[Dataset]) -> Callable[[str], Dataset]:
    """Gives what is declared about a dataset; nothing, for one that conf does not know."""
    known = {dataset.name: dataset for dataset in datasets}
    return lambda name: known.get(name) or undeclared(name)


def entities_found(scan: Scan) -> dict[str, dict[str, set[str]]]:
    """The entities of a scan per dataset and column."""
    found: dict[str, dict[str, set[str]]] = {}
    for finding in scan.findings:
        columns = found.setdefault(finding.dataset, {})
        columns.setdefault(finding.column, set()).add(finding.entity)
    return found


def _new(
    dataset: str, column: str, now: Iterable[str], approval: Approval | None
) -> Iterator[Change]:
    approved = approval.entities if approval else ()
    for entity in sorted(set(now) - set(approved)):
        besides = f"; wel: {_named(approved)}" if approved else ""
        yield Change(
            kind=ChangeKind.NEW,
            dataset=dataset,
            column=column,
            entity=entity,
            text=f"Gevonden: {dutch.entity(entity)}. Niemand heeft dat voor deze kolom goedgekeurd"
            f"{besides}.",
            remedy="Verwijder het gegeven, of laat het goedkeuren ('speurneus accept').",
        )


def _expired(
    dataset: str, column: str, approval: Approval, now: Iterable[str], as_of: date
) -> Iterator[Change]:
    there = [entity for entity in approval.entities if entity in now]
    if there and approval.until is not None and approval.until < as_of:
        yield Change(
            kind=ChangeKind.EXPIRED,
            dataset=dataset,
            column=column,
            text=f"De goedkeuring van {approval.by} gold tot en met {dutch.day(approval.until)};"
            f" nog steeds gevonden: {_named(there)}.",
            remedy="Verwijder de gegevens, of laat ze opnieuw goedkeuren ('speurneus accept').",
        )


def _changed(
    dataset: Dataset, column: str, approval: Approval, now: Iterable[str], policy: Policy
) -> Iterator[Change]:
    """That approved data is there for something else; of one in no category a verdict tells."""
    there = [entity for entity in approval.entities if entity in now]
    for entity in there:
        category = category_of(policy, dataset, entity)
        if category is not None and category not in approval.categories:
            before = ", ".join(approval.categories) or "geen categorie"
            yield Change(
                kind=ChangeKind.CHANGED,
                dataset=dataset.name,
                column=column,
                entity=entity,
                text=f"Dit gegeven valt nu in categorie '{category}';"
                f" goedgekeurd is het onder: {before}.",
                remedy="Laat het opnieuw goedkeuren ('speurneus accept').",
            )
    purposes = [name for name in dataset.purposes if name not in approval.purposes]
    if there and purposes:
        before = ", ".join(approval.purposes) or "geen doel"
        yield Change(
            kind=ChangeKind.CHANGED,
            dataset=dataset.name,
            column=column,
            text=f"Deze gegevens worden nu ook gebruikt voor: {', '.join(purposes)};"
            f" goedgekeurd is: {before}.",
            remedy="Schrap het doel in de conf van de dataset, of laat het goedkeuren"
            " ('speurneus accept').",
        )


def _missing(
    dataset: str, column: str, approval: Approval, now: Iterable[str], extent: Extent
) -> Iterator[Change]:
    """What was approved in a column and is not seen there."""
    missing = [entity for entity in approval.entities if entity not in now]
    reason = extent.reason(dataset, column)
    if reason is not None:
        yield Change(
            kind=ChangeKind.UNREAD,
            dataset=dataset,
            column=column,
            text=f"Hier is goedgekeurd: {_named(approval.entities)}; de kolom is nu niet (helemaal)"
            f" gelezen: {reason}.",
            remedy="Herstel de toegang en draai de scan opnieuw.",
        )
    elif extent.is_whole(dataset, column) and missing:
        whole = len(missing) == len(approval.entities)
        gone: Sequence[str | None] = [None] if whole else missing
        for entity in gone:
            yield Change(
                kind=ChangeKind.GONE,
                dataset=dataset,
                column=column,
                entity=entity,
                text=f"Goedgekeurd, en er niet meer: {_named([entity] if entity else missing)}."
                if extent.has(dataset, column)
                else f"De kolom is er niet meer; goedgekeurd was: {_named(missing)}.",
                remedy="Haal de goedkeuring uit de inventaris.",
            )


def _unread_dataset(name: str, approved: Mapping[str, Approval], reasons: Sequence[str]) -> Change:
    count = dutch.counted(len(approved), "goedgekeurde kolom", "goedgekeurde kolommen")
    return Change(
        kind=ChangeKind.UNREAD,
        dataset=name,
        text=f"De dataset is niet (helemaal) gelezen: {'; '.join(sorted(set(reasons)))}."
        f" Of er nog is wat er mocht zijn, is van {count} niet te zeggen.",
        remedy="Herstel het bestand of de toegang en draai de scan opnieuw.",
    )


def _named(entities: Iterable[str]) -> str:
    return ", ".join(dutch.entity(entity) for entity in entities)
