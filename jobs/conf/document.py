"""Document: a conf file as data whose places are known, so that a mistake has a line.

YAML 1.2: `NO` is a string, only `true` and `false` are booleans. A key that stands
twice is a mistake, for the reader cannot tell which one holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from jobs.errors import ConfError

Loc = tuple[str | int, ...]
"""Where something stands in a document: keys and positions, from the top down."""


@dataclass(frozen=True)
class Document:
    """A file's data, a mapping of plain values, with the node tree that it came from."""

    path: Path
    data: dict[str, Any]
    root: Node

    def line(self, loc: Loc) -> int:
        """The line, from 1, of the deepest part of `loc` that stands in the file."""
        node, line = self.root, self.root.start_mark.line
        for part in loc:
            below = _child(node, part)
            if below is None:
                break
            line, node = below
        return int(line) + 1

    def place(self, loc: Loc) -> str:
        """`file:line` of the deepest part of `loc` that stands in the file."""
        return f"{self.path}:{self.line(loc)}"


def read(path: Path) -> Document:
    """The document in a file; raises `ConfError` where it cannot be read."""
    try:
        return parsed(path, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfError(f"{path}:{line}", "not UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        raise ConfError(path, f"cannot be read ({error.strerror})") from None


def parsed(path: Path, text: str) -> Document:
    """The document in the text of a file; raises `ConfError` where it is none."""
    yaml = YAML(typ="safe", pure=True)
    try:
        root = yaml.compose(text)
        if not isinstance(root, MappingNode):
            raise ConfError(path, "empty" if root is None else "not a mapping of keys to values")
        for key, mark in _twice(root):
            raise ConfError(f"{path}:{mark + 1}", f"key '{key[:40]}' stands twice", "keep one")
        return Document(path, yaml.constructor.construct_document(root), root)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = path if mark is None else f"{path}:{mark.line + 1}"
        raise ConfError(where, f"not YAML: {error.problem or error.context}") from None
    except YAMLError:
        raise ConfError(path, "not YAML: a character that it does not allow") from None
    except RecursionError:
        raise ConfError(path, "nested too deep", "conf is a few levels deep") from None
    except ValueError:
        raise ConfError(path, "a day that no calendar has", "write it as 2026-01-31") from None


def _child(node: Node, part: str | int) -> tuple[int, Node] | None:
    """The line and node of one key or position in a node."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None


def _twice(node: Node) -> Iterator[tuple[str, int]]:
    """Each key that stands twice in one mapping, with the line of the second."""
    todo, done = [node], set[int]()
    while todo:
        node = todo.pop()
        if id(node) in done:
            continue
        done.add(id(node))
        if isinstance(node, SequenceNode):
            todo += node.value
        if isinstance(node, MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if str(key.value) in seen:
                    yield str(key.value), key.start_mark.line
                seen.add(str(key.value))
                todo.append(value)
