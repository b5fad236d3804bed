"""What lies under a path becomes datasets: parts and turns together, everything else apart."""

import json
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from jobs.adhoc import datasets_at
from jobs.errors import UsageError
from jobs.sources.files import files


def lay(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"a": name}) + "\n")


def grouped(spark: SparkSession, *paths: Path | str) -> dict[str, list[str]]:
    """Per dataset the files that its source reads."""
    found = datasets_at(spark, [str(path) for path in paths])
    assert len({dataset.name for dataset in found}) == len(found)
    return {d.name: [f.name for f in files(spark, d.source.path or "")] for d in found}


def test_a_file_is_a_dataset(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "klanten.csv", "orders.jsonl", "access")
    assert grouped(spark, tmp_path) == {
        "klanten": ["klanten.csv"],
        "orders": ["orders.jsonl"],
        "access": ["access"],
    }
    assert grouped(spark, tmp_path / "klanten.csv") == {"klanten": ["klanten.csv"]}


def test_parts_of_one_table_are_one(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "klanten/part-00000-x.json", "klanten/part-00001-y.json", "klanten/_SUCCESS")
    assert grouped(spark, tmp_path) == {
        "klanten": ["part-00000-x.json", "part-00001-y.json"],
    }


def test_partition_folders_are_one(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "orders/jaar=2023/maand=1/a.json", "orders/jaar=2024/maand=2/b.json")
    assert grouped(spark, tmp_path) == {"orders": ["a.json", "b.json"]}


def test_turns_of_one_log_are_one(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "access.log", "access.log.1", "access.log-20261122", "error.log")
    assert grouped(spark, tmp_path) == {
        "access": ["access.log", "access.log-20261122", "access.log.1"],
        "error": ["error.log"],
    }


def test_the_same_name_in_two_folders_is_two(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "nl/klanten.csv", "de/klanten.csv")
    found = grouped(spark, tmp_path)
    assert sorted(map(tuple, found.values())) == [("klanten.csv",), ("klanten.csv",)]
    assert all("klanten" in name for name in found)


def test_two_kinds_of_the_same_stem_are_two(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "klanten.csv", "klanten.json")
    assert len(grouped(spark, tmp_path)) == 2


@pytest.mark.parametrize("name", ["mijn klanten.json", "été.json", "a%20b.json", "a+b #1.json"])
def test_any_name_of_a_file_is_found_again(spark: SparkSession, tmp_path: Path, name: str) -> None:
    lay(tmp_path, name, "ander.json")
    found = grouped(spark, tmp_path)
    assert len(found) == 2
    assert len(grouped(spark, tmp_path / name)) == 1
    assert sorted(len(members) for members in found.values()) == [1, 1]
    (dataset,) = (d for d in datasets_at(spark, [str(tmp_path)]) if d.name != "ander")
    path = dataset.source.path or ""
    assert spark.read.json(path).collect() == [(name,)]


def test_several_paths_and_globs(spark: SparkSession, tmp_path: Path) -> None:
    lay(tmp_path, "a/x.csv", "b/y.csv", "b/z.json")
    assert grouped(spark, tmp_path / "a", f"{tmp_path}/b/*.csv") == {"x": ["x.csv"], "y": ["y.csv"]}


@pytest.mark.parametrize("name", ["bestaat_niet", "leeg", "bestaat_niet/*.csv"])
def test_a_path_where_nothing_lies_is_a_usage_error(
    spark: SparkSession, tmp_path: Path, name: str
) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UsageError, match=name.split("/", maxsplit=1)[0]):
        datasets_at(spark, [str(tmp_path / name)])
