"""How fast the pipeline reads on one core, how long it takes to load, how large it is.

Run as a program it measures one pipeline in a process of its own, so that nothing is
loaded or remembered beforehand, and prints JSON: `python -m tests.evaluation.speed [FOLDER]`.
Seconds are this process's own processor time: a busy machine does not slow them, and a
second thread is counted in full.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.evaluation.tables import Table, figure

ONE_CORE: Mapping[str, str] = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
}
"""The environment that keeps every numeric library on one core."""


@dataclass(frozen=True, kw_only=True)
class Speed:
    """Words are what white space parts, tokens what the pipeline parts; times in seconds."""

    words: int
    tokens: int
    first_pass: float
    """Every text for the first time."""
    second_pass: float
    """The same texts again: what was kept of them helps."""
    importing: float
    loading: float
    size: int
    """Bytes of the pipeline as files."""


def measure(folder: Path | None) -> Speed:
    """Measure one pipeline in a new process on one core."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.evaluation.speed",
            *([str(folder.resolve())] if folder else []),
        ],
        env={**os.environ, **ONE_CORE},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"measuring the speed failed:\n{done.stderr}")
    return Speed(**json.loads(done.stdout))


def table(speed: Speed) -> Table:
    """What was measured, a line each."""
    return Table(
        title="Speed of the pipeline on one core",
        heads=["what", "figure"],
        rows=[
            ["words a second, texts seen for the first time", _rate(speed.words, speed.first_pass)],
            [
                "tokens a second, texts seen for the first time",
                _rate(speed.tokens, speed.first_pass),
            ],
            ["tokens a second, the same texts again", _rate(speed.tokens, speed.second_pass)],
            ["seconds to import what it needs", figure(speed.importing)],
            ["seconds to load", figure(speed.loading)],
            ["megabytes on disk", figure(speed.size / 1e6)],
        ],
    )


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _rate(count: int, seconds: float) -> str:
    return f"{count / seconds:,.0f}"


def _run(folder: Path | None) -> Speed:
    begin = time.process_time()
    from tests.evaluation import pipeline, texts

    imported = time.process_time()
    nlp = pipeline.load(folder)
    loaded = time.process_time()
    read = [text.text for text in texts.webshop()]
    read += [text.text for of in texts.golden().values() for text in of]
    passes = []
    for _ in range(2):
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(read, batch_size=256))
        passes.append(time.process_time() - start)
    with tempfile.TemporaryDirectory() as written:
        nlp.to_disk(written)
        size = size_of(Path(nlp.path) if nlp.path is not None else Path(written))
    return Speed(
        words=sum(len(text.split()) for text in read),
        tokens=tokens,
        first_pass=passes[0],
        second_pass=passes[1],
        importing=imported - begin,
        loading=loaded - imported,
        size=size,
    )


if __name__ == "__main__":
    print(json.dumps(asdict(_run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))))
