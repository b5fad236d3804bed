"""In what order verdicts and changes are told, whatever order they were given in."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from jobs.model import Change, ChangeKind, Verdict, VerdictKind

_Item = TypeVar("_Item")

_KINDS = (VerdictKind.VIOLATION, VerdictKind.GAP, VerdictKind.COMPLIANT)
_CHANGES = tuple(ChangeKind)


def by_place(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """By dataset, column and entity; within these by rule, violations first."""
    return sorted(verdicts, key=_place)


def by_gravity(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Violations before gaps; within these those longest overdue, then most rows, first."""
    return sorted(
        verdicts, key=lambda v: (_KINDS.index(v.kind), -(v.overdue or 0), -v.rows, _place(v))
    )


def in_turn(items: Iterable[_Item], matter: Callable[[_Item], str]) -> list[_Item]:
    """The first of each matter, then the second of each: so that one never hides the others."""
    seen: Counter[str] = Counter()
    turns = []
    for item in items:
        turns.append((seen[matter(item)], item))
        seen[matter(item)] += 1
    return [item for _, item in sorted(turns, key=lambda turn: turn[0])]


def changes_in_order(changes: Iterable[Change]) -> list[Change]:
    """By kind, what is gone last; within these by dataset, column and entity."""
    return sorted(
        changes,
        key=lambda c: (
            _CHANGES.index(c.kind),
            c.dataset,
            c.column or "",
            c.entity or "",
            c.rule or "",
            -1 if c.position is None else c.position,
            c.text,
        ),
    )


def _place(verdict: Verdict) -> tuple[str | int, ...]:
    return (
        verdict.dataset,
        verdict.column or "",
        verdict.entity or "",
        verdict.rule,
        _KINDS.index(verdict.kind),
        verdict.text,
        verdict.remedy,
        verdict.cites.quote if verdict.cites else "",
        verdict.rows,
        verdict.held,
        verdict.within_30,
        verdict.within_90,
        str(verdict.oldest),
        str(verdict.waived),
    )
