"""Reads lines of text and the moment that each of them tells; shared by the log formats."""

from collections.abc import Callable, Sequence

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from jobs.model import Source
from jobs.sources.format import LINE

TIME = "_time"
"""The moment of a line, or null where it tells none."""

Reader = Callable[[SparkSession, Source, Sequence[str]], DataFrame]


def lines(moment: Callable[[Column], Column]) -> Reader:
    """A reader of text files whose lines tell their moment in the given way."""

    def read(spark: SparkSession, source: Source, paths: Sequence[str]) -> DataFrame:
        text = F.col("value")
        if source.encoding is not None:
            # the reader leaves the bytes of a line as they are
            text = F.decode(text.cast("binary"), source.encoding)
        read = spark.read.text(list(paths)).select(text.alias(LINE))
        return read.select(LINE, moment(F.col(LINE)).alias(TIME))

    return read
