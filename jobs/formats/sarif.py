"""SARIF 2.1.0, for code scanning: a result per violation, gap and change, on the line of conf.

What is waived is a suppressed result. A result keeps its fingerprint between scans: it is made
of rule, dataset, column and entity, not of counts. GitHub tells alerts apart by a fingerprint
of the name `primaryLocationLineHash` only, and would otherwise make it from the line, which all
columns of a dataset may share: so ours is given under that name too.

Source: OASIS, SARIF 2.1.0; GitHub, "SARIF support for code scanning".
"""

import hashlib
import json
import os
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from jobs.formats.descriptors import LEVELS, descriptors
from jobs.formats.order import by_place, changes_in_order
from jobs.formats.paths import uri
from jobs.formats.words import clause, explained, matter, waived
from jobs.model import Change, Judgement, Places, Verdict, VerdictKind

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def written(judgement: Judgement, places: Places) -> str:
    """One run; the same judgement always gives the same text, in plain ASCII."""
    failed = [v for v in judgement.verdicts if v.kind is not VerdictKind.COMPLIANT]
    items: list[Verdict | Change] = [*by_place(failed), *changes_in_order(judgement.changes)]
    rules = descriptors(items)
    at = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "speurneus", "language": "nl", "rules": rules} | _version()},
        "language": "nl",
        "automationDetails": {"id": f"speurneus/{judgement.policy}/{judgement.scan_id}"},
        "properties": {
            "asOf": judgement.as_of.isoformat(),
            "policy": judgement.policy,
            "scanId": judgement.scan_id,
        },
        "results": [
            _result(item, places) | {"ruleIndex": at[matter(item)], "partialFingerprints": marks}
            for item, marks in zip(items, _fingerprints(items), strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _version() -> dict[str, str]:
    try:
        return {"version": version("speurneus")}
    except PackageNotFoundError:  # run from its source, not installed
        return {}


def _result(item: Verdict | Change, places: Places) -> dict[str, Any]:
    location = places(item)
    place = ".".join(part for part in (item.dataset, item.column) if part)
    result = {
        "ruleId": matter(item),
        "level": _level(item),
        "message": {"text": "\n".join(_unlinked(line) for line in explained(item))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(location.path, os.getcwd())},
                    "region": {"startLine": max(location.line, 1)},
                },
                "logicalLocations": [
                    {
                        "name": item.column or item.dataset,
                        "fullyQualifiedName": place,
                        "kind": "member" if item.column else "module",
                    }
                ],
            }
        ],
        "properties": _properties(item),
    }
    if isinstance(item, Verdict) and item.waived is not None:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": waived(item)}
        ]
    return result


def _level(item: Verdict | Change) -> str:
    if isinstance(item, Change):
        return LEVELS[item.kind]
    return "error" if item.kind is VerdictKind.VIOLATION else "warning"


def _unlinked(line: str) -> str:
    """A line in which no name makes a link of SARIF's: `[text](target)`."""
    return line.replace("](", "] (")


def _properties(item: Verdict | Change) -> dict[str, Any]:
    """The fields of an item that a program may want, as JSON."""
    named: dict[str, Any] = {"entity": item.entity, "rule": item.rule}
    if isinstance(item, Verdict):
        named |= {"rows": item.rows, "held": item.held, "overdue": item.overdue}
        named["oldest"] = item.oldest.isoformat() if item.oldest else None
        named["clause"] = clause(item) or None
    return {name: value for name, value in named.items() if value is not None}


def _fingerprints(items: list[Verdict | Change]) -> list[dict[str, str]]:
    """A fingerprint each; those about the same are numbered, in the order of their words."""
    seen: Counter[str] = Counter()
    marks = []
    for item in items:
        about = json.dumps([matter(item), item.dataset, item.column, item.entity, _waiver(item)])
        digest = hashlib.sha256(about.encode()).hexdigest()[:32]
        seen[digest] += 1
        mark = f"{digest}:{seen[digest]}"
        marks.append({"primaryLocationLineHash": mark, "speurneus/v1": mark})
    return marks


def _waiver(item: Verdict | Change) -> str | None:
    """The rule of the waiver that a change is about: an approval and a waiver both may expire."""
    return item.rule if isinstance(item, Change) else None
