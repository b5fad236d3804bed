"""One layout for the rows of any dataset, so that those of many fit in one frame.

A row tells its dataset (`tag`), the partition that it was read in (`part`), and holds its
cells in two lists: one of strings, one of lists of strings. Far quicker for Spark to plan
than columns for the widest of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from detectors.batch import Plan
from jobs.prepared import KINDS, Prepared
from jobs.sources.leaves import Leaf

_Slice = tuple[int, int, pa.RecordBatch]


@dataclass(frozen=True)
class Packed:
    """How the rows of one dataset were packed: its plan, what is given, which columns are lists."""

    plan: Plan
    given: tuple[str, ...]
    lists: tuple[bool, ...]


def pack(prepared: Prepared, tag: int) -> tuple[DataFrame, Packed]:
    """The rows in the common layout, and what it takes to unpack them."""
    cells = prepared.cells
    frame = prepared.frame.select(
        F.expr(f"{tag} AS tag"),
        F.expr("spark_partition_id() AS part"),
        F.expr(f"CAST({_array(c for c in cells if not c.is_list)} AS ARRAY<STRING>) AS cells"),
        F.expr(f"CAST({_array(c for c in cells if c.is_list)} AS ARRAY<ARRAY<STRING>>) AS lists"),
        *[
            prepared.given.get(name, F.expr(f"CAST(NULL AS {kind})")).alias(name)
            for name, kind in KINDS.items()
        ],
        F.array(*prepared.days.values()).cast("array<date>").alias("days"),
    )
    return frame, Packed(
        prepared.plan, tuple(prepared.given), tuple(cell.is_list for cell in cells)
    )


def _array(cells: Iterable[Leaf]) -> str:
    return f"array({', '.join(cell.sql for cell in cells)})"


def runs(
    batches: Iterable[pa.RecordBatch], rows: int
) -> Iterator[tuple[int, Iterator[pa.RecordBatch]]]:
    """The tag and the batches of each partition of a dataset, of at most so many rows.

    A batch is cut where the dataset or its partition changes, and continued where Spark cut
    it: a partition is counted batch by batch as it would be by itself.
    """
    for (tag, _), slices in groupby(_slices(batches), key=itemgetter(0, 1)):
        yield tag, _continued((piece for _, _, piece in slices), rows)


def _slices(batches: Iterable[pa.RecordBatch]) -> Iterator[_Slice]:
    for batch in batches:
        tags, parts = batch.column("tag").to_numpy(), batch.column("part").to_numpy()
        changes = np.flatnonzero((np.diff(tags) != 0) | (np.diff(parts) != 0)) + 1
        edges = [0, *changes.tolist(), batch.num_rows]
        for start, end in pairwise(edges):
            if start < end:
                yield int(tags[start]), int(parts[start]), batch.slice(start, end - start)


def _continued(slices: Iterable[pa.RecordBatch], rows: int) -> Iterator[pa.RecordBatch]:
    kept: list[pa.RecordBatch] = []
    missing = rows
    for piece in slices:
        while piece.num_rows >= missing:
            yield pa.concat_batches([*kept, piece.slice(0, missing)])
            piece = piece.slice(missing)
            kept, missing = [], rows
        if piece.num_rows:
            kept.append(piece)
            missing -= piece.num_rows
    if kept:
        yield pa.concat_batches(kept)


def unpack(batch: pa.RecordBatch, packed: Packed) -> pa.RecordBatch:
    """A batch of one dataset as its plan describes it."""
    lists = packed.lists
    texts = _spread(batch.column("cells"), lists.count(False))
    several = _spread(batch.column("lists"), lists.count(True))
    days = _spread(batch.column("days"), len(packed.plan.anchors))
    found = {f"c{n}": next(several if is_list else texts) for n, is_list in enumerate(lists)}
    given = {name: batch.column(name) for name in packed.given}
    ages = {f"a_{name}": next(days) for name in packed.plan.anchors}
    return pa.RecordBatch.from_pydict(found | given | ages)


def _spread(column: pa.ListArray, width: int) -> Iterator[pa.Array]:
    """The columns of lists that all have the same length."""
    flat, size = column.flatten(), len(column) * width
    return (flat.take(pa.array(np.arange(n, size, width))) for n in range(width))
