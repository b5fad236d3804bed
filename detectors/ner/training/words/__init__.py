"""Lists of words to fill training texts with: a file each, one item a line."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path


@cache
def read(name: str) -> Sequence[str]:
    """The items of `<name>.txt`, without its comments."""
    return tuple(lines(Path(__file__).with_name(f"{name}.txt")))


def lines(file: Path) -> list[str]:
    """The lines of a file that are neither empty nor a comment (`# `)."""
    read = file.read_text("utf-8").splitlines()
    return [line for line in read if line.strip() and not line.startswith("# ")]
