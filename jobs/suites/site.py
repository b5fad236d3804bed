"""The Data Docs of a project: in Dutch, from stored results, loading nothing from anywhere.

Great Expectations calls the builder for `context.build_data_docs()` and for the action
`update_data_docs` of a checkpoint, as `great_expectations.yml` names it. Its own pages load
scripts, fonts and a picture from elsewhere, and show no row without them.
"""

from typing import Any
from urllib.parse import quote

from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.data_context.types.resource_identifiers import (
    SiteSectionIdentifier,
    ValidationResultIdentifier,
)
from great_expectations.render.renderer.site_builder import SiteBuilder

from jobs.suites import pages
from jobs.suites.counts_only import without_values


class Site(SiteBuilder):
    """A page per stored result, and an index of every suite with its outcome."""

    def build(self, resource_identifiers: Any = None, build_index: bool = True) -> tuple[Any, Any]:
        """Write all pages anew, whichever resources are named; gives the address of the index."""
        store: Any = self.target_store
        entries: list[pages.Entry] = []
        told: set[str] = set()
        for key, result in self._results():
            suite = key.expectation_suite_identifier.name
            parts: tuple[Any, ...] = key.to_tuple()  # type: ignore[no-untyped-call]
            place = ("validations", *(str(part) for part in parts))
            store.set(
                SiteSectionIdentifier("validations", key),
                pages.page(result, suite, up="../" * (len(place) - 1)),
            )
            link = "/".join(quote(part, safe="") for part in place) + ".html"
            entries.append(
                pages.Entry(suite=suite, result=result, link=link, latest=suite not in told)
            )
            told.add(suite)
        suites: Any = self.data_context.expectations_store
        names = {key.name for key in suites.list_keys()}
        entries += [pages.Entry(suite=name) for name in names - told]
        store.write_index_page(pages.index(entries))
        return self.get_resource_url(only_if_exists=False), {}

    def _results(self) -> list[tuple[ValidationResultIdentifier, ExpectationSuiteValidationResult]]:
        """The stored results, the newest of each suite first."""
        store: Any = self.data_context.validation_results_store
        keys = sorted(store.list_keys(), key=_order, reverse=True)
        found = [(key, store.get(key)) for key in keys]
        for _, result in found:
            # whoever stored it
            without_values(result)
        return found


def _order(key: ValidationResultIdentifier) -> tuple[str, Any, str]:
    # a scan's id tells its moment, as a scan that found nothing does not; it can be judged for
    # several days. A checkpoint gives its runs no name.
    return str(key.run_id.run_name), key.run_id.run_time, str(key.batch_identifier)
