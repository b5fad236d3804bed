"""Facts through Great Expectations to verdicts.

One suite per dataset, made from policy and dataset, is run over that dataset's facts in
memory. Great Expectations tells which facts fail a question; the rule's own `judge`
tells whether that is a violation or a gap, and the two must agree. A question that was
not asked, or that crashed, ends the gate: it never passes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import TypeVar

import great_expectations as gx
import pandas as pd
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)

from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.rule import Answer, Declared, Rule
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
    Source,
    Verdict,
    VerdictKind,
)
from jobs.policy import Fact, facts

_Row = TypeVar("_Row", Finding, Age, Coverage)

_RESULT = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": ["fact"],
    "exclude_unexpected_values": True,
    "include_unexpected_rows": False,
    "return_unexpected_index_query": False,
    "partial_unexpected_count": 0,
}


def judge(
    scan: Scan,
    datasets: Iterable[Dataset],
    policy: Policy,
    residency: Residency,
    as_of: date,
) -> list[Verdict]:
    """Every verdict about a scan, dataset by dataset, the compliant ones included.

    A scanned dataset that conf does not know is judged as one that declares nothing; one
    that conf knows and the scan does not hold is a gap.
    Raises FindingsError where a question was not answered, or nothing was scanned.
    """
    if not scan.coverage and not scan.findings:
        raise FindingsError(f"scan {scan.scan_id}: nothing was scanned; run the scan again")
    everything = batches()
    return [
        verdict
        for declared, rows in asked(scan, datasets, policy, residency, as_of)
        for verdict in _judged(rows, declared, everything)
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
        dataset = known.get(name) or Dataset(name=name, source=Source(path=name))
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


def suite(declared: Declared) -> gx.ExpectationSuite:
    """The suite of one dataset: every rule, with what policy and dataset declare."""
    return gx.ExpectationSuite(
        name=declared.dataset.name.replace(".", "_"),
        expectations=[rule.expectation(declared) for rule in rules()],
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


def batches() -> BatchDefinition[None]:
    """Where facts are given to Great Expectations: in memory, in a context that leaves nothing."""
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        analytics_enabled=False,
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("facts").add_dataframe_asset("facts")
    return asset.add_batch_definition_whole_dataframe("facts of one dataset")


def validated(
    rows: Sequence[Fact],
    questions: gx.ExpectationSuite,
    everything: BatchDefinition[None],
    parameters: Mapping[str, str] | None = None,
) -> ExpectationSuiteValidationResult:
    """What a suite says of the facts of one dataset; FindingsError where there are none."""
    if not rows:
        # Great Expectations calls an empty frame a success
        raise FindingsError(f"{questions.name}: no facts to judge; run the scan again")
    frame = pd.DataFrame([asdict(row) for row in rows], dtype=object)
    frame["fact"] = range(len(rows))
    batch = everything.get_batch(batch_parameters={"dataframe": frame})
    return batch.validate(questions, result_format=_RESULT, expectation_parameters=parameters)


def _judged(
    rows: Sequence[Fact], declared: Declared, everything: BatchDefinition[None]
) -> list[Verdict]:
    result = validated(rows, suite(declared), everything)
    verdicts: list[Verdict] = []
    for rule in rules():
        failing = _failing(result, rule, declared)
        verdicts.extend(_verdicts(rule, rows, failing, declared))
    return verdicts


def _failing(
    result: ExpectationSuiteValidationResult, rule: Rule, declared: Declared
) -> frozenset[int]:
    """The numbers of the facts that fail a question; FindingsError where it was not answered."""
    asked = [
        one
        for one in result.results
        if one.expectation_config is not None
        and (one.expectation_config.meta or {}).get("rule") == rule.name
    ]
    if len(asked) != 1 or asked[0].exception_info.get("raised_exception", True):
        raise FindingsError(f"{declared.dataset.name}: question {rule.name!r} was not answered")
    failing = asked[0].result.get("unexpected_index_list") or []
    numbers = frozenset(
        number
        for entry in failing
        for number in (entry["fact"] if isinstance(entry["fact"], list) else [entry["fact"]])
    )
    count = asked[0].result.get("unexpected_count")
    if len(numbers) != count or bool(asked[0].success) is bool(numbers):
        raise FindingsError(f"{declared.dataset.name}: answer to {rule.name!r} contradicts itself")
    return numbers


def _verdicts(
    rule: Rule, rows: Sequence[Fact], failing: frozenset[int], declared: Declared
) -> list[Verdict]:
    parameters = rule.parameters(declared)
    groups: dict[tuple[str | None, str | None, str | None], dict[VerdictKind, list[Fact]]] = {}
    for number, fact in enumerate(rows):
        if number not in failing and not rule.about(fact, declared):
            continue
        kind = rule.judge(**{name: getattr(fact, name) for name in rule.columns}, **parameters)
        if (kind is VerdictKind.COMPLIANT) is (number in failing):
            raise FindingsError(f"{declared.dataset.name}: {rule.name!r} judged a fact two ways")
        if rule.about(fact, declared):
            key = (fact.column, fact.entity, fact.term)
            groups.setdefault(key, {}).setdefault(kind, []).append(fact)
    verdicts = []
    for (column, entity, _), kinds in groups.items():
        failed: list[VerdictKind] = [kind for kind in kinds if kind is not VerdictKind.COMPLIANT]
        first, *others = failed or [VerdictKind.COMPLIANT]
        told = _verdict(rule, column, entity, first, kinds, declared)
        compliant = kinds.get(VerdictKind.COMPLIANT, [])
        ahead = {f"within_{days}": _expiring(rule, compliant, declared, days) for days in (30, 90)}
        verdicts.append(told.model_copy(update=ahead))
        verdicts += [_verdict(rule, column, entity, kind, kinds, declared) for kind in others]
    return verdicts


def _expiring(rule: Rule, compliant: Sequence[Fact], declared: Declared, days: int) -> int:
    """How many of the rows that are compliant will be a violation in so many days."""
    parameters = rule.parameters(replace(declared, as_of=declared.as_of + timedelta(days=days)))
    if parameters == rule.parameters(declared):
        return 0
    return sum(
        fact.hits
        for fact in compliant
        if rule.judge(**{name: getattr(fact, name) for name in rule.columns}, **parameters)
        is VerdictKind.VIOLATION
    )


def _verdict(
    rule: Rule,
    column: str | None,
    entity: str | None,
    kind: VerdictKind,
    kinds: dict[VerdictKind, list[Fact]],
    declared: Declared,
) -> Verdict:
    concerned = kinds[kind]
    held = sum(f.hits for f in kinds.get(VerdictKind.COMPLIANT, []) if f.held)
    answer = (
        Answer(text=rule.question)
        if kind is VerdictKind.COMPLIANT
        else rule.explain(concerned, kind, declared)
    )
    return Verdict(
        rule=rule.name,
        label=rule.label,
        kind=kind,
        dataset=declared.dataset.name,
        column=column,
        entity=entity,
        rows=sum(fact.hits for fact in concerned),
        held=held,
        oldest=answer.oldest,
        overdue=answer.overdue,
        text=answer.text,
        cites=answer.cites,
        remedy=answer.remedy,
    )
