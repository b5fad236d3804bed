"""Facts to verdicts.

Each rule's `judge` tells of each fact whether it is a violation or a gap. Great Expectations is
asked the same of the same facts, and the two must agree on how many fail. A question that was not
asked, or that crashed, ends the gate: it never passes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar

from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.answers import Answers
from jobs.expectations.rule import Declared
from jobs.findings import Scan
from jobs.model import (
    Age,
    Coverage,
    Dataset,
    FailOn,
    Finding,
    Judgement,
    Policy,
    Residency,
    Verdict,
    VerdictKind,
    undeclared,
)
from jobs.policy import Fact, facts
from jobs.validation.validator import Validator, check_here
from jobs.verdicts import verdicts_of

_Row = TypeVar("_Row", Finding, Age, Coverage)


def judge(
    scan: Scan,
    datasets: Iterable[Dataset],
    policy: Policy,
    residency: Residency,
    as_of: date,
    validator: Validator | None = None,
) -> list[Verdict]:
    """Every verdict about a scan, dataset by dataset, the compliant ones included.

    A scanned dataset that conf does not know is judged as one that declares nothing; one
    that conf knows and the scan does not hold is a gap. A `validator` may check the answers
    later, until the end of its block; without one they are checked when this returns.
    Raises FindingsError where a question was not answered, or nothing was scanned.
    """
    if not scan.coverage and not scan.findings:
        raise FindingsError(f"scan {scan.scan_id}: nothing was scanned; run the scan again")
    every = list(asked(scan, datasets, policy, residency, as_of))
    declared = [own for own, _ in every]
    answers = [Answers(rule, declared) for rule in rules()]
    kinds = [[own.now(n, rows) for own in answers] for n, (_, rows) in enumerate(every)]
    questions = [own.question() for own in answers]
    if validator is None:
        check_here(questions)
    else:
        validator.check(questions)
    return [
        verdict
        for number, (own, rows) in enumerate(every)
        for place, answer in enumerate(answers)
        for verdict in verdicts_of(answer, number, rows, kinds[number][place], own)
    ]


def asked(
    scan: Scan,
    datasets: Iterable[Dataset],
    policy: Policy,
    residency: Residency,
    as_of: date,
) -> Iterator[tuple[Declared, list[Fact]]]:
    """What is declared about each dataset of scan or conf, by name, and the facts to judge."""
    known = {dataset.name: dataset for dataset in datasets}
    findings, ages = _by_dataset(scan.findings), _by_dataset(scan.ages)
    coverage = _by_dataset(scan.coverage)
    for name in sorted({*findings, *coverage, *known}):
        dataset = known.get(name) or undeclared(name)
        rows = facts(
            findings[name],
            ages[name],
            coverage[name] or [_unscanned(scan, name)],
            dataset,
            policy,
        )
        yield Declared(dataset=dataset, policy=policy, residency=residency, as_of=as_of), rows


def _by_dataset(rows: Iterable[_Row]) -> defaultdict[str, list[_Row]]:
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.dataset].append(row)
    return found


def _unscanned(scan: Scan, name: str) -> Coverage:
    return Coverage(
        scan_id=scan.scan_id,
        dataset=name,
        column=None,
        file=None,
        rows=0,
        bytes=0,
        reason="niet gescand",
    )


def exit_code(judgement: Judgement, fail_on: Collection[FailOn]) -> int:
    """1 with a violation or a change to decide about, else 3 with a gap, else 0.

    Only what `fail_on` names counts, and nothing that a waiver covers.
    """
    if FailOn.VIOLATION in fail_on and judgement.of_kind(VerdictKind.VIOLATION):
        return 1
    if FailOn.NEW in fail_on and judgement.unapproved:
        return 1
    return 3 if FailOn.GAP in fail_on and judgement.of_kind(VerdictKind.GAP) else 0
