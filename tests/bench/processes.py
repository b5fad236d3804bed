"""Memory of a command's processes, told from /proc while it runs.

PSS is what a process has by itself plus its part of what it shares: the workers are forks
of one process, and their resident sizes would count what they share once for each.
"""

import re
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks; a peak that is shorter is missed."""

DRIVER, JVM, WORKERS, ALL = "driver, Python", "driver, JVM", "workers, Python", "all together"

_SIZES = re.compile(r"^(Pss|Rss):\s+(\d+) kB", re.MULTILINE)
_STATUS = re.compile(r"^PPid:\s+(\d+)", re.MULTILINE)


def peaks(words: list[str], cwd: Path) -> dict[tuple[str, str], float]:
    """Per role and measure (`Pss`, `Rss`) the most megabytes while a command runs.

    The peak of all together is less than the sum of the peaks: they come at other times.
    Raises RuntimeError where the command fails.
    """
    most: dict[tuple[str, str], float] = defaultdict(float)
    child = subprocess.Popen(words, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while child.poll() is None:
        for key, size in _now(child.pid).items():
            most[key] = max(most[key], size)
        time.sleep(EVERY)
    if child.returncode:
        raise RuntimeError(f"{words[0]}: exit code {child.returncode}")
    return dict(most)


def _now(root: int) -> Mapping[tuple[str, str], float]:
    sizes: dict[tuple[str, str], float] = defaultdict(float)
    children = _children()
    for process, role in _below(root, DRIVER, children):
        for measure, kilobytes in _SIZES.findall(_read(process, "smaps_rollup")):
            for told in (role, ALL):
                sizes[told, measure] += int(kilobytes) * 1024 / 1e6
    return sizes


def _below(process: int, role: str, children: Mapping[int, list[int]]) -> Iterator[tuple[int, str]]:
    """A process and all below it: a JVM's children are workers."""
    if _read(process, "comm").strip() == "java":
        role = JVM
    yield process, role
    for child in children.get(process, []):
        yield from _below(child, WORKERS if role == JVM else role, children)


def _children() -> Mapping[int, list[int]]:
    children: dict[int, list[int]] = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        told = _STATUS.search(_read(int(folder.name), "status"))
        if told is not None:
            children[int(told.group(1))].append(int(folder.name))
    return children


def _read(process: int, file: str) -> str:
    """A file of a process; nothing where the process has ended."""
    try:
        return Path(f"/proc/{process}/{file}").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
