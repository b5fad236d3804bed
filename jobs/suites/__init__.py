"""Each dataset's suite as files that a data engineer keeps, in a project of Great Expectations.

Knows the policy side: what was judged, and how Great Expectations stores and shows it. Knows no
Spark and no value. To import the package registers the expectations; Great Expectations drops
what is not registered without a word:

    import great_expectations as gx
    import jobs.suites

    context = gx.get_context(mode="file", context_root_dir="kwaliteit")
    suite = context.suites.get("bestellingen")

`jobs.suites.written.load` reads one file, and refuses one of which anything is lost.
"""

import jobs.validation.expectation  # noqa: F401 - registers them
