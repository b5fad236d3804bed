"""conf/*.yaml to nouns: the sole reader of conf.

Keys are strict and names are checked, so that a misspelt word is an error with file,
line and remedy, never a rule that silently does not hold. A conf folder that has no
`policies/`, `residency.yaml` or `detection.yaml` of its own takes the shipped ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from jobs.conf import mistakes, references
from jobs.conf.document import Document, read
from jobs.conf.mistakes import Mistake, valid
from jobs.errors import ConfError
from jobs.model import Dataset, Detection, Policy, Residency

_PACKAGE = Path(__file__).parents[1]
SHIPPED: Path = next(
    (conf for conf in [_PACKAGE / "_shipped" / "conf"] if conf.is_dir()), _PACKAGE.parent / "conf"
)
"""The conf folder that comes with the project: in the wheel, or beside the packages."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:/|/")


def load_policy(root: Path, name: str) -> Policy:
    """The policy `name` of a conf folder; raises `ConfError`."""
    document = read(policy_file(root, name))
    policy = valid(document, Policy, document.data)
    mistakes.refuse(document, references.of_policy(policy))
    return policy


def policy_file(root: Path, name: str) -> Path:
    """The file of a policy, the conf folder's own or the shipped one; raises `ConfError`."""
    folder = _own_or_shipped(root, "policies")
    known = [path.stem for path in sorted(folder.glob("*.yaml"))]
    if name not in known:
        wrong = mistakes.unknown((), "policy", name, known)
        raise ConfError(folder, wrong.problem, wrong.remedy)
    return folder / f"{name}.yaml"


def load_residency(root: Path) -> Residency:
    """Where countries and cloud regions lie; raises `ConfError`."""
    document = read(_own_or_shipped(root, "residency.yaml"))
    residency = valid(document, Residency, document.data)
    mistakes.refuse(document, references.of_residency(residency))
    return residency


def load_detection(root: Path) -> Detection:
    """What the organisation adds to the recognizers; raises `ConfError`."""
    document = read(detection_file(root))
    return valid(document, Detection, document.data)


def load_datasets(root: Path) -> tuple[Dataset, ...]:
    """The datasets of a conf folder, by file name; raises `ConfError`.

    A dataset's name is its file's unless it gives one. A relative `source.path` is
    taken from `root`.
    """
    found: dict[str, Dataset] = {}
    for document in _dataset_documents(root):
        dataset = valid(document, Dataset, _named(document))
        if dataset.name in found:
            mistakes.refuse(
                document, [Mistake(("name",), f"dataset '{dataset.name}' has two files")]
            )
        path = dataset.source.path
        if path is not None and not _ABSOLUTE.match(path):
            source = dataset.source.model_copy(update={"path": str(root / path)})
            dataset = dataset.model_copy(update={"source": source})
        found[dataset.name] = dataset
    return tuple(found.values())


def check_references(
    root: Path, datasets: Sequence[Dataset], policy: Policy, residency: Residency
) -> None:
    """Raise `ConfError` where a dataset of `root` uses a name that stands for nothing."""
    names = {dataset.name for dataset in datasets}
    wrong = {
        dataset.name: found
        for dataset in datasets
        if (found := tuple(references.of_dataset(dataset, policy, residency, names)))
    }
    if not wrong:
        return
    for name, document in dataset_documents(root).items():
        mistakes.refuse(document, wrong.get(name, ()))
    name, (first, *_) = next(iter(wrong.items()))
    raise ConfError(f"dataset {name}", first.problem, first.remedy)


def check_entities(
    root: Path, name: str, policy: Policy, detection: Detection, recognised: Collection[str]
) -> None:
    """Raise `ConfError` where the policy of this name, or detection, names what nothing finds.

    `recognised` are the entities that come with the project; the site's own patterns add theirs.
    """
    known = {*recognised, *(pattern.entity for pattern in detection.patterns)}
    for path, wrong in (
        (policy_file(root, name), tuple(references.entities_of_policy(policy, known))),
        (detection_file(root), tuple(references.entities_of_detection(detection, known))),
    ):
        if wrong:
            mistakes.refuse(read(path), wrong)


def detection_file(root: Path) -> Path:
    """The file of detection, the conf folder's own or the shipped one; raises `ConfError`."""
    return _own_or_shipped(root, "detection.yaml")


def dataset_documents(root: Path) -> dict[str, Document]:
    """The files of a conf folder's datasets, by the name of the dataset; raises `ConfError`."""
    return {_named(document)["name"]: document for document in _dataset_documents(root)}


def _own_or_shipped(root: Path, entry: str) -> Path:
    _must_be_folder(root)
    return root / entry if (root / entry).exists() else SHIPPED / entry


def _must_be_folder(root: Path) -> None:
    if not root.is_dir():
        raise ConfError(root, "no such folder", "name a conf folder")


def _dataset_documents(root: Path) -> list[Document]:
    _must_be_folder(root)
    folder = root / "datasets"
    if folder.exists() and not folder.is_dir():
        raise ConfError(folder, "not a folder", "it holds a file for each dataset")
    paths = sorted(folder.glob("[!.]*"))
    for path in paths:
        if path.suffix != ".yaml":
            raise ConfError(path, "not a dataset", "a dataset is a file that ends in .yaml")
    return [read(path) for path in paths]


def _named(document: Document) -> dict[str, Any]:
    return {"name": document.path.stem, **document.data}
