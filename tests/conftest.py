"""One Spark session for all tests."""

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from jobs.quiet import quiet
from jobs.spark import session


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """The project's own session, with few partitions for few rows."""
    quiet()
    active = session()
    active.conf.set("spark.sql.shuffle.partitions", "2")
    yield active
    active.stop()
