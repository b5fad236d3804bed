"""Results as they are stored: counts, yes or no, and nothing that a cell could have come into.

Great Expectations stores values by default, and inside the texts of errors whatever is
asked. Everything that goes into this store passes `without_values`, in place, so that what reads
the result afterwards (an action, a page) has no more than the store.
"""

from typing import Any

from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.data_context.store.validation_results_store import ValidationResultsStore

COUNTS = (
    "element_count",
    "missing_count",
    "missing_percent",
    "unexpected_count",
    "unexpected_percent",
    "unexpected_percent_nonmissing",
    "unexpected_percent_total",
    "violations",
    "gaps",
    "held",
)
_COUNTED = ("expect_table_row_count_to_be_between", "expect_table_row_count_to_equal")
"""Whose `observed_value` is a count; of others (a maximum, say) it is a value."""

NOT_ANSWERED = "niet beantwoord"


class CountsOnly(ValidationResultsStore):
    """The store of validation results, without values."""

    def store_validation_results(
        self, suite_validation_result: ExpectationSuiteValidationResult, *args: Any, **kwargs: Any
    ) -> Any:
        """Clean the result itself, then store it."""
        without_values(suite_validation_result)
        return super().store_validation_results(suite_validation_result, *args, **kwargs)

    def serialize(self, value: ExpectationSuiteValidationResult) -> Any:
        """Text of a result; cleaned here too, for what is set without being stored above."""
        without_values(value)
        return super().serialize(value)  # type: ignore[no-untyped-call]


def without_values(result: ExpectationSuiteValidationResult) -> None:
    """Leave counts and answers; an expectation that raised keeps that it did, not its words.

    Of the batch its place stays: not by which values it was chosen, nor a hash of what it holds.
    """
    meta: dict[str, Any] = result.meta or {}  # type: ignore[assignment]
    for key in ("batch_markers", "batch_spec"):
        meta.pop(key, None)
    if "active_batch_definition" in meta:
        meta["active_batch_definition"] = {
            **meta["active_batch_definition"],
            "batch_identifiers": {},
        }
    for one in result.results:
        config = one.expectation_config
        keys: tuple[str, ...] = COUNTS
        if config is not None and config.type in _COUNTED:
            keys = (*COUNTS, "observed_value")
        given = one.result or {}
        one.result = {
            key: value
            for key, value in given.items()
            if key in keys and (value is None or isinstance(value, int | float))
        }
        one.rendered_content = None
        raised = _raised(one.exception_info)
        one.exception_info = {
            "raised_exception": raised,
            # Great Expectations leaves out the page of a result in which this is None
            "exception_traceback": "",
            "exception_message": NOT_ANSWERED if raised else "",
        }


def _raised(info: Any) -> bool:
    """Whether there was an exception: told of the expectation, or of each of its metrics."""
    if not info:
        return False
    if "raised_exception" in info:
        return bool(info["raised_exception"])
    return any(_raised(one) for one in info.values() if isinstance(one, dict))
