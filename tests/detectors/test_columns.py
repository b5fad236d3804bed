"""Names announce entities, misleading ones do not, and some count by their neighbours alone."""

from collections.abc import Collection

import pytest

from detectors.abbreviations import spelled_out
from detectors.columns import announced, may_announce, normalise
from detectors.recognizers import shipped


def of(column: str, table: str = "data", *, beside: tuple[str, ...] = ()) -> Collection[str]:
    return announced([column, *beside], table, shipped())[column]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("HomePhone", "home_phone"),
        ("adres.straat", "straat"),
        ("regels[].omschrijving", "omschrijving"),
        ("attrs{}", "attrs"),
        ("KLANT-NR", "klant_nr"),
        ("CustomerID", "customer_id"),
    ],
)
def test_names_are_normalised(path: str, name: str) -> None:
    assert normalise(path) == name


@pytest.mark.parametrize(
    ("column", "entity"),
    [
        ("klantnaam", "PERSON"),
        ("ContactName", "PERSON"),
        ("LastName", "PERSON"),
        ("voorletters", "PERSON"),
        ("contactpersoon", "PERSON"),
        ("klant.naam", "PERSON"),
        ("ShipCity", "LOCATION"),
        ("adres.plaats", "LOCATION"),
        ("woonplaats", "LOCATION"),
        ("TitleOfCourtesy", "GENDER"),
        ("geslacht", "GENDER"),
        ("geboorteplaats", "PLACE_OF_BIRTH"),
        ("gebruikersnaam", "USERNAME"),
        ("CustomerID", "CUSTOMER_ID"),
        ("klant.id", "CUSTOMER_ID"),
        ("bestelnummer", "ORDER_ID"),
        ("cadeaubon_code", "GIFT_CARD"),
        ("klantenkaart", "LOYALTY_CARD"),
        ("mail_body", "CORRESPONDENCE"),
        ("recensie", "REVIEW"),
        ("opname_pad", "CALL_RECORDING"),
        ("motivatiebrief", "APPLICATION_DOCUMENT"),
        ("jaarinkomen", "INCOME"),
        ("spaarsaldo", "BANK_BALANCE"),
        ("kredietscore", "CREDITWORTHINESS"),
        ("voorkeurstaal", "LANGUAGE_PREFERENCE"),
        ("medicatie", "HEALTH"),
        ("geloofsovertuiging", "RELIGION"),
        ("etniciteit", "ETHNICITY"),
        ("politieke_voorkeur", "POLITICAL_OPINION"),
        ("vakbondslid", "TRADE_UNION"),
        ("seksuele_geaardheid", "SEXUAL_ORIENTATION"),
    ],
)
def test_a_name_announces(column: str, entity: str) -> None:
    assert entity in of(column)


@pytest.mark.parametrize(
    ("column", "entity"),
    [
        ("productnaam", "PERSON"),
        ("bestandsnaam", "PERSON"),
        ("straatnaam", "PERSON"),
        ("plaatsnaam", "PERSON"),
        ("CompanyName", "PERSON"),
        ("hostname", "PERSON"),
        ("table_name", "PERSON"),
        ("gebruikersnaam", "PERSON"),
        ("achternaam_hash", "PERSON"),
        ("tussenvoegsel", "PERSON"),
        ("country", "LOCATION"),
        ("geboorteplaats", "LOCATION"),
        ("parkeerplaats", "LOCATION"),
        ("title", "GENDER"),
        ("product_id", "CUSTOMER_ID"),
        ("client_id", "CUSTOMER_ID"),
        ("sort_order_nr", "ORDER_ID"),
        ("cadeaubon_bedrag", "GIFT_CARD"),
        ("message", "CORRESPONDENCE"),
        ("error_message", "CORRESPONDENCE"),
        ("review_score", "REVIEW"),
        ("opname_datum", "CALL_RECORDING"),
        ("inkomstenbelasting", "INCOME"),
        ("voorraad_saldo", "BANK_BALANCE"),
        ("saldo", "BANK_BALANCE"),
        ("programmeertaal", "LANGUAGE_PREFERENCE"),
        ("health_check", "HEALTH"),
        ("race", "ETHNICITY"),
    ],
)
def test_a_misleading_name_does_not(column: str, entity: str) -> None:
    assert entity not in of(column)


