"""Names announce entities, misleading ones do not; counts decide, and chance does not pass."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detectors.binomial import log_tail
from detectors.columns import (
    Decision,
    Stats,
    announced,
    decide_announced,
    decide_unannounced,
    normalise,
)
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.recognizers import shipped

NUMBER = Recognizer(
    entity="NUMBER",
    patterns=(Pattern(regex=r"\d{9}", score=0.2),),
    is_valid=lambda text: True,
    chance=1 / 11,
    column=ColumnRule(alone=True),
)
CARD = Recognizer(
    entity="CARD",
    patterns=(Pattern(regex=r"\d{16}", score=0.8),),
    is_valid=lambda text: True,
    chance=1 / 10,
    column=ColumnRule(alone=True),
)
WORD = Recognizer(entity="WORD")


def stats(rows: int, shaped: int, valid: int, *, certain: int = 0, distinct: int = 0) -> Stats:
    return Stats(
        rows=rows,
        certain=certain,
        certain_valid=certain,
        shaped=shaped,
        shaped_valid=valid,
        distinct=distinct or shaped,
    )


def of(column: str, table: str = "data", *, beside: tuple[str, ...] = ()) -> frozenset[str]:
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
    assert announced(columns, "t", []) == dict.fromkeys(columns, frozenset())


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


def test_a_name_and_a_shape_make_all_shaped_rows_hits() -> None:
    decision = decide_announced(stats(100, 90, 0), WORD)
    assert decision is not None
    assert (decision.hits, decision.valid, decision.reason) == (90, None, "name and shape")


def test_a_name_without_the_shape_leaves_what_is_certain_in_text() -> None:
    assert decide_announced(stats(100, 10, 0), WORD) is None
    decision = decide_announced(stats(100, 10, 0, certain=3), WORD)
    assert decision is not None
    assert (decision.hits, decision.reason) == (3, "in running text")


def test_order_numbers_in_a_column_named_so_are_refused() -> None:
    assert decide_announced(stats(1000, 1000, 91), NUMBER) is None


def test_few_announced_rows_ask_for_half_valid() -> None:
    assert decide_announced(stats(4, 4, 2), NUMBER) is not None
    assert decide_announced(stats(4, 4, 1), NUMBER) is None


def test_one_repeated_value_is_evidence_only_once() -> None:
    assert decide_unannounced(stats(10_000, 10_000, 10_000, distinct=3), NUMBER) is None


def test_sparse_personal_data_is_kept_with_its_count() -> None:
    decision = decide_unannounced(stats(1_000_000, 2, 2, certain=2), NUMBER)
    assert decision == Decision(hits=2, valid=2, score=0.7, reason="in running text")


def test_certain_hits_among_bare_numbers_at_chance_level_are_noise() -> None:
    assert decide_unannounced(stats(1000, 1000, 100, certain=100), CARD) is None
    assert decide_announced(stats(1000, 1000, 100, certain=100), CARD) is None


def test_hits_beside_a_context_word_are_never_noise() -> None:
    assert decide_unannounced(stats(1000, 1000, 95, certain=4), NUMBER) is not None


def test_nothing_is_decided_of_nothing() -> None:
    empty = Stats(rows=0, certain=0, certain_valid=0, shaped=0, shaped_valid=0, distinct=0)
    for rule in (NUMBER, WORD):
        assert decide_announced(empty, rule) is None
        assert decide_unannounced(empty, rule) is None


@given(n=st.integers(20, 5000), rule=st.sampled_from([NUMBER, CARD]))
def test_a_column_that_is_all_valid_is_accepted(n: int, rule: Recognizer) -> None:
    for decide in (decide_announced, decide_unannounced):
        decision = decide(stats(n, n, n), rule)
        assert decision is not None
        assert (decision.hits, decision.valid) == (n, n)


@settings(max_examples=200)
@given(n=st.integers(20, 3000), seed=st.integers(0, 2**32))
def test_a_column_at_chance_level_is_refused(n: int, seed: int) -> None:
    chooser = random.Random(seed)
    valid = sum(chooser.random() < 1 / 11 for _ in range(n))
    assert decide_unannounced(stats(n, n, valid), NUMBER) is None
    if log_tail(valid, n, 1 / 11) > math.log(1e-3):
        assert decide_announced(stats(n, n, valid), NUMBER) is None


counts = st.integers(0, 400).flatmap(
    lambda rows: st.tuples(
        st.just(rows), st.integers(0, rows), st.integers(0, rows), st.integers(1, 400)
    )
)


@given(counts, st.sampled_from([NUMBER, CARD, WORD]))
def test_hits_never_exceed_rows_nor_valid_hits(
    drawn: tuple[int, int, int, int], rule: Recognizer
) -> None:
    rows, shaped, valid, distinct = drawn
    valid = min(valid, shaped)
    counted = stats(rows, shaped, valid, certain=valid, distinct=distinct)
    for decide in (decide_announced, decide_unannounced):
        decision = decide(counted, rule)
        if decision is not None:
            assert 0 < decision.hits <= rows
            assert decision.valid is None or decision.valid <= decision.hits
            assert (decision.valid is None) == (rule.chance is None)


@given(shaped=st.integers(1, 300), valid=st.integers(0, 299), distinct=st.integers(1, 300))
def test_more_valid_rows_never_take_a_column_back(shaped: int, valid: int, distinct: int) -> None:
    valid = min(valid, shaped - 1)
    for decide in (decide_announced, decide_unannounced):
        fewer = decide(stats(shaped, shaped, valid, distinct=distinct), NUMBER)
        more = decide(stats(shaped, shaped, valid + 1, distinct=distinct), NUMBER)
        assert fewer is None or more is not None


@given(n=st.integers(1, 60), k=st.integers(0, 61), chance=st.sampled_from([1 / 97, 1 / 11, 0.5]))
def test_the_tail_is_the_binomial_one(n: int, k: int, chance: float) -> None:
    exact = sum(math.comb(n, i) * chance**i * (1 - chance) ** (n - i) for i in range(k, n + 1))
    assert math.exp(log_tail(k, n, chance)) == pytest.approx(exact, rel=1e-9, abs=1e-12)


def test_the_tail_of_a_huge_column_is_finite() -> None:
    assert log_tail(10_000_000, 10_000_000, 1 / 11) == pytest.approx(1e7 * math.log(1 / 11))
    assert log_tail(909_091, 10_000_000, 1 / 11) == pytest.approx(math.log(0.5), abs=0.01)
