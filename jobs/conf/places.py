"""Which line of conf a verdict, or a difference from the inventory, is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jobs.conf import dataset_documents, inventory, policy_file
from jobs.model import Change, Location, Places, Verdict


def places(root: Path, policy: str, keys: Mapping[str, Sequence[str]]) -> Places:
    """Gives the line of a conf folder that is about a verdict or a change; raises `ConfError`.

    `keys` are the keys of a dataset that a rule's question is answered by, the first that its
    file has. A dataset without a file is at the policy's first line, a change in the inventory.
    """
    documents = dataset_documents(root)
    statement = Location(path=str(policy_file(root, policy)))
    decided = inventory.places(root)

    def place(item: Verdict | Change) -> Location:
        if isinstance(item, Change):
            return decided(item)
        document = documents.get(item.dataset)
        if document is None:
            return statement
        key = next((key for key in keys.get(item.rule, ()) if key in document.data), None)
        return Location(path=str(document.path), line=document.line((key,) if key else ()))

    return place
