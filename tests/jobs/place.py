"""A folder to run commands in: a conf of one dataset, scans written by hand."""

from datetime import date
from pathlib import Path

import pytest

from jobs import cli
from jobs.findings import Scan, append
from tests.jobs.scanned import age, covered, finding

DATASET = """\
source: {path: bestellingen}
purposes: [nieuwsbrief]
retention: [marketing]
"""
EVENT = date(2019, 11, 22)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a conf of one dataset, to run commands in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf" / "datasets").mkdir(parents=True)
    (tmp_path / "conf" / "datasets" / "bestellingen.yaml").write_text(DATASET)
    return tmp_path


def scanned(
    scan_id: str = "1",
    *,
    reason: str | None = None,
    country: str | None = "NL",
    entity: str = "REVIEW",
) -> None:
    scan = Scan(
        scan_id=scan_id,
        findings=(finding(entity, country=country, scan_id=scan_id),),
        ages=(age(entity, "gebeurtenis", EVENT, scan_id=scan_id),),
        coverage=(covered(scan_id=scan_id), covered(scan_id=scan_id, column="x", reason=reason)),
    )
    append(Path("build/scan"), scan)


def run(*arguments: str) -> int:
    return cli.main(arguments)


def refused(capsys, *arguments: str) -> str:
    """What a command says on stderr that is refused; argparse ends it with an exception."""
    try:
        code = run(*arguments)
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err
    return err
