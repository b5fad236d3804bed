"""The data map, as HTML in Dutch: which personal data lies where, and how it is judged."""

from collections import defaultdict
from collections.abc import Sequence

from jobs.dutch import counted, entity
from jobs.judged import Judged
from jobs.model import Finding, Verdict, VerdictKind
from jobs.policy import category_of
from jobs.report import markup
from jobs.report.markup import Cell, Group, Html
from jobs.report.tables import named

_WORDS = {VerdictKind.VIOLATION: "overtreding", VerdictKind.GAP: "niet te toetsen"}


def data_map(seen: Judged) -> Html:
    """Which personal data lies where, per dataset, with the verdict on each."""
    found: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in seen.scan.findings:
        found[finding.dataset, finding.column, finding.entity].append(finding)
    judged: dict[tuple[str, str | None, str | None], list[Verdict]] = defaultdict(list)
    for verdict in seen.verdicts:
        judged[verdict.dataset, verdict.column, verdict.entity].append(verdict)
    groups = []
    for name in sorted({dataset for dataset, _, _ in found}):
        rows: list[Sequence[Cell]] = []
        for key, own in sorted(found.items()):
            if key[0] == name:
                hits = sum(finding.hits for finding in own)
                filled = sum(finding.rows for finding in own)
                category = category_of(seen.policy, seen.dataset(name), key[2])
                rows.append(
                    (
                        markup.name(key[1]),
                        entity(key[2]),
                        category or "geen",
                        ", ".join(sorted({finding.country or "onbekend" for finding in own})),
                        hits,
                        hits / filled if filled else None,
                        _opinion(judged[key]),
                    )
                )
        groups.append(Group(named(seen, name), rows))
    if not groups:
        return markup.paragraph("De scan heeft geen persoonsgegevens gevonden.")
    heads = ("Kolom", "Gegeven", "Categorie", "Land", "Rijen", "Deel van de kolom", "Oordeel")
    clean = [name for name in seen.names if name not in {group for group, _, _ in found}]
    rest = [
        markup.Html(
            '<p class="speurneus">Zonder gevonden persoonsgegevens: '
            f"{markup.names(clean).text}.</p>"
        )
    ]
    return markup.joined([markup.grouped_table(heads, groups), *(rest if clean else [])])


def _opinion(verdicts: Sequence[Verdict]) -> Cell:
    """The gravest of the verdicts about one entity in one column; none at all is a gap."""
    rows = max((verdict.held for verdict in verdicts), default=0)
    apart = f" ({counted(rows, 'rij', 'rijen')} aangehouden)" if rows else ""
    for kind, word in _WORDS.items():
        labels = dict.fromkeys(v.label for v in verdicts if v.kind is kind and v.waived is None)
        if labels:
            return markup.marked(f"{word}: {', '.join(labels)}{apart}", kind)
    waived = dict.fromkeys(v.label for v in verdicts if v.waived is not None)
    if waived:
        return f"uitgezonderd: {', '.join(waived)}{apart}"
    return f"in orde{apart}" if verdicts else markup.marked("niet te toetsen", VerdictKind.GAP)
