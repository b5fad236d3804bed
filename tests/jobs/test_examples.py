"""Numbers that are printed as examples are nobody's by the shipped conf, and any other counts."""

from pathlib import Path

import pytest

from detectors.engine import Engine, engine
from jobs.conf import load_detection
from jobs.detection import setup

CONF = Path(__file__).parents[2] / "conf"

TEXTS = [
    ("NL_BSN", "bsn {}", ["111222333", "1112.22.333"], "123456782"),
    ("NL_VAT", "btw-id {}", ["NL000099998B57", "NL 0000.99.998.B57"], "NL123456789B13"),
    ("NL_VAT_OLD", "btw {}", ["NL111222333B02"], "NL688136138B01"),
    ("NL_KVK", "kvk {}", ["69599068", "6875 0110"], "61234567"),
    (
        "IBAN_CODE",
        "iban {}",
        ["NL91 ABNA 0417 1643 00", "nl20ingb0001234567", "BE68 5390 0754 7034"],
        "NL40 RABO 0109 7231 16",
    ),
    (
        "CREDIT_CARD",
        "creditcard {}",
        ["4111 1111 1111 1111", "5555555555554444", "3782-822463-10005"],
        "4636 4259 7532 5021",
    ),
    ("NL_PASSPORT", "paspoort {}", ["SPECI2014"], "NX1R2B3C4"),
    ("MAC_ADDRESS", "mac {}", ["00:00:5e:00:53:af", "00-00-5E-00-53-01"], "3c:22:fb:4d:5e:6f"),
    ("DATE_OF_BIRTH", "geboortedatum: {}", ["01-01-1900", "1900-01-01"], "03-05-1990"),
    ("EMAIL_ADDRESS", "mail {}", ["info@voorbeeld.nl"], "j.bos@voorbeeld.nl"),
]


@pytest.fixture(scope="module")
def shipped_engine() -> Engine:
    return engine(setup(load_detection(CONF)))


def found(engine: Engine, entity: str, text: str) -> list[str]:
    return [text[m.start : m.end] for m in engine.detect_patterns(text, [entity])]


@pytest.mark.parametrize(
    ("entity", "text", "example"),
    [(entity, text, example) for entity, text, examples, _ in TEXTS for example in examples],
)
def test_an_example_is_nobodys(
    shipped_engine: Engine, entity: str, text: str, example: str
) -> None:
    assert found(shipped_engine, entity, text.format(example)) == []


@pytest.mark.parametrize(("entity", "text", "_", "other"), TEXTS)
def test_any_other_number_counts(
    shipped_engine: Engine, entity: str, text: str, _: list[str], other: str
) -> None:
    assert found(shipped_engine, entity, text.format(other)) == [other]


def test_what_every_entity_leaves_out_is_tested() -> None:
    listed = {entity for entity, regexes in load_detection(CONF).not_personal.items() if regexes}
    assert listed == {entity for entity, _, _, _ in TEXTS}
