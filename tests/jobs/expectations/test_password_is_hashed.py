"""A password that is not a hash is a violation."""

import pytest

from jobs.expectations import password_is_hashed
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, dataset, finding, judged, kinds, scan

RULE = "password_is_hashed"


def test_a_plain_password_is_a_violation_with_the_clause():
    (verdict,) = judged(RULE, scan([finding("PASSWORD", hits=3)]), dataset())
    assert (verdict.kind, verdict.rows) == (VerdictKind.VIOLATION, 3)
    assert verdict.cites == POLICY.cites_hashed_password


def test_a_hash_is_compliant_and_other_data_is_not_asked():
    found = scan([finding("PASSWORD_HASH"), finding("USERNAME")])
    assert kinds(judged(RULE, found, dataset())) == ["compliant"]


@pytest.mark.parametrize(
    ("about", "entity", "kind"),
    [
        ("finding", "PASSWORD", VerdictKind.VIOLATION),
        ("finding", "PASSWORD_HASH", VerdictKind.COMPLIANT),
        ("age", "PASSWORD", VerdictKind.COMPLIANT),
        ("coverage", None, VerdictKind.COMPLIANT),
    ],
)
def test_the_truth_table(about, entity, kind):
    assert password_is_hashed.judge(about=about, entity=entity) is kind
