"""The embedded pipeline finds names of all origins, and is silent at words that look like one."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from faker import Faker
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detectors import ner
from detectors.ner.labels import LABELS
from detectors.ner.words import split

CASES = Path(__file__).parents[1] / "cases" / "ner"


def cases() -> list[object]:
    found = []
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            case = json.loads(line)
            name = f"{path.stem}-{number}"
            found.append((path.stem, case["text"], case["spans"], name))
    return [pytest.param(*case[:3], id=case[3]) for case in found]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load(None)


def found(nlp: Language, text: str, label: str) -> list[str]:
    return [ent.text for ent in nlp(text).ents if ent.label_ == label]


@pytest.mark.parametrize(("label", "text", "spans"), cases())
def test_golden_names(nlp: Language, label: str, text: str, spans: list[list[int]]) -> None:
    assert found(nlp, text, label) == [text[start:end] for start, end in spans]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_there_are_as_many_texts_without_a_name(path: Path) -> None:
    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = sum(1 for case in texts if case["spans"])
    assert 0 < named <= len(texts) - named


def test_a_brand_is_an_organisation(nlp: Language) -> None:
    text = "Bestel bij Bonenbranderij Fries BV of bij Douwe Egberts"
    assert found(nlp, text, "ORGANISATION") == ["Bonenbranderij Fries BV", "Douwe Egberts"]


def test_most_full_names_of_faker_are_found_whole(nlp: Language) -> None:
    fake = Faker("nl_NL")
    fake.seed_instance(7)
    names = [f"{fake.first_name()} {fake.last_name()}" for _ in range(300)]
    hits = sum(1 for name in names if name in found(nlp, f"Gebeld met {name}.", "PERSON"))
    assert hits >= 0.85 * len(names)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert all(text[ent.start_char : ent.end_char] == ent.text for ent in doc.ents)


@given(st.text(max_size=200))
def test_words_are_pieces_of_the_text_in_order(text: str) -> None:
    words = split(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


def test_a_pipeline_that_is_not_installed_is_an_error_with_its_remedy() -> None:
    with pytest.raises(ner.PipelineMissingError, match=r"'geen_model'.*install.*or leave"):
        ner.load("geen_model")


def test_a_named_pipeline_speaks_our_labels(tmp_path: Path) -> None:
    other = spacy.blank("nl")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PER", "pattern": "Jelte"},
            {"label": "GPE", "pattern": "Joure"},
            {"label": "ORG", "pattern": "Koffiehuis"},
            {"label": "MONEY", "pattern": "vijf euro"},
        ]
    )
    other.to_disk(tmp_path / "pipeline")
    doc = ner.load(str(tmp_path / "pipeline"))("Jelte uit Joure betaalt Koffiehuis vijf euro")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Jelte", "PERSON"),
        ("Joure", "LOCATION"),
        ("Koffiehuis", "ORGANISATION"),
    ]


def test_labels_are_mapped_to_ours_only() -> None:
    assert set(LABELS.values()) == {"PERSON", "LOCATION", "ORGANISATION"}


def test_log_lines_without_names_stay_silent(nlp: Language) -> None:
    fake = Faker("en_US")
    fake.seed_instance(3)
    lines = [
        f'{fake.ipv4()} - - [17/Mar/2024:10:05:03 +0000] "GET {fake.uri_path()} HTTP/1.1" 200 '
        f'{fake.random_int()} "-" "{fake.user_agent()}"'
        for _ in range(200)
    ]
    assert [ent.text for doc in nlp.pipe(lines) for ent in doc.ents] == []
