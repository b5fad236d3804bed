"""One table of very many columns and few rows."""

from functools import partial

from jobs.model import Dataset, Source
from tests.bench import data, mixed
from tests.bench.given import Given
from tests.bench.lines import Line
from tests.bench.passes import DEPTHS, beside_the_limit, passes
from tests.bench.rounds import interleaved

COLUMNS, ROWS = 2000, 2000


def measure(given: Given) -> list[Line]:
    """Each depth beside an empty pass."""
    rows = min(ROWS, given.rows)
    write = partial(mixed.write, tables=1, columns=COLUMNS, rows=rows)
    folder = data.kept(f"wide-{COLUMNS}-{rows}", write)
    dataset = Dataset(name="breed", source=Source(path=str(folder)))
    what = f"{COLUMNS:,} columns, {rows:,} rows"
    figures = interleaved(passes(given, [dataset], DEPTHS), given.rounds)
    return beside_the_limit(what, figures, amount=COLUMNS * rows, unit="cells")
