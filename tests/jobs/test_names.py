import pytest

from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs.names import distinct, safe_file, safe_name

SETUP = Setup(recognizers=shipped())


@pytest.mark.parametrize(
    "name",
    [
        "klant_id",
        "HomePhone",
        "regels[].omschrijving",
        "extra{key}",
        "adres.straat",
        "adres2",
        "x_7",
        "pa0002",
        "PA0002_PA0006",
        "_c0",
        "jaar=2024",
        "orders_20240131",
        "omzet-2024-01.regels",
        "",
    ],
)
def test_an_identifier_is_shown_as_it_is(name):
    assert safe_name(name, SETUP) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("wim.kans@voorbeeld.nl", "a.a@a.aa"),
        ("wim%40voorbeeld", "a%99a"),
        ("klant_0612345678", "a_9999999999"),
        ("Fatima El Amrani", "A Aa A"),
        ("83.149.9.216.n", "99.999.9.999.a"),
        ("8.8.4.4", "9.9.9.9"),
        ("0612.345.678", "9999.999.999"),
        ("06-1234-5678", "99-9999-9999"),
        ("1234AB", "9999AA"),
        ("12-ABC-3", "99-A-9"),
    ],
)
def test_a_name_that_is_somebodys_data_is_shown_as_its_shape(name, shown):
    assert safe_name(name, SETUP) == shown


def test_a_heading_of_plain_words_is_shown_as_it_is():
    assert safe_name("Datum van bestelling", SETUP) == "Datum van bestelling"


def test_a_file_is_told_by_its_shape_where_it_names_its_writer():
    assert safe_file("brief_Fatima_Amrani.pdf", SETUP) == "a_A_A.a"
    assert safe_file("part-0001.parquet", SETUP) == "part-0001.parquet"


@pytest.mark.parametrize(
    "name", ["gift_cards.parquet", "vragenlijst_velden.csv", "orders_utrecht.csv"]
)
def test_a_file_that_names_nobody_is_shown_as_it_is(name):
    assert safe_file(name, SETUP) == name


def test_a_long_name_is_told_at_once():
    assert safe_name("a" * 5000 + "!", SETUP) == "a" * 5000 + "!"


def test_names_that_became_alike_are_numbered():
    assert distinct(["a.a", "b", "a.a", "a.a"]) == ["a.a", "b", "a.a#2", "a.a#3"]
