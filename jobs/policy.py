"""What a policy has to say about what was found: facts joined to the rules that concern them.

Pure: findings, ages and coverage, a policy and a dataset in; judged rows out. Whether
each row is allowed is asked by `expectations`, one question each.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from detectors.anchors import LATEST, UNDER_AGE, UNREADABLE
from jobs.countries import CODES
from jobs.model import Age, Coverage, Dataset, Finding, Law, Policy, Purpose, RetentionTerm


class Fact(NamedTuple):
    """One row to judge; `about` tells which question it bears on.

    `finding`: an entity in a column and country (None: not known, or a code of none). `age`:
    hits with one anchor day (None: no event known) and hold, under the retention term that
    rules them (None: no term; `anchored` False: of these hits no such event is told, or with
    `unreadable` it is, but no day can be read, or not whether the row is on hold).
    `under_age`: minors, with or without `consent`. `coverage`: a column or file, with the
    reason why it was not read.
    """

    about: str
    column: str | None = None
    entity: str | None = None
    category: str | None = None
    country: str | None = None
    term: str | None = None
    anchored: bool = True
    unreadable: bool = False
    day: date | None = None
    held: bool = False
    consent: bool = False
    hits: int = 0
    reason: str | None = None


def category_of(policy: Policy, dataset: Dataset, entity: str) -> str | None:
    """The category that an entity falls in, in this dataset; None is undeclared.

    A dataset may say that all of it was given in one place (an application); that
    category then holds for whatever the policy has a category for at all.
    """
    own = next((name for name, c in policy.categories.items() if entity in c.entities), None)
    return own if own is None else dataset.category or own


def law_of(policy: Policy, entity: str) -> Law | None:
    """The law that asks for a basis of its own for an entity in no category."""
    return next((law for law in policy.undeclared if entity in law.entities), None)


def purposes_of(policy: Policy, dataset: Dataset) -> list[Purpose]:
    """The purposes that a dataset declares."""
    return [policy.purposes[name] for name in dataset.purposes if name in policy.purposes]


def term_of(policy: Policy, dataset: Dataset, entity: str) -> str | None:
    """The retention term that rules an entity in a dataset, as `RetentionTerm` describes it.

    Where all of a dataset was given in one place for which the statement names no term (an
    application), no other term stands in for it.
    """
    terms = policy.retention
    origin = dataset.category
    if origin is not None and not any(term.category == origin for term in terms.values()):
        return None
    declared = [name for name in dataset.retention if name in terms]
    naming = [name for name, term in terms.items() if entity in term.entities]
    for name in declared:
        if name in naming:
            return name
    for name in naming:
        if terms[name].everywhere:
            return name
    for name in declared:
        if terms[name].covers_all:
            return name
    return naming[0] if dataset.category is None and len(naming) == 1 else None


def anchor_of(term: RetentionTerm, anchors: Iterable[str]) -> str | None:
    """Under which of a sweep's anchors the term's event is counted: the latest of those known."""
    known = sorted(set(term.anchor) & set(anchors))
    return LATEST.join(known) if known else None


def facts(
    findings: Sequence[Finding],
    ages: Sequence[Age],
    coverage: Sequence[Coverage],
    dataset: Dataset,
    policy: Policy,
) -> list[Fact]:
    """Every row to judge of one dataset; the three inputs hold that dataset's rows alone."""
    rows: list[Fact] = []
    for finding in findings:
        rows.append(
            Fact(
                about="finding",
                column=finding.column,
                entity=finding.entity,
                category=category_of(policy, dataset, finding.entity),
                # a code of no country (`XX`) says no more than none at all
                country=finding.country if finding.country in CODES else None,
                hits=finding.hits,
            )
        )
    anchors = {age.anchor for age in ages}
    hits: dict[tuple[str, str], int] = defaultdict(int)
    aged: dict[tuple[str, str], list[Age]] = defaultdict(list)
    for finding in findings:
        hits[finding.column, finding.entity] += finding.hits
    for age in ages:
        aged[age.column, age.entity].append(age)
    for (column, entity), count in sorted(hits.items()):
        category = category_of(policy, dataset, entity)
        subject = Fact(about="age", column=column, entity=entity, category=category)
        own = aged[column, entity]
        if category is not None:
            term = term_of(policy, dataset, entity)
            rows.extend(_aged(subject._replace(term=term), own, anchors, count, policy))
        rows.extend(
            subject._replace(about="under_age", day=age.day, consent=age.held, hits=age.hits)
            for age in own
            if age.anchor == UNDER_AGE
        )
    rows.extend(
        Fact(about="coverage", column=row.column or row.file, hits=row.rows, reason=row.reason)
        for row in coverage
    )
    return rows


def _aged(
    subject: Fact, own: Iterable[Age], anchors: Iterable[str], count: int, policy: Policy
) -> list[Fact]:
    """The subject once per day of its term's event; what has no day told is told so."""
    term = subject.term
    anchor = None if term is None else anchor_of(policy.retention[term], anchors)
    rows = [
        subject._replace(anchored=False, unreadable=True, held=age.held, hits=age.hits)
        if age.day == UNREADABLE
        else subject._replace(day=age.day, held=age.held, hits=age.hits)
        for age in own
        if age.anchor == anchor
    ]
    untold = count - sum(row.hits for row in rows)
    if untold > 0 or not rows:
        rows.append(subject._replace(anchored=False, hits=untold))
    return rows
