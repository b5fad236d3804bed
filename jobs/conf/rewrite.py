"""Rewriting a conf file's text: entries put in or changed, every other byte as it was.

Where an entry stands is told by the node tree. A new one goes in as lines of its own; one that
changes is taken out, changed by itself, and put back.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobs.conf.document import Loc
from jobs.conf.round_trip import Edit, Style, is_open, lines_of, outdented, value_at


def rewritten(text: str, edits: Sequence[Edit]) -> str:
    """The text with each mapping at its place, whether or not something stands there already.

    What of a place is not there is made; a position past a list's end is a new item. A new entry
    is the last of its siblings, and the last part of a place goes among them where they are in
    order. Raises YAMLError where an entry cannot stand by itself, as with an alias.
    """
    root = YAML(typ="safe", pure=True).compose(text)
    style = Style().of(root)
    if not is_open(root):
        return style.changed(text, edits)
    together: dict[_Lines, list[Edit]] = {}
    for loc, value in edits:
        lines, rest = _entry_of(text, root, loc)
        together.setdefault(lines, []).append((rest, value))
    for lines, own in sorted(together.items(), key=lambda one: one[0].rank, reverse=True):
        old = outdented(text[lines.begin : lines.end], lines.column)
        new = _indented(style.changed(old, own), lines.column)
        before = text[: lines.begin]
        feed = "\n" if before and not before.endswith("\n") else ""
        text = f"{before}{feed}{new}{text[lines.end :]}"
    return text


@dataclass(frozen=True)
class _Lines:
    """The lines of one entry, none where it is new: what to take out and put back in one piece.

    `depth` and `part` tell new entries at one place from each other.
    """

    begin: int
    end: int
    column: int
    depth: int
    part: str | int

    @property
    def rank(self) -> tuple[int, int, int, str | int]:
        """As they follow each other: what ends at a place, then what its holder is put after."""
        return self.begin, self.end, -self.depth, self.part


def _entry_of(text: str, node: Node, loc: Loc) -> tuple[_Lines, Loc]:
    """The smallest entry of lines of its own that holds a place, and the place in it."""
    for depth, part in enumerate(loc):
        rest = (part if isinstance(part, str) else 0, *loc[depth + 1 :])
        position = _position(node, part)
        column = node.start_mark.column
        if position is None:
            place = _place(text, node, _room(node, part) if len(rest) == 1 else len(node.value))
            return _Lines(place, place, column, depth, part), rest
        below = value_at(node, position)
        if len(rest) == 1 or not is_open(below):
            begin = _start(text, node, position)
            return _Lines(begin, _end(text, below), column, depth, part), rest
        node = below
    raise ValueError("no place given")


def _position(node: Node, part: str | int) -> int | None:
    if isinstance(node, SequenceNode):
        return part if isinstance(part, int) and part < len(node.value) else None
    return next((n for n, (key, _) in enumerate(node.value) if key.value == part), None)


def _room(node: Node, part: str | int) -> int:
    """Before which sibling a new entry goes: in order where they are, else after the last."""
    if isinstance(part, str) and isinstance(node, MappingNode):
        keys = [key.value for key, _ in node.value]
        if keys == sorted(keys):
            return bisect(keys, part)
    return len(node.value)


def _start(text: str, node: Node, position: int) -> int:
    """Where the first line of an entry begins."""
    entry = node.value[position]
    first = entry[0] if isinstance(node, MappingNode) else entry
    return text.rfind("\n", 0, first.start_mark.index) + 1


def _end(text: str, node: Node) -> int:
    """Where the last line that holds something of a node ends, its line feed included."""
    while is_open(node):
        node = value_at(node, len(node.value) - 1)
    index = node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        index = node.start_mark.index + len(text[node.start_mark.index : index].rstrip())
    return text.find("\n", index) + 1 or len(text)


def _place(text: str, node: Node, position: int) -> int:
    """Where a new entry goes: after the one before it, and the comments that are inside that."""
    if position == 0:
        # what is said above the first entry stays above that one
        place = _start(text, node, 0)
        while place and text[:place].splitlines()[-1].lstrip().startswith("#"):
            place = text.rfind("\n", 0, place - 1) + 1
        return place
    place = _end(text, value_at(node, position - 1))
    for line in text[place:].split("\n"):
        said = line.lstrip(" ")
        if not said.startswith("#") or len(line) - len(said) <= node.start_mark.column:
            break
        place = min(place + len(line) + 1, len(text))
    return place


def _indented(text: str, column: int) -> str:
    return "".join(f"{' ' * column}{line}" if line.strip() else line for line in lines_of(text))
