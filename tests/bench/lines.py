"""A line of the table: the figures of all rounds, their median, and their ratio to another's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.rounds import Figures
from tests.evaluation.tables import NOTHING, Table


@dataclass(frozen=True, kw_only=True)
class Base:
    """What a line is held against: its name, and its figures of the same rounds."""

    name: str
    figures: Figures


@dataclass(frozen=True, kw_only=True)
class Line:
    """What was measured, in `unit`, round by round; `facts` are numbers for the JSON alone."""

    what: str
    unit: str = ""
    figures: Figures = ()
    base: Base | None = None
    note: str = ""
    facts: Mapping[str, float] = field(default_factory=dict)

    @property
    def ratios(self) -> Figures:
        """Per round this figure by the base's; none without a base."""
        if self.base is None:
            return ()
        return tuple(a / b for a, b in zip(self.figures, self.base.figures, strict=True))

    def as_json(self) -> dict[str, object]:
        """All rounds, raw, with what the table shows of them."""
        return {
            "what": self.what,
            "unit": self.unit,
            "rounds": self.figures,
            **_spread(self.figures),
            "ratio": None
            if self.base is None
            else {"to": self.base.name, "rounds": self.ratios, **_spread(self.ratios)},
            "note": self.note,
            "facts": dict(self.facts),
        }


def table(title: str, lines: Sequence[Line]) -> Table:
    """A row per line; the ratio is the median of the rounds' ratios, not that of the medians."""
    return Table(
        title=title,
        heads=["what", "median", "min..max", "ratio", "note"],
        rows=[[line.what, *_cells(line), line.note] for line in lines],
    )


def _cells(line: Line) -> list[str]:
    if not line.figures:
        return [NOTHING] * 3
    low, high = map(shown, (min(line.figures), max(line.figures)))
    ratio = NOTHING
    if line.base is not None:
        ratio = f"{shown(median(line.ratios))} x {line.base.name}"
    return [f"{shown(median(line.figures))} {line.unit}", f"{low}..{high}", ratio]


def shown(value: float) -> str:
    """Three figures: `0.0123`, `1.23`, `12.3`, `12,345`."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if abs(value) >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if abs(value) >= 1 else f"{value:.3g}"


def _spread(figures: Figures) -> dict[str, float]:
    if not figures:
        return {}
    return {"median": median(figures), "min": min(figures), "max": max(figures)}
