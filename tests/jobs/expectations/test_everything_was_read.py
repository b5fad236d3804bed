"""What was not read is a gap, never clean."""

import pytest

from jobs.expectations import everything_was_read
from jobs.model import VerdictKind
from tests.jobs.scanned import covered, dataset, judged, scan

RULE = "everything_was_read"


def test_each_column_and_file_that_was_not_read_is_a_gap_with_the_reason():
    coverage = [
        covered(),
        covered(column="naam"),
        covered(column="beeld", rows=0, reason="binaire kolom"),
        covered(file="deel-2.csv", rows=0, reason="cannot be read"),
    ]
    verdicts = judged(RULE, scan(coverage=coverage), dataset())
    assert {(v.column, v.kind.value) for v in verdicts} == {
        (None, "compliant"),
        ("naam", "compliant"),
        ("beeld", "gap"),
        ("deel-2.csv", "gap"),
    }
    texts = {v.column: v.text for v in verdicts}
    assert "binaire kolom" in texts["beeld"]
    assert "cannot be read" in texts["deel-2.csv"]


def test_a_dataset_that_could_not_be_read_at_all_is_a_gap_also_when_called_anonymous():
    found = scan(coverage=[covered(rows=0, bytes=0, reason="no such folder")])
    for declared in (dataset(), dataset(anonymised=True)):
        (verdict,) = judged(RULE, found, declared)
        assert verdict.kind is VerdictKind.GAP


@pytest.mark.parametrize(
    ("about", "reason", "kind"),
    [
        ("coverage", None, VerdictKind.COMPLIANT),
        ("coverage", "cannot be read", VerdictKind.GAP),
        ("coverage", "", VerdictKind.GAP),
        ("finding", None, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, reason, kind):
    assert everything_was_read.judge(about=about, reason=reason) is kind
