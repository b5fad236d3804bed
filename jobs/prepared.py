"""A dataset's rows, and what is to be counted in them, before anything is read.

`columns` lays them out as `detectors.batch.Plan` says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from detectors.batch import Plan
from jobs.errors import SourceError
from jobs.model import Constant, Dataset, Expression, RowValue
from jobs.names import distinct
from jobs.readings import YES, as_answer, as_told_day, is_said
from jobs.rows import ReadOther, answer_of, day_of, with_value
from jobs.sources.format import Format
from jobs.sources.leaves import Leaf, Unread, leaves

KINDS = {"country": "string", "held": "boolean", "consent": "boolean"}


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Rows with the parts of their schema; `given` and `days` are columns over the rows.

    `given` are those of country, held and consent that the plan does not hold; `days` one column
    per anchor of the plan.
    """

    frame: DataFrame
    parts: tuple[Leaf | Unread, ...]
    plan: Plan
    given: Mapping[str, Column]
    days: Mapping[str, Column]

    @property
    def cells(self) -> list[Leaf]:
        """The parts that are read, in the order of the plan's paths."""
        return [part for part in self.parts if isinstance(part, Leaf)]


MakePlan = Callable[[Sequence[str], Sequence[str]], Plan]
"""Gives the plan for columns of these paths, and these anchors."""


def prepare(
    frame: DataFrame,
    dataset: Dataset,
    source_format: Format,
    *,
    shown: Callable[[str], str],
    other: ReadOther,
    plan: MakePlan,
) -> Prepared:
    """The rows of a dataset with what conf says of each; `shown` gives a name as results may.

    A row whose hold says neither yes nor no is not held, and has no day that can be read.
    Raises SourceError where what conf says cannot be had.
    """
    parts = _distinct(leaves(frame.schema, source_format.hidden, shown))
    anchors: dict[str, RowValue] = {
        **{name: Expression(sql=sql) for name, sql in source_format.anchors.items()},
        **dataset.anchors,
    }
    taken = [name for name in frame.columns if name.startswith(("_anchor_", "_row_"))]
    if taken:
        raise SourceError("namen van kolommen die de scan zelf gebruikt: _anchor_..., _row_...")
    values = {"country": dataset.country, "held": dataset.hold, "consent": dataset.consent}
    for name, value in anchors.items():
        frame = with_value(frame, f"_anchor_{name}", value, other, as_told_day)
    constants: dict[str, Any] = {
        name: said.constant for name, said in values.items() if isinstance(said, Constant)
    }
    varying = {
        name: said
        for name, said in values.items()
        if said is not None and not isinstance(said, Constant)
    }
    for name, said in varying.items():
        reading = None if name == "country" else as_answer
        frame = with_value(frame, f"_row_{name}", said, other, reading)
    answers = {name: answer_of(frame, f"_row_{name}") for name in varying if name != "country"}
    given = {name: is_said(answer, YES) for name, answer in answers.items()}
    if "country" in varying:
        given["country"] = F.upper(F.trim(F.col("_row_country").cast("string")))
    made = plan([part.path for part in parts if isinstance(part, Leaf)], sorted(anchors))
    return Prepared(
        frame=frame,
        parts=tuple(parts),
        plan=replace(made, **constants),
        given=given,
        days={
            name: day_of(frame, f"_anchor_{name}", answers.get("held")) for name in sorted(anchors)
        },
    )


def columns(prepared: Prepared) -> DataFrame:
    """The rows as `detectors.batch.Plan` describes them."""
    return prepared.frame.select(
        *[F.expr(leaf.native).alias(f"c{number}") for number, leaf in enumerate(prepared.cells)],
        *[column.alias(name) for name, column in prepared.given.items()],
        *[column.alias(f"a_{name}") for name, column in prepared.days.items()],
    )


def _distinct(parts: Iterable[Leaf | Unread]) -> list[Leaf | Unread]:
    """The parts, those whose paths became alike by being shown as shapes numbered."""
    every = list(parts)
    paths = distinct(part.path for part in every)
    return [replace(part, path=path) for part, path in zip(every, paths, strict=True)]
