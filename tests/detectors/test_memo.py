"""What is kept of texts stays small, whether they are many or long."""

import pytest

from detectors.memo import Memo


@pytest.mark.parametrize(("length", "count"), [(1, 50_000), (100_000, 500)])
def test_it_forgets_before_it_becomes_large(length: int, count: int) -> None:
    memo: Memo[str, int] = Memo()
    largest = most = 0
    for number in range(count):
        text = f"{number:06}" + "x" * length
        memo.make_room([text])
        memo[text] = number
        largest = max(largest, len(memo) * len(text))
        most = max(most, len(memo))
    assert most <= 20_000
    assert largest <= 4_000_000
    assert len(memo) > 1


def test_many_at_once_are_kept_together() -> None:
    memo: Memo[str, int] = Memo()
    texts = [str(number) for number in range(30_000)]
    memo.make_room(texts)
    memo.update(dict.fromkeys(texts, 1))
    memo.make_room(["nog een"])
    assert memo == {}
