"""What a sweep comes to know of one dataset, and the facts that this makes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from detectors.columns import Announced, announced
from detectors.setup import Setup
from jobs import dutch
from jobs.counted import Counted
from jobs.findings import Scan
from jobs.model import Coverage, Dataset
from jobs.names import safe_file
from jobs.sources.files import File
from jobs.sources.format import CORRUPT
from jobs.sources.leaves import Leaf, Unread
from jobs.tally import Tally


class Record:
    """The files that were read and those that were not, and what was counted in them."""

    def __init__(
        self, setup: Setup, dataset: Dataset, *, scan_id: str, scanned_at: datetime
    ) -> None:
        """Begin with nothing."""
        self._setup = setup
        self._dataset = dataset
        self._scan_id = scan_id
        self._scanned_at = scanned_at
        self._coverage: list[Coverage] = []
        self._counted = Counted()
        self._columns: dict[str, str | None] = {}
        self._found: set[File] = set()
        self._untold: list[str] = []

    def nothing(self, reason: str) -> None:
        """The dataset as a whole could not be read."""
        self._cover(reason=reason)

    def unread(self, file: File, reason: str) -> None:
        """One file was not read."""
        self._found.add(file)
        name = safe_file(file.below(self._dataset.source.path or ""), self._setup)
        self._cover(file=name, size=file.size, reason=reason)

    def untold(self, dataset: str, values: Sequence[str], reason: str) -> None:
        """What another dataset was to tell of the rows is not known."""
        asked = ", ".join(values)
        self._untold.append(f"{dataset!r} is niet te lezen voor {asked}: {reason}")

    def read(self, parts: Iterable[Leaf | Unread], counted: Counted, files: Sequence[File]) -> None:
        """Some files were read (none for a table): their schema's parts, and what was counted."""
        self._found.update(files)
        self._counted = self._counted.plus(counted)
        for part in parts:
            self._columns[part.path] = part.reason if isinstance(part, Unread) else None
        rows = sum(c.n for c in counted.totals if c.column is None)
        self._cover(rows=rows, size=sum(file.size for file in files))

    def facts(self) -> Scan:
        """What all of it makes; to be asked for once, at the end."""
        self._tell_once()
        for reason in self._untold:
            self._cover(reason=reason)
        names = self._announced()
        tally = Tally(self._counted)
        for path, unread in self._columns.items():
            filled = tally.rows(path)
            if path == CORRUPT:
                if filled:
                    self._cover(
                        column=path,
                        rows=filled,
                        reason=f"{dutch.counted(filled, 'kapotte rij', 'kapotte rijen')}, als"
                        " tekst gelezen",
                    )
            else:
                self._cover(column=path, rows=0 if unread else tally.rows(None), reason=unread)
        for path, named in sorted(tally.named.items()):
            if named.read < named.rows:
                self._cover(
                    column=path,
                    rows=named.rows,
                    sampled=named.read,
                    miss_bound=named.miss_bound,
                )
        findings, ages = tally.facts(
            self._setup.recognizers,
            names,
            scan_id=self._scan_id,
            scanned_at=self._scanned_at,
            dataset=self._dataset.name,
        )
        return Scan(
            scan_id=self._scan_id,
            findings=tuple(findings),
            ages=tuple(ages),
            coverage=tuple(self._coverage),
        )

    def _announced(self) -> Mapping[str, Announced]:
        inside = {c.column: None for c in self._counted.totals if c.column is not None}
        return announced(list(self._columns | inside), self._dataset.name, self._setup.recognizers)

    def _tell_once(self) -> None:
        """Where no file could be read for one and the same reason, one line says so."""
        found = self._found
        reasons = {row.reason for row in self._coverage}
        if len(self._coverage) == len(found) > 1 and len(reasons) == 1 and None not in reasons:
            self._coverage.clear()
            self._cover(size=sum(file.size for file in found), reason=reasons.pop())

    def _cover(
        self,
        *,
        column: str | None = None,
        file: str | None = None,
        rows: int = 0,
        size: int = 0,
        sampled: int | None = None,
        miss_bound: float | None = None,
        reason: str | None = None,
    ) -> None:
        self._coverage.append(
            Coverage(
                scan_id=self._scan_id,
                dataset=self._dataset.name,
                column=column,
                file=file,
                rows=rows,
                bytes=size,
                sampled=sampled,
                miss_bound=miss_bound,
                reason=reason,
            )
        )
