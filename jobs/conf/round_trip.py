"""Round trip: one entry of a conf file changed by ruamel, which keeps the comments in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from jobs.conf.document import Loc

Edit = tuple[Loc, Mapping[str, Any]]
"""A place, and the mapping that is to stand there."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]")


@dataclass(frozen=True)
class Style:
    """How far a file indents: keys under a key, a dash under a key, an item after its dash."""

    mapping: int = 2
    dash: int = 2
    item: int = 2

    def of(self, root: Node) -> Style:
        """That of the first place of each kind in a text; this one where there is none."""
        found: dict[str, int] = {}
        todo: list[Node] = [root]
        while todo:
            node = todo.pop(0)
            if not is_open(node):
                continue
            below = [value_at(node, position) for position in range(len(node.value))]
            todo += below
            column = node.start_mark.column
            for value in below:
                deeper = value.start_mark.column - column
                if isinstance(node, SequenceNode):
                    found.setdefault("item", deeper)
                elif is_open(value) and value.start_mark.line > node.start_mark.line:
                    kind = "dash" if isinstance(value, SequenceNode) else "mapping"
                    found.setdefault(kind, deeper)
        return replace(self, **found)

    def _yaml(self) -> YAML:
        yaml = YAML(typ="rt", pure=True)
        yaml.preserve_quotes = True
        yaml.width = 1_000_000
        yaml.representer.ignore_aliases = _no_alias
        yaml.indent(mapping=self.mapping, sequence=self.dash + self.item, offset=self.dash)
        return yaml

    def changed(self, text: str, edits: Sequence[Edit]) -> str:
        """An entry's text, from the first column on, with each mapping at its place in it."""
        yaml = self.of(YAML(typ="safe", pure=True).compose(text))._yaml()
        data = yaml.load(text)
        if data is None:
            data = _empty(edits[0][0][0])
        for loc, value in edits:
            _set(data, loc, value)
        out = StringIO()
        yaml.dump(data, out)
        dumped = out.getvalue()
        new = outdented(dumped, len(dumped) - len(dumped.lstrip(" ")))
        return "".join([new, *_lost(text, new)])


def _lost(old: str, new: str) -> list[str]:
    """The lines of comment that went with what they stand under, as with an item of a list."""
    kept = {line.strip() for line in lines_of(new)}
    said = [line for line in lines_of(old) if line.lstrip().startswith("#")]
    return [line for line in said if line.strip() not in kept]


def _no_alias(data: object) -> bool:
    """Two entries of one day are two days, not one and a reference to it."""
    return True


def is_open(node: Node | None) -> bool:
    """Whether lines can be put between a node's own."""
    if not isinstance(node, (MappingNode, SequenceNode)):
        return False
    return bool(node.value) and not node.flow_style


def value_at(node: Node, position: int) -> Node:
    """The node of an entry's value."""
    entry = node.value[position]
    value: Node = entry[1] if isinstance(node, MappingNode) else entry
    return value


def outdented(text: str, column: int) -> str:
    """Text from a column on; a line that begins before it, from its first sign on."""
    return "".join(
        line.lstrip(" ") if line[:column].strip() else line[column:] or "\n"
        for line in lines_of(text)
    )


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its line feed; the last has one too."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")]


def _empty(part: str | int) -> CommentedMap | CommentedSeq:
    """What can hold a part."""
    return CommentedMap() if isinstance(part, str) else CommentedSeq()


def _set(holder: Any, loc: Loc, value: Mapping[str, Any]) -> None:
    """Put a mapping at its place in round trip data, and what of the place is not there."""
    for part, below in pairwise(loc):
        if not (_has(holder, part) and holder[part]):
            _give(holder, part, _empty(below))
        holder = holder[part]
    last = loc[-1]
    if not (_has(holder, last) and isinstance(holder[last], CommentedMap)):
        _give(holder, last, CommentedMap())
    entry = holder[last]
    for key in [key for key in entry if key not in value]:
        del entry[key]
    for key, new in value.items():
        old = entry.get(key)
        if isinstance(old, CommentedSeq) and isinstance(new, list):
            _renew(old, new)
        if old != new and not (isinstance(old, str) and old.strip() == new):
            entry[key] = _written(new)


def _has(holder: CommentedMap | CommentedSeq, part: str | int) -> bool:
    return part in holder if isinstance(part, str) else part < len(holder)


def _give(holder: Any, part: str | int, value: object) -> None:
    if isinstance(part, str):
        holder[_written(part)] = value
    elif part < len(holder):
        holder[part] = value
    else:
        holder.append(value)


def _renew(row: CommentedSeq, wanted: Sequence[Any]) -> None:
    """Take out and put in what differs, so that the items that stay keep their comments."""
    for position in reversed(range(len(row))):
        if row[position] not in wanted:
            del row[position]
    row.extend(one for one in wanted if one not in row)


def _written(value: Any) -> Any:
    """A list on one line, a text with signs that nobody sees in quotes that tell them."""
    if isinstance(value, str) and _UNSEEN.search(value):
        return DoubleQuotedScalarString(value)
    if not isinstance(value, list):
        return value
    row = CommentedSeq(value)
    row.fa.set_flow_style()
    return row
