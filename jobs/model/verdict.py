"""Verdict: one answer of the policy about one column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobs.model.inventory import Waiver
from jobs.model.statement import Citation


class VerdictKind(StrEnum):
    """`gap` means that it cannot be judged, because something is not declared or not read."""

    COMPLIANT = "compliant"
    VIOLATION = "violation"
    GAP = "gap"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """One answer: what is the matter with an entity in a column, by which clause, how to cure it.

    `label` says in a word of Dutch what is asked after. `rows` are the hits that it
    concerns, `held` those exempt by a hold, `oldest` the oldest anchor day among them and
    `overdue` the days that it lies past its term. `within_30` and `within_90` are the rows
    that are within their term now and will not be in 30 and 90 days. `waived` is the decision
    that makes a violation or a gap not block. Of these a judgement has tens of thousands, each
    made of parts that were checked.
    """

    rule: str
    label: str
    kind: VerdictKind
    dataset: str
    column: str | None
    entity: str | None
    rows: int
    held: int = 0
    oldest: date | None = None
    overdue: int | None = None
    text: str
    cites: Citation | None = None
    remedy: str = ""
    within_30: int = 0
    within_90: int = 0
    waived: Waiver | None = None
