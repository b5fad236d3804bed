"""Which files a dataset consists of, of what kind they are, and which of them are not read."""

from collections import Counter
from dataclasses import dataclass

from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.model import Source
from jobs.sources import by_lines, by_name, named
from jobs.sources.files import File, files, head
from jobs.sources.format import Format


@dataclass(frozen=True)
class Located:
    """A dataset's format, its files (none for a table), and those not read, with the reason."""

    format: Format
    files: tuple[File, ...] = ()
    unread: tuple[tuple[File, str], ...] = ()


def locate(spark: SparkSession, source: Source) -> Located:
    """Where no kind is given, the one that most of the files tell is the dataset's.

    Raises SourceError where nothing is there or no file tells its kind.
    """
    if source.path is None:
        return Located(named(source.kind or "table"))
    found = files(spark, source.path)
    unread = {f: "naam die Spark overslaat" for f in found if f.is_skipped(source.path)}
    kept = [file for file in found if file not in unread]
    if source.kind is not None:
        return Located(named(source.kind), tuple(kept), tuple(unread.items()))
    told = {file: _kind(spark, file) for file in kept}
    counted = Counter(kind.kind for kind in told.values() if kind is not None)
    if kept and not counted:
        raise SourceError("onbekend soort bestand; noem het in 'source.kind'")
    # a turn of a log that begins with other lines says less than one that is recognised
    usual = named(max(counted, key=lambda kind: (kind != "lines", counted[kind]), default="lines"))
    for file, kind in told.items():
        if kind != usual and not _fits(usual, file, kind):
            unread[file] = "ander soort bestand"
    return Located(usual, tuple(f for f in kept if f not in unread), tuple(unread.items()))


def _kind(spark: SparkSession, file: File) -> Format | None:
    known = by_name(file.name)
    # a file is opened only where its name does not say enough
    return (by_lines(head(spark, file.path)) or known) if _says_little(known) else known


def _fits(usual: Format, file: File, kind: Format | None) -> bool:
    """Whether a file that tells another kind, or none, loses nothing when read as the usual one."""
    if not _says_little(by_name(file.name)):
        return False
    reads_lines = usual.recognises is not None or usual.kind == "lines"
    return file.size == 0 or (kind is not None and reads_lines)


def _says_little(known: Format | None) -> bool:
    return known is None or known.kind == "lines"
