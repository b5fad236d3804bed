"""What a column as a whole is: how its cells bear out, or say without it, what its name says.

One in eleven of any nine-digit numbers passes the check of a BSN: a value proves little, a
column of them is conclusive. Every decision keeps its evidence, as codes and counts.
"""

import math
from collections.abc import Iterable
from dataclasses import replace

from detectors.binomial import log_tail
from detectors.columns import Announcement
from detectors.evidence import Alike, Decision, Evidence, Look, Stats
from detectors.recognizer import CERTAIN, Bare, Recognizer

ANNOUNCED_SHAPE = 0.5
ANNOUNCED_TAIL = 1e-3
ANNOUNCED_LIFT = 0.1
ANNOUNCED_KNOWN = 0.5
"""Share of the shaped cells that must be known where they are less than half of the column."""
CONFIRMED = 0.2
"""Share of the names in a column's texts that must hold a known name. Of true names in Dutch
texts half do and more, of words that a network takes for names hardly any."""
FEW = 8
"""Fewer distinct values than this prove nothing by their tail; half must be valid."""

ALONE_SHAPE = 0.8
ALONE_VALID = 0.5
ALONE_TAIL = 1e-9
ALONE_DISTINCT = 20

BARE_SHAPE = 0.8
BARE_MANY = 100
REPEATED = 20
"""A text that on average so many rows repeat is one of a list of codes."""
DOUBTFUL = 0.15
"""A column whose name counts by its neighbours alone holds at least this share of known values."""

