"""One Spark session for all tests, and property tests that time nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from pyspark.sql import SparkSession

from jobs.quiet import quiet
from jobs.spark import session

# a loaded machine is no finding
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """The project's own session, with few partitions for few rows."""
    quiet()
    active = session()
    active.conf.set("spark.sql.shuffle.partitions", "2")
    yield active
    active.stop()
