"""Cells that are JSON documents, taken apart: the values inside, each under its path.

A column of events keeps a whole document in a string. What is in it has a name there
(`payload.klant.email`), which says as much as a column's own. Paths are written as those of
nested columns: `[]` for the elements of a list, `{}` for values whose keys are no names.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.cells import Cells, cells_of

_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]{0,40}")
_MANY_DIGITS = re.compile(r"\d{4}")
_MOST_NAMES = 200
"""An object of more members is a map, and its keys are values."""
_DEEPEST = 12


class _Object(list[tuple[str, Any]]):
    """The members of a JSON object, a repeated name included."""


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Object, parse_int=str, parse_float=str, parse_constant=str
)


def taken_apart(column: Cells) -> tuple[Cells, dict[str, Cells]]:
    """The cells that are no document, and the values in the documents by path within them."""
    candidates = pc.match_substring_regex(column.texts, r"(?s)^(\{.*\}|\[.*\])$")
    if not pc.any(candidates).as_py():
        return column, {}
    is_document = candidates.to_numpy(zero_copy_only=False).copy()
    owners: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[str]] = defaultdict(list)
    for number in np.flatnonzero(is_document).tolist():
        found = _inside(column.texts[number].as_py())
        if found is None:
            is_document[number] = False
            continue
        for path, value in found:
            owners[path].append(number)
            values[path].append(value)
    inside = {path: _spread(column, owners[path], values[path]) for path in sorted(owners)}
    return column.only(~is_document), inside


def _inside(text: str) -> list[tuple[str, str]] | None:
    """The scalars of a document with their paths; None where the text is none that can be read."""
    document = _parsed(text)
    try:
        return None if document is None else list(_scalars(document, "", 0))
    except RecursionError:
        return None


def _parsed(text: str) -> _Object | list[Any] | None:
    try:
        document = _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, list) else None


def _scalars(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, _Object):
        is_map = len(value) > _MOST_NAMES
        for key, member in value:
            if is_map or not _is_name(key):
                yield f"{path}{{key}}", key
                yield from _scalars(member, f"{path}{{}}", depth + 1)
            else:
                yield from _scalars(member, f"{path}.{key}", depth + 1)
    elif isinstance(value, list):
        for member in value:
            yield from _scalars(member, f"{path}[]", depth + 1)
    elif isinstance(value, bool):
        yield path, str(value).lower()
    elif value is not None:
        text = str(value).strip()
        inner = _parsed(text) if text[:1] in ("{", "[") and depth < _DEEPEST else None
        if inner is None:
            yield path, text
        else:
            yield from _scalars(inner, path, depth + 1)


def _is_name(key: str) -> bool:
    return _NAME.fullmatch(key) is not None and _MANY_DIGITS.search(key) is None


def _spread(column: Cells, owners: list[int], values: list[str]) -> Cells:
    """The values of one path as cells, in the rows of the documents that they stand in."""
    document = np.array(owners, dtype=np.int64)
    first = np.searchsorted(document, column.text_of, side="left")
    count = np.searchsorted(document, column.text_of, side="right") - first
    start = np.repeat(first - (np.cumsum(count) - count), count)
    chosen = start + np.arange(int(count.sum()), dtype=np.int64)
    return cells_of(
        pa.array(values, type=pa.string()).take(pa.array(chosen)),
        np.repeat(column.row_of, count),
        column.rows,
    )
