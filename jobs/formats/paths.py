"""The path of a conf file as CI wants it: from the working directory, with forward slashes.

Knows words only: no file is looked at. A path is taken for a Windows one where it has a drive,
or backslashes and no slash.
"""

import ntpath
import posixpath
import re
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|[^/]*\\[^/]*\Z", re.DOTALL)


def relative(path: str, cwd: str) -> str:
    """The path from `cwd` where it lies below it, else the absolute path."""
    windows = _WINDOWS.match(path) is not None
    flavour = ntpath if windows else posixpath
    kind = PureWindowsPath if windows else PurePosixPath
    whole = kind(flavour.normpath(flavour.join(cwd, path)))
    return (whole.relative_to(cwd) if whole.is_relative_to(cwd) else whole).as_posix()


def uri(path: str, cwd: str) -> str:
    """The path as a URI, relative where it lies below `cwd`; all but plain letters is encoded."""
    whole = relative(path, cwd)
    if whole.startswith("//"):
        return f"file:{quote(whole)}"
    if whole.startswith("/"):
        return f"file://{quote(whole)}"
    if whole[1:3] == ":/":
        return f"file:///{whole[:2]}{quote(whole[2:])}"
    return quote(whole)
