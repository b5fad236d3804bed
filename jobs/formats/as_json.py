"""One JSON document for programs: everything of a judgement but the plainly compliant verdicts.

`version` goes up when a key changes its meaning or goes; a new key does not raise it.

    version, scan_id, policy, as_of, compared
    counts      violation, gap, compliant; waived; and of changes each kind
    forecast    the least number of rows that pass their term within_30 and within_90 days
    verdicts    violations and gaps that no waiver covers, each with all fields and `location`
    waived      those that a waiver covers, likewise
    held        compliant verdicts of which a hold exempts rows; others tell it themselves
    expiring    compliant verdicts of which rows pass their term within 90 days
    changes     how the scan differs from the inventory; null where it was not `compared`

Names are as they are in the data; days are ISO 8601. Plain ASCII, so that no encoding spoils it.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from jobs.formats.order import by_gravity, changes_in_order
from jobs.formats.words import expiring
from jobs.model import Change, ChangeKind, Judgement, Places, Verdict, VerdictKind

VERSION = 1
_ITEM = TypeAdapter[Verdict | Change](Verdict | Change)


def written(judgement: Judgement, places: Places) -> str:
    """The document; the same judgement always gives the same text."""
    compliant = judgement.of_kind(VerdictKind.COMPLIANT)
    soon, later = expiring(judgement.verdicts)
    document = {
        "version": VERSION,
        "scan_id": judgement.scan_id,
        "policy": judgement.policy,
        "as_of": judgement.as_of.isoformat(),
        "compared": judgement.compared,
        "counts": _counts(judgement),
        "forecast": {"within_30": soon, "within_90": later},
        "verdicts": _all(
            by_gravity(
                v
                for v in judgement.verdicts
                if v.kind is not VerdictKind.COMPLIANT and v.waived is None
            ),
            places,
        ),
        "waived": _all(by_gravity(judgement.waived), places),
        "held": _all(by_gravity(v for v in compliant if v.held), places),
        "expiring": _all(by_gravity(v for v in compliant if v.within_90), places),
        "changes": _all(changes_in_order(judgement.changes), places)
        if judgement.compared or judgement.changes
        else None,
    }
    return json.dumps(document, indent=2, sort_keys=True)


def _counts(judgement: Judgement) -> dict[str, Any]:
    changes = {str(kind): sum(c.kind is kind for c in judgement.changes) for kind in ChangeKind}
    return {
        **{str(kind): len(judgement.of_kind(kind)) for kind in VerdictKind},
        "waived": len(judgement.waived),
        "changes": changes,
    }


def _all(items: Iterable[Verdict | Change], places: Places) -> list[dict[str, Any]]:
    return [
        _ITEM.dump_python(item, mode="json") | {"location": places(item).model_dump(mode="json")}
        for item in items
    ]
