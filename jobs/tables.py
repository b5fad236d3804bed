"""The chapters of the findings notebook, each a function from an overview to HTML, in Dutch.

Holds counts, names and clauses only. Which verdicts there are is decided by the gate;
here they are put in order and into words.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from jobs import markup
from jobs.dutch import TOPICS, counted, day, entity, number, topic
from jobs.expectations import rules
from jobs.lint import lint
from jobs.markup import Cell, Html
from jobs.model import Citation, Verdict, VerdictKind
from jobs.overview import Overview
from jobs.policy import term_of

_RANK = (VerdictKind.VIOLATION, VerdictKind.GAP, VerdictKind.COMPLIANT)


def about(seen: Overview) -> Html:
    """Which scan it is, when it ran, of what, and by which statement and day it is judged."""
    moments = {finding.scanned_at for finding in seen.scan.findings}
    whole = [row for row in seen.scan.coverage if row.column is None]
    columns = {(row.dataset, row.column) for row in seen.scan.coverage if row.column}
    return markup.properties(
        [
            ("Organisatie", seen.policy.organisation),
            ("Privacyverklaring van", seen.policy.dated),
            ("Beoordeeld naar de stand van", seen.as_of),
            ("Gescand op", _moment(min(moments)) if moments else None),
            ("Kenmerk van de scan", markup.name(seen.scan.scan_id)),
            ("Datasets", number(len(seen.names))),
            ("Kolommen", number(len(columns))),
            ("Rijen", number(sum(row.rows for row in whole))),
        ]
    )


def summary(seen: Overview) -> Html:
    """The outcome in a few sentences, then counted per question and per dataset."""
    return markup.joined(
        [
            *(markup.paragraph(text, "lead") for text in _sentences(seen)),
            markup.heading("Per vraag"),
            _per_question(seen.verdicts),
            markup.heading("Per dataset"),
            _per_dataset(seen),
        ]
    )


def unread(seen: Overview) -> Html:
    """What was not, or not wholly, read; and what was read as a sample."""
    rows = [
        (
            markup.name(row.dataset),
            markup.name(row.column or row.file or "hele dataset"),
            row.rows,
            row.reason or "steekproef",
            row.sampled,
            row.miss_bound,
        )
        for row in seen.scan.coverage
        if row.reason is not None or row.sampled is not None
    ]
    if not rows:
        return markup.paragraph("Alles wat de scan moest lezen, is helemaal gelezen.")
    heads = ("Dataset", "Kolom of bestand", "Rijen", "Reden", "Steekproef van", "Kans op missen")
    wanted = 6 if any(row[4] is not None for row in rows) else 4
    return markup.table(heads[:wanted], [row[:wanted] for row in rows])


def held(seen: Overview) -> Html:
    """The rows that a hold exempts from their term, apart from those that break it."""
    matters: dict[tuple[str, int, str | None], list[Verdict]] = defaultdict(list)
    for verdict in _one_each([v for v in seen.verdicts if v.held]):
        term = term_of(seen.policy, seen.dataset(verdict.dataset), verdict.entity or "")
        matters[verdict.dataset, verdict.held, term].append(verdict)
    rows: list[Sequence[Cell]] = []
    for (dataset, count, term), verdicts in matters.items():
        ruled = seen.policy.retention[term] if term else None
        columns = [
            Html(f"{markup.name(v.column or '').text} ({entity(v.entity or '')})") for v in verdicts
        ]
        rows.append(
            (
                markup.name(dataset),
                markup.lines(columns),
                count,
                ruled.text if ruled else None,
                (ruled.exception or "geen") if ruled else None,
            )
        )
    if not rows:
        return markup.paragraph("Er staan geen rijen op 'aangehouden'.")
    heads = ("Dataset", "Kolommen", "Aangehouden rijen", "Termijn", "Uitzondering daarop")
    return markup.table(heads, rows)


def defects(seen: Overview) -> Html:
    """What is unclear, wrong or missing in the statement itself, and how it is read meanwhile."""
    heads = ("Gebrek", "Waar", "Zo gelezen", "Voorstel")
    rows = [
        (one.text, quoted(one.cites) if one.cites else None, one.reading, one.suggestion)
        for one in lint(seen.policy)
    ]
    if not rows:
        return markup.paragraph("In de privacyverklaring zijn geen gebreken gevonden.")
    return markup.table(heads, rows)


def quoted(cites: Citation) -> str:
    """A clause of the statement: its section and its words."""
    return f"‘{cites.section}’: “{cites.quote}”"


def _sentences(seen: Overview) -> list[str]:
    broken = [v for v in seen.verdicts if v.kind is VerdictKind.VIOLATION]
    gaps = [v for v in seen.verdicts if v.kind is VerdictKind.GAP]
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
    rows = _held_rows(seen)
    if rows:
        texts.append(
            f"Ten minste {counted(sum(rows.values()), 'rij is', 'rijen zijn')} aangehouden, in"
            f" {counted(len(rows), 'dataset', 'datasets')}."
        )
    return texts


def _held_rows(seen: Overview) -> dict[str, int]:
    """Per dataset the most rows that one column holds back: rows are not counted twice."""
    most: dict[str, int] = {}
    for verdict in seen.verdicts:
        if verdict.held:
            most[verdict.dataset] = max(verdict.held, most.get(verdict.dataset, 0))
    return most


def _per_question(verdicts: Sequence[Verdict]) -> Html:
    questions = {rule.name: rule.question for rule in rules()}
    heads = ("Onderwerp", "Vraag", "Overtredingen", "Niet te toetsen", "In orde")
    rows: list[Sequence[Cell]] = []
    for rule in TOPICS:
        counts = [sum((v.rule, v.kind) == (rule, kind) for v in verdicts) for kind in _RANK]
        rows.append((topic(rule), questions[rule], *counts))
    return markup.table(heads, rows)


def _per_dataset(seen: Overview) -> Html:
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
        own = [v for v in seen.verdicts if v.dataset == name]
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


def _one_each(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """One verdict per dataset, column and entity, the one with most rows held."""
    most: dict[tuple[str, str, str], Verdict] = {}
    for verdict in sorted(verdicts, key=lambda v: v.held):
        most[verdict.dataset, verdict.column or "", verdict.entity or ""] = verdict
    return [verdict for _, verdict in sorted(most.items())]


def named(seen: Overview, name: str) -> Html:
    """A dataset with what it says of itself."""
    text = seen.dataset(name).text
    return markup.lines([markup.name(name), text]) if text else markup.name(name)


def _moment(moment: datetime) -> str:
    local = moment.astimezone(ZoneInfo("Europe/Amsterdam"))
    return f"{day(local.date())} om {local:%H.%M} uur"
