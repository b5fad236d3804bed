"""JUnit XML, as GitLab and Jenkins read it: a suite per dataset, a case per question and column.

A violation fails; a gap is an error, because what cannot be judged is not in order; what is
waived is skipped. A suite `inventory` holds the changes where the scan was held against it.
GitLab ignores all but the first case of a name, so that a name that comes again is numbered; it
shows only what stands inside an element, so that all is said there. Plain ASCII.

Source: the schema of Jenkins' xunit plugin (junit-10.xsd); GitLab, "Unit test reports".
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree

from jobs.formats.order import by_place, changes_in_order
from jobs.formats.shown import sentence, shown
from jobs.formats.words import CHANGES, VERDICTS, explained, extent, matter, named, waived
from jobs.model import Change, ChangeKind, Judgement, Places, Verdict, VerdictKind

_ELEMENTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def written(judgement: Judgement, places: Places) -> str:
    """The document, with its counts per suite and in all."""
    root = ElementTree.Element("testsuites", name="speurneus")
    for dataset, verdicts in groupby(by_place(judgement.verdicts), key=lambda v: v.dataset):
        _suite(root, judgement, shown(dataset), list(verdicts), places)
    if judgement.compared or judgement.changes:
        _suite(root, judgement, "inventory", changes_in_order(judgement.changes), places)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ElementTree.indent(root)
    document = ElementTree.tostring(root, encoding="us-ascii").decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}'


def _suite(
    root: ElementTree.Element,
    judgement: Judgement,
    name: str,
    items: Sequence[Verdict | Change],
    places: Places,
) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=name)
    properties = ElementTree.SubElement(suite, "properties")
    for key, value in (
        ("scan", shown(judgement.scan_id)),
        ("policy", shown(judgement.policy)),
        ("as_of", judgement.as_of.isoformat()),
    ):
        ElementTree.SubElement(properties, "property", name=key, value=value)
    seen: Counter[str] = Counter()
    for item in items:
        title = _title(item)
        seen[title] += 1
        numbered = title if seen[title] == 1 else f"{title} ({seen[title]})"
        _case(suite, name, numbered, item, places)
    if not items:
        ElementTree.SubElement(suite, "testcase", classname=name, name="geen afwijkingen")
    suite.set("tests", str(len(suite.findall("testcase"))))
    for count, element in _ELEMENTS.items():
        suite.set(count, str(len(suite.findall(f"testcase/{element}"))))


def _case(
    suite: ElementTree.Element, dataset: str, name: str, item: Verdict | Change, places: Places
) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=dataset, name=name)
    element = _element(item)
    if element is None:
        return
    location = places(item)
    at = f"{shown(location.path)}:{location.line}"
    outcome = ElementTree.SubElement(
        case, element, type=shown(matter(item)), message=_message(item)
    )
    outcome.text = "\n".join([*explained(item), at])


def _title(item: Verdict | Change) -> str:
    if isinstance(item, Verdict):
        parts = [item.rule, item.column, item.entity]
    else:
        parts = [str(item.kind), item.dataset, item.column, item.entity, item.rule]
    return " ".join(shown(part) for part in parts if part)


def _element(item: Verdict | Change) -> str | None:
    """The element that tells how a case ended, None where it passed."""
    if isinstance(item, Change):
        return "skipped" if item.kind is ChangeKind.GONE else "failure"
    if item.waived is not None:
        return "skipped"
    return {VerdictKind.VIOLATION: "failure", VerdictKind.GAP: "error"}.get(item.kind)


def _message(item: Verdict | Change) -> str:
    if isinstance(item, Change):
        return f"{CHANGES[item.kind]}: {sentence(item.text)}"
    return waived(item) or f"{VERDICTS[item.kind]}: {named(item)}, {extent(item)}"
