"""Why a column was found to hold what it does, and why it is judged as it is, in Dutch.

Pure: what was judged in, text out. It tells counts, names of columns and kinds of data; a scan
keeps no value.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jobs.dutch import capital, entity, number, share
from jobs.errors import UsageError
from jobs.formats.words import VERDICTS, clause, extent, waived
from jobs.judged import Judged
from jobs.model import Evidence, Finding, Verdict, VerdictKind
from jobs.policy import category_of


def of_columns(seen: Judged, dataset: str, column: str | None) -> str:
    """The evidence for each entity of a dataset, and the verdicts on it.

    Of one column, where it is given, and what lies in it.

    Raises UsageError where the scan has no such dataset or column.
    """
    scan = seen.scan
    covered = [row for row in scan.coverage if row.dataset == dataset]
    if not covered:
        known = ", ".join(sorted({row.dataset for row in scan.coverage})) or "none"
        raise UsageError(f"no dataset {dataset!r} in scan {scan.scan_id}; it has {known}")
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in scan.findings:
        if finding.dataset == dataset and (column is None or _lies_in(finding.column, column)):
            found[finding.column, finding.entity].append(finding)
    if column is not None and not found:
        _require_column({row.column for row in covered if row.column}, dataset, column)
    unread = [
        f"{dataset}.{row.column or row.file or '*'}: niet (heel) gelezen: {row.reason}"
        for row in covered
        if row.reason and (column is None or row.column in (None, column))
    ]
    told = [
        "\n".join([_told(dataset, found[place]), *_judged(seen, dataset, *place)])
        for place in sorted(found)
    ]
    nothing = f"{dataset}{'.' + column if column else ''}: geen persoonsgegevens gevonden"
    return "\n".join([*(told or [nothing]), *unread])


def _judged(seen: Judged, dataset: str, column: str, entity: str) -> Iterator[str]:
    """The category and the purposes, then a line per question with what explains its answer."""
    own = seen.dataset(dataset)
    category = category_of(seen.policy, own, entity) or "geen"
    purposes = ", ".join(own.purposes) or "geen opgegeven"
    yield f"    Categorie: {category}; doelen van de dataset: {purposes}"
    for verdict in seen.verdicts:
        if (verdict.dataset, verdict.column, verdict.entity) == (dataset, column, entity):
            yield from _answer(verdict)


def _answer(verdict: Verdict) -> Iterator[str]:
    if verdict.kind is VerdictKind.COMPLIANT:
        held = f", {number(verdict.held)} aangehouden" if verdict.held else ""
        yield f"    {capital(verdict.label)}: {VERDICTS[verdict.kind]}{held}"
        return
    yield f"    {capital(verdict.label)}: {VERDICTS[verdict.kind].upper()}, {extent(verdict)}"
    for line in (verdict.text, clause(verdict), verdict.remedy, waived(verdict)):
        if line:
            yield f"        {line}"


def _lies_in(path: str, column: str) -> bool:
    return path == column or path.startswith((f"{column}.", f"{column}[", f"{column}{{"))


def _require_column(columns: set[str], dataset: str, column: str) -> None:
    if not any(_lies_in(known, column) for known in columns):
        known = ", ".join(sorted(columns)) or "none"
        raise UsageError(f"no column {column!r} in dataset {dataset!r}; it has {known}")


def _told(dataset: str, findings: Sequence[Finding]) -> str:
    """One entity in one column; a finding per country, all with the same evidence."""
    first = findings[0]
    hits, rows = sum(f.hits for f in findings), sum(f.rows for f in findings)
    score = f"{first.score:.2f}".replace(".", ",")
    head = (
        f"{dataset}.{first.column}: {entity(first.entity)} ({first.entity}),"
        f" {number(hits)} van {number(rows)} rijen, zekerheid {score}"
    )
    reasons = [_reason(reason) for reason in first.why]
    codes = {reason.code for reason in first.why}
    if "shape" in codes and not codes & {"name", "beside"}:
        reasons.insert(0, "de naam van de kolom zegt het niet, de cellen wel")
    if "name" in codes and codes <= {"name", "shape"}:
        reasons.append("alleen de naam van de kolom zegt het: kijk het na")
    return "\n".join([head, *(f"    {capital(reason)}" for reason in reasons)])


def _reason(reason: Evidence) -> str:
    hits, of = reason.hits or 0, reason.of or 0
    part = f"{number(hits)} van {number(of)} ({share(hits / of if of else 0.0)})"
    match reason.code:
        case "name":
            return "de naam van de kolom kondigt het aan"
        case "beside":
            return f"de naam van de kolom kondigt het aan, naast {reason.by!r}"
        case "shape":
            return f"{part} gevulde cellen hebben de vorm"
        case "check":
            return (
                f"{part} daarvan doorstaan de controle; bij toeval zou dat"
                f" {share(reason.chance or 0.0)} zijn ({_odds(reason.log10 or 0.0)})"
            )
        case "known":
            return f"{part} bekeken cellen staan in de woordenlijst of het nummerplan"
        case "company":
            return f"in dezelfde tabel staat ook: {entity(reason.by or '')}"
        case "text":
            return f"{part} gevulde cellen bevatten het in hun tekst"
    return f"{reason.code}: {part}"


def _odds(log10: float) -> str:
    """How likely chance alone would do it, from the power of ten."""
    if log10 > -1:
        return "goed mogelijk door toeval"
    return f"kans op toeval hoogstens 1 op 10^{number(int(-log10))}"
