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


def condition(error: Exception) -> str:
    """The name that Spark gives to this kind of failure."""
    if isinstance(error, PySparkException):
        return error.getCondition() or type(error).__name__
    if isinstance(error, Py4JJavaError):
        told = next(_told(error.java_exception), None)
        return str(told or error.java_exception.getClass().getSimpleName())
    return type(error).__name__


def _told(raised: Any) -> Iterator[Any]:
    """The names that a Java exception and its causes give, its own first."""
    for _ in range(_MOST_CAUSES):
        if raised is None:
            return
        with suppress(Py4JError):
            if told := raised.getCondition():
                yield told
        raised = raised.getCause()
