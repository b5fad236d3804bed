"""The other datasets of conf that a dataset looks values up in, and whether they can be read."""

from collections.abc import Iterable, Sequence

from pyspark.sql import DataFrame, SparkSession

from jobs.errors import SourceError
from jobs.model import Dataset, Source
from jobs.sources.failure import in_words
from jobs.sources.files import File
from jobs.sources.located import locate


class Other:
    """Another dataset of conf, that values are looked up in; read at most once."""

    def __init__(self, spark: SparkSession, datasets: Iterable[Dataset], name: str) -> None:
        """Nothing is read yet; `reason` is why not all of it can be, once that is known."""
        self._spark = spark
        self._dataset = next((dataset for dataset in datasets if dataset.name == name), None)
        self._name = name
        self._files: Sequence[File] = ()
        self._frame: DataFrame | None = None
        self._tried = False
        self.reason: str | None = None

    @property
    def rows(self) -> DataFrame | None:
        """Its rows; None where not all of them can be read. SourceError: conf does not know it."""
        if self._dataset is None:
            raise SourceError(f"geen dataset {self._name!r}")
        if self._frame is None and self.reason is None:
            self._read(self._dataset.source)
        return None if self.reason else self._frame

    def _read(self, source: Source) -> None:
        try:
            located = locate(self._spark, source)
            if located.unread:
                raise SourceError(", ".join(sorted({reason for _, reason in located.unread})))
            self._files = located.files
            paths = [file.path for file in located.files]
            self._frame = located.format.read(self._spark, source, paths)
        except SourceError as error:
            self.reason = str(error)
        except Exception as error:  # whatever its data does to Spark, other rows are counted
            self.reason = in_words(error)

    def is_broken(self) -> bool:
        """Whether reading its rows fails, though their schema was told; tried once."""
        if self._frame is not None and not self._tried:
            self._tried = True
            try:
                self._frame.write.format("noop").mode("overwrite").save()
            except Exception as error:
                self.reason = in_words(error)
        return self.reason is not None

    def is_named(self, text: str) -> bool:
        """Whether a text, that of an error, names one of its files."""
        return any(file.is_named(text) for file in self._files)
