"""Source to findings: reads a dataset, counts on the executors, decides on the driver.

A dataset is one Spark job, and small ones are one together. What cannot be read becomes a
line of coverage and the sweep goes on: when reading all files at once fails, they are
halved until the broken ones stand alone; so are the datasets of a job that fails. Where
another dataset is looked into that cannot be read, the rows are counted without what it tells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial

from pyspark.sql import SparkSession

from detectors.batch import Plan
from detectors.depth import Depth
from detectors.setup import Setup
from jobs.counted import Counted
from jobs.counting import counted, counted_together
from jobs.errors import SourceError
from jobs.findings import Scan
from jobs.grouped import Group, in_order, is_small, split
from jobs.model import Dataset
from jobs.names import safe_name
from jobs.others import Other
from jobs.prepared import Prepared, columns, prepare
from jobs.record import Record
from jobs.sources.failure import in_words
from jobs.sources.files import File
from jobs.sources.format import Format
from jobs.sources.located import Located, locate


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """What one sweep needs to know; `day` is the one on which minors are told from adults.

    `depth` tells in which texts names are looked for.
    """

    spark: SparkSession
    datasets: tuple[Dataset, ...]
    setup: Setup
    scan_id: str
    scanned_at: datetime
    day: date
    depth: Depth = Depth.SAMPLE

    def scan(self, dataset: Dataset) -> Scan:
        """The facts of one dataset; never raises for data that cannot be read."""
        return _Pass(self, dataset).run()

    def scan_all(self) -> Iterator[Scan]:
        """The facts of every dataset, in their order."""
        return in_order(self._scanned())

    def _scanned(self) -> Iterator[tuple[int, Scan]]:
        group: Group[tuple[int, _Pass, Prepared]] = Group()
        for number, dataset in enumerate(self.datasets):
            begun = _Pass(self, dataset)
            prepared = begun.prepared_if_small()
            if prepared is None:
                yield number, self.scan(dataset)
            else:
                yield from self._together(group.joined((number, begun, prepared), begun.size))
        yield from self._together(group.closed())

    def _together(
        self, group: Sequence[tuple[int, "_Pass", Prepared]]
    ) -> Iterator[tuple[int, Scan]]:
        """The facts of some small datasets; where their job fails, those it is about go alone."""
        if len(group) < 2:
            for number, _, _ in group:
                yield number, self.scan(self.datasets[number])
            return
        try:
            counts = counted_together([prepared for _, _, prepared in group], self.shown)
        except Exception as error:  # whichever dataset it is told once it is read by itself
            text = str(error)
            for some in split(group, [begun.is_named(text) for _, begun, _ in group]):
                yield from self._together(some)
            return
        for (number, begun, prepared), own in zip(group, counts, strict=True):
            yield number, begun.finished(prepared, own)

    @cached_property
    def shown(self) -> Callable[[str], str]:
        """Gives a field's name as results may show it."""
        return partial(safe_name, setup=self.setup)


class _Pass:
    """One dataset on its way through a sweep."""

    def __init__(self, sweep: Sweep, dataset: Dataset) -> None:
        self._sweep = sweep
        self._dataset = dataset
        self._record = Record(
            sweep.setup, dataset, scan_id=sweep.scan_id, scanned_at=sweep.scanned_at
        )
        self._files: Sequence[File] = ()
        self._others = {
            name: Other(sweep.spark, sweep.datasets, name) for name in dataset.looked_up
        }

    def run(self) -> Scan:
        """All of it, in jobs of its own."""
        located = self._located()
        if located is not None and located.files:
            self._read_files(located.format, located.files)
        elif located is not None and not located.unread:
            self._attempt(located.format, [], self._record.nothing)
        for name, uses in self._dataset.looked_up.items():
            if reason := self._others[name].reason:
                self._record.untold(name, uses, reason)
        return self._record.facts()

    def prepared_if_small(self) -> Prepared | None:
        """The rows, where they are few and nothing is amiss with them so far."""
        located = self._located()
        if located is None or not is_small(self._dataset, located.files):
            return None
        self._files = located.files
        try:
            return self._prepared(located.format, located.files)
        except Exception:  # told once the dataset is read by itself
            return None

    def finished(self, prepared: Prepared, counts: Counted) -> Scan:
        """The facts, once what was prepared is counted."""
        self._record.read(prepared.parts, counts, self._files)
        return self._record.facts()

    def is_named(self, text: str) -> bool:
        """Whether a text, that of an error, names one of the files."""
        return any(file.is_named(text) for file in self._files)

    @property
    def size(self) -> int:
        """Bytes of the files that are read together with those of other datasets."""
        return sum(file.size for file in self._files)

    def _located(self) -> Located | None:
        try:
            located = locate(self._sweep.spark, self._dataset.source)
        except SourceError as error:
            self._record.nothing(str(error))
            return None
        for file, reason in located.unread:
            self._record.unread(file, reason)
        return located

    def _read_files(self, source_format: Format, found: Sequence[File]) -> None:
        def halve(reason: str) -> None:
            if len(found) == 1:
                self._record.unread(found[0], reason)
            else:
                middle = len(found) // 2
                self._read_files(source_format, found[:middle])
                self._read_files(source_format, found[middle:])

        self._attempt(source_format, found, halve)

    def _attempt(
        self, source_format: Format, found: Sequence[File], on_failure: Callable[[str], None]
    ) -> None:
        others = [other for other in self._others.values() if other.reason is None]
        try:
            self._count(source_format, found)
        except SourceError as error:
            # of a file that is broken from its start, no column is known either
            if any(other.is_broken() for other in others if other.reason is None):
                self._attempt(source_format, found, on_failure)
            else:
                on_failure(str(error))
        except Exception as error:  # whatever the data does to Spark, the sweep goes on
            others = [other for other in others if other.reason is None]
            named = [other for other in others if other.is_named(str(error))]
            for other in named:
                other.reason = in_words(error)
            if named:
                self._attempt(source_format, found, on_failure)
            elif not (others and self._is_counted_without(others, source_format, found, error)):
                on_failure(f"niet te lezen: {in_words(error)}")

    def _is_counted_without(
        self, others: Sequence[Other], source_format: Format, found: Sequence[File], why: Exception
    ) -> bool:
        """Whether the rows can be counted where nothing is looked up, so that this was at fault."""
        if any(file.is_named(str(why)) for file in found):
            return False
        for other in others:
            other.reason = in_words(why)
        try:
            self._count(source_format, found)
        except Exception:  # the fault is in the rows themselves
            for other in others:
                other.reason = None
            return False
        return True

    def _count(self, source_format: Format, found: Sequence[File]) -> None:
        prepared = self._prepared(source_format, found)
        counts = counted(columns(prepared), prepared.plan, self._sweep.shown)
        self._record.read(prepared.parts, counts, found)

    def _prepared(self, source_format: Format, found: Sequence[File]) -> Prepared:
        sweep, dataset = self._sweep, self._dataset

        def plan(paths: Sequence[str], anchors: Sequence[str]) -> Plan:
            return Plan(
                paths=tuple(paths),
                table=dataset.name,
                anchors=tuple(anchors),
                day=sweep.day,
                setup=sweep.setup,
                depth=sweep.depth,
            )

        return prepare(
            source_format.read(sweep.spark, dataset.source, [file.path for file in found]),
            dataset,
            source_format,
            shown=sweep.shown,
            other=lambda name: self._others[name].rows,
            plan=plan,
        )