@pytest.mark.parametrize(
    ("column", "apart"),
    [
        ("wachtwoord", {"PASSWORD", "PASSWORD_HASH"}),
        ("client_ip", {"IP_ADDRESS"}),  # of full addresses some end in 0 by chance
        ("ip_masked", set()),
        ("email", set()),
    ],
)
def test_a_name_may_announce_what_is_set_apart_from_each_other(
    column: str, apart: set[str]
) -> None:
    (found,) = announced([column], "t", shipped()).values()
    assert {entity for entity, told in found.items() if told.apart} == apart


@pytest.mark.parametrize("column", ["wachtwoord_hash", "PasswordSHA256", "klant.ww_hash"])
def test_a_column_of_hashes_announces_passwords_in_a_shape_of_their_own(column: str) -> None:
    (found,) = announced([column], "t", shipped()).values()
    assert found["PASSWORD"].cell is not None
    assert found["PASSWORD"].beside is None
    assert may_announce(column, shipped())["PASSWORD"].cell == found["PASSWORD"].cell
    assert found["PASSWORD_HASH"].cell is None


@pytest.mark.parametrize(
    "column",
    ["has_password_hash", "password_hash_op", "email_hash", "wachtwoord_salt", "compass_md5"],
)
def test_what_is_said_about_hashes_or_hashed_otherwise_announces_none(column: str) -> None:
    assert "PASSWORD" not in of(column)


@pytest.mark.parametrize("neighbour", ["email", "geboortedatum", "telefoonnummer", "achternaam"])
def test_a_bare_name_counts_beside_something_personal(neighbour: str) -> None:
    assert "PERSON" in of("naam", beside=(neighbour,))


def test_a_bare_name_counts_in_a_table_of_people() -> None:
    assert "PERSON" in of("naam", "dwh.klanten")
    assert "PERSON" in of("name", "employees")


def test_a_bare_name_alone_or_of_a_thing_does_not_count() -> None:
    assert "PERSON" not in of("naam", beside=("prijs", "merk"))
    assert "PERSON" not in of("naam", "producten", beside=("email",))
    assert "PERSON" not in of("product.naam", "klanten", beside=("email",))


def test_the_members_of_another_struct_are_no_neighbours() -> None:
    found = announced(["artikel.naam", "klant.email"], "regels", shipped())
    assert "PERSON" not in found["artikel.naam"]


def test_a_message_counts_in_a_mailbox_and_not_in_a_log() -> None:
    assert "CORRESPONDENCE" in of("message", "berichten")
    assert "CORRESPONDENCE" in of("body", beside=("subject", "sender"))
    assert "CORRESPONDENCE" not in of("message", "app_log", beside=("level", "user", "email"))


def test_every_column_is_answered() -> None:
    columns = ["a", "b.c", "d[].e", "f{}"]
    assert announced(columns, "t", []) == {column: {} for column in columns}


