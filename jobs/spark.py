"""The Spark session: the one that a cluster gives, or an embedded one on this machine."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_JAVA = 17
_LOG4J = Path(__file__).with_name("log4j2.properties")
_REMEDY = (
    f"Java {_JAVA} or later is needed; install it (apt install openjdk-{_JAVA}-jre-headless,"
    f" or: pip install install-jdk; python -c 'import jdk; print(jdk.install(\"{_JAVA}\"))')"
    " and set JAVA_HOME"
)


def require_java() -> None:
    """Raise UsageError, with the remedy in one line, where no Java of 17 or later is found."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home, "bin")) if home else None)
    if java is None:
        raise UsageError(_REMEDY)
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    if found is None or int(found.group(1)) < _JAVA:
        raise UsageError(_REMEDY)


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Let the JVM inherit a stderr that leads nowhere: workers' tracebacks could hold values."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def session() -> "SparkSession":
    """A session with days of Europe/Amsterdam, no network but loopback, and a silent log."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    active = SparkSession.getActiveSession()
    builder = SparkSession.builder
    if active is None and "SPARK_ENV_LOADED" not in os.environ:
        require_java()
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = (
            builder.master("local[*]")
            .appName("speurneus")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config(
                "spark.driver.extraJavaOptions", f"-Dlog4j2.configurationFile={_LOG4J.as_uri()}"
            )
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.warehouse.dir", tempfile.gettempdir() + "/speurneus-warehouse")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        )
    with _silent_stderr():
        spark = active or builder.getOrCreate()
    spark.conf.set("spark.sql.session.timeZone", "Europe/Amsterdam")
    # under ANSI rules a failed cast is an error whose text holds the value
    spark.conf.set("spark.sql.ansi.enabled", "false")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
    # both would drop what cannot be read without a word
    spark.conf.set("spark.sql.files.ignoreCorruptFiles", "false")
    spark.conf.set("spark.sql.files.ignoreMissingFiles", "false")
    return spark
