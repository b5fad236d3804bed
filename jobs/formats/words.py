"""What all formats say alike, in Dutch: places, counts, clauses, waivers, changes."""

from collections.abc import Iterable

from jobs.dutch import capital, counted, day, entity, number
from jobs.formats.shown import sentence, shown
from jobs.model import Change, ChangeKind, Judgement, Verdict, VerdictKind, WaiverKind

VERDICTS = {
    VerdictKind.COMPLIANT: "in orde",
    VerdictKind.VIOLATION: "overtreding",
    VerdictKind.GAP: "niet te toetsen",
}
CHANGES = {
    ChangeKind.NEW: "nieuw",
    ChangeKind.CHANGED: "gewijzigd",
    ChangeKind.EXPIRED: "verlopen",
    ChangeKind.UNREAD: "niet gelezen",
    ChangeKind.GONE: "niet meer gevonden",
}
WAIVERS = {
    WaiverKind.FALSE_POSITIVE: "onterechte melding",
    WaiverKind.ACCEPTED_RISK: "aanvaard risico",
}


def place(item: Verdict | Change) -> str:
    """The dataset and, where it is about one, the column: `bestellingen.naam`."""
    return ".".join(shown(part) for part in (item.dataset, item.column) if part)


def about(item: Verdict | Change) -> str:
    """What was found where: `Naam van een persoon in bestellingen.naam`."""
    found = capital(shown(entity(item.entity))) if item.entity else ""
    return f"{found} in {place(item)}" if found else place(item)


def extent(verdict: Verdict) -> str:
    """How many rows, and where it is about age how old: `12 rijen, oudste van 7-2-2023`."""
    parts = [counted(verdict.rows, "rij", "rijen")]
    if verdict.oldest is not None:
        parts.append(f"oudste van {day(verdict.oldest)}")
    if verdict.overdue is not None:
        parts.append(f"{counted(verdict.overdue, 'dag', 'dagen')} te laat")
    if verdict.held:
        parts.append(f"{number(verdict.held)} aangehouden")
    return ", ".join(parts)


def clause(verdict: Verdict) -> str:
    """The clause of the statement that a verdict rests on, empty where there is none."""
    cites = verdict.cites
    if cites is None:
        return ""
    return f"Verklaring, '{sentence(cites.section)}': \"{sentence(cites.quote)}\""


def waived(verdict: Verdict) -> str:
    """Why a verdict does not block, by whom and until when; empty where it does."""
    waiver = verdict.waived
    if waiver is None:
        return ""
    return (
        f"Uitzondering ({WAIVERS[waiver.kind]}) door {sentence(waiver.by)},"
        f" tot en met {day(waiver.until)}: {sentence(waiver.reason)}"
    )


def explained(item: Verdict | Change) -> list[str]:
    """What is the matter, by which clause, what to do and whether it is waived: a line each."""
    lines = [about(item), sentence(item.text)]
    if isinstance(item, Verdict):
        lines[0] += f": {extent(item)}"
        lines.append(clause(item))
    if item.remedy:
        lines.append(f"Wat te doen: {sentence(item.remedy)}")
    if isinstance(item, Verdict):
        lines.append(waived(item))
    return [line for line in lines if line]


def matter(item: Verdict | Change) -> str:
    """The rule of a verdict, or the kind of a change, as an identifier: `inventory-new`."""
    return item.rule if isinstance(item, Verdict) else f"inventory-{item.kind}"


def named(item: Verdict | Change) -> str:
    """What kind of matter it is, in a word or two: `bewaartermijn`, `inventaris: nieuw`."""
    if isinstance(item, Verdict):
        return sentence(item.label)
    return f"inventaris: {CHANGES[item.kind]}"


def totals(judgement: Judgement) -> str:
    """The counts, those that a waiver covers apart."""
    gaps = len(judgement.of_kind(VerdictKind.GAP))
    violations = len(judgement.of_kind(VerdictKind.VIOLATION))
    parts = [counted(violations, "overtreding", "overtredingen"), f"{number(gaps)} niet te toetsen"]
    if judgement.waived:
        parts.append(f"{number(len(judgement.waived))} uitgezonderd")
    if judgement.compared or judgement.changes:
        one, more = "afwijking van de inventaris", "afwijkingen van de inventaris"
        parts.append(counted(len(judgement.unapproved), one, more))
    gone = len(judgement.changes) - len(judgement.unapproved)
    if gone:
        parts.append(f"{number(gone)} niet meer gevonden")
    return ", ".join(parts)


def expiring(verdicts: Iterable[Verdict]) -> tuple[int, int]:
    """The least number of rows that pass their term in 30 and in 90 days.

    A row counts for each of its columns; so of a dataset the column with most rows is taken.
    """
    soon: dict[str, int] = {}
    later: dict[str, int] = {}
    for verdict in verdicts:
        soon[verdict.dataset] = max(verdict.within_30, soon.get(verdict.dataset, 0))
        later[verdict.dataset] = max(verdict.within_90, later.get(verdict.dataset, 0))
    return sum(soon.values()), sum(later.values())


def forecast(judgement: Judgement) -> str:
    """What passes its term soon, in a sentence; empty where nothing does."""
    soon, later = expiring(judgement.verdicts)
    if not later:
        return ""
    return (
        f"verlopen binnen 30 dagen: ten minste {counted(soon, 'rij', 'rijen')},"
        f" binnen 90 dagen: {number(later)}"
    )
