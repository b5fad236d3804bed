"""What the notebook is asked for survives its way through the environment."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.conf import SHIPPED
from jobs.judged import Asked
from jobs.report.asked import asked, variables

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)

PATHS = st.sampled_from(["conf", "build/scan", "/een/pad met spaties", "."]).map(Path)


@given(PATHS, PATHS, st.sampled_from([None, "20261122T000000Z-abcdef"]), st.dates())
def test_what_is_asked_comes_back_as_it_was(
    out: Path, conf: Path, scan_id: str | None, as_of: date
):
    wanted = Asked(out=out, conf=conf, policy="eigen", scan_id=scan_id, as_of=as_of)
    assert asked(variables(wanted), NOW) == wanted


def test_opened_by_hand_it_shows_the_last_scan_as_of_today_in_amsterdam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "conf").mkdir()
    (tmp_path / "notebooks").mkdir()
    for folder, root in (("notebooks", Path("..")), (".", Path())):
        monkeypatch.chdir(tmp_path / folder)
        wanted = asked({}, NOW)
        assert (wanted.out, wanted.conf) == (root / "build" / "scan", root / "conf")
        assert wanted.scan_id is None
        assert wanted.as_of == date(2026, 11, 23)


def test_without_a_conf_nearby_the_shipped_one_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "leeg").mkdir()
    monkeypatch.chdir(tmp_path / "leeg")
    assert asked({}, NOW).conf == SHIPPED
