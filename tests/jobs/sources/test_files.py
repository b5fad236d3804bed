"""A file as Spark names it."""

import pytest

from jobs.sources.files import File


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        ("file:/map/a.csv", "while reading file file:///map/a.csv. SQLSTATE", True),
        ("file:/map/a b.csv", "while reading file file:///map/a%20b.csv.", True),
        ("hdfs://host:9000/map/a.csv", "reading hdfs://host:9000/map/a.csv", True),
        ("file:/map/a.csv", "while reading file file:///map/b.csv", False),
    ],
)
def test_an_error_names_a_file(path: str, text: str, named: bool) -> None:
    assert File(path, 1).is_named(text) is named
