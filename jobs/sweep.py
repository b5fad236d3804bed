"""Source to findings: reads a dataset, counts on the executors, decides on the driver.

One dataset is one Spark job. What cannot be read becomes a line of coverage and the
sweep goes on: when reading all files at once fails, they are halved until the broken
ones stand alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from detectors.batch import Plan
from detectors.columns import Announced, announced
from detectors.engine import Setup
from jobs.counting import counted
from jobs.errors import SourceError
from jobs.findings import Scan
from jobs.model import Coverage, Dataset, Expression, RowValue
from jobs.names import distinct, safe_file, safe_name
from jobs.rows import day_of, with_value
from jobs.sources.failure import condition
from jobs.sources.files import File
from jobs.sources.format import CORRUPT, Format
from jobs.sources.leaves import Leaf, Unread, leaves
from jobs.sources.located import locate
from jobs.tally import Count, Tally


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """What one sweep needs to know; `day` is the one on which minors are told from adults."""

    spark: SparkSession
    datasets: tuple[Dataset, ...]
    setup: Setup
    scan_id: str
    scanned_at: datetime
    day: date

    def scan(self, dataset: Dataset) -> Scan:
        """The facts of one dataset; never raises for data that cannot be read."""
        return _Pass(self, dataset).run()

    def rows(self, name: str) -> DataFrame:
        """The rows of another dataset of this sweep, by name."""
        dataset = next((d for d in self.datasets if d.name == name), None)
        if dataset is None:
            raise SourceError(f"geen dataset {name!r}")
        located = locate(self.spark, dataset.source)
        paths = [file.path for file in located.files]
        return located.format.read(self.spark, dataset.source, paths)


class _Pass:
    """One dataset on its way through a sweep."""

    def __init__(self, sweep: Sweep, dataset: Dataset) -> None:
        self._sweep = sweep
        self._dataset = dataset
        self._coverage: list[Coverage] = []
        self._counts: list[Count] = []
        self._columns: dict[str, str | None] = {}

    def run(self) -> Scan:
        try:
            located = locate(self._sweep.spark, self._dataset.source)
        except SourceError as error:
            self._cover(reason=str(error))
            return self._result({})
        for file, reason in located.unread:
            self._cover_file(file, reason)
        if located.files:
            self._read_files(located.format, located.files)
        elif not located.unread:
            self._attempt(located.format, [], lambda reason: self._cover(reason=reason))
        self._tell_once([*located.files, *(file for file, _ in located.unread)])
        inside = {c.column: None for c in self._counts if c.column is not None}
        names = announced(
            list(self._columns | inside), self._dataset.name, self._sweep.setup.recognizers
        )
        return self._result(names)

    def _tell_once(self, found: Sequence[File]) -> None:
        """Where no file could be read for one and the same reason, one line says so."""
        reasons = {row.reason for row in self._coverage}
        if len(self._coverage) == len(found) > 1 and len(reasons) == 1 and None not in reasons:
            self._coverage.clear()
            self._cover(size=sum(file.size for file in found), reason=reasons.pop())

    def _read_files(self, source_format: Format, found: Sequence[File]) -> None:
        def halve(reason: str) -> None:
            if len(found) == 1:
                self._cover_file(found[0], reason)
            else:
                middle = len(found) // 2
                self._read_files(source_format, found[:middle])
                self._read_files(source_format, found[middle:])

        self._attempt(source_format, found, halve)

    def _cover_file(self, file: File, reason: str) -> None:
        name = safe_file(file.below(self._dataset.source.path or ""), self._sweep.setup)
        self._cover(file=name, size=file.size, reason=reason)

    def _attempt(
        self, source_format: Format, found: Sequence[File], on_failure: Callable[[str], None]
    ) -> None:
        sweep, dataset = self._sweep, self._dataset
        try:
            frame = source_format.read(sweep.spark, dataset.source, [file.path for file in found])
            shown = partial(safe_name, setup=sweep.setup)
            parts = _distinct(leaves(frame.schema, source_format.hidden, shown))
            paths = [part.path for part in parts if isinstance(part, Leaf)]
            anchors: dict[str, RowValue] = {
                **{name: Expression(sql=sql) for name, sql in source_format.anchors.items()},
                **dataset.anchors,
            }
            plan = Plan(
                paths=tuple(paths),
                table=dataset.name,
                anchors=tuple(sorted(anchors)),
                day=sweep.day,
                setup=sweep.setup,
            )
            counts = counted(self._prepared(frame, parts, anchors), plan, shown)
        except SourceError as error:
            on_failure(str(error))
            return
        except Exception as error:  # whatever the data does to Spark, the sweep goes on
            on_failure(f"niet te lezen: {condition(error)}")
            return
        self._counts.extend(counts)
        for part in parts:
            self._columns[part.path] = part.reason if isinstance(part, Unread) else None
        rows = sum(c.n for c in counts if c.column is None)
        self._cover(rows=rows, size=sum(file.size for file in found))

    def _prepared(
        self, frame: DataFrame, parts: Iterable[Leaf | Unread], anchors: Mapping[str, RowValue]
    ) -> DataFrame:
        """The batch that `detectors.batch.Plan` describes."""
        dataset, other = self._dataset, self._sweep.rows
        taken = [name for name in frame.columns if name.startswith(("_anchor_", "_row_"))]
        if taken:
            raise SourceError("namen van kolommen die de scan zelf gebruikt: _anchor_..., _row_...")
        for name, value in anchors.items():
            frame = with_value(frame, f"_anchor_{name}", value, other)
        row_values: dict[str, tuple[RowValue | None, str]] = {
            "country": (dataset.country, "string"),
            "held": (dataset.hold, "boolean"),
            "consent": (dataset.consent, "boolean"),
        }
        for name, (row_value, _) in row_values.items():
            if row_value is not None:
                frame = with_value(frame, f"_row_{name}", row_value, other)
        given = {
            name: (F.lit(None) if row_value is None else F.col(f"_row_{name}")).cast(kind)
            for name, (row_value, kind) in row_values.items()
        }
        given["country"] = F.upper(F.trim(given["country"]))
        cells = [part.values for part in parts if isinstance(part, Leaf)]
        return frame.select(
            *[column.alias(f"c{number}") for number, column in enumerate(cells)],
            *[column.alias(name) for name, column in given.items()],
            *[day_of(frame, f"_anchor_{name}").alias(f"a_{name}") for name in anchors],
        )

    def _cover(
        self,
        *,
        column: str | None = None,
        file: str | None = None,
        rows: int = 0,
        size: int = 0,
        reason: str | None = None,
    ) -> None:
        self._coverage.append(
            Coverage(
                scan_id=self._sweep.scan_id,
                dataset=self._dataset.name,
                column=column,
                file=file,
                rows=rows,
                bytes=size,
                reason=reason,
            )
        )

    def _result(self, names: Mapping[str, Announced]) -> Scan:
        tally = Tally(self._counts)
        for path, unread in self._columns.items():
            filled = tally.rows(path)
            if path == CORRUPT:
                if filled:
                    self._cover(
                        column=path,
                        rows=filled,
                        reason=f"{filled} kapotte rijen, als tekst gelezen",
                    )
            else:
                self._cover(column=path, rows=0 if unread else tally.rows(None), reason=unread)
        findings, ages = tally.facts(
            self._sweep.setup.recognizers,
            names,
            scan_id=self._sweep.scan_id,
            scanned_at=self._sweep.scanned_at,
            dataset=self._dataset.name,
        )
        return Scan(
            scan_id=self._sweep.scan_id,
            findings=tuple(findings),
            ages=tuple(ages),
            coverage=tuple(self._coverage),
        )


def _distinct(parts: Iterable[Leaf | Unread]) -> list[Leaf | Unread]:
    """The parts, those whose paths became alike by being shown as shapes numbered."""
    every = list(parts)
    paths = distinct(part.path for part in every)
    return [replace(part, path=path) for part, path in zip(every, paths, strict=True)]
