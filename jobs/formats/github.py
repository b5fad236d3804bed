"""Workflow commands of GitHub Actions: an annotation on the line of conf that is to blame.

Violations and what nobody approved are errors, gaps are warnings, what is waived or gone is a
notice. GitHub shows the first ten of each of a step: so the first of each matter comes before
the second of any, and a last notice sums up. That one must be shown: of the other notices nine
are annotations, and the rest plain lines of the log.

Source: GitHub, "Workflow commands for GitHub Actions"; the escapes are those of its toolkit.
"""

import os
from collections.abc import Iterable

from jobs.dutch import number
from jobs.formats.order import by_gravity, changes_in_order, in_turn
from jobs.formats.paths import relative
from jobs.formats.shown import shortened, shown
from jobs.formats.words import explained, forecast, matter, named, place, totals
from jobs.model import Change, ChangeKind, Judgement, Places, Verdict, VerdictKind

_SHOWN = 10
_TITLE = 200


def written(judgement: Judgement, places: Places) -> str:
    """A command a line, the most important first, and one notice that sums up."""
    gone = [c for c in judgement.changes if c.kind is ChangeKind.GONE]
    errors = _ordered(judgement.of_kind(VerdictKind.VIOLATION), judgement.unapproved)
    warnings = _ordered(judgement.of_kind(VerdictKind.GAP), ())
    notices = _ordered(judgement.waived, gone)
    annotated = notices[: _SHOWN - 1]
    return "\n".join(
        [
            *(_command("error", item, places) for item in errors),
            *(_command("warning", item, places) for item in warnings),
            *(_command("notice", item, places) for item in annotated),
            *(" ".join(explained(item)) for item in notices[len(annotated) :]),
            _sum(judgement, max(len(errors), len(warnings)), len(notices) - len(annotated)),
        ]
    )


def _ordered(verdicts: Iterable[Verdict], changes: Iterable[Change]) -> list[Verdict | Change]:
    return in_turn([*by_gravity(verdicts), *changes_in_order(changes)], matter)


def _command(command: str, item: Verdict | Change, places: Places) -> str:
    location = places(item)
    file = shown(relative(location.path, os.getcwd()))
    title = shortened(f"{named(item)}: {place(item)}", _TITLE)
    properties = f"file={_property(file)},line={location.line},title={_property(title)}"
    return f"::{command} {properties}::{_data(chr(10).join(explained(item)))}"


def _sum(judgement: Judgement, most: int, unannotated: int) -> str:
    parts = [totals(judgement), forecast(judgement)]
    if most > _SHOWN or unannotated:
        parts.append(f"GitHub toont er per soort {number(_SHOWN)}; alle staan in het logboek")
    text = "; ".join(part for part in parts if part)
    return f"::notice title=speurneus::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
