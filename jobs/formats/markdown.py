"""A summary in Markdown for a merge request: short, whatever there is to tell.

Each part shows a few rows and says how many more there are; all together stay below the
65,536 characters that GitHub takes in a comment.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from jobs.dutch import capital, counted, day, entity, number
from jobs.formats.order import by_gravity, by_place, changes_in_order, in_turn
from jobs.formats.shown import in_code, in_markdown, sentence, shortened, shown
from jobs.formats.words import CHANGES, clause, forecast, matter, named, totals, waived
from jobs.model import Change, Judgement, Places, Verdict, VerdictKind

_ROWS = 25
_ROOM = 14_000
"""Characters that the rows of one part may take; there are four parts."""
_NAME = 100
_TEXT = 240
_COLUMNS = 5


def written(judgement: Judgement, places: Places) -> str:
    """Counts, then violations, gaps and changes, and behind a fold what is waived."""
    held = len({(v.dataset, v.column) for v in judgement.verdicts if v.held})
    parts = [
        f"## Persoonsgegevens: {totals(judgement)}",
        f"Getoetst aan {_name(judgement.policy)} naar de stand van {day(judgement.as_of)}, scan"
        f" {_name(judgement.scan_id)}.",
        _violations(judgement.of_kind(VerdictKind.VIOLATION)),
        _gaps(judgement.of_kind(VerdictKind.GAP)),
        _changes(judgement.changes),
        f"In {counted(held, 'kolom', 'kolommen')} zijn rijen aangehouden; die tellen niet mee."
        if held
        else "",
        f"{capital(forecast(judgement))}." if forecast(judgement) else "",
        _waived(judgement.waived),
    ]
    return "\n\n".join(part for part in parts if part)


def _violations(verdicts: Sequence[Verdict]) -> str:
    heads = ("Dataset", "Kolom", "Gegeven", "Regel", "Rijen", "Dagen te laat", "Verklaring")
    rows = (
        (
            *_where(verdict),
            _text(named(verdict)),
            number(verdict.rows),
            "" if verdict.overdue is None else number(verdict.overdue),
            _text(clause(verdict).removeprefix("Verklaring, ")),
        )
        for verdict in in_turn(by_gravity(verdicts), matter)
    )
    return _table("Overtredingen", heads, rows)


def _gaps(verdicts: Sequence[Verdict]) -> str:
    def cause(verdict: Verdict) -> tuple[str, str, str]:
        return (verdict.rule, verdict.text, verdict.remedy)

    groups = [list(same) for _, same in groupby(sorted(by_place(verdicts), key=cause), key=cause)]
    lines = []
    for group in sorted(groups, key=len, reverse=True):
        places = list(dict.fromkeys(_dotted(verdict) for verdict in group))
        more = len(places) - _COLUMNS
        rest = f" en nog {number(more)}" if more > 0 else ""
        first = group[0]
        lines.append(
            f"- **{_text(named(first))}** ({number(len(group))} keer): {_text(first.text)}"
            f" {_text(first.remedy)} {', '.join(places[:_COLUMNS])}{rest}"
        )
    return _part("Niet te toetsen", lines)


def _changes(changes: Sequence[Change]) -> str:
    heads = ("Wat", "Dataset", "Kolom", "Gegeven", "Toelichting")
    rows = (
        (CHANGES[change.kind], *_where(change), _text(f"{change.text} {change.remedy}"))
        for change in changes_in_order(changes)
    )
    return _table("Afwijkingen van de inventaris", heads, rows)


def _waived(verdicts: Sequence[Verdict]) -> str:
    heads = ("Dataset", "Kolom", "Gegeven", "Regel", "Rijen", "Waarom")
    rows = (
        (*_where(v), _text(named(v)), number(v.rows), _text(waived(v))) for v in by_place(verdicts)
    )
    table = _table("", heads, rows)
    summary = f"<summary>{number(len(verdicts))} uitgezonderd</summary>"
    return f"<details>{summary}\n\n{table}\n\n</details>" if table else ""


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(row) for row in rows]
    return _part(title, lines, [_row(heads), _row(["---"] * len(heads))])


def _part(title: str, lines: Sequence[str], before: Sequence[str] = ()) -> str:
    """A heading with its lines, as many as there is room for, and how many more there are."""
    if not lines:
        return ""
    fitting = list(_fitting(lines))
    heading = [f"### {title}", ""] if title else []
    more = len(lines) - len(fitting)
    rest = ["", f"… en nog {number(more)}."] if more else []
    return "\n".join([*heading, *before, *fitting, *rest])


def _fitting(lines: Iterable[str]) -> Iterator[str]:
    room = _ROOM
    for count, line in enumerate(lines):
        room -= len(line) + 1
        if count == _ROWS or room < 0:
            return
        yield line


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _where(item: Verdict | Change) -> tuple[str, str, str]:
    found = _text(entity(item.entity)) if item.entity else ""
    return (_name(item.dataset), _name(item.column) if item.column else "", found)


def _dotted(verdict: Verdict) -> str:
    return _name(".".join(part for part in (verdict.dataset, verdict.column) if part))


def _name(name: str) -> str:
    return f"<code>{in_code(shortened(shown(name), _NAME))}</code>"


def _text(text: str) -> str:
    return in_markdown(shortened(sentence(text), _TEXT))
