"""Which files a path holds, and how the first lines of one read; no content is kept."""

from dataclasses import dataclass

from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.sources.failure import FAILURES, condition


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


def files(spark: SparkSession, path: str) -> list[File]:
    """Every file under a path or glob, sorted by path.

    Raises SourceError where nothing is there.
    """
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    try:
        listing = reader.load(path).select("path", "length").collect()
    except FAILURES as error:
        raise SourceError(f"{path}: niet te vinden: {condition(error)}") from None
    found = [File(row["path"], row["length"]) for row in listing]
    if not found:
        raise SourceError(f"{path}: geen bestand")
    return sorted(found, key=lambda file: file.path)


def head(spark: SparkSession, path: str, lines: int = 20) -> list[str]:
    """The first lines of a text file, decompressed as its name says; [] where it cannot be read."""
    try:
        return [row["value"] for row in spark.read.text(path).limit(lines).collect()]
    except FAILURES:
        return []
