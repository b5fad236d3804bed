"""Paths from the working directory, and as URIs."""

import pytest

from jobs.formats.paths import relative, uri

CASES = [
    ("conf/datasets/a.yaml", "/werk", "conf/datasets/a.yaml", "conf/datasets/a.yaml"),
    ("./conf/../conf/a.yaml", "/werk", "conf/a.yaml", "conf/a.yaml"),
    ("/werk/conf/a.yaml", "/werk", "conf/a.yaml", "conf/a.yaml"),
    ("/werkplaats/a.yaml", "/werk", "/werkplaats/a.yaml", "file:///werkplaats/a.yaml"),
    ("../elders/a b.yaml", "/werk", "/elders/a b.yaml", "file:///elders/a%20b.yaml"),
    ("conf/a b#?%ü.yaml", "/werk", "conf/a b#?%ü.yaml", "conf/a%20b%23%3F%25%C3%BC.yaml"),
    ("a:b/c.yaml", "/werk", "a:b/c.yaml", "a%3Ab/c.yaml"),
    ("c:x.yaml", "/werk", "c:x.yaml", "c%3Ax.yaml"),
    ("conf\\datasets\\a b.yaml", "C:\\werk", "conf/datasets/a b.yaml", "conf/datasets/a%20b.yaml"),
    ("conf\\a.yaml", "/werk", "conf/a.yaml", "conf/a.yaml"),
    ("C:\\werk\\conf\\a.yaml", "c:\\Werk", "conf/a.yaml", "conf/a.yaml"),
    ("D:\\conf\\a b.yaml", "C:\\werk", "D:/conf/a b.yaml", "file:///D:/conf/a%20b.yaml"),
    ("D:/conf/a.yaml", "C:\\werk", "D:/conf/a.yaml", "file:///D:/conf/a.yaml"),
    ("\\\\bak\\deel\\a.yaml", "C:\\werk", "//bak/deel/a.yaml", "file://bak/deel/a.yaml"),
]


@pytest.mark.parametrize(("path", "cwd", "expected", "_"), CASES)
def test_a_path_below_the_working_directory_is_relative_to_it(path, cwd, expected, _):
    assert relative(path, cwd) == expected


@pytest.mark.parametrize(("path", "cwd", "_", "expected"), CASES)
def test_a_uri_is_percent_encoded(path, cwd, _, expected):
    assert uri(path, cwd) == expected
