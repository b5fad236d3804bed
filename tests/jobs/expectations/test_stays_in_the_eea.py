"""Data stays in the EEA, or with a recipient whose transfer the statement declares."""

from datetime import date

import pytest

from jobs.expectations import stays_in_the_eea
from jobs.model import VerdictKind
from tests.jobs.scanned import POLICY, RESIDENCY, dataset, finding, judged, scan

RULE = "stays_in_the_eea"
COMPLIANT, VIOLATION, GAP = VerdictKind.COMPLIANT, VerdictKind.VIOLATION, VerdictKind.GAP


def test_the_eea_is_the_27_with_iceland_liechtenstein_and_norway():
    assert len(RESIDENCY.eea) == len(set(RESIDENCY.eea)) == 30
    assert {"IS", "LI", "NO"} < set(RESIDENCY.eea)
    assert not {"GB", "CH", "US"} & set(RESIDENCY.eea)


def test_every_country_of_the_eea_is_compliant():
    findings = [finding("PERSON", country=country) for country in RESIDENCY.eea]
    (verdict,) = judged(RULE, scan(findings), dataset())
    assert (verdict.kind, verdict.rows) == (COMPLIANT, 300)


@pytest.mark.parametrize("recipient", POLICY.recipients)
def test_outside_it_only_a_declared_transfer_is_compliant(recipient):
    found = scan([finding("PERSON", country="US")])
    (verdict,) = judged(RULE, found, dataset(recipients=(recipient,)))
    declared = {"google", "google_analytics", "linkedin", "twitter", "instagram", "facebook"}
    assert verdict.kind is (COMPLIANT if recipient in declared else VIOLATION)


def test_only_the_rows_outside_are_counted_and_their_countries_named():
    findings = [
        finding("PERSON", country="NL", hits=7),
        finding("PERSON", country="US", hits=2),
        finding("PERSON", country="IN", hits=1),
    ]
    (verdict,) = judged(RULE, scan(findings), dataset())
    assert (verdict.kind, verdict.rows) == (VIOLATION, 3)
    assert "IN (" in verdict.text
    assert "US (" in verdict.text
    assert "NL" not in verdict.text
    assert verdict.cites == POLICY.cites_eea


def test_rows_of_an_unknown_country_are_a_gap_beside_the_violation():
    findings = [finding("PERSON", country="US", hits=2), finding("PERSON", country=None, hits=5)]
    verdicts = judged(RULE, scan(findings), dataset())
    assert {(v.kind, v.rows) for v in verdicts} == {(VIOLATION, 2), (GAP, 5)}
    verdicts = judged(RULE, scan(findings), dataset(recipients=("google",)))
    assert {(v.kind, v.rows) for v in verdicts} == {(GAP, 5)}


@pytest.mark.parametrize(
    ("country", "as_of", "words"),
    [
        ("US", date(2023, 7, 9), "geen adequaatheidsbesluit"),
        ("US", date(2023, 7, 10), "adequaatheidsbesluit sinds 10-7-2023, alleen organisaties"),
        ("GB", date(2031, 12, 27), "adequaatheidsbesluit sinds 28-6-2021"),
        ("GB", date(2031, 12, 28), "adequaatheidsbesluit verlopen op 27-12-2031"),
        ("IN", date(2026, 11, 22), "geen adequaatheidsbesluit"),
    ],
)
def test_adequacy_is_shown_as_it_was_on_the_day_and_excuses_nothing(country, as_of, words):
    found = scan([finding("PERSON", country=country)])
    (verdict,) = judged(RULE, found, dataset(), as_of=as_of)
    assert verdict.kind is VIOLATION
    assert f"{country} ({words}" in verdict.text


@pytest.mark.parametrize(
    ("about", "country", "transfers", "kind"),
    [
        ("finding", "NL", [], COMPLIANT),
        ("finding", "NO", [], COMPLIANT),
        ("finding", "US", [], VIOLATION),
        ("finding", "US", ["google"], COMPLIANT),
        ("finding", "nl", [], VIOLATION),
        ("finding", None, [], GAP),
        ("finding", None, ["google"], GAP),
        ("age", None, [], COMPLIANT),
    ],
)
def test_the_truth_table(about, country, transfers, kind):
    eea = ["NL", "NO"]
    answer = stays_in_the_eea.judge(about=about, country=country, eea=eea, transfers=transfers)
    assert answer is kind
