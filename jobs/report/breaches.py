"""The violations and the gaps of what was judged, as HTML in Dutch: one matter at a time.

A matter is one explanation with its clause and its remedy, and all columns that it is
about; so that one cause reads as one, however many columns it touches.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from jobs.dutch import capital, counted, entity
from jobs.judged import Judged
from jobs.model import Citation, Verdict, VerdictKind
from jobs.policy import term_of
from jobs.report import markup
from jobs.report.markup import Cell, Html
from jobs.report.tables import by_gravity, quoted

_Matter = tuple[str, str, Citation | None, str]


def violations(seen: Judged) -> Html:
    """Every violation, by topic; within a topic those longest overdue, then most rows, first."""
    matters = _matters(seen, VerdictKind.VIOLATION)
    if not matters:
        return markup.paragraph("Er zijn geen overtredingen gevonden.")
    parts: list[Html] = []
    for rule in by_gravity():
        own = {matter: verdicts for matter, verdicts in matters.items() if matter[0] == rule.name}
        if own:
            count = sum(len(verdicts) for verdicts in own.values())
            total = counted(count, "overtreding", "overtredingen")
            parts.append(markup.heading(f"{capital(rule.label)} ({total})"))
        for matter in sorted(own, key=lambda m: _gravity(own[m][0])):
            parts.append(_told(matter, _columns(seen, own[matter])))
    return markup.joined(parts)


def gaps(seen: Judged) -> Html:
    """What could not be judged, a line per cause; what was not read has its own chapter."""
    heads = ("Oorzaak", "Kolommen", "Keer", "Wat te doen")
    rows: list[Sequence[Cell]] = []
    matters = _matters(seen, VerdictKind.GAP)
    for (rule, text, cites, remedy), verdicts in sorted(
        matters.items(), key=lambda item: -len(item[1])
    ):
        if rule != "everything_was_read":
            cause = markup.lines([text, *([f"Verklaring, {quoted(cites)}"] if cites else [])])
            rows.append((cause, _places(verdicts), len(verdicts), remedy))
    if not rows:
        return markup.paragraph("Alles wat gevonden is, was te toetsen.")
    return markup.table(heads, rows)


def _matters(seen: Judged, kind: VerdictKind) -> dict[_Matter, list[Verdict]]:
    matters: dict[_Matter, list[Verdict]] = defaultdict(list)
    for verdict in seen.judgement.counting:
        if verdict.kind is kind:
            text = verdict.text if verdict.overdue is None else _term(seen, verdict)
            matters[verdict.rule, text, verdict.cites, verdict.remedy].append(verdict)
    return {matter: sorted(own, key=_gravity) for matter, own in matters.items()}


def _gravity(verdict: Verdict) -> tuple[int, int, str, str]:
    return (-(verdict.overdue or 0), -verdict.rows, verdict.dataset, verdict.column or "")


def _term(seen: Judged, verdict: Verdict) -> str:
    """What a verdict about age says without its days: those stand in the table."""
    name = term_of(seen.policy, seen.dataset(verdict.dataset), verdict.entity or "")
    return f"Langer bewaard dan de termijn: {seen.policy.retention[name].text}" if name else ""


def _told(matter: _Matter, columns: Html) -> Html:
    _, text, cites, remedy = matter
    clause = [markup.paragraph(f"Verklaring, {quoted(cites)}", "clause")] if cites else []
    parts = [markup.paragraph(text), *clause, markup.paragraph(f"Wat te doen: {remedy}"), columns]
    return Html(f'<div class="matter">{markup.joined(parts).text}</div>')


def _columns(seen: Judged, verdicts: Sequence[Verdict]) -> Html:
    heads = ("Dataset", "Kolom", "Gegeven", "Rijen", "Oudste", "Uiterlijk weg op", "Dagen te laat")
    rows: list[Sequence[Cell]] = [
        (
            markup.name(verdict.dataset),
            markup.name(verdict.column or ""),
            entity(verdict.entity or ""),
            verdict.rows,
            verdict.oldest,
            None if verdict.overdue is None else seen.as_of - timedelta(days=verdict.overdue),
            verdict.overdue,
        )
        for verdict in verdicts
    ]
    wanted = 7 if any(verdict.overdue is not None for verdict in verdicts) else 4
    return markup.table(heads[:wanted], [row[:wanted] for row in rows])


def _places(verdicts: Iterable[Verdict]) -> Html:
    columns: dict[str, dict[str, None]] = defaultdict(dict)
    for verdict in verdicts:
        columns[verdict.dataset][verdict.column or "hele dataset"] = None
    return markup.lines(
        Html(f"{markup.name(dataset).text}: {markup.names(own).text}")
        for dataset, own in sorted(columns.items())
    )
