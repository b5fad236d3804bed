"""A project of Great Expectations in a folder: suites to keep, results, and a site.

    great_expectations.yml   written once, then the data engineer's own
    expectations/            a suite per dataset: to commit, and to compare in CI
    validations/  site/      what came of it: left out of version control

The site is built by `context.build_data_docs()`, or by a checkpoint's action `update_data_docs`.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import great_expectations as gx
from great_expectations.core.run_identifier import RunIdentifier
from great_expectations.core.yaml_handler import YAMLHandler
from great_expectations.data_context.data_context.file_data_context import FileDataContext
from great_expectations.data_context.types.resource_identifiers import (
    ExpectationSuiteIdentifier,
    ValidationResultIdentifier,
)

from jobs import gate
from jobs.errors import ConfError, FindingsError
from jobs.expectations.rule import AS_OF
from jobs.judged import Judged
from jobs.model import Verdict
from jobs.suites.counts_only import CountsOnly
from jobs.suites.pages import OURS
from jobs.suites.site import Site
from jobs.suites.written import FOLDER, write_suites
from jobs.validation.suite import batches, validated

_YML = "great_expectations.yml"


def write(seen: Judged, directory: Path) -> Path:
    """Write suites, results and site of what was judged; gives the site's index.

    Raises ConfError where a suite or the project in `directory` is not as it was written,
    FindingsError where a question was not answered.
    """
    against = seen.standard
    asked = list(
        gate.asked(seen.scan, against.datasets, against.policy, against.residency, seen.as_of)
    )
    written = write_suites((declared for declared, _ in asked), directory)
    context = open_project(directory)
    verdicts: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in seen.verdicts:
        verdicts[verdict.dataset].append(verdict)
    moment = min(
        (f.scanned_at for f in seen.scan.findings), default=datetime(1970, 1, 1, tzinfo=UTC)
    )
    run = RunIdentifier(run_name=seen.scan.scan_id, run_time=moment.astimezone(UTC))
    everything = batches()
    for (declared, rows), suite in zip(asked, written.values(), strict=True):
        result = validated(rows, suite, everything, {AS_OF: seen.as_of.isoformat()})
        name = declared.dataset.name
        meta: dict[str, Any] = result.meta  # type: ignore[assignment]
        meta[OURS] = _told(seen, name, verdicts[name])
        key = ValidationResultIdentifier(
            expectation_suite_identifier=ExpectationSuiteIdentifier(name=suite.name),
            run_id=run,
            batch_identifier=seen.as_of.isoformat(),
        )
        context.validation_results_store.store_validation_results(result, key)
        if any(one.exception_info["raised_exception"] for one in result.results):
            raise FindingsError(f"{name}: a question was not answered; run the scan again")
    context.build_data_docs()
    return directory / "site" / "index.html"


def open_project(directory: Path) -> FileDataContext:
    """The project in a folder, made where there is none yet.

    Raises ConfError where it has another store of results or another site than it began with:
    those of Great Expectations itself hold values.
    """
    directory.mkdir(parents=True, exist_ok=True)
    file = directory / _YML
    if not file.exists():
        with file.open("w", encoding="utf-8") as out:
            YAMLHandler().dump(_config(), out)
        (directory / ".gitignore").write_text("site/\nuncommitted/\nvalidations/\n")
    context = gx.get_context(mode="file", context_root_dir=directory)
    if not isinstance(context.validation_results_store, CountsOnly):
        raise ConfError(file, "stores results elsewhere than in 'counts_only'", "remove the file")
    sites = context.variables.data_docs_sites or {}
    ours = {"module_name": Site.__module__, "class_name": Site.__name__}
    if any({key: site.get(key) for key in ours} != ours for site in sites.values()):
        raise ConfError(file, "has a site that shows values", f"name {ours} for each site")
    return context


def _told(seen: Judged, dataset: str, verdicts: list[Verdict]) -> Mapping[str, Any]:
    return {
        "dataset": dataset,
        "as_of": seen.as_of.isoformat(),
        "policy": seen.judgement.policy,
        "scan_id": seen.scan.scan_id,
        "verdicts": [
            {
                "rule": verdict.rule,
                "label": verdict.label,
                "kind": verdict.kind.value,
                "column": verdict.column,
                "entity": verdict.entity,
                "rows": verdict.rows,
                "held": verdict.held,
                "waived": verdict.waived is not None,
                "text": verdict.text,
                "remedy": verdict.remedy,
            }
            for verdict in verdicts
        ],
    }


def _config() -> dict[str, Any]:
    """`great_expectations.yml`: no address outside the folder, no id of the machine."""

    def files(folder: str) -> dict[str, Any]:
        return {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": folder,
            "suppress_store_backend_id": True,
        }

    return {
        "config_version": 4.0,
        "analytics_enabled": False,
        "data_context_id": str(uuid5(NAMESPACE_URL, "speurneus/project")),
        "plugins_directory": None,
        "config_variables_file_path": None,
        "progress_bars": {"globally": False},
        "expectations_store_name": "expectations",
        # under the name that it has by default, Great Expectations puts a store of its own
        "validation_results_store_name": "counts_only",
        "checkpoint_store_name": "checkpoints",
        "stores": {
            "expectations": {"class_name": "ExpectationsStore", "store_backend": files(FOLDER)},
            "counts_only": {
                "module_name": CountsOnly.__module__,
                "class_name": CountsOnly.__name__,
                "store_backend": files("validations"),
            },
            "checkpoints": {
                "class_name": "CheckpointStore",
                "store_backend": files("checkpoints"),
            },
            "validation_definition_store": {
                "class_name": "ValidationDefinitionStore",
                "store_backend": files("validation_definitions"),
            },
        },
        "data_docs_sites": {
            "site": {
                "module_name": Site.__module__,
                "class_name": Site.__name__,
                "store_backend": files("site"),
            }
        },
        "fluent_datasources": {},
    }
