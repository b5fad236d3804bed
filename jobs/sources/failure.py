"""What Spark raises where data cannot be read, and its name without its text.

The text is left out on purpose: it may hold a value.
"""

from py4j.protocol import Py4JError, Py4JJavaError
from pyspark.errors import PySparkException

FAILURES = (PySparkException, Py4JJavaError)
"""A file that breaks off while it is read comes out as the second, any other as the first."""


def condition(error: Exception) -> str:
    """The name that Spark gives to this kind of failure."""
    if isinstance(error, PySparkException):
        return error.getCondition() or type(error).__name__
    if isinstance(error, Py4JJavaError):
        try:
            told = error.java_exception.getCondition()
        except Py4JError:
            told = None
        return str(told or error.java_exception.getClass().getSimpleName())
    return type(error).__name__
