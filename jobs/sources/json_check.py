"""What Spark's JSON reader would leave out without a word: a second document, a nameless key.

Runs on the executors, a line or a whole file at a time: a file that is read whole must
fit in an executor's memory, which a document over several lines has to do anyway.
"""

import json
from collections.abc import Sequence

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from jobs.errors import SourceError

_SUSPECT = r'[}\]]\s*[^\s,}\]]|(?<!\\)""\s*:'


def require_all_is_read(
    spark: SparkSession, paths: Sequence[str], *, whole: bool, encoding: str
) -> None:
    """Raise SourceError where a document is followed by more, or a key is the empty text."""
    if not paths:
        return
    text = spark.read.text(list(paths), wholetext=whole)
    suspect = text.filter(F.col("value").rlike(_SUSPECT)).select(F.col("value").cast("binary"))
    trouble = F.udf(lambda value: left_out(value.decode(encoding, "replace")), T.StringType())
    told = suspect.select(trouble("value").alias("reason")).filter("reason is not null").first()
    if told is not None:
        raise SourceError(told["reason"])


class _NamelessError(ValueError):
    pass


def _pairs(pairs: list[tuple[str, object]]) -> None:
    if any(key == "" for key, _ in pairs):
        raise _NamelessError


def left_out(text: str) -> str | None:
    """Why a text's first JSON document is not all of it; None where it is, or is broken."""
    decoder = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=str, parse_float=str)
    text = text.removeprefix("\ufeff").strip()
    try:
        _, end = decoder.raw_decode(text)
    except _NamelessError:
        return 'een JSON-sleutel zonder naam ("")'
    except RecursionError:
        return "te diep genest JSON-document"
    except ValueError:
        return None
    return "meer dan een JSON-document achter elkaar" if text[end:].strip() else None
