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
        reader = spark.read.option("encoding", source.encoding or "UTF-8")
        return reader.text(list(paths)).select(
            F.col("value").alias(LINE), moment(F.col("value")).alias(TIME)
        )

    return read
