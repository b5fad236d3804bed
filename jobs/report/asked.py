"""What the findings notebook is asked to show, as it travels to the kernel: in its environment."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jobs.conf import SHIPPED
from jobs.judged import Asked


def asked(environment: Mapping[str, str], now: datetime) -> Asked:
    """What `SPEURNEUS_*` variables ask for; without them, the last scan of this checkout today."""
    here = next((f for f in (Path(), Path("..")) if (f / "conf").is_dir()), Path())
    conf = here / "conf" if (here / "conf").is_dir() else SHIPPED
    day = environment.get("SPEURNEUS_AS_OF")
    today = now.astimezone(ZoneInfo("Europe/Amsterdam")).date()
    return Asked(
        out=Path(environment.get("SPEURNEUS_OUT", here / "build" / "scan")),
        conf=Path(environment.get("SPEURNEUS_CONF", conf)),
        policy=environment.get("SPEURNEUS_POLICY", "klassekoffie"),
        scan_id=environment.get("SPEURNEUS_SCAN") or None,
        as_of=date.fromisoformat(day) if day else today,
    )


def variables(wanted: Asked) -> dict[str, str]:
    """The variables that ask for this; the reverse of `asked`."""
    return {
        "SPEURNEUS_OUT": str(wanted.out),
        "SPEURNEUS_CONF": str(wanted.conf),
        "SPEURNEUS_POLICY": wanted.policy,
        "SPEURNEUS_SCAN": wanted.scan_id or "",
        "SPEURNEUS_AS_OF": wanted.as_of.isoformat(),
    }
