"""Which datasets share a job, and what is read next where their job fails."""

from typing import Any

import pytest

from jobs.grouped import Group, in_order, is_small, split
from jobs.model import Constant, Dataset, Expression, Lookup, Source
from jobs.sources.files import File

LOOKUP = Lookup(dataset="orders", key={"nr": "nr"}, value="op")


@pytest.mark.parametrize(
    ("sizes", "said", "small"),
    [
        ([1000], {}, True),
        ([1000] * 8, {"country": Constant(constant="NL")}, True),
        ([1000], {"anchors": {"order": Expression(sql="op")}}, True),
        ([], {}, False),
        ([1000] * 9, {}, False),
        ([5_000_000, 5_000_000], {}, False),
        ([1000], {"anchors": {"order": LOOKUP}}, False),
        ([1000], {"hold": LOOKUP}, False),
    ],
)
def test_few_bytes_in_few_files_are_small(
    sizes: list[int], said: dict[str, Any], small: bool
) -> None:
    dataset = Dataset(name="d", source=Source(path="/d"), **said)
    assert is_small(dataset, [File(f"/d/{n}", size) for n, size in enumerate(sizes)]) is small


def test_a_group_is_full_by_number_or_by_bytes() -> None:
    group: Group[int] = Group()
    assert [group.joined(n, 1) for n in range(127)] == [[]] * 127
    assert group.joined(127, 1) == list(range(128))
    assert group.joined(0, 1 << 26) == []
    assert group.joined(1, 1 << 26) == [0, 1]
    assert group.joined(2, 1) == []
    assert (group.closed(), group.closed()) == ([2], [])


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([False] * 4, ["ab", "cd"]),
        ([False, True, False, False], ["b", "acd"]),
        ([True, True, True, True], ["a", "b", "c", "d", ""]),
    ],
)
def test_a_group_that_fails_is_split(named: list[bool], expected: list[str]) -> None:
    assert ["".join(some) for some in split("abcd", named)] == expected


def test_what_comes_early_waits_for_what_is_before_it() -> None:
    assert list(in_order([(2, "c"), (0, "a"), (1, "b"), (3, "d")])) == ["a", "b", "c", "d"]
