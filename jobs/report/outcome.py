"""The outcome of what was judged, as HTML in Dutch: in sentences, per question and per dataset."""

from collections.abc import Sequence

from jobs.dutch import capital, counted, number
from jobs.judged import Judged
from jobs.model import Verdict, VerdictKind
from jobs.report import markup
from jobs.report.markup import Cell, Html
from jobs.report.tables import by_gravity, named

_RANK = (VerdictKind.VIOLATION, VerdictKind.GAP, VerdictKind.COMPLIANT)


def outcome(seen: Judged) -> Html:
    """The outcome in a few sentences, then counted per question and per dataset."""
    return markup.joined(
        [
            *(markup.paragraph(text, "lead") for text in _sentences(seen)),
            markup.heading("Per vraag"),
            _per_question(seen.judgement.counting),
            markup.heading("Per dataset"),
            _per_dataset(seen),
        ]
    )


def _sentences(seen: Judged) -> list[str]:
    broken = [v for v in seen.judgement.counting if v.kind is VerdictKind.VIOLATION]
    gaps = [v for v in seen.judgement.counting if v.kind is VerdictKind.GAP]
    holding = {finding.dataset for finding in seen.scan.findings}
    columns = {(finding.dataset, finding.column) for finding in seen.scan.findings}
    texts = [
        f"In {number(len(holding))} van de {number(len(seen.names))} gescande datasets zijn"
        f" persoonsgegevens gevonden, in {counted(len(columns), 'kolom', 'kolommen')}."
    ]
    if broken:
        texts.append(
            f"{counted(len(broken), 'overtreding', 'overtredingen')} van de privacyverklaring, in"
            f" {counted(len({v.dataset for v in broken}), 'dataset', 'datasets')}."
        )
    else:
        texts.append("Er zijn geen overtredingen van de privacyverklaring gevonden.")
    texts.append(
        f"{number(len(gaps))} keer was niet te toetsen of aan een regel is voldaan."
        if gaps
        else "Alles wat gevonden is, was te toetsen."
    )
    waived = seen.judgement.waived
    if waived:
        texts.append(
            f"{counted(len(waived), 'oordeel telt', 'oordelen tellen')} niet mee, door een besluit."
        )
    unapproved = seen.judgement.unapproved
    if unapproved:
        one, more = "afwijking", "afwijkingen"
        texts.append(f"{counted(len(unapproved), one, more)} van de inventaris.")
    rows = _held_rows(seen)
    if rows:
        texts.append(
            f"Ten minste {counted(sum(rows.values()), 'rij is', 'rijen zijn')} aangehouden, in"
            f" {counted(len(rows), 'dataset', 'datasets')}."
        )
    return texts


def _held_rows(seen: Judged) -> dict[str, int]:
    """Per dataset the most rows that one column holds back: rows are not counted twice."""
    most: dict[str, int] = {}
    for verdict in seen.judgement.counting:
        if verdict.held:
            most[verdict.dataset] = max(verdict.held, most.get(verdict.dataset, 0))
    return most


def _per_question(verdicts: Sequence[Verdict]) -> Html:
    heads = ("Onderwerp", "Vraag", "Overtredingen", "Niet te toetsen", "In orde")
    rows: list[Sequence[Cell]] = []
    for rule in by_gravity():
        counts = [sum((v.rule, v.kind) == (rule.name, kind) for v in verdicts) for kind in _RANK]
        rows.append((capital(rule.label), rule.question, *counts))
    return markup.table(heads, rows)


def _per_dataset(seen: Judged) -> Html:
    heads = (
        "Dataset",
        "Rijen",
        "Kolommen met persoonsgegevens",
        "Overtredingen",
        "Niet te toetsen",
        "Aangehouden rijen",
    )
    most = _held_rows(seen)
    rows: list[Sequence[Cell]] = []
    for name in seen.names:
        own = [v for v in seen.judgement.counting if v.dataset == name]
        rows.append(
            (
                named(seen, name),
                sum(c.rows for c in seen.scan.coverage if c.dataset == name and c.column is None),
                len({f.column for f in seen.scan.findings if f.dataset == name}),
                *(sum(v.kind is kind for v in own) for kind in _RANK[:2]),
                most.get(name, 0),
            )
        )
    return markup.table(heads, rows)
