"""Contenders that take turns, so that what slows the machine for a while slows each of them."""

import sys
import time
from collections.abc import Callable, Mapping

Figures = tuple[float, ...]
"""One figure a round."""

Turn = Callable[[], float]
"""Has its turn and tells its figure."""


def wall(do: Callable[[], object]) -> Turn:
    """A turn whose figure is the seconds that passed."""
    return _timed(do, time.perf_counter)


def processor(do: Callable[[], object]) -> Turn:
    """A turn whose figure is the seconds that this process was at work, on any core."""
    return _timed(do, time.process_time)


def interleaved(contenders: Mapping[str, Turn], rounds: int) -> dict[str, Figures]:
    """The figures of each contender; one round more goes first, and is not measured."""
    figures: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, turn in contenders.items():
            figure = turn()
            if number:
                figures[name].append(figure)
            told = f"round {number}" if number else "warming up"
            print(f"  {told}: {name}: {figure:.4g}", file=sys.stderr, flush=True)
    return {name: tuple(found) for name, found in figures.items()}


def _timed(do: Callable[[], object], clock: Callable[[], float]) -> Turn:
    def turn() -> float:
        begin = clock()
        do()
        return clock() - begin

    return turn
