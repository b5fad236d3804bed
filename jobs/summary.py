"""What a person reads on stdout of a scan: what was found, and how it is judged.

Pure: rows in, text out; Dutch, because compliance reads it too.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from jobs.dutch import counted, number
from jobs.findings import Scan
from jobs.model import Coverage, Finding, Verdict, VerdictKind

_WORDS = {
    VerdictKind.COMPLIANT: "in orde",
    VerdictKind.VIOLATION: "OVERTREDING",
    VerdictKind.GAP: "niet te toetsen",
}
_Place = tuple[str, str | None, str | None]


def of_scan(scan: Scan, verdicts: Sequence[Verdict]) -> str:
    """One line per dataset, column and entity: what, in how many rows, and the verdict."""
    about: dict[_Place, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        about[verdict.dataset, verdict.column, verdict.entity].append(verdict)
    findings: dict[_Place, list[Finding]] = defaultdict(list)
    for finding in sorted(scan.findings, key=lambda f: (f.dataset, f.column, f.entity)):
        findings[finding.dataset, finding.column, finding.entity].append(finding)
    lines: dict[str, list[str]] = defaultdict(list)
    for place, found in findings.items():
        lines[place[0]].append(_found(found, about[place]))
    told: list[str] = []
    for name, rows in groupby(sorted(scan.coverage, key=_dataset), key=_dataset):
        covered = list(rows)
        whole = sum(row.rows for row in covered if row.column is None)
        unread = [row for row in covered if row.reason]
        told.append(f"{name}  ({number(whole)} rijen)")
        told.extend(lines[name])
        told.extend(f"  ! {row.column or row.file or 'dataset'}: {row.reason}" for row in unread)
        told.extend(_sampled(row) for row in covered if row.sampled is not None)
        if not lines[name]:
            part = " in wat gelezen is" if unread else ""
            told.append(f"  geen persoonsgegevens gevonden{part}")
    return "\n".join([*told, "", _totals(scan, verdicts)])


def _sampled(row: Coverage) -> str:
    if not row.sampled:
        return f"  ~ {row.column}: namen in {number(row.rows)} rijen met tekst niet gezocht"
    bound = f"{(row.miss_bound or 1) * 100:.2g}".replace(".", ",")
    return (
        f"  ~ {row.column}: namen gezocht in {number(row.sampled)} van {number(row.rows)} rijen met"
        f" tekst; wat in meer dan {bound} % van de teksten staat, is gezien (95 % zeker)"
    )


def _dataset(row: Coverage) -> str:
    return row.dataset


def _found(findings: Sequence[Finding], about: Sequence[Verdict]) -> str:
    """The line of one entity in one column; a finding per country."""
    column, entity = findings[0].column, findings[0].entity
    hits, rows = sum(f.hits for f in findings), sum(f.rows for f in findings)
    return (
        f"  {column:<28} {entity:<20} {number(hits):>9} van {number(rows):>9}   "
        f"{_verdict(about, hits)}"
    )


def _verdict(about: Sequence[Verdict], hits: int) -> str:
    held = max((v.held for v in about), default=0)
    apart = f", {number(held)} aangehouden" if held else ""
    for kind in (VerdictKind.VIOLATION, VerdictKind.GAP):
        of_kind = [v for v in about if v.kind is kind and v.waived is None]
        if of_kind:
            parts = [
                v.label
                if v.kind is VerdictKind.GAP and v.rows == hits
                else f"{v.label} ({number(v.rows)})"
                for v in of_kind
            ]
            return f"{_WORDS[kind]}: {', '.join(dict.fromkeys(parts))}{apart}"
    waived = dict.fromkeys(v.label for v in about if v.waived is not None)
    if waived:
        return f"uitgezonderd: {', '.join(waived)}{apart}"
    return (_WORDS[VerdictKind.COMPLIANT] if about else _WORDS[VerdictKind.GAP]) + apart


def _totals(scan: Scan, verdicts: Sequence[Verdict]) -> str:
    datasets = len({row.dataset for row in scan.coverage})
    columns = len({(f.dataset, f.column) for f in scan.findings})
    unread = sum(row.reason is not None for row in scan.coverage)
    counting = [v.kind for v in verdicts if v.waived is None]
    violations, gaps = counting.count(VerdictKind.VIOLATION), counting.count(VerdictKind.GAP)
    waived = len(verdicts) - len(counting)
    apart = f", {number(waived)} uitgezonderd" if waived else ""
    return (
        f"scan {scan.scan_id}: {counted(datasets, 'dataset', 'datasets')},"
        f" {counted(columns, 'kolom', 'kolommen')} met persoonsgegevens,"
        f" {counted(violations, 'overtreding', 'overtredingen')}, {number(gaps)} niet te toetsen"
        f"{apart}, {unread} keer niet (heel) gelezen"
    )
