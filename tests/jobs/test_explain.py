"""Why a column got its entity, told in Dutch from counts and codes alone."""

import pytest

from jobs import explain
from jobs.errors import UsageError
from jobs.findings import Scan
from jobs.model import Evidence
from tests.jobs.scanned import covered, dataset, finding, scan, seen

SHAPE = Evidence(code="shape", hits=990, of=1000)
CHECK = Evidence(code="check", hits=985, of=990, chance=0.0909, log10=-998.2)


def of_columns(found: Scan, name: str, column: str | None) -> str:
    return explain.of_columns(seen(found), name, column)


def told(*why: Evidence, entity: str = "NL_BSN", **given) -> str:
    given = {"dataset": "klanten", "column": "x_7", "rows": 1000, "hits": 990} | given
    return of_columns(scan([finding(entity, why=why, **given)]), "klanten", None)


def test_the_check_rule_is_told_against_chance() -> None:
    text = told(SHAPE, CHECK, score=0.9)
    assert text.splitlines()[:4] == [
        "klanten.x_7: burgerservicenummer (NL_BSN), 990 van 1.000 rijen, zekerheid 0,90",
        "    De naam van de kolom zegt het niet, de cellen wel",
        "    990 van 1.000 (99%) gevulde cellen hebben de vorm",
        "    985 van 990 (> 99%) daarvan doorstaan de controle; bij toeval zou dat 9% zijn"
        " (kans op toeval hoogstens 1 op 10^998)",
    ]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Evidence(code="name"), "De naam van de kolom kondigt het aan"),
        (Evidence(code="beside", by="postcode"), "kondigt het aan, naast 'postcode'"),
        (Evidence(code="known", hits=300, of=512), "300 van 512 (59%) bekeken cellen"),
        (Evidence(code="company", by="PERSON"), "staat ook: naam van een persoon"),
        (Evidence(code="text", hits=1, of=2000), "1 van 2.000 (< 1%) gevulde cellen bevatten het"),
    ],
)
def test_each_reason_has_its_words(reason: Evidence, words: str) -> None:
    assert words in told(reason)


def test_a_name_alone_is_told_to_be_looked_at() -> None:
    assert "alleen de naam" in told(Evidence(code="name"), SHAPE).lower()
    assert "alleen de naam" not in told(Evidence(code="name"), SHAPE, CHECK).lower()


def test_countries_are_told_together() -> None:
    found = [
        finding("PERSON", dataset="klanten", country=country, rows=10, hits=8, why=(SHAPE,))
        for country in ("NL", None)
    ]
    text = of_columns(scan(found), "klanten", "kolom")
    assert text.count("PERSON") == 1
    assert "16 van 20 rijen" in text


def test_a_column_is_told_with_what_lies_in_it() -> None:
    paths = ("payload.klant.email", "payload", "payloads", "naam")
    found = [finding("EMAIL_ADDRESS", dataset="events", column=path) for path in paths]
    text = of_columns(scan(found), "events", "payload")
    heads = [line for line in text.splitlines() if not line.startswith(" ")]
    assert [line.split(":")[0] for line in heads] == [
        "events.payload",
        "events.payload.klant.email",
    ]


def test_a_column_without_findings_is_told_so_and_what_was_not_read() -> None:
    coverage = [
        covered(dataset="klanten", column="prijs"),
        covered(dataset="klanten", column="foto", reason="binair: geen leesbare tekst"),
    ]
    found = scan(coverage=coverage)
    assert of_columns(found, "klanten", "prijs") == (
        "klanten.prijs: geen persoonsgegevens gevonden"
    )
    assert "niet (heel) gelezen: binair" in of_columns(found, "klanten", "foto")


def test_what_the_scan_does_not_know_is_an_error_that_names_what_it_has() -> None:
    found = scan(coverage=[covered(dataset="klanten", column="prijs")])
    with pytest.raises(UsageError, match="it has klanten"):
        of_columns(found, "orders", None)
    with pytest.raises(UsageError, match="it has prijs"):
        of_columns(found, "klanten", "naam")


def test_each_verdict_is_told_with_its_purpose_its_clause_and_its_days() -> None:
    own = dataset(purposes=("nieuwsbrief",))
    found = scan([finding("IBAN_CODE", country="US")])
    text = explain.of_columns(seen(found, own), "bestellingen", "kolom")
    lines = [line.strip() for line in text.splitlines()]
    assert "Categorie: financieel; doelen van de dataset: nieuwsbrief" in lines
    assert any(line.startswith("EER: OVERTREDING, 10 rijen") for line in lines)
    assert any(line.startswith("Doel: OVERTREDING") for line in lines)
    assert any(line.startswith("Verklaring, '") for line in lines)
