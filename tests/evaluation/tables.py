"""One style of table: plain text for the screen, the same cells as Markdown for the README."""

from collections.abc import Sequence
from dataclasses import dataclass

NOTHING = "-"
"""What stands where there is no figure: nothing to count, or not covered."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A title, the heads of its columns, rows of texts, and notes below it."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()


def share(value: float | None) -> str:
    """A share of 1 in three decimals, without the leading zero: `.970`.

    Only a whole one is `1.00`: a single miss is never rounded away.
    """
    if value is None:
        return NOTHING
    return "1.00" if value >= 1 else f"{min(value, 0.999):.3f}".removeprefix("0")


def figure(value: float | None) -> str:
    """A number: whole from 100 on, else with one decimal."""
    if value is None:
        return NOTHING
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}"


def plain(table: Table) -> str:
    """The table for the screen: first column to the left, figures to the right."""
    rows = [list(table.heads), *map(list, table.rows)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(table.heads))]
    lines = [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([table.title, lines[0], rule, *lines[1:], *table.notes])


def markdown(table: Table) -> str:
    """The table as Markdown, without its title; notes as one paragraph."""
    lines = [
        _row(table.heads),
        _row(["---", *["--:"] * (len(table.heads) - 1)]),
        *map(_row, table.rows),
    ]
    return "\n".join([*lines, "", " ".join(table.notes)] if table.notes else lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
