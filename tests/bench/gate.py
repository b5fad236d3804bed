"""The gate to its end, over many findings, beside the import of Great Expectations alone."""

import subprocess
import sys
import tempfile
from datetime import timedelta
from functools import partial
from itertools import product
from pathlib import Path

from jobs.findings import Scan, append
from tests.bench.data import CONF, DAY, ROOT, kept
from tests.bench.given import Given
from tests.bench.lines import Base, Line
from tests.bench.rounds import interleaved, wall
from tests.bench.start import COMMAND
from tests.jobs.scanned import age, covered, finding

FINDINGS = 10_000
COLUMNS = 10
"""Columns of a dataset; each holds one entity, of two ages."""

_ENTITIES = ("PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "NL_POSTCODE", "IBAN_CODE", "ORDER_ID")
_ALONE = "import great_expectations"


def measure(given: Given) -> list[Line]:
    """Seconds of whole processes, two formats of the gate."""
    out = kept(f"findings-{FINDINGS}", partial(write, number=FINDINGS))
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "alone.py")  # given by `-c`, this import ends the process
        script.write_text(_ALONE, encoding="utf-8")
        turns = {_ALONE: wall(partial(_run, [sys.executable, "-W", "ignore", str(script)], 0))}
        for name in ("text", "json"):
            words = ["gate", "--conf", str(CONF), "--out", str(out), "--as-of", str(DAY)]
            asked = [str(COMMAND), *words, "--format", name]
            turns[f"gate --format {name}"] = wall(partial(_run, asked, 1))
        figures = interleaved(turns, given.rounds)
    base = Base(name=_ALONE, figures=figures[_ALONE])
    note = f"{FINDINGS:,} findings of {FINDINGS // COLUMNS:,} datasets, {2 * FINDINGS:,} ages"
    return [
        Line(what=_ALONE, unit="s", figures=base.figures),
        *(
            Line(what=name, unit="s", figures=figures[name], base=base, note=note)
            for name in turns
            if name != _ALONE
        ),
    ]


def write(out: Path, number: int) -> None:
    """A scan of as many findings, in datasets that conf does not know: all that can be is told."""
    findings, ages, coverage = [], [], []
    for dataset, column in product(range(number // COLUMNS), range(COLUMNS)):
        entity = _ENTITIES[(dataset + column) % len(_ENTITIES)]
        where = {"dataset": f"tabel_{dataset}", "column": f"kolom_{column}"}
        findings.append(finding(entity, **where))
        coverage.append(covered(**where))
        for years in (1, 9):
            day = DAY - timedelta(days=365 * years + dataset % 300)
            ages.append(age(entity, "laatste_transactie", day, hits=5, **where))
    append(
        out,
        Scan(scan_id="scan", findings=tuple(findings), ages=tuple(ages), coverage=tuple(coverage)),
    )


def _run(words: list[str], code: int) -> None:
    """Run a command to its end; raises RuntimeError where it ends otherwise than expected."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != code:
        raise RuntimeError(f"{words[0]}: exit code {done.returncode}\n{done.stderr}")
