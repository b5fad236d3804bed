"""Datasets for paths that no conf describes: what lies there, told from names and first lines.

Files that were written as parts of one table (`part-...`, partition folders `key=value`)
or as turns of one log (`access.log.1`, `access.log-20261122.gz`) are one dataset;
every other file is one of its own.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote

from pyspark.sql import SparkSession

from jobs.errors import SourceError, UsageError
from jobs.model import Dataset, Source
from jobs.sources import by_name, unpacked
from jobs.sources.files import File, files

_PART = re.compile(r"part-\d+")
_PARTITION = re.compile(r"/[^/=]+=[^/]*(?=/|$)")
_NOT_NAME = re.compile(r"[^A-Za-z0-9_.\-]+")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:/")


def datasets_at(
    spark: SparkSession, paths: Sequence[str], shown: Callable[[str], str] = str
) -> tuple[Dataset, ...]:
    """One dataset per table or log found under the paths, with nothing declared.

    `shown` gives a file's name as results may show it.
    Raises UsageError for a path where nothing lies.
    """
    found: list[Dataset] = []
    taken: set[str] = set()
    for path in paths:
        # Spark takes a path as it is written, not as a URL is
        where = path if _REMOTE.match(path) else f"file://{Path(path).absolute()}"
        if where.startswith("file:") and not Path(path).exists() and not _globbed(path):
            raise UsageError(f"{path}: no such file or folder")
        try:
            listed = files(spark, where if not _globbed(path) else path)
        except SourceError as error:
            raise UsageError(str(error)) from None
        for place, members in sorted(_grouped(listed).items()):
            name = _free_name(place, taken, shown)
            taken.add(name)
            source = Source(path=_path_of(place, members), kind=None)
            found.append(Dataset(name=name, source=source))
    return tuple(found)


def _globbed(path: str) -> bool:
    return any(c in path for c in "*?[{")


def _grouped(listed: Sequence[File]) -> dict[str, list[File]]:
    """Files by the place that makes them one dataset."""
    groups: dict[str, list[File]] = {}
    for file in listed:
        folder = _PARTITION.sub("", file.folder)
        if folder != file.folder or _PART.match(file.name):
            place = folder
        else:
            place = f"{folder}/{unpacked(file.name)}"
        groups.setdefault(place, []).append(file)
    return groups


def _path_of(place: str, members: Sequence[File]) -> str:
    if all(file.path.startswith(f"{place}/") for file in members):
        return place
    if len(members) == 1:
        return members[0].path
    folder = members[0].folder
    return f"{folder}/{{{','.join(file.name for file in members)}}}"


def _free_name(place: str, taken: set[str], shown: Callable[[str], str]) -> str:
    """The last part of a place without its ending; more parts where that is taken."""
    steps = place.rstrip("/").split("/")
    known = by_name(steps[-1])
    if known is not None or "." in steps[-1]:
        steps[-1] = steps[-1].rsplit(".", 1)[0] or steps[-1]
    for length in range(1, len(steps)):
        parts = (shown(unquote(step)) for step in steps[-length:])
        name = _NOT_NAME.sub("_", ".".join(parts)).strip("_.-") or "dataset"
        if name not in taken:
            return name
    return f"{name}_{len(taken)}"
