"""The suite of one dataset, and what it says of the facts of that dataset."""

from collections.abc import Sequence

import great_expectations as gx
import pandas as pd
from great_expectations.core.batch_definition import BatchDefinition
from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)

from jobs.errors import FindingsError
from jobs.expectations import rules
from jobs.expectations.rule import Declared
from jobs.policy import Fact
from jobs.validation.expectation import expectation

COUNTS = {
    "result_format": "BASIC",
    "exclude_unexpected_values": True,
    "include_unexpected_rows": False,
    "return_unexpected_index_query": False,
    "partial_unexpected_count": 0,
}
"""The form of a result that holds counts, and no row."""


def suite(declared: Declared) -> gx.ExpectationSuite:
    """The suite of one dataset: every rule, with what policy and dataset declare."""
    return gx.ExpectationSuite(
        name=declared.dataset.name.replace(".", "_"),  # a full stop would make a folder of it
        expectations=[expectation(rule, declared) for rule in rules()],
    )


def batches() -> BatchDefinition[None]:
    """Where facts are given to Great Expectations: in memory, in a context that leaves nothing."""
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        analytics_enabled=False,
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("facts").add_dataframe_asset("facts")
    return asset.add_batch_definition_whole_dataframe("facts")


def validated(
    rows: Sequence[Fact],
    questions: gx.ExpectationSuite,
    everything: BatchDefinition[None],
    parameters: dict[str, str] | None = None,
) -> ExpectationSuiteValidationResult:
    """What a suite says of the facts of one dataset; FindingsError where there are none."""
    if not rows:
        # Great Expectations calls an empty frame a success
        raise FindingsError(f"{questions.name}: no facts to judge; run the scan again")
    frame = pd.DataFrame([row._asdict() for row in rows], dtype=object)
    batch = everything.get_batch(batch_parameters={"dataframe": frame})
    return batch.validate(questions, result_format=COUNTS, expectation_parameters=parameters)
