"""Which files a path holds, and how the first bytes of one read; no content is kept.

Asks Hadoop's file system, as Spark itself does, so that any place Spark reads is listed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.sources.encoding import encoding_of
from jobs.sources.failure import condition

_HEAD = 1 << 18
_GLOB = re.compile(r"[*?\[{]")
_MACHINERY = re.compile(
    r"/(?:_temporary|_delta_log|_spark_metadata|\.hive-staging[^/]*|\.git)/"
    r"|/(?:_SUCCESS|_committed[^/]*|_started[^/]*|_metadata|_common_metadata|[^/]*\.crc|\.DS_Store)$"
)
_HIDDEN = re.compile(r"/(?:\.[^/]*|_[^/=]*)(?=/|$)")


@dataclass(frozen=True)
class File:
    """A file as Spark names it, and its size in bytes."""

    path: str
    size: int

    @property
    def name(self) -> str:
        """The file's own name, without its folders."""
        return self.path.rsplit("/", 1)[-1]

    def below(self, place: str) -> str:
        """The path below the place where the dataset lies, or the name alone."""
        root = place.split(":", 1)[-1].rstrip("/") + "/"
        return self.path.rpartition(root)[2] if root in self.path else self.name

    @property
    def folder(self) -> str:
        """The folder that it lies in."""
        return self.path.rsplit("/", 1)[0]

    def is_named(self, text: str) -> bool:
        """Whether a text holds the path, as it is or as a URL, whatever its slashes."""
        path = "/" + self.path.split(":", 1)[-1].lstrip("/")
        return path in text or quote(path) in text

    def is_skipped(self, place: str) -> bool:
        """Whether Spark leaves it out without a word, as it does with `_x` and `.x`."""
        return _HIDDEN.search("/" + self.below(fixed(place))) is not None


def files(spark: SparkSession, path: str) -> list[File]:
    """Every file under a path or glob, sorted by path, without what Spark writes for itself.

    Those that Spark would skip are among them.
    Raises SourceError where nothing is there.
    """
    try:
        found = [file for file in _listed(spark, path) if not _MACHINERY.search(file.path)]
    except Py4JJavaError as error:
        raise SourceError(f"{path}: niet te vinden: {condition(error)}") from None
    if not found:
        raise SourceError(f"{path}: geen bestand")
    return sorted(found, key=lambda file: file.path)


def fixed(place: str) -> str:
    """The place, or the folder before the first wildcard in it."""
    glob = _GLOB.search(place)
    return (place[: glob.start()].rpartition("/")[0] or ".") if glob else place


def start(spark: SparkSession, path: str) -> bytes:
    """The first bytes (256 KiB) of a file, decompressed as its name says; b"" where unreadable."""
    try:
        system, where = system_of(spark, path)
        codecs = _jvm(spark).org.apache.hadoop.io.compress.CompressionCodecFactory(system.getConf())
        codec = codecs.getCodec(where)
        stream = system.open(where)
        try:
            plain = stream if codec is None else codec.createInputStream(stream)
            return bytes(plain.readNBytes(_HEAD))
        finally:
            stream.close()
    except Py4JJavaError:
        return b""


def head(spark: SparkSession, path: str, lines: int = 20, encoding: str | None = None) -> list[str]:
    """The first lines of a text file, in the encoding that is given or told by its first bytes.

    [] where it cannot be read or holds nothing.
    """
    data = start(spark, path)
    if not data:
        return []
    text = data.decode(encoding or encoding_of(data), errors="replace").removeprefix("\ufeff")
    found = re.split(r"\r\n|\n|\r", text)
    if len(found) > 1 and (not found[-1] or len(data) == _HEAD):
        # either the end after a last newline, or a line that was cut off
        found.pop()
    return found[:lines]


def _jvm(spark: SparkSession) -> Any:
    return spark._jvm


def system_of(spark: SparkSession, path: str) -> tuple[Any, Any]:
    """The file system that a path lies on, and the path as it knows it."""
    where = _jvm(spark).org.apache.hadoop.fs.Path(path)
    return where.getFileSystem(spark._jsparkSession.sessionState().newHadoopConf()), where


def _listed(spark: SparkSession, path: str) -> Iterator[File]:
    system, where = system_of(spark, path)
    statuses = system.globStatus(where)
    if statuses is None:
        raise SourceError(f"{path}: niet te vinden")
    for status in statuses:
        if status.isFile():
            yield File(status.getPath().toString(), status.getLen())
        else:
            below = system.listFiles(status.getPath(), True)
            while below.hasNext():
                file = below.next()
                yield File(file.getPath().toString(), file.getLen())
