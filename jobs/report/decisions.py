"""What was decided and what comes next, as HTML in Dutch: waivers, the inventory, the forecast."""

from collections.abc import Sequence

from jobs.dutch import capital, entity
from jobs.formats.words import CHANGES, WAIVERS
from jobs.judged import Judged
from jobs.model import ChangeKind
from jobs.report import markup
from jobs.report.markup import Cell, Html


def waived(seen: Judged) -> Html:
    """Each violation and gap that a waiver covers: what, why, by whom and until when."""
    rows: list[Sequence[Cell]] = [
        (
            markup.name(verdict.dataset),
            markup.name(verdict.column or "hele dataset"),
            capital(entity(verdict.entity)) if verdict.entity else "",
            verdict.label,
            verdict.rows,
            f"{WAIVERS[verdict.waived.kind]}: {verdict.waived.reason}",
            verdict.waived.by,
            verdict.waived.until,
        )
        for verdict in seen.judgement.waived
        if verdict.waived is not None
    ]
    if not rows:
        return markup.paragraph("Er zijn geen uitzonderingen.")
    heads = ("Dataset", "Kolom", "Gegeven", "Vraag", "Rijen", "Waarom", "Door", "Tot en met")
    return markup.table(heads, rows)


def changes(seen: Judged) -> Html:
    """How the scan differs from the inventory, what somebody has to decide about first."""
    if not seen.judgement.compared:
        return markup.paragraph(
            "Er is geen inventaris. 'speurneus accept' legt vast wat is goedgekeurd."
        )
    kinds = list(ChangeKind)
    rows: list[Sequence[Cell]] = [
        (
            CHANGES[change.kind],
            markup.name(change.dataset),
            markup.name(change.column) if change.column else "",
            capital(entity(change.entity)) if change.entity else "",
            markup.lines([change.text, change.remedy]),
        )
        for change in sorted(
            seen.judgement.changes, key=lambda c: (kinds.index(c.kind), c.dataset, c.column or "")
        )
    ]
    if not rows:
        return markup.paragraph("De scan komt overeen met de inventaris.")
    heads = ("Afwijking", "Dataset", "Kolom", "Gegeven", "Wat er is en wat te doen")
    return markup.table(heads, rows)


def forecast(seen: Judged) -> Html:
    """The rows that will pass their term, column by column, most within 30 days first."""
    soon = [verdict for verdict in seen.verdicts if verdict.within_90]
    if not soon:
        return markup.paragraph("Binnen 90 dagen verloopt er niets.")
    rows: list[Sequence[Cell]] = [
        (
            markup.name(verdict.dataset),
            markup.name(verdict.column or ""),
            capital(entity(verdict.entity or "")),
            verdict.within_30,
            verdict.within_90,
        )
        for verdict in sorted(
            soon, key=lambda v: (-v.within_30, -v.within_90, v.dataset, v.column or "")
        )
    ]
    heads = ("Dataset", "Kolom", "Gegeven", "Binnen 30 dagen", "Binnen 90 dagen")
    return markup.table(heads, rows)
