"""No document, row or key of a JSON file is left out without a word."""

from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jobs.errors import SourceError
from jobs.model import Source
from jobs.sources.json_lines import FORMAT


def values(spark: SparkSession, folder: Path, **texts: str | bytes) -> list[str]:
    """What `a` holds in every row of files with these texts."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(str(path))
    frame = FORMAT.read(spark, Source(path=str(folder)), paths)
    return sorted(row["a"] for row in frame.collect())


def test_lines_that_are_lists_are_lines(spark: SparkSession, tmp_path: Path) -> None:
    assert values(spark, tmp_path, x='[{"a": "1"}, {"a": "2"}]\n[{"a": "3"}]\n') == ["1", "2", "3"]


def test_each_file_tells_its_own_layout(spark: SparkSession, tmp_path: Path) -> None:
    pretty, lines = '{\n  "a": "1"\n}\n', '{"a": "2"}\n{"a": "3"}\n'
    assert values(spark, tmp_path, x=pretty, y=lines) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{\n  "a": "1"\n}\n{\n  "a": "2"\n}\n', "meer dan een JSON-document"),
        ('[\n{"a": "1"},\n{"a": "2"}\n]\njan@voorbeeld.nl', "meer dan een JSON-document"),
        ('{"a": "1"} {"a": "2"}\n', "meer dan een JSON-document"),
        ('{"a": "1", "": "jan@voorbeeld.nl"}\n', "zonder naam"),
        ('{\n"a": {"": "jan@voorbeeld.nl"}\n}', "zonder naam"),
        ('{"a": "1"}\n'.encode("utf-16"), "UTF-16"),
        ('{"a": "1"}\n'.encode("utf-16-be"), "UTF-16BE"),
    ],
)
def test_what_would_be_left_out_is_refused(
    spark: SparkSession, tmp_path: Path, text: str | bytes, reason: str
) -> None:
    with pytest.raises(SourceError, match=reason) as told:
        values(spark, tmp_path, x=text)
    assert "jan@" not in str(told.value)


def test_signs_within_a_text_are_no_second_document(spark: SparkSession, tmp_path: Path) -> None:
    assert values(spark, tmp_path, x='{"a": "{x} {y} \\"\\": z"}\n') == ['{x} {y} "": z']