@pytest.mark.parametrize(
    ("entity", "cell", "fits"),
    [
        ("PERSON", "Marie-José van 't Hof", True),
        ("PERSON", "J.P. Bakker", True),
        ("PERSON", "عائشة بنت أحمد", True),
        ("PERSON", "Yıldız", True),
        ("PERSON", "10248", False),
        ("PERSON", "Retour 3", False),
        ("PERSON", "onbekend", False),
        ("PERSON", "dit is een lange zin over iets anders", False),
        ("LOCATION", "'s-Hertogenbosch", True),
        ("LOCATION", "9206 AH", False),
        ("GENDER", "mevr.", True),
        ("GENDER", "XL", False),
        ("GIFT_CARD", "KDO7-88XQ-12AB", True),
        ("GIFT_CARD", "25.00", False),
        ("GIFT_CARD", "ja", False),
        ("CORRESPONDENCE", "Waar blijft mijn pakket?", True),
        ("CORRESPONDENCE", "OK", False),
        ("CALL_RECORDING", "2024/03/gesprek 12.wav", True),
        ("CALL_RECORDING", "ja", False),
        ("INCOME", "€ 45.000", True),
        ("INCOME", "hoog", False),
        ("LANGUAGE_PREFERENCE", "nl_NL", True),
        ("LANGUAGE_PREFERENCE", "standaard", False),
    ],
)
def test_cells_have_the_shape_or_not(entity: str, cell: str, fits: bool) -> None:
    rule = next(r for r in shipped() if r.entity == entity)
    assert rule.fits_cell(cell) is fits


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("gebdat", "geboortedatum"),
        ("vrnm", "voornaam"),
        ("achtnm", "achternaam"),
        ("tssnv", "tussenvoegsel"),
        ("hsnr", "huisnummer"),
        ("wpl", "woonplaats"),
        ("telnr", "telefoon"),
        ("klnr", "klant_nummer"),
        ("afl_pc", "afl_postcode"),
        ("tel2", "telefoon"),
        ("str", "straat"),
        ("kunnr", "klant_nummer"),
        ("prijs", "prijs"),
        ("postcode", "postcode"),
        ("klantnaam", "klantnaam"),
        ("bedrag", "bedrag"),
    ],
)
def test_abbreviations_are_spelled_out(short: str, long: str) -> None:
    assert spelled_out(short) == long


@pytest.mark.parametrize(
    ("column", "entity"),
    [
        ("GEBDAT", "DATE_OF_BIRTH"),
        ("VRNM", "PERSON"),
        ("ACHTNM", "PERSON"),
        ("WPL", "LOCATION"),
        ("TELNR", "PHONE_NUMBER"),
        ("KLNR", "CUSTOMER_ID"),
        ("SMTP_ADDR", "EMAIL_ADDRESS"),
        ("PSTLZ", "NL_POSTCODE"),
        ("GESL", "GENDER"),
        ("REKNR", "IBAN_CODE"),
    ],
)
def test_the_short_name_of_an_old_system_announces(column: str, entity: str) -> None:
    assert entity in of(column)


@pytest.mark.parametrize(
    ("column", "beside", "entity"),
    [
        ("huisnummer", "postcode", "NL_ADDRESS"),
        ("HSNR", "STRT", "NL_ADDRESS"),
        ("toevoeging", "straat", "NL_ADDRESS"),
        ("tussenvoegsel", "achternaam", "PERSON"),
        ("TSSNV", "ACHTNM", "PERSON"),
        ("postcode_cijfers", "postcode_letters", "NL_POSTCODE"),
        ("postcode_letters", "postcode_cijfers", "NL_POSTCODE"),
        ("bruto", "loonheffing", "INCOME"),
        ("kaartnummer", "punten", "LOYALTY_CARD"),
    ],
)
def test_a_part_counts_beside_the_rest_and_not_alone(column: str, beside: str, entity: str) -> None:
    assert entity in of(column, beside=(beside,))
    assert entity not in of(column, beside=("prijs", "aantal"))


def test_a_part_says_beside_what_it_counts_and_has_a_shape_of_its_own() -> None:
    told = announced(["huisnr", "postcode"], "adressen", shipped())["huisnr"]["NL_ADDRESS"]
    assert told.beside == "postcode"
    assert told.cell is not None


def test_a_sure_kind_of_text_is_no_other_kind_by_its_neighbours() -> None:
    found = of("bericht", beside=("recensie",))
    assert "CORRESPONDENCE" in found
    assert "REVIEW" not in found
