"""The wide table of orders: the demo's, and one in which every identifying value differs."""

from tests.bench import data
from tests.bench.different import SCHEMA
from tests.bench.given import Given
from tests.bench.lines import Line
from tests.bench.passes import DEPTHS, beside_the_limit, passes
from tests.bench.rounds import interleaved


def measure(given: Given) -> list[Line]:
    """Each depth beside an empty pass over the same table; cells are rows times columns."""
    cells = given.rows * len(SCHEMA)
    lines = []
    for what, dataset in (
        ("values come back", data.orders(given.rows)),
        ("all values differ", data.different_orders(given.rows)),
    ):
        figures = interleaved(passes(given, [dataset], DEPTHS), given.rounds)
        lines += beside_the_limit(what, figures, amount=cells, unit="cells")
    return lines
