"""Reads lines of text and the moment that each of them tells; shared by the log formats."""

from collections.abc import Callable, Sequence

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from jobs.model import Source
from jobs.sources.encoding import encoding_of, require_bytewise
from jobs.sources.files import start
from jobs.sources.format import LINE
from jobs.sources.place import below

TIME = "_time"
"""The moment of a line, or null where it tells none."""

Reader = Callable[[SparkSession, Source, Sequence[str]], DataFrame]


def lines(moment: Callable[[Column], Column]) -> Reader:
    """A reader of text files whose lines tell their moment in the given way."""

    def read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
        require_bytewise([source.encoding or "", *(encoding_of(start(spark, p)) for p in paths)])
        text = F.col("value")
        if source.encoding is not None:
            # the reader leaves the bytes of a line as they are
            text = F.decode(text.cast("binary"), source.encoding)
        read = below(spark.read, source, paths).text(list(paths))
        folders = [F.col(f"`{name}`") for name in read.columns if name != "value"]
        told = read.select(F.make_valid_utf8(text).alias(LINE), *folders)
        return told.withColumn(TIME, moment(F.col(LINE)))

    return read
