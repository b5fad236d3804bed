"""Every recognizer finds its examples and golden spans, and nothing in the look-alikes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from detectors.recognizer import CERTAIN, Recognizer
from detectors.recognizers import shipped

CASES = Path(__file__).parents[1] / "cases"
RECOGNIZERS = {recognizer.entity: recognizer for recognizer in shipped()}


def certain_spans(recognizer: Recognizer, text: str) -> list[tuple[int, int]]:
    """The spans that count by themselves, longest first where they overlap."""
    spans = {(m.start, m.end) for m in recognizer.find(text) if m.score >= CERTAIN}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= other_start or start >= other_end for other_start, other_end in kept):
            kept.append((start, end))
    return sorted(kept)


def golden() -> Iterator[object]:
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            case = json.loads(line)
            yield pytest.param(path.stem, case["text"], case["spans"], id=f"{path.stem}-{number}")


def shown(recognizers: dict[str, Recognizer], field: str) -> list[tuple[str, str]]:
    return [(e, text) for e, r in recognizers.items() for text in getattr(r, field)]


@pytest.mark.parametrize(("entity", "text"), shown(RECOGNIZERS, "examples"))
def test_an_example_is_found(entity: str, text: str) -> None:
    recognizer = RECOGNIZERS[entity]
    assert certain_spans(recognizer, text) or recognizer.fits_cell(text)


@pytest.mark.parametrize(("entity", "text"), shown(RECOGNIZERS, "counterexamples"))
def test_a_counterexample_is_not_found(entity: str, text: str) -> None:
    assert certain_spans(RECOGNIZERS[entity], text) == []


@pytest.mark.parametrize(("entity", "text", "spans"), list(golden()))
def test_golden_spans(entity: str, text: str, spans: list[list[int]]) -> None:
    found = [text[start:end] for start, end in certain_spans(RECOGNIZERS[entity], text)]
    assert found == [text[start:end] for start, end in spans]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_golden_file_holds_at_least_as_many_look_alikes_as_hits(path: Path) -> None:
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    hits = sum(bool(case["spans"]) for case in cases)
    assert path.stem in RECOGNIZERS
    assert 0 < hits <= len(cases) - hits


@pytest.mark.parametrize("recognizer", RECOGNIZERS.values(), ids=lambda r: r.entity)
def test_patterns_feed_the_prefilter(recognizer: Recognizer) -> None:
    for pattern in recognizer.patterns:
        assert r"\Z" not in pattern.regex
        assert re.search(r"\\[1-9]|\(\?P=", pattern.regex) is None


@pytest.mark.parametrize("recognizer", RECOGNIZERS.values(), ids=lambda r: r.entity)
@pytest.mark.parametrize("text", ["", " ", "-", "0", "a" * 3000, "1" * 3000, "a1 -." * 600])
def test_any_text_is_read_without_a_hit(recognizer: Recognizer, text: str) -> None:
    assert certain_spans(recognizer, text) == []
