"""conf/inventory.yaml: what was decided about personal data, read strictly and rewritten with care.

A rewrite changes the entries that a decision is about and nothing else: comments, order,
quotes and blank lines of the rest stay as somebody wrote them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from jobs.conf.document import Loc, parsed, read
from jobs.conf.mistakes import Mistake, refuse, shown, unknown, valid
from jobs.conf.rewrite import rewritten
from jobs.conf.round_trip import Edit
from jobs.errors import ConfError
from jobs.model import Approval, Change, Inventory, Location, Noun, Waiver

FILE = "inventory.yaml"

Approvals = Mapping[str, Mapping[str, Approval]]
"""Approvals per dataset and column."""

_NEW = """\
# De inventaris: welke persoonsgegevens per kolom zijn goedgekeurd, waarvoor, door wie en waarom.
# 'speurneus accept' vult haar aan, 'speurneus gate' houdt elke scan ertegen. Beslissen doet wie
# voor de gegevens verantwoordelijk is; een uitzondering (waiver) heeft altijd een laatste dag.
version: 1
"""


def load_inventory(root: Path) -> Inventory | None:
    """The inventory of a conf folder, None where it has none; raises `ConfError`."""
    if not root.is_dir():
        raise ConfError(root, "no such folder", "name a conf folder")
    return _load(root / FILE)


def check_rules(root: Path, inventory: Inventory, rules: Collection[str]) -> None:
    """Raise `ConfError` where a waiver of the inventory of `root` is about no known rule."""
    wrong = [
        unknown(("waivers", position, "rule"), "rule", waiver.rule, rules)
        for position, waiver in enumerate(inventory.waivers)
        if waiver.rule not in rules
    ]
    if wrong:
        refuse(read(root / FILE), wrong)


def places(root: Path) -> Callable[[Change], Location]:
    """Gives the line of the inventory of `root` that a change is about, or should be.

    What has no entry is at its dataset's, or at the first line. Raises `ConfError`.
    """
    path = root / FILE
    document = read(path) if os.path.lexists(path) else None

    def place(change: Change) -> Location:
        line = 1 if document is None else document.line(_loc(change))
        return Location(path=str(path), line=line)

    return place


def accepted(path: Path, approvals: Approvals, waivers: Sequence[Waiver] = ()) -> Inventory:
    """Write decisions into an inventory and return what it then holds.

    An approval takes the place of that of its column, a waiver that of one about the same; what
    is not new is not touched. New columns go at the end of their dataset, or in their place
    where the columns are in order; new datasets and waivers at the end. Another process sees
    the old file or the new one. Raises `ConfError` where the file cannot be read or rewritten, or
    an approval ends before it begins.
    """
    for wrong in _ended_before_begun(approvals):
        raise ConfError(path, wrong.problem, wrong.remedy)
    before = _load(path)
    text = _NEW if before is None else path.read_bytes().decode("utf-8")
    mark, feed = "\ufeff" * text.startswith("\ufeff"), "\r\n" if "\r\n" in text else "\n"
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    old = before or Inventory()
    after, edits = _merged(old, approvals, waivers)
    if edits:
        text = _edited(path, text, edits, after)
    if edits or before is None:
        _replace(path, (mark + text.replace("\n", feed)).encode("utf-8"))
    return after


def _load(path: Path) -> Inventory | None:
    if not os.path.lexists(path):
        return None
    document = read(path)
    inventory = valid(document, Inventory, document.data)
    refuse(document, _ended_before_begun(inventory.datasets))
    return inventory


def _ended_before_begun(approvals: Approvals) -> Iterator[Mistake]:
    for name, columns in approvals.items():
        for column, approval in columns.items():
            if approval.until is not None and approval.until < approval.on:
                at = ("datasets", name, column, "until")
                problem = f"approval of {shown(column)} ends before it begins"
                yield Mistake(at, problem, "give an 'until' that is not before 'on'")


def _loc(change: Change) -> Loc:
    if change.position is not None:
        return ("waivers", change.position)
    return ("datasets", change.dataset, *([] if change.column is None else [change.column]))


def _merged(
    old: Inventory, approvals: Approvals, waivers: Sequence[Waiver]
) -> tuple[Inventory, list[Edit]]:
    """What holds after the decisions, and the entries that differ."""
    datasets = {name: dict(columns) for name, columns in old.datasets.items()}
    edits: list[Edit] = []
    for name, columns in approvals.items():
        for column, approval in columns.items():
            if old.datasets.get(name, {}).get(column) != approval:
                datasets.setdefault(name, {})[column] = approval
                edits.append((("datasets", name, column), _plain(approval)))
    every = list(old.waivers)
    for waiver in waivers:
        about = [_about(one) for one in every]
        if _about(waiver) not in about:
            every.append(waiver)
        elif waiver == every[about.index(_about(waiver))]:
            continue
        else:
            every[about.index(_about(waiver))] = waiver
        position = [_about(one) for one in every].index(_about(waiver))
        edits.append((("waivers", position), _plain(waiver)))
    return Inventory(datasets=datasets, waivers=tuple(every)), edits


def _about(waiver: Waiver) -> tuple[str, str, str | None, str | None]:
    return waiver.rule, waiver.dataset, waiver.column, waiver.entity


def _edited(path: Path, text: str, edits: Sequence[Edit], after: Inventory) -> str:
    """The text with the edits; only where it reads as what has to hold."""
    try:
        new = rewritten(text, edits)
        document = parsed(path, new)
        if valid(document, Inventory, document.data) == after:
            return new
    except (YAMLError, ConfError):
        pass
    remedy = "write out what '*' stands for, if it has any, or write the entry by hand"
    raise ConfError(path, "cannot be rewritten by a command", remedy) from None


def _plain(noun: Noun) -> dict[str, Any]:
    """The keys of an entry; what is not given is left out."""
    given = noun.model_dump(exclude_none=True)
    return {
        key: list(one) if isinstance(one, tuple) else str(one) if isinstance(one, Enum) else one
        for key, one in given.items()
    }


def _replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another at once; a link keeps pointing at it."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ConfError(path, f"cannot be written ({error.strerror})") from None
