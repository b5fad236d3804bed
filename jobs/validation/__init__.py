"""Great Expectations asks the questions of `jobs.expectations`: of one dataset, or of all at once.

To import `jobs.validation.expectation` registers the expectations. This package by itself imports
nothing, for Great Expectations takes seconds to load: who wants verdicts asks a `Validator`.
"""