POINTS_TO_SOMEBODY = frozenset(
    {"PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "NL_BSN", "IBAN_CODE", "NL_ADDRESS", "GENDER"}
    | {"NL_POSTCODE", "NL_PASSPORT", "NL_DRIVING_LICENCE"}
)
"""In the company of such a column a date or a place is somebody's."""


def decide_announced(
    stats: Stats, recognizer: Recognizer, announcement: Announcement
) -> Decision | None:
    """What a column holds whose name announces the entity; None is nothing.

    Half of the cells must have the shape, but for those that another announced entity explains
    (the hashes among passwords), or the fewer that do must bear the name out by themselves. Where
    there is a check rule they must also pass it clearly more often than chance: a column `bsn` of
    order numbers is none. Where values can be known, a column of unknown ones that its
    neighbours alone announce is none (`naam` of products), nor is one of a single kind
    (`geboortedatum` of last year's orders).
    """
    if announcement.apart:
        share = max(_share(stats), _share_of_others(stats))
        # what is counted here tells nothing of chance: that is for cells that look alike
        stats = replace(stats, alike=Alike())
    else:
        share = _share(stats)
    if share < ANNOUNCED_SHAPE and not _bear_out(stats, recognizer, announcement):
        return _in_text(stats, recognizer)
    why = [_named(announcement), Evidence(code="shape", hits=stats.shaped, of=stats.rows)]
    bare = recognizer.column.bare
    if recognizer.chance is not None:
        if not _lifted(stats, recognizer.chance):
            return _in_text(stats, recognizer)
        why.append(_checked(stats, recognizer.chance))
        score = 0.95
    elif bare is not None and announcement.cell is None and stats.look.cells:
        if _is_doubtful(stats, bare, announcement):
            return _in_text(stats, recognizer)
        why.append(_known(stats.look))
        score = 0.9 if stats.look.known >= DOUBTFUL * stats.look.cells else 0.75
    elif stats.certain >= ANNOUNCED_SHAPE * stats.rows:
        why.append(Evidence(code="text", hits=stats.certain, of=stats.rows))
        score = 0.9
    else:
        score = 0.75 if announcement.beside is None else 0.65
    return Decision(
        tier="cell",
        hits=stats.shaped,
        valid=None if recognizer.chance is None else stats.shaped_valid,
        score=score,
        why=tuple(why),
    )


def decide_unannounced(stats: Stats, recognizer: Recognizer) -> Decision | None:
    """What a column holds whose name says nothing; None is nothing.

    A whole column counts by its check rule alone if most cells have the shape, at least
    half pass, and chance does not do that. Otherwise its certain matches count, however few.
    """
    if (
        recognizer.column.alone
        and recognizer.chance is not None
        and min(stats.shaped, stats.distinct) >= ALONE_DISTINCT
        and _share(stats) >= ALONE_SHAPE
        and stats.shaped_valid >= ALONE_VALID * stats.shaped
        and _tail(stats, recognizer.chance) < math.log(ALONE_TAIL)
    ):
        return Decision(
            tier="cell",
            hits=stats.shaped,
            valid=stats.shaped_valid,
            score=0.9,
            why=(
                Evidence(code="shape", hits=stats.shaped, of=stats.rows),
                _checked(stats, recognizer.chance),
            ),
        )
    return _in_text(stats, recognizer)


def decide_bare(stats: Stats, recognizer: Recognizer, company: Iterable[str]) -> Decision | None:
    """What a column holds by its cells alone, in a table that holds the entities of `company`."""
    bare = recognizer.column.bare
    if bare is None or stats.look.cells < FEW:
        return None
    beside = sorted(POINTS_TO_SOMEBODY.intersection(company) - {recognizer.entity})
    if (
        _share(stats) < BARE_SHAPE
        or stats.look.known < max(bare.share, _least_known(stats.look)) * stats.look.cells
        or stats.look.kinds < min(bare.kinds, stats.look.cells // 2)
        or (bare.in_company and not beside)
    ):
        return None
    accompanied = (Evidence(code="company", by=beside[0]),) if bare.in_company else ()
    return Decision(
        tier="cell",
        hits=stats.shaped,
        valid=None,
        score=0.8,
        why=(
            Evidence(code="shape", hits=stats.shaped, of=stats.rows),
            _known(stats.look),
            *accompanied,
        ),
    )


def _least_known(look: Look) -> float:
    """The share that must be known: a few distinct cells are a list of codes more easily."""
    return 0.9 if look.cells < ALONE_DISTINCT else 0.8 if look.cells < BARE_MANY else 0.0


def _share(stats: Stats) -> float:
    """The share of the cells that have the shape: of rows, or of distinct cells.

    A filler that many rows repeat (`weet ik niet`) says nothing about the others.
    """
    if not stats.rows:
        return 0.0
    return max(stats.shaped / stats.rows, stats.distinct / stats.texts if stats.texts else 0.0)


def _share_of_others(stats: Stats) -> float:
    """The share of the cells that have the shape, of those that no other entity explains.

    Of rows or of distinct cells, as for all cells.
    """
    alike = stats.alike
    if not alike.rows:
        return 0.0
    return max(alike.whole / alike.rows, stats.distinct / alike.distinct if alike.distinct else 0.0)


def _bear_out(stats: Stats, recognizer: Recognizer, announcement: Announcement) -> bool:
    """Whether cells that are fewer than half of the column bear its name out by themselves.

    A migration that stopped halfway leaves numbers among codes. Each is what the name says where
    they pass the check rule as chance does not (three of three do, of order numbers one in
    eleven), or where half of them at least are known, and of many kinds; these must be announced
    by the column's own name. What is certain by itself needs no column: it is counted one by one.
    """
    good = stats.shaped if recognizer.chance is None else stats.shaped_valid
    if good == 0 or 2 * stats.certain >= good:
        return False
    if recognizer.chance is not None:
        return _is_beyond_chance(stats, recognizer.chance)
    bare, look = recognizer.column.bare, stats.look
    if bare is None or announcement.beside is not None or announcement.cell is not None:
        return False
    if announcement.trusted:
        return min(stats.shaped, stats.distinct) >= FEW
    return look.known >= max(
        FEW, ANNOUNCED_KNOWN * _share(stats) * look.cells
    ) and look.kinds >= min(bare.kinds, look.known // 2)


def _is_doubtful(stats: Stats, bare: Bare, announcement: Announcement) -> bool:
    """Whether the cells speak against the name.

    Against a name that counts by its neighbours alone: hardly any known. Against any name:
    none known at all, and either all of one kind or a few texts that all rows repeat. Of less
    than `FEW` texts a third is known by chance: `mat` is a surname too.
    """
    look = stats.look
    is_chance = look.known <= (look.cells / 3 if look.cells < FEW else 0)
    if announcement.beside is not None:
        return look.known < DOUBTFUL * look.cells or is_chance
    repeated = look.cells < ALONE_DISTINCT and stats.shaped >= REPEATED * look.cells
    single = look.cells >= ALONE_DISTINCT and look.kinds <= bare.too_alike
    return ((look.known == 0 and single) or (repeated and is_chance)) and not announcement.trusted


def _in_text(stats: Stats, recognizer: Recognizer) -> Decision | None:
    if stats.certain == 0 or _is_noise(stats, recognizer):
        return None
    valid = None if recognizer.chance is None else stats.certain_valid
    return Decision(
        tier="text",
        hits=stats.certain,
        valid=valid,
        score=0.7,
        why=(Evidence(code="text", hits=stats.certain, of=stats.rows),),
    )


def _is_noise(stats: Stats, recognizer: Recognizer) -> bool:
    """Whether certain matches are only the share that any column of such cells would have.

    Of names: words that look like one. With a check rule: bare numbers that pass it as often
    as chance; a recognizer whose matches are certain only beside a context word has none of
    these. Without one: whole cells that are few among the cells that look the same.
    """
    if recognizer.column.knows is not None and stats.certain_valid < CONFIRMED * stats.certain:
        return True
    if recognizer.chance is not None:
        return (
            any(pattern.score >= CERTAIN for pattern in recognizer.patterns)
            and stats.shaped >= ALONE_SHAPE * stats.rows
            and not _lifted(stats, recognizer.chance)
        )
    return (
        stats.alike.distinct >= FEW
        and stats.alike.whole >= stats.certain
        and stats.alike.whole < recognizer.column.among_alike * stats.alike.rows
    )


def _lifted(stats: Stats, chance: float) -> bool:
    """Whether the shaped cells pass clearly more often than chance would have it."""
    if stats.shaped == 0:
        return False
    share = stats.shaped_valid / stats.shaped
    if min(stats.shaped, stats.distinct) < FEW:
        return share >= 0.5
    return _is_beyond_chance(stats, chance)


def _is_beyond_chance(stats: Stats, chance: float) -> bool:
    """Whether the shaped cells, one at least, pass more often and chance would hardly do it."""
    lift = (stats.shaped_valid / stats.shaped - chance) / (1 - chance)
    return lift >= ANNOUNCED_LIFT and _tail(stats, chance) < math.log(ANNOUNCED_TAIL)


def _tail(stats: Stats, chance: float) -> float:
    """The log of the chance of so many passes; a repeated value is evidence only once."""
    trials = max(1, min(stats.shaped, stats.distinct))
    return log_tail(trials * stats.shaped_valid // stats.shaped, trials, chance)


def _named(announcement: Announcement) -> Evidence:
    if announcement.beside is None:
        return Evidence(code="name")
    return Evidence(code="beside", by=announcement.beside)


def _checked(stats: Stats, chance: float) -> Evidence:
    return Evidence(
        code="check",
        hits=stats.shaped_valid,
        of=stats.shaped,
        chance=round(chance, 4),
        log10=round(_tail(stats, chance) / math.log(10), 1),
    )


def _known(look: Look) -> Evidence:
    return Evidence(code="known", hits=look.known, of=look.cells)
