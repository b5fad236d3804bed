"""What was decided about personal data, held against a scan and its verdicts.

Pure: nouns in, nouns out; knows no files, no clock and no Great Expectations. An approval makes
no verdict pass; only a waiver does, and what it covers stays to be seen.
"""

from jobs.inventory.compare import changes
from jobs.inventory.propose import proposed, waivers_for
from jobs.inventory.waive import waived

__all__ = ["changes", "proposed", "waived", "waivers_for"]
