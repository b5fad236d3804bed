"""Which entities the name of a column announces, alone or by what stands beside it.

Names are compared as lower case words joined by `_`, as they are written and with their
abbreviations spelled out. Whether the cells bear a name out is for `detectors.decisions`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from detectors.abbreviations import spelled_out
from detectors.recognizer import ColumnRule, Recognizer

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_MOST_NAMES = 100_000
"""So many answers are kept: tables share the names of their columns."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Announcement:
    """That a column's name announces an entity.

    `beside` is the normalised name without which it would not; None where the column's own
    name says enough. `cell` is the shape of a part of the value, None where it is whole.
    `trusted`: a name around it explains cells that would else speak against it. `apart`: the same
    name announces an entity that the rule sets apart, of which the other cells may be.
    """

    beside: str | None = None
    cell: str | None = None
    trusted: bool = False
    apart: bool = False


Announced = Mapping[str, Announcement]
"""What one column's name announces: entity to announcement."""


def normalise(name: str) -> str:
    """A column's own name as lower case words joined by `_`: `HomePhone` is `home_phone`."""
    leaf = _steps(name.replace("[]", "").replace("{}", ""))[-1]
    return _NOT_WORD.sub("_", _CAMEL.sub("_", leaf).lower()).strip("_")


def announced(
    columns: Sequence[str], table: str, recognizers: Iterable[Recognizer]
) -> dict[str, Announced]:
    """For each dotted column path of one dataset, the entities that its name announces.

    A leaf inside a struct is also read with the struct's name before it
    (`geboorte.datum`). The neighbours of a column are the other members of its struct
    (or the other top-level columns), the structs around it, and the table. A name that by
    itself announces one kind of text announces no other kind by its neighbours.
    """
    rules = tuple(recognizers)
    members: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        steps = _steps(column)
        for depth, step in enumerate(steps):
            members[".".join(steps[:depth])].update(_readings(step))
    tables = {reading for part in table.split(".") for reading in _readings(part)}
    result: dict[str, Announced] = {}
    for column in columns:
        place = _Place.of(column, members[".".join(_steps(column)[:-1])], tables)
        found = {r.entity: _announces(r.column, place) for r in rules}
        known = {entity: a for entity, a in found.items() if a is not None}
        texts = {r.entity for r in rules if r.column.holds_text and r.entity in known}
        sure = {entity for entity in texts if known[entity].beside is None}
        weaker = texts - sure if sure else set()
        kept = {e: a for e, a in known.items() if e not in weaker}
        apart = {r.entity for r in rules if not kept.keys().isdisjoint(r.column.apart_from)}
        result[column] = {e: replace(a, apart=True) if e in apart else a for e, a in kept.items()}
    return result


def may_announce(column: str, recognizers: Iterable[Recognizer]) -> dict[str, Announcement]:
    """The entities that a column's name could announce, whatever stands beside it."""
    place = _Place.of(column, set(), set())
    found = {}
    for recognizer in recognizers:
        rule = recognizer.column
        whole = any(_matches((*rule.names, *rule.sure_names), name) for name in place.names)
        part = next((p for p in rule.parts if any(_matches(p.names, n) for n in place.leaf)), None)
        if whole or part is not None:
            found[recognizer.entity] = Announcement(
                cell=None if whole or part is None else part.cell
            )
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A column's name, in all its readings, with what stands around it.

    `names` are the leaf's own readings, and those with the struct's name before it;
    `owners` the struct, or else the tables, that the leaf belongs to.
    """

    leaf: frozenset[str]
    names: frozenset[str]
    owners: frozenset[str]
    neighbours: frozenset[str]

    @classmethod
    def of(cls, column: str, siblings: set[str], tables: set[str]) -> "_Place":
        *parents, leaf = _steps(column)
        own = _readings(leaf)
        around = {reading for parent in parents for reading in _readings(parent)}
        struct = _readings(parents[-1]) if parents else frozenset[str]()
        return cls(
            leaf=frozenset(own),
            names=frozenset(own | {f"{s}_{name}" for s in struct for name in own}),
            owners=frozenset(struct or tables),
            neighbours=frozenset((siblings - own) | around | tables),
        )


def _steps(path: str) -> list[str]:
    """The names on the way to a leaf; a dot at the end or beside a blank only shortens a word."""
    parts = path.split(".")
    whole = any(not part or part != part.strip() for part in parts)
    return [path.replace(".", "_")] if whole else parts


@lru_cache(maxsize=_MOST_NAMES)
def _readings(step: str) -> frozenset[str]:
    """A name normalised, and with its abbreviations spelled out."""
    name = normalise(step)
    return frozenset((name, spelled_out(name)))


def _announces(rule: ColumnRule, place: _Place) -> Announcement | None:
    return _announces_whole(rule, place) or _announces_part(rule, place)


def _announces_whole(rule: ColumnRule, place: _Place) -> Announcement | None:
    if _says_otherwise(rule, place.leaf):
        return None
    sure = rule.sure_names if rule.needs_neighbour else rule.names + rule.sure_names
    for name in place.names:
        if _matches(sure, name) and not _matches(rule.not_names, name):
            return Announcement(trusted=_is_trusted(rule, place))
    if rule.needs_neighbour and any(_matches(rule.names, name) for name in place.leaf):
        owned = {f"{owner}_{name}" for owner in place.owners for name in place.leaf}
        beside = _beside(rule.needs_neighbour, place)
        if beside is not None and not _says_otherwise(rule, owned):
            return Announcement(beside=beside)
    return None


def _announces_part(rule: ColumnRule, place: _Place) -> Announcement | None:
    for part in rule.parts:
        if any(_matches(part.names, name) for name in place.leaf):
            beside = _beside(part.beside, place)
            if beside is not None or not part.beside:
                return Announcement(beside=beside, cell=part.cell)
    return None


def _is_trusted(rule: ColumnRule, place: _Place) -> bool:
    beside = rule.bare.trusted_beside if rule.bare else ()
    return any(_matches(beside, name) for name in place.leaf | place.owners | place.neighbours)


def _says_otherwise(rule: ColumnRule, names: Iterable[str]) -> bool:
    return any(_matches(rule.not_names, name) for name in names)


def _beside(regexes: tuple[str, ...], place: _Place) -> str | None:
    return next((name for name in sorted(place.neighbours) if _matches(regexes, name)), None)


@lru_cache(maxsize=_MOST_NAMES)
def _matches(regexes: tuple[str, ...], name: str) -> bool:
    return any(_compiled(regex).fullmatch(name) for regex in regexes)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def is_called_otherwise(column: str, rule: ColumnRule) -> bool:
    """Whether a column's name says clearly that it holds something else than the rule's entity."""
    return any(_matches(rule.other_names, name) for name in _readings(column.rpartition(".")[2]))


def is_called_about(column: str, rule: ColumnRule) -> bool:
    """Whether a column's name says something about the rule's entity, or names another thing."""
    return _says_otherwise(rule, _readings(column.rpartition(".")[2]))
