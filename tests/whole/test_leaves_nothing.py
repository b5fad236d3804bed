"""A whole run, as a user types it: no value in anything it leaves behind, no packet sent out.

The commands run as processes of their own, with Spark's event log on and every
temporary file kept, so that all they leave can be read.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.whole import canaries

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]


@dataclass(frozen=True)
class Run:
    left: Path
    codes: dict[str, int]
    lost_packets: int | None


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    canary = tmp_path_factory.mktemp("canary")
    left = tmp_path_factory.mktemp("left")
    canaries.write(canary)
    script = _script(canary, left)
    confined = _confinement()
    lost = left.parent / "lost.json"
    command = [*confined, sys.executable, str(_HERE / "offline.py"), str(lost)] if confined else []
    done = subprocess.run(
        [*command, "bash", "-c", script],
        cwd=left,
        env=_environment(left),
        capture_output=True,
        check=False,
    )
    (left / "stdout").write_bytes(done.stdout)
    (left / "stderr").write_bytes(done.stderr)
    codes = json.loads((left / "codes.json").read_text())
    return Run(left, codes, json.loads(lost.read_text()) if confined else None)


def _script(canary: Path, left: Path) -> str:
    python = f"{sys.executable} -m jobs"
    conf, out = canary / "conf", left / "out"
    commands = {
        "scan": f"{python} scan --conf {conf} --out {out} --as-of 2026-11-22",
        "adhoc": f"{python} scan {canary}/warehouse --out {left}/adhoc --as-of 2026-11-22",
        "gate": f"{python} gate --conf {conf} --out {out} --as-of 2026-11-22",
        "report": f"{python} report --conf {conf} --out {out} --html {left}/report.html"
        " --as-of 2026-11-22",
        "detect": f"{python} detect --conf {conf} {canary}/warehouse/scheef.csv",
        "more": f"{sys.executable} {_more(canary, left)}",
    }
    lines = [f"{command}\necho '\"{name}\": '$?, >> codes" for name, command in commands.items()]
    return "\n".join([*lines, "(echo '{'; sed '$ s/,$//' codes; echo '}') > codes.json"])


def _more(canary: Path, left: Path) -> Path:
    """A program that gives, in one process, the commands that read what `scan` wrote."""
    where = ["--conf", str(canary / "conf"), "--out", str(left / "out"), "--as-of", "2026-11-22"]
    formats = ("json", "junit", "sarif", "github", "markdown")
    by = ["--by", "iemand", "--reason", "besproken"]
    waiver = ["--waive", "all", "--as", "accepted_risk", "--until", "2027-01-01"]
    commands = [
        *(["gate", "--format", name, *where] for name in formats),
        ["suites", str(left / "suites"), *where],
        *(["explain", name, *where] for name in sorted(_datasets(canary))),
        ["accept", *by, *where],
        ["accept", *by, *waiver, *where],
        ["gate", *where],
    ]
    program = canary / "more.py"
    program.write_text(
        "import sys\nfrom jobs.cli import main\n"
        f"codes = [main(command) for command in {commands!r}]\n"
        f"copy = open({str(left / 'inventory.yaml')!r}, 'w')\n"
        f"copy.write(open({str(canary / 'conf' / 'inventory.yaml')!r}).read())\n"
        "sys.exit(0 if set(codes[:5]) == {1} and set(codes[5:]) == {0} else 9)\n"
    )
    return program


def _datasets(canary: Path) -> set[str]:
    return {path.stem for path in (canary / "conf" / "datasets").glob("*.yaml")}


def _environment(left: Path) -> dict[str, str]:
    spark, temporary = left / "spark-conf", left / "tmp"
    (left / "events").mkdir()
    spark.mkdir()
    temporary.mkdir()
    (spark / "spark-defaults.conf").write_text(
        "spark.eventLog.enabled true\n"
        f"spark.eventLog.dir {(left / 'events').as_uri()}\n"
        "spark.eventLog.compress false\n"
    )
    return os.environ | {
        "PYTHONPATH": str(_ROOT),
        "SPARK_CONF_DIR": str(spark),
        "TMPDIR": str(temporary),
        "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={temporary}",
        "HOME": str(left),
    }


def _confinement() -> list[str]:
    """The command that gives a process a network of its own; [] where the system has none."""
    if shutil.which("unshare") is None:
        return []
    for options in (["--net"], ["--net", "--map-root-user"]):
        command = ["unshare", *options]
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    return []


def _contents(left: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(p for p in left.rglob("*") if p.is_file()):
        name = str(path.relative_to(left))
        yield name, name.encode() + b"\n" + path.read_bytes()
        if path.suffix == ".parquet":
            yield name, repr(pq.read_table(path).to_pylist()).encode()
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield name, b"\n".join(packed.read(member) for member in packed.namelist())


def test_the_run_did_its_work(run: Run) -> None:
    """Otherwise the two tests below would prove nothing."""
    assert run.codes == {"scan": 3, "adhoc": 3, "gate": 1, "report": 0, "detect": 0, "more": 0}
    findings = [
        row
        for path in (run.left / "out" / "findings").glob("*.parquet")
        for row in pq.read_table(path).to_pylist()
    ]
    found = {row["entity"] for row in findings}
    assert {"PERSON", "EMAIL_ADDRESS", "NL_BSN", "IP_ADDRESS", "PASSWORD"} <= found
    assert "a.a@a-a.aa.bsn" in {row["column"] for row in findings}
    assert any((run.left / "events").iterdir())
    assert (run.left / "suites" / "site" / "index.html").exists()
    assert "waivers:" in (run.left / "inventory.yaml").read_text()
    assert b"GET" not in (run.left / "stderr").read_bytes()


def test_no_value_is_left_behind(run: Run) -> None:
    """Spark's own event log names the columns and files that it read, as every Spark log does."""
    names = {canaries.NAME, "vinkentouw"}
    leaks = {
        (name, kind)
        for name, content in _contents(run.left)
        for trace, kind in canaries.traces().items()
        if trace.encode() in content and not (trace in names and name.startswith("events/"))
    }
    assert leaks == set()


def test_no_packet_leaves_the_machine(run: Run) -> None:
    if run.lost_packets is None:
        pytest.skip("this system has no network namespaces to watch a run in")
    assert run.lost_packets == 0
