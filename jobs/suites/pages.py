"""The pages of the site: HTML in Dutch from a stored result, that loads nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from great_expectations.core.expectation_validation_result import (
    ExpectationSuiteValidationResult,
    ExpectationValidationResult,
)

from jobs.dutch import capital, counted, entity
from jobs.formats.words import VERDICTS
from jobs.model import VerdictKind
from jobs.report import markup
from jobs.report.document import document
from jobs.report.markup import Cell, Html

OURS = "speurneus"
"""Under which key of a result's `meta` stands what was judged of the scan."""

_CSS = """\
body { margin: 2em auto; max-width: 1160px; padding: 0 24px; }
h1 { font-size: 28px; }
"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the index: a suite, and a result of it with the page where that stands, if any."""

    suite: str
    result: ExpectationSuiteValidationResult | None = None
    link: str = ""
    latest: bool = True


def index(entries: Iterable[Entry]) -> str:
    """Every suite with its latest outcome; below, where there are any, the earlier ones."""
    every = sorted(entries, key=lambda entry: entry.suite)
    latest = [entry for entry in every if entry.latest]
    earlier = [entry for entry in every if not entry.latest]
    parts = [
        markup.paragraph(counted(len(latest), "dataset", "datasets") + ".", "lead"),
        _entries(latest),
    ]
    if earlier:
        parts += [markup.heading("Eerdere uitkomsten"), _entries(earlier)]
    return _whole("Toetsing van persoonsgegevens", parts)


def page(result: ExpectationSuiteValidationResult, suite: str, *, up: str) -> str:
    """One result: what was asked and answered; `up` leads to the folder of the index."""
    told = _told(result)
    parts = [
        Html(f'<p class="speurneus"><a href="{escape(up)}index.html">Alle datasets</a></p>'),
        markup.properties(
            [
                ("Uitkomst", _outcome(result)),
                ("Beoordeeld naar de stand van", _day(told.get("as_of"))),
                ("Privacyverklaring", told.get("policy")),
                ("Kenmerk van de scan", told.get("scan_id")),
            ]
            if told
            else [("Uitkomst", _outcome(result))]
        ),
        markup.heading("Vragen"),
        _questions(result),
    ]
    wrong = [one for one in told.get("verdicts", ()) if one["kind"] != VerdictKind.COMPLIANT]
    if wrong:
        parts += [markup.heading("Wat er niet in orde is"), _wrong(wrong)]
    return _whole(told.get("dataset", suite), parts)


def _whole(title: str, parts: Iterable[Html]) -> str:
    body = markup.joined([Html(f"<h1>{escape(title)}</h1>"), *parts]).text
    return document(title, _CSS, f'{markup.style().text}\n<div class="speurneus">\n{body}\n</div>')


def _entries(entries: Sequence[Entry]) -> Html:
    heads = ("Dataset", "Stand van", "Uitkomst", "Overtredingen", "Niet te toetsen", "Uitgezonderd")
    rows: list[Sequence[Cell]] = []
    for entry in entries:
        if entry.result is None:
            rows.append((entry.suite, None, markup.marked("nog niet getoetst", "gap"), *[None] * 3))
            continue
        told = _told(entry.result)
        name = escape(told.get("dataset", entry.suite))
        rows.append(
            (
                Html(f'<a href="{escape(entry.link)}">{name}</a>'),
                _day(told.get("as_of")),
                _outcome(entry.result),
                *(_matters(told["verdicts"], None) if told else [None] * 3),
            )
        )
    return markup.table(heads, rows)


def _questions(result: ExpectationSuiteValidationResult) -> Html:
    verdicts = _told(result).get("verdicts")
    rows: list[Sequence[Cell]] = []
    for one in result.results:
        config = one.expectation_config
        asked = (config.description or config.type) if config else "?"
        answer = markup.marked("nee", VerdictKind.VIOLATION.value)
        if _raised(one):
            answer = markup.marked("niet beantwoord", VerdictKind.GAP.value)
        elif one.success:
            answer = Html("ja")
        if verdicts is None:
            counts: Sequence[Cell] = [one.result.get(key) for key in _ROWS]
        else:
            rule = ((config.meta if config else None) or {}).get("rule")
            counts = _matters(verdicts, rule)
        rows.append((asked, answer, *counts))
    heads = tuple(_ROWS.values()) if verdicts is None else _MATTERS
    return markup.table(("Vraag", "Antwoord", *heads), rows)


_ROWS = {
    "element_count": "Rijen",
    "violations": "Rijen in overtreding",
    "gaps": "Rijen niet te toetsen",
    "held": "Aangehouden rijen",
}
_MATTERS = ("Overtredingen", "Niet te toetsen", "Uitgezonderd")


def _wrong(verdicts: Iterable[dict[str, Any]]) -> Html:
    heads = ("Kolom", "Gegeven", "Onderwerp", "Oordeel", "Rijen", "Aangehouden", "Toelichting")
    rows: list[Sequence[Cell]] = []
    for one in verdicts:
        kind = VerdictKind(one["kind"])
        word = markup.marked(VERDICTS[kind], kind.value)
        rows.append(
            (
                markup.name(one["column"]) if one["column"] else None,
                entity(one["entity"]) if one["entity"] else None,
                capital(one["label"]),
                markup.lines([word, "uitgezonderd"]) if one["waived"] else word,
                one["rows"],
                one["held"],
                markup.lines(text for text in (one["text"], one["remedy"]) if text),
            )
        )
    return markup.table(heads, rows)


def _matters(verdicts: Sequence[dict[str, Any]], rule: str | None) -> list[int]:
    """How many violations, gaps, and waived ones of both; None: of every rule."""
    own = [one for one in verdicts if rule is None or one["rule"] == rule]
    counting = [one["kind"] for one in own if not one["waived"]]
    return [
        counting.count(VerdictKind.VIOLATION),
        counting.count(VerdictKind.GAP),
        sum(one["waived"] for one in own),
    ]


def _outcome(result: ExpectationSuiteValidationResult) -> Html:
    """In a word; what fails without telling why counts as a violation."""
    if not result.results or any(map(_raised, result.results)):
        return markup.marked("niet beantwoord", VerdictKind.GAP.value)
    if result.success:
        return Html("in orde")
    verdicts = _told(result).get("verdicts")
    if verdicts is None:
        failing = [one for one in result.results if not one.success]
        gaps_only = all(one.result.get("violations") == 0 for one in failing)
        violations, gaps, waived = int(not gaps_only), int(gaps_only), 0
    else:
        violations, gaps, waived = _matters(verdicts, None)
    if violations or not (gaps or waived):
        return markup.marked("overtreding", VerdictKind.VIOLATION.value)
    return markup.marked("niet te toetsen", VerdictKind.GAP.value) if gaps else Html("uitgezonderd")


def _raised(one: ExpectationValidationResult) -> bool:
    return bool(one.exception_info.get("raised_exception", True))


def _told(result: ExpectationSuiteValidationResult) -> dict[str, Any]:
    meta: dict[str, Any] = result.meta or {}  # type: ignore[assignment]
    return dict(meta.get(OURS, {}))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
