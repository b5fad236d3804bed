"""Reads files below the place of their dataset, so that `key=value` folders are columns too."""

from collections.abc import Sequence
from functools import reduce
from posixpath import normpath

from pyspark.sql import DataFrame, DataFrameReader

from jobs.model import Source
from jobs.sources.files import fixed


def below(reader: DataFrameReader, source: Source, paths: Sequence[str]) -> DataFrameReader:
    """The reader, told where the dataset's folders begin unless its place is one file."""
    folder = source.path and fixed(source.path)
    if folder and not any(path.endswith(_own(folder)) for path in paths):
        return reader.option("basePath", folder)
    return reader


def _own(place: str) -> str:
    return "/" + normpath(place.split(":", 1)[-1]).lstrip("/")


def together(frames: Sequence[DataFrame]) -> DataFrame:
    """The rows of all frames; a column that one does not have is null there."""
    return reduce(lambda one, two: one.unionByName(two, allowMissingColumns=True), frames)
