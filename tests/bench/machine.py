"""What the figures were measured on."""

import os
import platform
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("pyspark", "pyarrow", "presidio-analyzer", "spacy", "hyperscan")


def described() -> dict[str, str | int | float]:
    """Cores that this process may use, memory in GiB, and versions."""
    return {
        "processor": _first(r"model name\s*: (.+)", "/proc/cpuinfo") or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": round(int(_first(r"MemTotal:\s+(\d+)", "/proc/meminfo") or 0) / 2**20, 1),
        "load": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
        **{library: version(library) for library in _LIBRARIES},
    }


def line(about: Mapping[str, str | int | float]) -> str:
    """One line for the screen."""
    libraries = ", ".join(f"{library} {about[library]}" for library in _LIBRARIES)
    return (
        f"{about['cores']} cores ({about['processor']}), {about['memory']} GiB, "
        f"load {about['load']:.1f} at the start; Python {about['python']}, {libraries}"
    )


def _first(pattern: str, file: str) -> str | None:
    found = re.search(pattern, Path(file).read_text(encoding="utf-8"))
    return None if found is None else found.group(1)
