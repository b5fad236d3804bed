"""Facts through Great Expectations to verdicts.

Each question is asked once of the facts of all datasets, in memory. Great Expectations tells how
many facts fail it; the rule's own `judge` tells which, and whether each is a violation or a gap,
and the two must agree. A question that was not asked, or that crashed, ends the gate: it never
passes. The suite of one dataset (`suite`) asks the same of its facts alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
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
from jobs.expectations.at_once import Answers, Parameters, Sets, expectation, number_of
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
    Verdict,
    VerdictKind,
    undeclared,
)
from jobs.policy import Fact, facts

_Row = TypeVar("_Row", Finding, Age, Coverage)

_COUNTS = {
    "result_format": "BASIC",
    "exclude_unexpected_values": True,
    "include_unexpected_rows": False,
    "return_unexpected_index_query": False,
    "partial_unexpected_count": 0,
}
_AHEAD = (30, 90)


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
    every = list(asked(scan, datasets, policy, residency, as_of))
    sets = {rule.name: Sets(rule, [declared for declared, _ in every]) for rule in rules()}
    result = _asked_at_once([rows for _, rows in every], sets)
    later = {days: as_of + min(timedelta(days=days), date.max - as_of) for days in _AHEAD}
    verdicts: dict[tuple[int, int], list[Verdict]] = {}
    for place, rule in enumerate(rules()):
        asking = _Asking(rule, sets[rule.name], later)
        failing = 0
        for number, (declared, rows) in enumerate(every):
            kinds = asking.now(number, rows)
            failing += len(rows) - kinds.count(VerdictKind.COMPLIANT)
            verdicts[number, place] = _verdicts(asking, number, rows, kinds, declared)
        if failing != _failing(result, rule):
            raise FindingsError(f"question {rule.name!r} was judged two ways")
    return [verdict for key in sorted(verdicts) for verdict in verdicts[key]]


class _Asking:
    """A rule with its answers, today and on the days of the forecast."""

    def __init__(self, rule: Rule, sets: Sets, later: Mapping[int, date]) -> None:
        self.rule = rule
        self._of = sets.of
        self._now = self._answers(sets.different)
        self._ahead = {
            days: self._answers(parameters)
            for days, day in later.items()
            if (parameters := sets.on(day)) is not None
        }

    def _answers(self, parameters: Iterable[Parameters]) -> list[Answers]:
        return [Answers(self.rule.judge, self.rule.columns, one) for one in parameters]

    def now(self, dataset: int, rows: Sequence[Fact]) -> list[VerdictKind]:
        """The answer about each fact of a dataset."""
        answers = self._now[self._of[dataset]]
        return [answers.of(fact) for fact in rows]

    def expiring(self, dataset: int, compliant: Sequence[Fact], days: int) -> int:
        """How many of the rows that are compliant will be a violation in so many days."""
        if days not in self._ahead:
            return 0
        answers = self._ahead[days][self._of[dataset]]
        return sum(f.hits for f in compliant if answers.of(f) is VerdictKind.VIOLATION)


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


def suite(declared: Declared) -> gx.ExpectationSuite:
    """The suite of one dataset: every rule, with what policy and dataset declare."""
    return gx.ExpectationSuite(
        name=suite_name(declared.dataset),
        expectations=[rule.expectation(declared) for rule in rules()],
    )


def suite_name(dataset: Dataset) -> str:
    """What a dataset's suite is called; a full stop would make a folder of it."""
    return dataset.name.replace(".", "_")


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
    parameters: dict[str, str] | None = None,
) -> ExpectationSuiteValidationResult:
    """What a suite says of the facts of one dataset; FindingsError where there are none."""
    if not rows:
        # Great Expectations calls an empty frame a success
        raise FindingsError(f"{questions.name}: no facts to judge; run the scan again")
    frame = pd.DataFrame([asdict(row) for row in rows], dtype=object)
    batch = everything.get_batch(batch_parameters={"dataframe": frame})
    return batch.validate(questions, result_format=_COUNTS, expectation_parameters=parameters)


def _asked_at_once(
    every: Sequence[Sequence[Fact]], sets: Mapping[str, Sets]
) -> ExpectationSuiteValidationResult:
    """What all questions say of the facts of all datasets."""
    rows = [fact for own in every for fact in own]
    names = dict.fromkeys(name for rule in rules() for name in rule.columns)
    columns: dict[str, list[object]] = {
        name: [getattr(fact, name) for fact in rows] for name in names
    }
    for rule in rules():
        of = zip(sets[rule.name].of, every, strict=True)
        columns[number_of(rule)] = [number for number, own in of for _ in own]
    batch = batches().get_batch(batch_parameters={"dataframe": pd.DataFrame(columns, dtype=object)})
    questions = [expectation(rule, sets[rule.name]) for rule in rules()]
    suite = gx.ExpectationSuite(name="every dataset", expectations=questions)
    return batch.validate(suite, result_format=_COUNTS)


def _failing(result: ExpectationSuiteValidationResult, rule: Rule) -> int:
    """How many facts fail a question; FindingsError where it was not answered."""
    asked = [
        one
        for one in result.results
        if one.expectation_config is not None
        and (one.expectation_config.meta or {}).get("rule") == rule.name
    ]
    if len(asked) != 1 or asked[0].exception_info.get("raised_exception", True):
        raise FindingsError(f"question {rule.name!r} was not answered")
    count = asked[0].result.get("unexpected_count")
    if not isinstance(count, int) or bool(asked[0].success) is bool(count):
        raise FindingsError(f"answer to {rule.name!r} contradicts itself")
    return count


def _verdicts(
    asking: _Asking,
    dataset: int,
    rows: Sequence[Fact],
    kinds: Sequence[VerdictKind],
    declared: Declared,
) -> list[Verdict]:
    rule = asking.rule
    groups: dict[tuple[str | None, str | None, str | None], dict[VerdictKind, list[Fact]]] = {}
    for fact, kind in zip(rows, kinds, strict=True):
        if rule.about(fact, declared):
            key = (fact.column, fact.entity, fact.term)
            groups.setdefault(key, {}).setdefault(kind, []).append(fact)
    verdicts = []
    for (column, entity, _), own in groups.items():
        compliant = own.get(VerdictKind.COMPLIANT, [])
        ahead = {days: asking.expiring(dataset, compliant, days) for days in _AHEAD}
        failed: list[VerdictKind] = [kind for kind in own if kind is not VerdictKind.COMPLIANT]
        for kind in failed or [VerdictKind.COMPLIANT]:
            verdicts.append(_verdict(rule, column, entity, kind, own, declared, ahead))
            ahead = {}  # told once
    return verdicts


def _verdict(
    rule: Rule,
    column: str | None,
    entity: str | None,
    kind: VerdictKind,
    kinds: dict[VerdictKind, list[Fact]],
    declared: Declared,
    ahead: Mapping[int, int],
) -> Verdict:
    concerned = kinds[kind]
    held = sum(f.hits for f in kinds.get(VerdictKind.COMPLIANT, []) if f.held)
    answer = (
        Answer(text=rule.question)
        if kind is VerdictKind.COMPLIANT
        else rule.explain(concerned, kind, declared)
    )
    return Verdict.model_construct(  # of tens of thousands, each from checked parts
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
        within_30=ahead.get(30, 0),
        within_90=ahead.get(90, 0),
    )
