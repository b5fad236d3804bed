"""From counts to facts: which tier counts, what a column is, and each country apart."""

from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from detectors.anchors import UNDER_AGE
from detectors.batch import ALL_COLUMNS
from detectors.columns import Announcement
from detectors.counts import SCHEMA
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from jobs.counted import Counted, counted_in
from jobs.model import Age, Finding
from jobs.tally import Tally

NUMBER = Recognizer(
    entity="NUMBER",
    patterns=(Pattern(regex=r"\d{9}", score=0.2),),
    is_valid=lambda text: True,
    chance=1 / 11,
    column=ColumnRule(alone=True),
)
WORD = Recognizer(entity="WORD", patterns=(Pattern(regex="x", score=0.9),))
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
DAY = date(2020, 1, 1)


Row = dict[str, Any]


def count(entity: str | None, tier: str | None, n: int, **other: Any) -> Row:
    given: Row = {"column": 0, "path": None, "country": "NL"}
    given |= {"anchor": None, "day": None, "held": None, "valid": n, "distinct": n}
    return given | {"entity": entity, "tier": tier, "n": n} | other


def filled(n: int, **other: Any) -> Row:
    return count(None, None, n, **other)


def read(rows: list[Row]) -> Counted:
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    return counted_in(table, lambda number, _: None if number == ALL_COLUMNS else "a")


def facts(rows: list[Row], *announced: str) -> tuple[list[Finding], list[Age]]:
    return tally([rows], *announced)


def tally(parts: list[list[Row]], *announced: str) -> tuple[list[Finding], list[Age]]:
    counted = Counted()
    for part in parts:
        counted = counted.plus(read(part))
    return Tally(counted).facts(
        (NUMBER, WORD),
        {"a": {entity: Announcement() for entity in announced}},
        scan_id="s",
        scanned_at=MOMENT,
        dataset="d",
    )


def shown(findings: list[Finding]) -> list[tuple[Any, ...]]:
    return [(f.column, f.entity, f.country, f.rows, f.hits, f.valid) for f in findings]


def test_in_running_text_only_certain_matches_count() -> None:
    counts = [filled(100), count("WORD", "text", 3), count("WORD", "cell", 60)]
    findings, _ = facts(counts)
    assert shown(findings) == [("a", "WORD", "NL", 100, 3, None)]


def test_an_announced_column_counts_its_cells() -> None:
    counts = [filled(100), count("WORD", "text", 3), count("WORD", "cell", 60)]
    findings, _ = facts(counts, "WORD")
    assert shown(findings) == [("a", "WORD", "NL", 100, 60, None)]


def test_an_announced_column_of_other_things_counts_its_certain_matches() -> None:
    counts = [filled(100), count("WORD", "text", 3), count("WORD", "cell", 40)]
    findings, _ = facts(counts, "WORD")
    assert shown(findings) == [("a", "WORD", "NL", 100, 3, None)]


def test_a_column_is_what_its_check_rule_says_beyond_chance() -> None:
    sure = [filled(100), count("NUMBER", "cell", 100, valid=98)]
    findings, _ = facts(sure)
    assert shown(findings) == [("a", "NUMBER", "NL", 100, 100, 98)]
    by_chance = [filled(100), count("NUMBER", "cell", 100, valid=9)]
    assert facts(by_chance) == ([], [])


def test_countries_are_decided_together_and_told_apart() -> None:
    counts = [
        filled(90),
        filled(10, country=None),
        filled(5, column=ALL_COLUMNS),
        count("NUMBER", "cell", 90, valid=88),
        count("NUMBER", "cell", 8, valid=8, country=None),
    ]
    findings, _ = facts(counts)
    assert shown(findings) == [
        ("a", "NUMBER", "NL", 90, 90, 88),
        ("a", "NUMBER", None, 10, 8, 8),
    ]


def test_ages_are_those_of_the_tier_that_counts() -> None:
    counts = [
        filled(100),
        count("WORD", "text", 3),
        count("WORD", "cell", 60),
        count("WORD", "text", 3, anchor="order", day=DAY, country=None, held=False),
        count("WORD", "cell", 50, anchor="order", day=DAY, country=None, held=False),
        count("WORD", "cell", 10, anchor="order", day=None, held=True, country=None),
        count("WORD", "cell", 2, anchor=UNDER_AGE, day=DAY, country=None, held=False),
    ]
    _, ages = facts(counts, "WORD")
    assert {(a.anchor, a.day, a.held, a.hits) for a in ages} == {
        ("order", DAY, False, 50),
        ("order", None, True, 10),
        (UNDER_AGE, DAY, False, 2),
    }
    _, ages = facts(counts)
    assert [(a.anchor, a.day, a.held, a.hits) for a in ages] == [("order", DAY, False, 3)]


def test_what_is_nothing_has_no_ages() -> None:
    counts = [
        filled(100),
        count("NUMBER", "cell", 100, valid=9),
        count("NUMBER", "cell", 100, anchor="order", day=DAY),
    ]
    assert facts(counts) == ([], [])


def test_halves_that_were_read_apart_are_one() -> None:
    half = [
        filled(50),
        filled(60, column=ALL_COLUMNS),
        count("NUMBER", "cell", 50, valid=49, distinct=30),
        count("NUMBER", "cell", 50, anchor="order", day=DAY),
    ]
    other = [
        filled(50),
        filled(60, column=ALL_COLUMNS),
        count("NUMBER", "cell", 50, valid=50, distinct=20),
        count("NUMBER", "cell", 50, anchor="order", day=DAY),
    ]
    findings, ages = tally([half, other])
    assert shown(findings) == [("a", "NUMBER", "NL", 100, 100, 99)]
    assert [(a.day, a.hits) for a in ages] == [(DAY, 100)]
    assert Tally(read([*half, *other])).rows(None) == 120
    assert Tally(read([*half, *other])).rows("a") == 100
    assert Tally(read([*half, *other])).rows("elders") == 0
