"""What is counted of a column, and what a decision about it rests on: counts, never a value."""

from dataclasses import dataclass, field

TEXT, CELL, ALIKE, LOOK, NAMES = "text", "cell", "alike", "look", "names"
"""The tiers of `detectors.batch`, by which cells are counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """A look at some distinct cells: how many, how many known, and the kinds of the shaped ones."""

    cells: int = 0
    known: int = 0
    kinds: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """Cells that match, among those that they are to be held against; counts of rows.

    Whole cells that match a pattern, among the cells that look the same. In a column that is
    announced, where the rule sets others apart: the shaped cells, among those that are none of
    theirs. `distinct` is a lower bound of the distinct values among the latter.
    """

    rows: int = 0
    whole: int = 0
    distinct: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Stats:
    """What was counted of one column for one entity; every count is of rows but `distinct`.

    `rows`: filled cells. `certain`: cells with a match of at least `CERTAIN` in
    running text, `certain_valid` those whose match passes the check rule, or is a known name.
    `shaped`: cells that as a whole fit the column rule's `cell`, or are certain;
    `shaped_valid` those of them that pass the check rule. `distinct`: a lower bound of the
    number of distinct values among the shaped cells, `texts` among all.
    """

    rows: int
    certain: int
    certain_valid: int
    shaped: int
    shaped_valid: int
    distinct: int
    texts: int = 0
    look: Look = field(default_factory=Look)
    alike: Alike = field(default_factory=Alike)


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One reason for a decision: a code, and the counts, names or entities that it rests on.

    `name`: the column's name announces the entity, `beside` because of the neighbour `by`.
    `shape`: `hits` of `of` filled cells have its shape. `check`: `hits` of `of` of those pass
    the check rule, which chance does at the rate `chance`; `log10` is the likelihood of that
    by chance, as a power of ten. `known`: `hits` of `of` cells looked at are in the
    vocabulary or the plan. `company`: the table holds the entity `by`. `text`: `hits` of
    `of` filled cells hold it in running text. Never a value.
    """

    code: str
    hits: int | None = None
    of: int | None = None
    chance: float | None = None
    log10: float | None = None
    by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """That a column holds an entity: in how many rows, how surely, and why.

    `tier` tells which count the hits are: `cell` where the column as a whole is it, `text`
    where it stands in some of its texts. `valid` is None where the entity has no check rule.
    """

    tier: str
    hits: int
    valid: int | None
    score: float
    why: tuple[Evidence, ...]

    @property
    def rests_on_name(self) -> bool:
        """Whether nothing but its name and a loose shape speaks for the column."""
        return {reason.code for reason in self.why} <= {"name", "beside", "shape"}

    @property
    def is_known(self) -> bool:
        """Whether most of the cells that were looked at are known."""
        return any(
            reason.code == "known" and (reason.hits or 0) >= 0.6 * (reason.of or 1)
            for reason in self.why
        )
