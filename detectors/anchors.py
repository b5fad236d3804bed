"""Names of anchors that a sweep makes itself, beside the events that conf declares."""

ADULT = 18
"""Years; Burgerlijk Wetboek 1:233."""

UNDER_AGE = "minderjarig"
"""Counts the rows whose stated birth date makes the person a minor on the day of the sweep."""

LATEST = "|"
"""Joins the names of anchors of which the latest known day counts."""
