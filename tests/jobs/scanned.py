"""Scans written by hand, and what the shipped policy says about them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from jobs import gate
from jobs.conf import SHIPPED, load_policy, load_residency
from jobs.findings import Scan
from jobs.judged import Judged
from jobs.model import (
    Age,
    Coverage,
    Dataset,
    Detection,
    Finding,
    Judgement,
    Policy,
    Source,
    Verdict,
)
from jobs.standard import Standard

AS_OF = date(2026, 11, 22)
POLICY = load_policy(SHIPPED, "klassekoffie")
RESIDENCY = load_residency(SHIPPED)

NAME = "bestellingen"
"""The dataset that rows are of, where they do not say otherwise."""


def dataset(**declared) -> Dataset:
    return Dataset(**({"name": NAME, "source": Source(path="bestellingen")} | declared))


def finding(entity: str, **given) -> Finding:
    row = {
        "scan_id": "scan",
        "scanned_at": datetime(2026, 11, 22, 12, tzinfo=UTC),
        "dataset": NAME,
        "column": "kolom",
        "country": "NL",
        "rows": 10,
        "hits": 10,
        "valid": None,
        "score": 0.9,
    }
    return Finding(entity=entity, **(row | given))


def age(entity: str, anchor: str, day: date | None, **given) -> Age:
    row = {"scan_id": "scan", "dataset": NAME, "column": "kolom", "held": False, "hits": 10}
    return Age(entity=entity, anchor=anchor, day=day, **(row | given))


def covered(**given) -> Coverage:
    row = {"scan_id": "scan", "dataset": NAME, "column": None, "file": None}
    return Coverage(**(row | {"rows": 10, "bytes": 100} | given))


def scan(
    findings: Sequence[Finding] = (),
    ages: Sequence[Age] = (),
    coverage: Sequence[Coverage] | None = None,
) -> Scan:
    """A scan; where no coverage is given, all of its datasets were read whole."""
    if coverage is None:
        coverage = [covered(dataset=name) for name in sorted({f.dataset for f in findings})]
    return Scan(
        scan_id="scan", findings=tuple(findings), ages=tuple(ages), coverage=tuple(coverage)
    )


def judged(
    rule: str,
    found: Scan,
    *datasets: Dataset,
    as_of: date = AS_OF,
    policy: Policy = POLICY,
) -> list[Verdict]:
    """The verdicts of one rule, after a run of the whole gate."""
    verdicts = gate.judge(found, datasets, policy, RESIDENCY, as_of)
    return [verdict for verdict in verdicts if verdict.rule == rule]


def judgement(*verdicts: Verdict, **given) -> Judgement:
    return Judgement(scan_id="scan", policy="klassekoffie", as_of=AS_OF, verdicts=verdicts, **given)


def held_against(*datasets: Dataset) -> Standard:
    """The shipped statement, for these datasets; nothing was decided."""
    return Standard(policy=POLICY, residency=RESIDENCY, detection=Detection(), datasets=datasets)


def seen(found: Scan, *datasets: Dataset, as_of: date = AS_OF) -> Judged:
    """A scan as the notebook and `explain` see it, judged by the whole gate, no inventory."""
    verdicts = gate.judge(found, datasets, POLICY, RESIDENCY, as_of)
    return Judged(
        scan=found,
        standard=held_against(*datasets),
        judgement=judgement(*verdicts),
    )


def kinds(verdicts: Iterable[Verdict]) -> list[str]:
    return [verdict.kind.value for verdict in verdicts]
