"""The embedded pipeline finds names of all origins in all registers, and few that are none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from faker import Faker
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detectors import ner
from detectors.ner.labels import LABELS
from detectors.ner.spelling import COLUMNS, features, letter_groups, shape

HELD_OUT = Path(__file__).parents[1] / "cases" / "ner" / "webshop.jsonl"
"""Texts that the pipeline was not trained on."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return ner.load(None)


@pytest.fixture(scope="module")
def held_out() -> list[dict[str, Any]]:
    return [json.loads(line) for line in HELD_OUT.read_text(encoding="utf-8").splitlines()]


def people(nlp: Language, text: str) -> list[str]:
    return [ent.text for ent in nlp(text).ents if ent.label_ == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gisteren sprak ik Marieke over de levering.", ["Marieke"]),
        (
            "Ayşe Yıldız en Mohammed El Amrani tekenden samen.",
            ["Ayşe Yıldız", "Mohammed El Amrani"],
        ),
        ("Met vriendelijke groet,\nJan van der Berg", ["Jan van der Berg"]),
        ("Geachte mevrouw De Vries,\nuw pakket is onderweg.", ["De Vries"]),
        ("dhr. J.P. Bakker belt morgen terug", ["J.P. Bakker"]),
        ("Bezorgd bij Douwe Egberts in Joure.", []),
        ("Afgeleverd aan de Anna Paulownastraat 12.", []),
        ("Order KK-2024-001 is op 12 maart verzonden.", []),
        ("Ingelogd vanuit Asia/Ho_Chi_Minh en America/Argentina/Buenos_Aires", []),
    ],
)
def test_people_are_found_whole_and_without_title(
    nlp: Language, text: str, names: list[str]
) -> None:
    assert people(nlp, text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tijdzone Europe/Amsterdam", []),
        ("zone America/New_York gekozen", []),
        ("2015-05-05 23:30:00 Europe/Amsterdam", []),
        ("2024-03-01T10:00:00+01:00[Europe/Amsterdam]", []),
        ("klant uit Amsterdam, tijdzone Europe/Amsterdam", ["Amsterdam"]),
        ("verhuisd van Utrecht/Amsterdam", ["Utrecht", "Amsterdam"]),
    ],
)
def test_a_time_zone_is_no_place_of_somebody(nlp: Language, text: str, places: list[str]) -> None:
    assert [ent.text for ent in nlp(text).ents if ent.label_ == "LOCATION"] == places


def test_a_surname_that_returns_alone_is_found_again(nlp: Language) -> None:
    text = "Volgens Petra Wijnstekers klopt het. Toen belde Wijnstekers weer."
    assert people(nlp, text) == ["Petra Wijnstekers", "Wijnstekers"]


@pytest.mark.parametrize(
    "text",
    [
        "Smit & Dorlas Proefpakket",
        'GET /koffie 200 "Mozilla/5.0 (Linux; Android 5.1; Nexus 5; en-us) Silk-Accelerated=true"',
        "locale=en-us actief",
    ],
)
def test_a_firm_a_browser_and_a_locale_are_nobody(nlp: Language, text: str) -> None:
    assert people(nlp, text) == []


def test_two_people_may_be_joined_like_a_firm(nlp: Language) -> None:
    assert people(nlp, "Groetjes van Bram & Sanne") == ["Bram", "Sanne"]


@pytest.mark.parametrize("text", ["Dit is voor Samira 😅", "@Samira kun jij dit doen?"])
def test_a_sign_beside_a_name_is_no_part_of_it(nlp: Language, text: str) -> None:
    assert people(nlp, text) == ["Samira"]


@pytest.mark.parametrize(
    ("change", "least_precision", "least_recall"),
    [(str, 0.82, 0.85), (str.lower, 0.8, 0.75), (str.upper, 0.78, 0.75)],
    ids=["as written", "lower case", "capitals"],
)
def test_people_in_texts_never_trained_on(
    nlp: Language,
    held_out: list[dict[str, Any]],
    change: Callable[[str], str],
    least_precision: float,
    least_recall: float,
) -> None:
    right = found = there = 0
    for case in held_out:
        text = change(case["text"])
        if len(text) != len(case["text"]):
            continue
        truth = {(start, end) for start, end, label in case["spans"] if label == "PERSON"}
        said = {(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ == "PERSON"}
        right, found, there = right + len(truth & said), found + len(said), there + len(truth)
    assert right / found >= least_precision
    assert right / there >= least_recall


def test_most_full_names_of_faker_are_found_whole(nlp: Language) -> None:
    fake = Faker("nl_NL")
    fake.seed_instance(7)
    names = [f"{fake.first_name()} {fake.last_name()}" for _ in range(300)]
    hits = sum(1 for name in names if name in people(nlp, f"Gebeld met {name}."))
    assert hits >= 0.9 * len(names)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert all(text[ent.start_char : ent.end_char] == ent.text for ent in doc.ents)


def test_a_text_reads_the_same_alone_and_in_company(nlp: Language) -> None:
    texts = [json.loads(line)["text"] for line in HELD_OUT.read_text("utf-8").splitlines()[:100]]
    alone = [[(ent.start, ent.end, ent.label_) for ent in nlp(text).ents] for text in texts]
    fresh = ner.load(None)
    together = [[(e.start, e.end, e.label_) for e in doc.ents] for doc in fresh.pipe(texts)]
    assert alone == together


@given(st.text(min_size=1, max_size=60))
def test_capitals_change_the_shape_of_a_word_and_nothing_else(word: str) -> None:
    low = word.lower()
    if low.upper().lower() == low:
        alike = features(low) == features(low.upper())
        assert all(same for kind, same in zip(COLUMNS, alike, strict=True) if kind != "shape")
        assert (letter_groups(low) == letter_groups(low.upper())).all()


def test_a_shape_shows_letters_digits_and_capitals() -> None:
    assert [shape(word) for word in ("Jansen", "ABCDEF", "A12-b")] == ["Xxxx", "XXX", "Xdd-x"]


def test_the_packaged_pipeline_holds_no_name_of_its_training_texts() -> None:
    assert not [file for file in ner.MODEL.rglob("*") if "vocab" in file.name]
    known = set(ner.load(None).vocab.strings)
    fake = Faker("nl_NL")
    fake.seed_instance(11)
    surnames = {fake.last_name() for _ in range(500)}
    assert not {name for name in surnames if len(name) > 5} & known


def test_the_packaged_pipeline_is_small() -> None:
    size = sum(file.stat().st_size for file in ner.MODEL.rglob("*") if file.is_file())
    assert size < 20_000_000


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


def test_log_lines_without_names_are_all_but_silent(nlp: Language) -> None:
    fake = Faker("en_US")
    fake.seed_instance(3)
    lines = [
        f'{fake.ipv4()} - - [17/Mar/2024:10:05:03 +0000] "GET {fake.uri_path()} HTTP/1.1" 200 '
        f'{fake.random_int()} "-" "{fake.user_agent()}"'
        for _ in range(200)
    ]
    assert sum(len(doc.ents) for doc in nlp.pipe(lines)) <= 1
