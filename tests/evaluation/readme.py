"""The README's tables of figures: what stands between its two markers."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation import columns, identifiers, names, others, speed
from tests.evaluation.scores import per_thousand, total
from tests.evaluation.tables import NOTHING, Table, figure, markdown, share

BEGIN, END = "<!-- evaluation -->", "<!-- /evaluation -->"
MOST_LINES = 30
OWN_TESTS = "own tests"
"""What stands for our figure where the texts are our own tests: it tells of no other text."""


class NoMarkersError(ValueError):
    """A text without one begin marker and one end marker, in that order."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """All parts of one run.

    `texts` names what `scores` were measured on and `remark` says what that is worth;
    `unseen` are the entities whose texts our rules were not tested with.
    """

    texts: str
    remark: str
    unseen: Set[str]
    scores: Mapping[str, identifiers.Score]
    side_by_side: others.Scores
    names: names.Names
    decided: Mapping[int, columns.Decided]
    fast: speed.Speed


def with_block(text: str, block: str) -> str:
    """`text` with `block` between the markers, instead of what stood there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end) or BEGIN in rest or END in after:
        raise NoMarkersError(f"one {BEGIN} and after it one {END} are needed")
    return f"{before}{BEGIN}\n{block}\n{END}{after}"


def rewrite(file: Path, block: str) -> None:
    """Put the block into a file; raises NoMarkersError."""
    file.write_text(with_block(file.read_text(encoding="utf-8"), block), encoding="utf-8")


def block(of: Measured) -> str:
    """Two tables and a paragraph of notes, at most `MOST_LINES` lines."""
    return f"{markdown(_side_by_side(of))}\n\n{markdown(_figures(of))}"


def _side_by_side(of: Measured) -> Table:
    entities = sorted({entity for scores in of.side_by_side.values() for entity in scores})
    return Table(
        title="",
        heads=["precision / recall", *of.side_by_side],
        rows=[
            [f"`{entity}`", *(_cell(of, tool, entity) for tool in of.side_by_side)]
            for entity in entities
        ],
        notes=[
            f"Overlapping spans; names in held-out web shop texts, the rest in {of.texts}.",
            of.remark,
            *others.NOTES,
        ],
    )


def _cell(of: Measured, tool: str, entity: str) -> str:
    tally = of.side_by_side[tool].get(entity, identifiers.NOTHING).overlap
    if tally.wanted == 0:
        return NOTHING
    if tool == others.OURS and entity not in of.unseen:
        return OWN_TESTS
    return f"{share(tally.precision)} / {share(tally.recall)}"


def _figures(of: Measured) -> Table:
    demo = total(decided.tally for decided in of.decided.values())
    log = of.names.false_names[names.GENERATED]
    f1 = [of.names.tallies[f"{names.SHOP}, {as_}"]["PERSON"].f1 for as_ in names.WRITINGS]
    false = [per_thousand(log.false[label], log.texts) for label in ("PERSON", "LOCATION")]
    return Table(
        title="",
        heads=["what", "figure"],
        rows=[
            *_unseen_identifiers(of),
            [f"`PERSON`, whole names, F1 {', '.join(names.WRITINGS)}", ", ".join(map(share, f1))],
            [
                "false `PERSON`, `LOCATION` in 1,000 nameless log lines",
                ", ".join(map(figure, false)),
            ],
            [
                f"columns of {len(of.decided)} demo warehouses (own wordings): precision, recall",
                f"{share(demo.precision)}, {share(demo.recall)}",
            ],
            ["names: words a second on one core", f"{of.fast.words / of.fast.first_pass:,.0f}"],
            [
                "names: seconds to load, megabytes",
                f"{figure(of.fast.loading)}, {figure(of.fast.size / 1e6)}",
            ],
        ],
    )


def _unseen_identifiers(of: Measured) -> list[list[str]]:
    """Precision, recall and alarms over all entities, where the texts could tell something."""
    if not of.unseen >= set(of.scores):
        return []
    every = sum(of.scores.values(), identifiers.NOTHING)
    return [
        [
            f"{len(of.scores)} entities in {of.texts}: precision, recall of whole spans",
            f"{share(every.exact.precision)}, {share(every.exact.recall)}",
        ],
        ["false alarms in 1,000 hard negatives", figure(every.alarms_per_thousand)],
    ]
