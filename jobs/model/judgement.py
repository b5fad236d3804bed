"""Judgement: all verdicts about one scan, and how it differs from the inventory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from jobs.model.base import Noun
from jobs.model.inventory import Change, ChangeKind
from jobs.model.verdict import Verdict, VerdictKind


class FailOn(StrEnum):
    """What makes a judgement block."""

    VIOLATION = "violation"
    GAP = "gap"
    NEW = "new"


class Judgement(Noun):
    """What the gate says of a scan, on a day, under a policy (its name).

    `compared`: whether there was an inventory to hold it against.
    """

    scan_id: str
    policy: str
    as_of: date
    verdicts: tuple[Verdict, ...]
    changes: tuple[Change, ...] = ()
    compared: bool = False

    def of_kind(self, kind: VerdictKind) -> tuple[Verdict, ...]:
        """The verdicts of a kind that count: those that no waiver covers."""
        return tuple(v for v in self.counting if v.kind is kind)

    @property
    def counting(self) -> tuple[Verdict, ...]:
        """The verdicts that no waiver covers."""
        return tuple(v for v in self.verdicts if v.waived is None)

    @property
    def waived(self) -> tuple[Verdict, ...]:
        """The violations and gaps that a waiver covers."""
        return tuple(v for v in self.verdicts if v.waived is not None)

    @property
    def unapproved(self) -> tuple[Change, ...]:
        """The changes that somebody has to decide about: all but what is gone."""
        return tuple(c for c in self.changes if c.kind is not ChangeKind.GONE)


class Location(Noun):
    """A line of a conf file; `path` as the command was given it, `line` from 1."""

    path: str
    line: int = 1


Places = Callable[[Verdict | Change], Location]
"""Tells the line of conf to look at for a verdict or a change."""
