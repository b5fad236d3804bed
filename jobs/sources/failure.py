"""What Spark raises where data cannot be read, and its name without its text.

The text is left out on purpose: it may hold a value.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from py4j.protocol import Py4JError, Py4JJavaError
from pyspark.errors import PySparkException

_MOST_CAUSES = 10

FAILURES = (PySparkException, Py4JJavaError)
"""A file that breaks off while it is read comes out as the second, any other as the first."""

_BROKEN = "het bestand is beschadigd of breekt af"
_GONE = "het bestand is er niet meer"
_NO_ACCESS = "er is geen toegang"
_NO_TABLE = "die tabel is er niet"
_TYPES = "een kolom is in het ene bestand van een ander soort dan in het andere"
_WORDS = {
    "CANNOT_READ_FILE_FOOTER": "het bestand is beschadigd of niet af: het slot ontbreekt",
    "FILE_NOT_EXIST": _GONE,
    "PARQUET_COLUMN_DATA_TYPE_MISMATCH": _TYPES,
    "UNSUPPORTED_FILE_SYSTEM": "op deze opslag kan Spark niet lezen",
    "FAILED_READ_FILE": _BROKEN,
    "CANNOT_MERGE_SCHEMAS": _TYPES,
    "PATH_NOT_FOUND": "daar is niets",
    "UNABLE_TO_INFER_SCHEMA": "nergens staat welke kolommen er zijn",
    "COLUMN_ALREADY_EXISTS": "een naam van een kolom komt meer dan eens voor",
    "AMBIGUOUS_REFERENCE": "een naam van een kolom komt meer dan eens voor",
    "TABLE_OR_VIEW_NOT_FOUND": _NO_TABLE,
    "SCHEMA_NOT_FOUND": _NO_TABLE,
    "CATALOG_NOT_FOUND": _NO_TABLE,
    "INSUFFICIENT_PERMISSIONS": _NO_ACCESS,
    "AccessControlException": _NO_ACCESS,
    "AccessDeniedException": _NO_ACCESS,
    "FileNotFoundException": _GONE,
    "EOFException": _BROKEN,
    "ZipException": _BROKEN,
    "UnknownHostException": "de server is niet te vinden",
    "ConnectException": "de server antwoordt niet",
    "SocketTimeoutException": "de server antwoordt niet",
    "OutOfMemoryError": "er was te weinig geheugen",
    "PythonException": "de herkenning liep vast",
}


def condition(error: Exception) -> str:
    """The name that Spark gives to this kind of failure."""
    if isinstance(error, PySparkException):
        return error.getCondition() or type(error).__name__
    if isinstance(error, Py4JJavaError):
        told = next(_told(error.java_exception), None)
        return str(told or error.java_exception.getClass().getSimpleName())
    return type(error).__name__


def in_words(error: Exception) -> str:
    """What went wrong in Dutch, with Spark's name for it in brackets; that alone where unusual."""
    name = condition(error)
    # `FAILED_READ_FILE.NO_HINT`: the last part says more, where it says anything
    words = _WORDS.get(name.rpartition(".")[2]) or _WORDS.get(name.partition(".")[0])
    return name if words is None else f"{words} ({name})"


def _told(raised: Any) -> Iterator[Any]:
    """The names that a Java exception and its causes give, its own first."""
    for _ in range(_MOST_CAUSES):
        if raised is None:
            return
        with suppress(Py4JError):
            if told := raised.getCondition():
                yield told
        raised = raised.getCause()
