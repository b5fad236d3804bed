"""Where data lies: one module per kind of source; the folder is the registry.

Knows Spark and file names. Knows no policy, and no detector.
"""

import pkgutil
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from jobs.model import SourceKind
from jobs.sources.format import Format

_TURN = re.compile(r"[.-](?:\d{1,3}|\d{8}|\d{4}-\d{2}-\d{2})(?=$|\.log$)")
_PACKED = (".gz", ".bz2", ".zst", ".zstd", ".lz4", ".snappy", ".deflate")


@cache
def formats() -> dict[SourceKind, Format]:
    """Every format of this folder, by kind."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return {source_format.kind: source_format for source_format in found}


def named(kind: SourceKind) -> Format:
    """The format of a kind."""
    return formats()[kind]


def by_name(file_name: str) -> Format | None:
    """The format that a file's ending tells, or None."""
    plain = unpacked(file_name)
    return next(
        (f for f in formats().values() if plain.lower().endswith(f.suffixes or ("\0",))), None
    )


def by_lines(first: Sequence[str]) -> Format | None:
    """The format that the first lines tell, or None."""
    return next((f for f in formats().values() if f.recognises and f.recognises(first)), None)


def unpacked(file_name: str) -> str:
    """A file's name without its compression's ending and without the number of a log's turn."""
    for ending in _PACKED:
        if file_name.lower().endswith(ending):
            file_name = file_name[: -len(ending)]
    return _TURN.sub("", file_name)
