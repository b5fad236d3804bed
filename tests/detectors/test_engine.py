"""Recognizers and names through Presidio: settled, without what is nobody's, always the same."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyspark import cloudpickle

from detectors.engine import Engine, engine
from detectors.exclusions import exclusions
from detectors.ner import PipelineMissingError
from detectors.recognizer import CERTAIN
from detectors.recognizers import shipped
from detectors.setup import Setup

SETUP = Setup(
    recognizers=shipped(),
    exclusions=exclusions(
        {"NL_ADDRESS": ["Loswal 8A"], "PERSON": ["Wytske Bakker"]},
        {"EMAIL_ADDRESS": ["winkel@.+"]},
    ),
)

CASES = Path(__file__).parents[1] / "cases"
LABELLED = (
    ("NL_BSN", "BSN", "688136138"),
    ("NL_STUDENT_NUMBER", "studentnummer", "4567891"),
    ("NL_DRIVING_LICENCE", "rijbewijs", "5312845671"),
    ("NL_V_NUMBER", "V-nummer", "2812349876"),
    ("NL_KVK", "KvK", "61234567"),
    ("NL_AGB", "AGB-code", "01054321"),
    ("NL_BIG", "BIG-nummer", "49098765401"),
    ("NL_PASSPORT", "paspoort", "NWR4K2L83"),
    ("PHONE_NUMBER", "tel", "0612345678"),
)


@pytest.fixture(scope="module")
def found() -> Engine:
    return engine(SETUP)


def spans(found: Engine, text: str) -> list[tuple[str, str]]:
    return [(m.entity, text[m.start : m.end]) for m in found.detect(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stort op NL91 ABNA 0417 1643 00 svp", [("IBAN_CODE", "NL91 ABNA 0417 1643 00")]),
        ("bel 06-12345678", [("PHONE_NUMBER", "06-12345678")]),
        ("mail jan.jansen@voorbeeld.nl", [("EMAIL_ADDRESS", "jan.jansen@voorbeeld.nl")]),
        ("geboren op 03-05-1990", [("DATE_OF_BIRTH", "03-05-1990")]),
        ("btw NL123456782B01", [("NL_VAT_OLD", "NL123456782B01")]),
        ("bsn 111222333", [("NL_BSN", "111222333")]),
        ("ordernummer 111222333", [("ORDER_ID", "111222333")]),
    ],
)
def test_a_span_is_one_entity(found: Engine, text: str, expected: list[tuple[str, str]]) -> None:
    assert spans(found, text) == expected


def test_names_and_numbers_are_found_in_one_sentence(found: Engine) -> None:
    text = "Gisteren belde Fatima El Amrani over haar bestelling, zij is te bereiken op 0612345678."
    assert spans(found, text) == [("PERSON", "Fatima El Amrani"), ("PHONE_NUMBER", "0612345678")]


def test_an_organisation_is_no_person_and_not_told(found: Engine) -> None:
    assert spans(found, "Wij werken samen met Bonenbranderij Fries BV aan koffie.") == []


def test_our_own_values_and_those_of_nobody_are_left_out(found: Engine) -> None:
    assert spans(found, "Kom naar Loswal 8A of mail winkel@voorbeeld.nl") == []
    assert spans(found, "Vraag naar Wytske Bakker aan de balie.") == []
    assert spans(found, "Kom naar Kerkstraat 8 of mail piet@voorbeeld.nl") == [
        ("NL_ADDRESS", "Kerkstraat 8"),
        ("EMAIL_ADDRESS", "piet@voorbeeld.nl"),
    ]


def test_a_check_rule_shows_in_the_match(found: Engine) -> None:
    valid = {m.entity: m.valid for m in found.detect("bsn 111222333, mail jan@voorbeeld.nl")}
    assert valid == {"NL_BSN": True, "EMAIL_ADDRESS": None}


def test_patterns_are_those_asked_for_and_without_names(found: Engine) -> None:
    text = "Gebeld met Fatima El Amrani op 0612345678 of jan@voorbeeld.nl"
    assert [m.entity for m in found.detect_patterns(text, ["EMAIL_ADDRESS"])] == ["EMAIL_ADDRESS"]


def test_names_come_with_each_text_of_a_batch(found: Engine) -> None:
    texts = ["Gebeld met Fatima El Amrani", "niets te zien hier", "mail jan@voorbeeld.nl nu"]
    wanted = [[], [], ["EMAIL_ADDRESS"]]
    entities = [[m.entity for m in some] for some in found.detect_with_names(texts, wanted)]
    assert entities == [["PERSON"], [], ["EMAIL_ADDRESS"]]


PIECES = st.lists(
    st.sampled_from(
        [
            "Fatima El Amrani",
            "mevrouw De Vries",
            "NL91ABNA0417164300",
            "06-12345678",
            "bsn 111222333",
            "jan@voorbeeld.nl",
            "83.149.9.216",
            "Kerkstraat 12",
            "1234 AB",
            "geboren op 3 mei 1990",
            "é好",
            "\n",
        ]
    ),
    max_size=6,
)


@settings(max_examples=50)
@given(PIECES, st.text(max_size=30))
def test_matches_are_certain_apart_in_order_and_always_the_same(
    found: Engine, pieces: list[str], noise: str
) -> None:
    text = " ".join([*pieces, noise])
    matches = found.detect(text)
    assert matches == found.detect(text)
    assert all(m.score >= CERTAIN and 0 <= m.start < m.end <= len(text) for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert {m.entity for m in matches} <= found.entities


def test_an_equal_setup_has_the_same_engine(found: Engine) -> None:
    assert engine(Setup(recognizers=shipped(), exclusions=SETUP.exclusions)) is found


def test_an_unknown_pipeline_is_an_error_with_its_remedy() -> None:
    with pytest.raises(PipelineMissingError, match=r"'bestaat_niet' is not installed; install"):
        engine(Setup(recognizers=shipped(), pipeline="bestaat_niet"))


@given(st.permutations(LABELLED).flatmap(lambda all_: st.sampled_from([all_[:2], all_[:4], all_])))
@settings(deadline=None, max_examples=60)
def test_a_number_belongs_to_the_label_before_it(
    found: Engine, fields: list[tuple[str, str, str]]
) -> None:
    text = ", ".join(f"{label} {number}" for _, label, number in fields)
    assert spans(found, text) == [(entity, number) for entity, _, number in fields]
    line = json.dumps({label: number for _, label, number in fields})
    assert spans(found, line) == [(entity, number) for entity, _, number in fields]


@pytest.mark.parametrize("separator", [";", "|", ",", "\t"])
def test_a_name_ends_where_its_field_ends(found: Engine, separator: str) -> None:
    text = separator.join(["naam", "bsn"]) + "\n" + separator.join(["S. de Wit", "738199795"])
    assert spans(found, text) == [("PERSON", "S. de Wit"), ("NL_BSN", "738199795")]


@pytest.mark.parametrize("entity", sorted(e for e, _, _ in LABELLED if e != "PHONE_NUMBER"))
def test_golden_identifiers_survive_the_names_and_numbers_beside_them(
    found: Engine, entity: str
) -> None:
    for line in (CASES / f"{entity}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        settled = {(m.start, m.end) for m in found.detect(case["text"]) if m.entity == entity}
        assert settled >= {tuple(span) for span in case["spans"]}, case["text"]


def test_a_setup_is_the_same_after_its_way_to_a_worker() -> None:
    """Otherwise each worker would build its engine anew for every dataset."""
    sent = Setup(recognizers=shipped())
    arrived = cloudpickle.loads(cloudpickle.dumps(sent))
    assert arrived == sent
    assert hash(arrived) == hash(sent)
