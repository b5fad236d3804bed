"""Nouns of what was decided about personal data: the inventory, and how a scan differs from it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from jobs.model.base import DatasetName, Entity, Name, Noun

Said = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Column = Annotated[str, StringConstraints(strip_whitespace=False)]


def _no_number(value: object) -> object:
    # a number would be taken for seconds since 1970
    if isinstance(value, (int, float)):
        raise ValueError("give a day: 2026-01-31")
    return value


Day = Annotated[date, BeforeValidator(_no_number)]


class Approval(Noun):
    """That personal data may lie in a column: which, for what, who decided so and why.

    `until` is the last day on which it holds; None is without end.
    """

    entities: Annotated[tuple[Entity, ...], Field(min_length=1)]
    categories: tuple[Name, ...] = ()
    purposes: tuple[Name, ...] = ()
    by: Said
    reason: Said
    on: Day
    until: Day | None = None


class WaiverKind(StrEnum):
    """Why a verdict does not block: it is wrong, or somebody answers for it."""

    FALSE_POSITIVE = "false_positive"
    ACCEPTED_RISK = "accepted_risk"


class Waiver(Noun):
    """That verdicts of one rule about one dataset do not block, until a day.

    Without `column` it is about all columns, without `entity` about all entities. `until` is the
    last day on which it holds.
    """

    rule: Name
    dataset: DatasetName
    column: Column | None = None
    entity: Entity | None = None
    kind: WaiverKind
    reason: Said
    by: Said
    until: Day


class Inventory(Noun):
    """The lock file: what was approved per dataset and column, and what was waived."""

    version: Literal[1] = 1
    datasets: dict[DatasetName, dict[Column, Approval]] = Field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()


class ChangeKind(StrEnum):
    """How a scan differs from the inventory.

    `new`: personal data that nobody approved; `changed`: approved for another category or
    purpose; `expired`: approved or waived until a day that has passed; `unread`: approved and
    not (wholly) read any more; `gone`: approved or waived and not there any more.
    """

    NEW = "new"
    CHANGED = "changed"
    EXPIRED = "expired"
    UNREAD = "unread"
    GONE = "gone"


class Change(Noun):
    """One difference between a scan and the inventory; `text` says it in Dutch.

    `rule` is that of a waiver, None where it is about an approval. `position` is the waiver's in
    the inventory.
    """

    kind: ChangeKind
    dataset: str
    column: str | None = None
    entity: str | None = None
    rule: str | None = None
    position: int | None = None
    text: str
    remedy: str = ""
