"""What a column as a whole is: its name, and how its cells bear the name out.

Two questions. Which entities does a name announce (`announced`)? And do the counts of
a column bear that out, or say it without the name (`decide_announced`,
`decide_unannounced`)? One in eleven of any nine-digit numbers passes the check of a BSN:
a value proves little, a column of them is conclusive.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from detectors.binomial import log_tail
from detectors.recognizer import CERTAIN, ColumnRule, Recognizer

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[^0-9a-z]+")

ANNOUNCED_SHAPE = 0.5
ANNOUNCED_TAIL = 1e-3
ANNOUNCED_LIFT = 0.1
CONFIRMED = 0.2
"""Share of the names in a column's texts that must hold a known name. Of true names in Dutch
texts half do and more, of words that a network takes for names hardly any."""
FEW = 8
"""Fewer distinct values than this prove nothing by their tail; half must be valid."""

ALONE_SHAPE = 0.8
ALONE_VALID = 0.5
ALONE_TAIL = 1e-9
ALONE_DISTINCT = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Stats:
    """What was counted of one column for one entity; every count is of rows but `distinct`.

    `rows`: non-empty cells. `certain`: cells with a match of at least `CERTAIN` in
    running text, `certain_valid` those whose match passes the check rule. `shaped`:
    cells that as a whole fit the column rule's `cell`, or are certain; `shaped_valid`
    those of them that pass the check rule. `distinct`: a lower bound of the number of
    distinct values among the shaped cells.
    """

    rows: int
    certain: int
    certain_valid: int
    shaped: int
    shaped_valid: int
    distinct: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """That a column holds an entity: in how many rows, how surely, and why.

    `valid` is None where the entity has no check rule.
    """

    hits: int
    valid: int | None
    score: float
    reason: str


def normalise(name: str) -> str:
    """A column's own name as lower case words joined by `_`: `HomePhone` is `home_phone`."""
    leaf = name.replace("[]", "").replace("{}", "").rsplit(".", 1)[-1]
    return _NOT_WORD.sub("_", _CAMEL.sub("_", leaf).lower()).strip("_")


def announced(
    columns: Sequence[str], table: str, recognizers: Iterable[Recognizer]
) -> dict[str, frozenset[str]]:
    """For each dotted column path of one dataset, the entities that its name announces.

    A leaf inside a struct is also read with the struct's name before it
    (`geboorte.datum`). The neighbours of a column are the other members of its struct
    (or the other top-level columns), the structs around it, and the table.
    """
    rules = tuple(recognizers)
    members: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        steps = column.split(".")
        for depth, step in enumerate(steps):
            members[".".join(steps[:depth])].add(normalise(step))
    tables = {normalise(part) for part in table.split(".")}
    result = {}
    for column in columns:
        *parents, leaf = (normalise(step) for step in column.split("."))
        siblings = members[column.rpartition(".")[0]] - {leaf}
        neighbours = siblings | set(parents) | tables
        result[column] = frozenset(
            r.entity for r in rules if _announces(r.column, leaf, parents, tables, neighbours)
        )
    return result


def _announces(
    rule: ColumnRule, leaf: str, parents: list[str], tables: set[str], neighbours: set[str]
) -> bool:
    sure = rule.sure_names if rule.needs_neighbour else rule.names + rule.sure_names
    in_struct = f"{parents[-1]}_{leaf}" if parents else leaf
    for name in (leaf, in_struct):
        if _matches(sure, name) and not _matches(rule.not_names, name):
            return True
    if not (rule.needs_neighbour and _matches(rule.names, leaf)):
        return False
    owners = parents[-1:] or sorted(tables)
    if any(_matches(rule.not_names, name) for name in (leaf, *(f"{o}_{leaf}" for o in owners))):
        return False
    return any(_matches(rule.needs_neighbour, neighbour) for neighbour in neighbours)


def _matches(regexes: tuple[str, ...], name: str) -> bool:
    return any(_compiled(regex).fullmatch(name) for regex in regexes)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def decide_announced(stats: Stats, recognizer: Recognizer) -> Decision | None:
    """What a column holds whose name announces the entity; None is nothing.

    Half of the cells must have the shape. Where there is a check rule they must also
    pass it clearly more often than chance: a column `bsn` of order numbers is none.
    """
    if stats.rows and stats.shaped / stats.rows >= ANNOUNCED_SHAPE:
        if recognizer.chance is None:
            return Decision(hits=stats.shaped, valid=None, score=0.85, reason="name and shape")
        if _lifted(stats, recognizer.chance):
            return Decision(
                hits=stats.shaped,
                valid=stats.shaped_valid,
                score=0.95,
                reason="name, shape and check rule",
            )
    return _in_text(stats, recognizer)


def decide_unannounced(stats: Stats, recognizer: Recognizer) -> Decision | None:
    """What a column holds whose name says nothing; None is nothing.

    A whole column counts by its check rule alone if most cells have the shape, at least
    half pass, and chance does not do that. Otherwise its certain matches count, however few.
    """
    if (
        recognizer.column.alone
        and recognizer.chance is not None
        and min(stats.shaped, stats.distinct) >= ALONE_DISTINCT
        and stats.shaped >= ALONE_SHAPE * stats.rows
        and stats.shaped_valid >= ALONE_VALID * stats.shaped
        and _tail(stats, recognizer.chance) < math.log(ALONE_TAIL)
    ):
        return Decision(
            hits=stats.shaped,
            valid=stats.shaped_valid,
            score=0.9,
            reason="check rule beyond chance",
        )
    return _in_text(stats, recognizer)


def _in_text(stats: Stats, recognizer: Recognizer) -> Decision | None:
    if stats.certain == 0 or _is_noise(stats, recognizer):
        return None
    valid = None if recognizer.chance is None else stats.certain_valid
    return Decision(hits=stats.certain, valid=valid, score=0.7, reason="in running text")


def _is_noise(stats: Stats, recognizer: Recognizer) -> bool:
    """Whether certain matches are only what any column would show.

    Of bare numbers the share that passes by chance: a recognizer whose matches are certain
    only beside a context word has none of these. Of names, words that look like one.
    """
    if recognizer.entity in ("PERSON", "LOCATION"):
        return stats.certain_valid < CONFIRMED * stats.certain
    return (
        recognizer.chance is not None
        and any(pattern.score >= CERTAIN for pattern in recognizer.patterns)
        and stats.shaped >= ALONE_SHAPE * stats.rows
        and not _lifted(stats, recognizer.chance)
    )


def _lifted(stats: Stats, chance: float) -> bool:
    """Whether the shaped cells pass clearly more often than chance would have it."""
    if stats.shaped == 0:
        return False
    share = stats.shaped_valid / stats.shaped
    if min(stats.shaped, stats.distinct) < FEW:
        return share >= 0.5
    lift = (share - chance) / (1 - chance)
    return lift >= ANNOUNCED_LIFT and _tail(stats, chance) < math.log(ANNOUNCED_TAIL)


def _tail(stats: Stats, chance: float) -> float:
    """The log of the chance of so many passes; a repeated value is evidence only once."""
    trials = max(1, min(stats.shaped, stats.distinct))
    return log_tail(trials * stats.shaped_valid // stats.shaped, trials, chance)
