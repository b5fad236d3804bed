"""What a run was given, and the Spark session and setup that all of it shares."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyspark.sql import SparkSession

from detectors.setup import Setup
from jobs.conf import load_detection
from jobs.detection import setup
from jobs.spark import session
from tests.bench.data import CONF


@dataclass(frozen=True, kw_only=True)
class Given:
    """`rows` of the table of orders, `rounds` to measure, `tables` that are small, `gib` of log."""

    rows: int
    rounds: int
    tables: int
    gib: float
    log: Path | None

    @cached_property
    def spark(self) -> SparkSession:
        """The project's own session, started when first asked for."""
        return session()

    @cached_property
    def setup(self) -> Setup:
        """What the command finds with the conf that comes with the project."""
        return setup(load_detection(CONF))
