"""What a person reads on stdout about a scan and about its breaches."""

import re
from datetime import date

from jobs import summary
from jobs.model import Verdict, VerdictKind, Waiver
from tests.jobs.scanned import covered, finding, scan


def verdict(kind: str, entity: str | None = "PERSON", **given) -> Verdict:
    words = {"rule": "kept_within_term", "label": "te lang bewaard", "dataset": "bestellingen"}
    row = {"column": "kolom", "rows": 10, "text": f"tekst over {kind}"}
    return Verdict(kind=VerdictKind(kind), entity=entity, **(words | row | given))


def line_of(text: str, start: str) -> str:
    (line,) = [line for line in text.splitlines() if line.strip().startswith(start)]
    return " ".join(line.split())


def of_scan(found, *verdicts) -> str:
    return summary.of_scan(found, verdicts)


# scan


def test_a_column_line_says_what_in_how_many_rows_and_the_verdict():
    found = scan([finding("PERSON", rows=1234567, hits=12345)])
    text = of_scan(found, verdict("compliant"))
    assert line_of(text, "kolom") == "kolom PERSON 12.345 van 1.234.567 in orde"


def test_counts_per_country_are_one_line():
    found = scan([finding("PERSON", hits=3), finding("PERSON", country="US", hits=4)])
    assert "PERSON 7 van 20" in line_of(of_scan(found), "kolom")


def test_the_worst_verdict_of_a_line_is_shown_with_what_and_in_how_many_of_the_rows():
    found = scan([finding("PERSON", hits=1500)])
    text = of_scan(
        found,
        verdict("compliant", rule="stays_in_the_eea"),
        verdict("gap", rule="minors_have_consent"),
        verdict("violation", rows=1499),
        verdict("violation", label="doel", rows=1500),
    )
    line = line_of(text, "kolom")
    assert line.endswith("OVERTREDING: te lang bewaard (1.499), doel (1.500)")


def test_a_gap_is_shown_where_nothing_is_violated():
    text = of_scan(scan([finding("PERSON")]), verdict("compliant", rule="r"), verdict("gap"))
    assert line_of(text, "kolom").endswith("niet te toetsen: te lang bewaard")


def test_a_finding_that_no_verdict_is_about_is_not_in_order():
    others = [
        verdict("compliant", entity="NL_BSN"),
        verdict("compliant", column="andere"),
        verdict("compliant", dataset="andere"),
    ]
    assert line_of(of_scan(scan([finding("PERSON")]), *others), "kolom").endswith("niet te toetsen")


def test_what_a_hold_exempts_is_shown_apart():
    found = scan([finding("PERSON")])
    assert line_of(of_scan(found, verdict("compliant", held=1200)), "kolom").endswith(
        "in orde, 1.200 aangehouden"
    )
    assert line_of(of_scan(found, verdict("violation", rows=6, held=4)), "kolom").endswith(
        "(6), 4 aangehouden"
    )


def test_a_dataset_has_its_rows_what_was_not_read_and_what_was_not_found():
    found = scan(
        coverage=[
            covered(rows=123456),
            covered(column="naam", rows=123456),
            covered(column="beeld", rows=0, reason="binaire kolom"),
            covered(file="deel-2.csv", rows=0, reason="cannot be read"),
            covered(dataset="weg", rows=0, reason="no such folder"),
        ]
    )
    lines = of_scan(found).splitlines()
    assert "bestellingen (123.456 rijen)" in [" ".join(line.split()) for line in lines]
    stripped = [line.strip() for line in lines]
    assert {
        "! beeld: binaire kolom",
        "! deel-2.csv: cannot be read",
        "! dataset: no such folder",
    } < set(stripped)
    assert "geen persoonsgegevens gevonden" not in stripped
    assert stripped.count("geen persoonsgegevens gevonden in wat gelezen is") == 2
    assert "2 datasets, 0 kolommen" in lines[-1]
    assert "3 keer niet (heel) gelezen" in lines[-1]


def test_a_dataset_that_was_read_whole_and_holds_nothing_is_said_to_be_so():
    lines = of_scan(scan(coverage=[covered()])).splitlines()
    assert "geen persoonsgegevens gevonden" in [line.strip() for line in lines]


def test_the_last_line_counts():
    found = scan([finding("PERSON"), finding("NL_BSN"), finding("PERSON", column="andere")])
    text = of_scan(found, verdict("violation"), verdict("gap"), verdict("compliant"))
    last = text.splitlines()[-1]
    assert re.search(r"1 dataset, 2 kolommen .*, 1 overtreding\w*, 1 niet te toetsen", last)


def test_what_is_waived_is_told_apart_and_not_counted():
    waiver = Waiver(
        rule="kept_within_term",
        dataset="bestellingen",
        kind="accepted_risk",
        reason="opschoning",
        by="Jo",
        until=date(2027, 1, 1),
    )
    found = scan([finding("PERSON")])
    waived, compliant = verdict("violation", waived=waiver), verdict("compliant", rule="r")
    text = of_scan(found, waived, compliant)
    assert line_of(text, "kolom").endswith("uitgezonderd: te lang bewaard")
    assert "0 overtredingen, 0 niet te toetsen, 1 uitgezonderd" in text.splitlines()[-1]
    assert "OVERTREDING: te lang bewaard" in of_scan(found, waived, verdict("violation"))
