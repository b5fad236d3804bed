"""What the benchmarks count on: taking turns, made-up rows that differ, and the table's figures."""

import json

import pytest
from stdnum import iban

from tests.bench import different, mixed
from tests.bench.growth import deviations
from tests.bench.lines import Base, Line, table
from tests.bench.rounds import interleaved
from tests.bench.words import texts_of


def test_contenders_take_turns_and_the_first_round_is_not_counted() -> None:
    said: list[str] = []

    def turn(name: str) -> float:
        said.append(name)
        return float(len(said))

    figures = interleaved({"a": lambda: turn("a"), "b": lambda: turn("b")}, rounds=2)
    assert said == ["a", "b"] * 3
    assert figures == {"a": (3.0, 5.0), "b": (4.0, 6.0)}


def test_the_ratio_is_that_of_the_rounds() -> None:
    base = Base(name="limit", figures=(1.0, 2.0, 4.0))
    line = Line(what="scan", unit="s", figures=(3.0, 4.0, 4.0), base=base, note="n")
    assert line.ratios == (3.0, 2.0, 1.0)
    assert table("t", [line]).rows == [["scan", "4.00 s", "3.00..4.00", "2.00 x limit", "n"]]
    assert json.loads(json.dumps(line.as_json()))["ratio"]["median"] == 2.0


def test_a_line_without_figures_says_why() -> None:
    assert table("t", [Line(what="x", note="left out")]).rows == [["x", "-", "-", "-", "left out"]]


def test_no_two_orders_share_what_identifies_somebody() -> None:
    rows = different.orders(0, 5000)
    assert rows.schema == different.SCHEMA
    names = ("order_id", "klantnummer", "klantnaam", "email", "telefoon", "postcode", "iban")
    for name in names:
        assert len(rows[name].unique()) == 5000, name
    assert rows.slice(4990, 10) == different.orders(4990, 5000)


def test_accounts_are_valid_and_nobodys() -> None:
    for number in different.orders(0, 500)["iban"].to_pylist():
        assert iban.is_valid(number)
        weighed = sum(int(d) * w for d, w in zip(number[8:], range(10, 0, -1), strict=True))
        assert weighed % 11


def test_a_mixed_table_has_the_columns_that_were_asked_for() -> None:
    made = mixed.table(1, columns=100, rows=20)
    assert (made.num_columns, made.num_rows) == (100, 20)
    personal = [name for name in made.column_names if name.startswith(mixed.PERSONAL)]
    assert len(personal) == 13


def test_texts_are_others_each_round() -> None:
    assert texts_of(1, 20) == texts_of(1, 20)
    assert texts_of(1, 20) != texts_of(2, 20)


def test_a_straight_line_deviates_nowhere() -> None:
    straight = deviations({1: 3.0, 2: 5.0, 4: 9.0, 8: 17.0})
    assert list(straight.values()) == pytest.approx([0, 0, 0, 0])
    assert deviations({1: 3.0, 2: 5.0, 4: 9.0, 8: 21.0})[4] < 0
