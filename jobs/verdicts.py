"""The answers about facts, put together as verdicts: one per column, entity, term and kind."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from jobs.expectations.answers import Answers
from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import Verdict, VerdictKind
from jobs.policy import Fact

_AHEAD = (30, 90)
_FAILED = (VerdictKind.VIOLATION, VerdictKind.GAP)


def verdicts_of(
    answers: Answers,
    dataset: int,
    rows: Sequence[Fact],
    kinds: Sequence[VerdictKind],
    declared: Declared,
) -> Iterator[Verdict]:
    """The verdicts of one rule about the facts of one dataset, each fact with its answer.

    Where all is compliant that is a verdict too. What a hold exempts and what the forecast says
    of the compliant rows is told once, by the gravest verdict about them.
    """
    rule = answers.rule
    groups: dict[tuple[str | None, str | None, str | None], dict[VerdictKind, list[Fact]]] = {}
    for fact, kind in zip(rows, kinds, strict=True):
        if rule.about(fact, declared):
            key = (fact.column, fact.entity, fact.term)
            groups.setdefault(key, {}).setdefault(kind, []).append(fact)
    for own in groups.values():
        compliant = own.get(VerdictKind.COMPLIANT, [])
        for kind in [kind for kind in _FAILED if kind in own] or [VerdictKind.COMPLIANT]:
            ahead = _ahead(answers, dataset, compliant, declared.as_of)
            yield _verdict(rule, kind, own[kind], compliant, declared, ahead)
            compliant = []


def _ahead(
    answers: Answers, dataset: int, compliant: Sequence[Fact], as_of: date
) -> dict[int, int]:
    """How many of the rows that are compliant will be a violation in so many days."""
    expiring = {}
    for days in _AHEAD if compliant and answers.know_the_day else ():
        day = as_of + min(timedelta(days=days), date.max - as_of)
        kinds = answers.on(day, dataset, compliant)
        expiring[days] = sum(
            fact.hits
            for fact, kind in zip(compliant, kinds, strict=True)
            if kind is VerdictKind.VIOLATION
        )
    return expiring


def _verdict(
    rule: Rule,
    kind: VerdictKind,
    concerned: Sequence[Fact],
    compliant: Sequence[Fact],
    declared: Declared,
    ahead: Mapping[int, int],
) -> Verdict:
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
        column=concerned[0].column,
        entity=concerned[0].entity,
        rows=sum(fact.hits for fact in concerned),
        held=sum(fact.hits for fact in compliant if fact.held),
        oldest=answer.oldest,
        overdue=answer.overdue,
        text=answer.text,
        cites=answer.cites,
        remedy=answer.remedy,
        within_30=ahead.get(30, 0),
        within_90=ahead.get(90, 0),
    )
