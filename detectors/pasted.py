"""A table inside a text: lines of fields, as somebody pastes an export into a mail or a note.

Fields are parted by `;`, a tab, `|` or `,`. The first line names the columns, and each line with
as many fields belongs to it; or each line of two is a name and its value. What a column would
hold by its name, a field holds: under `login;rol` the word `mhaak` is a username.
"""

import re
from collections.abc import Iterator, Sequence

from detectors.columns import announced, is_called_otherwise
from detectors.recognizer import Match, Recognizer

_SEPARATORS = (";", "\t", "|", ",")
_NAME = re.compile(r"[^\W\d_][\w .()/-]{0,40}")
_AROUND = " \t\r\"'"
_SCORE = 0.8
_MOST_KNOWN = 1000

Field = tuple[int, int]
"""Character offsets of a field without the blanks and quotes around it."""


class Pasted:
    """Reads tables in texts by the column rules of some recognizers."""

    def __init__(self, recognizers: Sequence[Recognizer]) -> None:
        """Keep those that tell a value.

        A column that holds whole texts is no field of a line, and a browser's bare name in a table
        counts visitors: its whole string is found without a heading.
        """
        self._recognizers = tuple(
            r for r in recognizers if not r.column.holds_text and r.entity != "USER_AGENT"
        )
        self._of = {r.entity: r for r in recognizers}
        self._rules = {r.entity: r.column for r in recognizers if r.column.other_names}
        self._known: dict[tuple[str, ...], dict[str, tuple[Recognizer, ...]]] = {}

    def matches(self, text: str) -> Iterator[Match]:
        """What the fields of a table in `text` hold; nothing where there is no table.

        A field must have the shape that the column rule asks for, and pass the check rule.
        """
        for found, (start, end) in self._fields(text):
            value = text[start:end]
            for recognizer in found:
                if not recognizer.fits_cell(value):
                    continue
                valid = None if recognizer.is_valid is None else recognizer.is_valid(value)
                refused = recognizer.accept is not None and not recognizer.accept(text, start, end)
                if valid is not False and not refused:
                    yield Match(recognizer.entity, start, end, _SCORE, valid)

    def refuses(self, text: str, match: Match) -> bool:
        """Whether a match is a whole field, whose name says clearly that it is something else.

        Under `sku;maat` an article code that is written as a licence plate is none.
        """
        rule = self._rules.get(match.entity)
        return rule is not None and any(
            field == (match.start, match.end)
            and is_called_otherwise(_undotted(name), rule)
            and not announced([_undotted(name)], "", [self._of[match.entity]])[_undotted(name)]
            for name, field in _named(text)
        )

    def entities(self, text: str) -> set[str]:
        """What the names of a table in `text` announce."""
        return {recognizer.entity for found, _ in self._fields(text) for recognizer in found}

    def _fields(self, text: str) -> Iterator[tuple[tuple[Recognizer, ...], Field]]:
        table = _table(text)
        if table is None:
            return
        heads, *rows = table
        named = [text[start:end] for start, end in heads]
        if len(heads) == 2:
            labels = [text[start:end] for (start, end), _ in table]
            told = self._announced(tuple(labels))
            if any(told[label] for label in labels[1:]):
                yield from ((told[text[slice(*label)]], value) for label, value in table)
                return
        told = self._announced(tuple(named))
        for row in rows:
            yield from ((told[name], field) for name, field in zip(named, row, strict=True))

    def _announced(self, names: tuple[str, ...]) -> dict[str, tuple[Recognizer, ...]]:
        if names not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[names] = {
                name: tuple(r for r in self._recognizers if r.entity in entities)
                for name, entities in self._entities(names).items()
            }
        return self._known[names]

    def _entities(self, names: tuple[str, ...]) -> dict[str, set[str]]:
        told = announced([_undotted(name) for name in names], "", self._recognizers)
        return {name: set(told[_undotted(name)]) for name in names}


def _undotted(name: str) -> str:
    """A name without dots: in a path they part names, in a heading they shorten (`geb.dat.`)."""
    return name.replace(".", "_").strip("_")


def _named(text: str) -> Iterator[tuple[str, Field]]:
    """Each field below a line of names, with the name of its column."""
    heads, *rows = _table(text) or [[]]
    for row in rows:
        yield from ((text[slice(*head)], field) for head, field in zip(heads, row, strict=True))


def _table(text: str) -> list[list[Field]] | None:
    """The rows of the table, the first one of names; None where the text holds none."""
    first, newline, _ = text.partition("\n")
    separator = next((s for s in _SEPARATORS if s in first), None)
    if not newline or separator is None:
        return None
    heads, *rows = _rows(text, separator)
    below = [row for row in rows if len(row) == len(heads)]
    if not below or not all(_NAME.fullmatch(text[start:end]) for start, end in heads):
        return None
    return [heads, *below]


def _rows(text: str, separator: str) -> list[list[Field]]:
    rows, start = [], 0
    for line in text.split("\n"):
        row, at = [], start
        for field in line.split(separator):
            bare = field.strip(_AROUND)
            inside = at + field.find(bare)
            row.append((inside, inside + len(bare)))
            at += len(field) + len(separator)
        rows.append(row)
        start += len(line) + 1
    return rows
