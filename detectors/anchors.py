"""What a sweep adds to the anchors that conf declares: names, and a day for what tells none."""

from datetime import date

ADULT = 18
"""Years; Burgerlijk Wetboek 1:233."""

UNDER_AGE = "minderjarig"
"""Counts the rows whose stated birth date makes the person a minor on the day of the sweep."""

LATEST = "|"
"""Joins the names of anchors of which the latest known day counts."""

UNREADABLE = date(1, 1, 1)
"""The day of an event that is filled in, but of which no day can be read."""
