"""The chapters of the findings notebook, each a function from what was judged to HTML, in Dutch.

Holds counts, names and clauses only. Which verdicts there are is decided by the gate;
here they are put in order and into words.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from jobs.dutch import day, entity, number
from jobs.expectations import rules
from jobs.expectations.rule import Rule
from jobs.judged import Judged
from jobs.lint import lint
from jobs.model import Citation, Verdict
from jobs.policy import term_of
from jobs.report import markup
from jobs.report.markup import Cell, Html

_GRAVEST_FIRST = (
    "password_is_hashed",
    "is_in_a_declared_category",
    "stays_in_the_eea",
    "anonymised_data_is_anonymous",
    "minors_have_consent",
    "has_a_legal_basis",
    "used_for_declared_purpose",
    "recipients_serve_their_purpose",
    "analytics_gets_partial_ip",
    "ip_address_is_partial",
    "kept_within_term",
    "everything_was_read",
)


def by_gravity() -> list[Rule]:
    """The rules, the one whose breach can harm a person most first; one not ranked comes last."""
    ranks = {name: rank for rank, name in enumerate(_GRAVEST_FIRST)}
    return sorted(rules(), key=lambda rule: (ranks.get(rule.name, len(ranks)), rule.name))


def about(seen: Judged) -> Html:
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


def unread(seen: Judged) -> Html:
    """What was not, or not wholly, read; and what was read as a sample."""
    rows = [
        (
            markup.name(row.dataset),
            markup.name(row.column or row.file or "hele dataset"),
            row.rows,
            row.reason or "namen in tekst: steekproef",
            row.sampled,
            None if row.miss_bound is None else f"{row.miss_bound:.2%}".replace(".", ","),
        )
        for row in seen.scan.coverage
        if row.reason is not None or row.sampled is not None
    ]
    if not rows:
        return markup.paragraph("Alles wat de scan moest lezen, is helemaal gelezen.")
    heads = (
        "Dataset",
        "Kolom of bestand",
        "Rijen",
        "Reden",
        "Gelezen in steekproef",
        "Gemist hoogstens (95 %)",
    )
    wanted = 6 if any(row[4] is not None for row in rows) else 4
    return markup.table(heads[:wanted], [row[:wanted] for row in rows])


def held(seen: Judged) -> Html:
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


def defects(seen: Judged) -> Html:
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


def _one_each(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """One verdict per dataset, column and entity, the one with most rows held."""
    most: dict[tuple[str, str, str], Verdict] = {}
    for verdict in sorted(verdicts, key=lambda v: v.held):
        most[verdict.dataset, verdict.column or "", verdict.entity or ""] = verdict
    return [verdict for _, verdict in sorted(most.items())]


def named(seen: Judged, name: str) -> Html:
    """A dataset with what it says of itself."""
    text = seen.dataset(name).text
    return markup.lines([markup.name(name), text]) if text else markup.name(name)


def _moment(moment: datetime) -> str:
    local = moment.astimezone(ZoneInfo("Europe/Amsterdam"))
    return f"{day(local.date())} om {local:%H.%M} uur"
