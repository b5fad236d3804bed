"""Waivers: which verdicts they cover, and which of them no longer hold or are no longer needed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from jobs import dutch
from jobs.inventory.extent import Extent
from jobs.model import Change, ChangeKind, Inventory, Verdict, VerdictKind, Waiver, WaiverKind


def waived(verdicts: Iterable[Verdict], inventory: Inventory, as_of: date) -> list[Verdict]:
    """The verdicts, those with a waiver that a valid one covers.

    Of several it is the one that names most: column and entity, then the column, then the entity.
    """
    valid = [waiver for waiver in inventory.waivers if as_of <= waiver.until]
    valid.sort(key=lambda waiver: (waiver.column is None, waiver.entity is None))
    told = []
    for verdict in verdicts:
        waiver = next((one for one in valid if _covers(one, verdict)), None)
        told.append(replace(verdict, waived=waiver) if waiver else verdict)
    return told


def mistaken(inventory: Inventory, dataset: str, column: str, as_of: date) -> set[str]:
    """The entities that a valid waiver says are no such thing in a column."""
    return {
        waiver.entity
        for waiver in inventory.waivers
        if waiver.kind is WaiverKind.FALSE_POSITIVE
        and (waiver.dataset, waiver.column) == (dataset, column)
        and waiver.entity is not None
        and as_of <= waiver.until
    }


def changed_waivers(
    inventory: Inventory, verdicts: Sequence[Verdict], extent: Extent, as_of: date
) -> Iterator[Change]:
    """Each waiver that has expired, or that covers no verdict any more, in their order."""
    for position, waiver in enumerate(inventory.waivers):
        covering = any(_covers(waiver, verdict) for verdict in verdicts)
        if not covering and extent.is_whole(waiver.dataset, waiver.column):
            kind = ChangeKind.GONE
            text = "De uitzondering is niet meer nodig: zij dekt geen enkel oordeel meer."
            remedy = "Haal de uitzondering uit de inventaris."
        elif waiver.until < as_of:
            kind = ChangeKind.EXPIRED
            text = f"De uitzondering van {waiver.by} gold tot en met {dutch.day(waiver.until)}."
            remedy = "Herstel wat het oordeel noemt, of besluit opnieuw over de uitzondering."
        else:
            continue
        yield Change(
            kind=kind,
            dataset=waiver.dataset,
            column=waiver.column,
            entity=waiver.entity,
            rule=waiver.rule,
            position=position,
            text=text,
            remedy=remedy,
        )


def _covers(waiver: Waiver, verdict: Verdict) -> bool:
    return (
        verdict.kind is not VerdictKind.COMPLIANT
        and (waiver.rule, waiver.dataset) == (verdict.rule, verdict.dataset)
        and waiver.column in (None, verdict.column)
        and waiver.entity in (None, verdict.entity)
    )
