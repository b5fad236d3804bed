"""What a person reads on stdout: breaches first, what is decided apart, the counts last."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jobs.dutch import counted, number
from jobs.formats.order import by_place, changes_in_order
from jobs.formats.shown import sentence, shown
from jobs.formats.words import CHANGES, VERDICTS, clause, forecast, place, totals, waived
from jobs.model import Change, ChangeKind, Judgement, Places, Verdict, VerdictKind


def written(judgement: Judgement, places: Places) -> str:
    """Each breach and gap with its clause and remedy, then changes, waivers, holds and counts."""
    return "\n".join(
        [
            *_breaches("OVERTREDING", judgement.of_kind(VerdictKind.VIOLATION)),
            *_breaches("niet te toetsen", judgement.of_kind(VerdictKind.GAP)),
            *_changes(judgement.changes),
            *_waived(judgement.waived),
            *_held(judgement.of_kind(VerdictKind.COMPLIANT)),
            *filter(None, [forecast(judgement)]),
            totals(judgement),
        ]
    )


def _breaches(word: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Those of one dataset with the same words, told once."""

    def told(verdict: Verdict) -> tuple[str, ...]:
        cites = verdict.cites
        quoted = (cites.section, cites.quote) if cites else ("", "")
        return (verdict.dataset, verdict.rule, verdict.text, *quoted, verdict.remedy)

    for _, same in groupby(sorted(by_place(verdicts), key=told), key=told):
        group = list(same)
        yield from (_line(word, verdict) for verdict in group)
        yield from _explained(group[0].text, clause(group[0]), group[0].remedy)


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    def told(change: Change) -> tuple[int, str, str, str]:
        return (list(ChangeKind).index(change.kind), change.dataset, change.text, change.remedy)

    for _, same in groupby(sorted(changes_in_order(changes), key=told), key=told):
        group = list(same)
        for change in group:
            word = CHANGES[change.kind]
            rule = f"  [{shown(change.rule)}]" if change.rule else ""
            loud = word if change.kind is ChangeKind.GONE else word.upper()
            yield f"{loud}  {_where(change)}{rule}"
        yield from _explained(group[0].text, group[0].remedy)


def _waived(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in by_place(verdicts):
        yield _line(f"uitgezonderd ({VERDICTS[verdict.kind]})", verdict)
        yield from _explained(waived(verdict))


def _held(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in by_place([verdict for verdict in verdicts if verdict.held]):
        rows = counted(verdict.held, "rij", "rijen")
        yield f"aangehouden  {_where(verdict)}  [{shown(verdict.rule)}]  {rows}"


def _explained(*texts: str) -> Iterator[str]:
    yield from (f"    {sentence(text)}" for text in texts if text)


def _line(word: str, verdict: Verdict) -> str:
    held = f", {number(verdict.held)} aangehouden" if verdict.held else ""
    rows = counted(verdict.rows, "rij", "rijen")
    return f"{word}  {_where(verdict)}  [{shown(verdict.rule)}]  {rows}{held}"


def _where(item: Verdict | Change) -> str:
    return f"{place(item)} {shown(item.entity)}" if item.entity else place(item)
