"""Suites as JSON that is the same, byte for byte, for the same policy and conf on any day.

The day is no part of it: expectations take it as the suite parameter `as_of`.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import great_expectations as gx
from great_expectations.exceptions.exceptions import GreatExpectationsError

from jobs.errors import ConfError
from jobs.expectations.rule import AS_OF, Declared
from jobs.validation.suite import suite as suite_of

FOLDER = "expectations"

_NAMESPACE = uuid5(NAMESPACE_URL, "speurneus/suites")


def write_suites(declared: Iterable[Declared], directory: Path) -> dict[Path, gx.ExpectationSuite]:
    """Write the suite of each dataset as `expectations/<suite>.json`; gives what each file holds.

    Raises ConfError where two datasets would share a file, or a file does not give back all
    that was written to it.
    """
    folder = directory / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[Path, str] = {}
    held = {}
    for one in declared:
        suite = suite_of(one)
        path = folder / f"{suite.name}.json"
        if path in written:
            raise ConfError(path, f"is the suite of both {written[path]} and {one.dataset.name}")
        written[path] = one.dataset.name
        path.write_text(text_of(suite), encoding="utf-8")
        held[path] = load(path)
    return held


def text_of(suite: gx.ExpectationSuite) -> str:
    """A suite as JSON: sorted keys, ids that follow from the names, no version, no day."""
    document: dict[str, Any] = suite.to_json_dict()
    document["id"] = _id(suite.name)
    document["meta"] = {}
    for one in document["expectations"]:
        one["id"] = _id(suite.name, one["type"], json.dumps(one["meta"], sort_keys=True))
        if AS_OF in one["kwargs"]:
            one["kwargs"][AS_OF] = {"$PARAMETER": AS_OF}
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def load(path: Path) -> gx.ExpectationSuite:
    """A suite from its JSON; ConfError where an expectation in it is unknown or cannot be made."""
    document = json.loads(path.read_text(encoding="utf-8"))
    wanted = [one.get("id") for one in document["expectations"]]
    try:
        suite = gx.ExpectationSuite(**document)
    except (GreatExpectationsError, TypeError, ValueError) as error:
        raise ConfError(path, f"is no suite ({type(error).__name__})", _REMEDY) from None
    if [one.id for one in suite.expectations] != wanted:
        made = {one.id for one in suite.expectations}
        lost = sorted(
            str(one.get("type")) for one in document["expectations"] if one.get("id") not in made
        )
        raise ConfError(path, f"holds expectations that are unknown: {', '.join(lost)}", _REMEDY)
    return suite


_REMEDY = "write it again with the version of speurneus that reads it"


def _id(*parts: str) -> str:
    return str(uuid5(_NAMESPACE, "/".join(parts)))
