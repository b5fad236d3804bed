"""The golden texts and examples, as tests of several modules read them."""

import json
from functools import cache
from pathlib import Path

from detectors.recognizers import shipped

CASES = Path(__file__).parents[1] / "cases"


@cache
def written() -> tuple[str, ...]:
    """Every golden text, example and counterexample."""
    golden = [
        json.loads(line)["text"]
        for path in sorted(CASES.rglob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return (*golden, *(text for r in shipped() for text in (*r.examples, *r.counterexamples)))


@cache
def values() -> dict[str, tuple[str, ...]]:
    """Per entity the values that golden texts mark."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(CASES.glob("*.jsonl")):
        cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        spans = [case["text"][start:end] for case in cases for start, end in case["spans"]]
        found[path.stem] = tuple(dict.fromkeys(span.strip() for span in spans if span.strip()))
    return found
