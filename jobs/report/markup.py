"""Tables and paragraphs as HTML: every text escaped, numbers to the right, nothing loaded."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from jobs import dutch


@dataclass(frozen=True)
class Html:
    """A piece of HTML that shows itself in a notebook."""

    text: str

    def _repr_html_(self) -> str:
        return self.text


Cell = str | int | float | date | None | Html
"""An int is a count, a float a part of one, None nothing at all."""


@dataclass(frozen=True)
class Group:
    """Rows of a table under a heading of their own."""

    heading: Cell
    rows: Sequence[Sequence[Cell]]


def style() -> Html:
    """The look of everything that this module makes."""
    css = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
    return Html(f"<style>\n{css}</style>")


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Html:
    """One table with a row of headings."""
    return _table(heads, rows, f"<tbody>{_rows(rows)}</tbody>")


def grouped_table(heads: Sequence[str], groups: Sequence[Group]) -> Html:
    """One table in which each group has a heading across all columns."""
    bodies = "".join(
        f'<tbody><tr class="group"><th colspan="{len(heads)}" scope="rowgroup">'
        f"{_text(group.heading)}</th></tr>{_rows(group.rows)}</tbody>"
        for group in groups
    )
    return _table(heads, [row for group in groups for row in group.rows], bodies)


def properties(rows: Iterable[tuple[str, Cell]]) -> Html:
    """A table of names and values, without headings."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{_text(value)}</td></tr>'
        for name, value in rows
    )
    return Html(f'<table class="speurneus properties"><tbody>{body}</tbody></table>')


def paragraph(text: str, kind: str = "") -> Html:
    """A paragraph; `kind` is its class in the style sheet."""
    return Html(f'<p class="speurneus {kind}">{escape(text)}</p>')


def heading(text: str) -> Html:
    """A heading below that of a chapter."""
    return Html(f'<h3 class="speurneus">{escape(text)}</h3>')


def name(text: str) -> Html:
    """A name as it stands in the warehouse."""
    breakable = re.sub(r"([._/\-]+)", r"\1<wbr>", escape(text))
    return Html(f"<code>{breakable}</code>")


def names(texts: Iterable[str]) -> Html:
    """Several names as they stand in the warehouse."""
    return Html(", ".join(name(text).text for text in texts))


def lines(parts: Iterable[Cell]) -> Html:
    """Several texts in one cell, each on a line of its own."""
    return Html("<br>".join(_text(part) for part in parts))


def marked(text: str, kind: str) -> Html:
    """A word that stands out; `kind` is its class in the style sheet."""
    return Html(f'<span class="{kind}">{escape(text)}</span>')


def joined(parts: Iterable[Html]) -> Html:
    """Pieces one after the other."""
    return Html("\n".join(part.text for part in parts))


def _table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], bodies: str) -> Html:
    cells = "".join(
        f'<th scope="col"{_side(row[at] for row in rows)}>{escape(head)}</th>'
        for at, head in enumerate(heads)
    )
    return Html(f'<table class="speurneus"><thead><tr>{cells}</tr></thead>{bodies}</table>')


def _rows(rows: Sequence[Sequence[Cell]]) -> str:
    return "".join(
        "<tr>" + "".join(f"<td{_side([cell])}>{_text(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )


def _side(cells: Iterable[Cell]) -> str:
    return ' class="number"' if any(isinstance(c, (int, float, date)) for c in cells) else ""


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Html():
            return cell.text
        case date():
            return dutch.day(cell)
        case float():
            return escape(dutch.share(cell))
        case int():
            return dutch.number(cell)
        case _:
            return escape(cell)
