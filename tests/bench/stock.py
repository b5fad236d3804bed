"""Stock Presidio as a user would set it up for Dutch, one engine per process.

All with the project's spaCy pipeline: with Presidio's own recognizers told of the
Netherlands (`tests.evaluation.with_presidio`), with the project's patterns as Presidio's
own `PatternRecognizer`, or with nothing but the pipeline's names.
"""

from functools import lru_cache

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
)
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import SpacyRecognizer

from detectors import ner
from detectors.engine import LANGUAGE
from detectors.recognizer import Recognizer
from detectors.setup import Setup
from tests.evaluation import with_presidio
from tests.evaluation.identifiers import Find


@lru_cache
def told(setup: Setup) -> Find:
    """Presidio's own recognizers, told what they have for Dutch."""
    return with_presidio.told(ner.load(setup.pipeline))


@lru_cache
def with_our_patterns(setup: Setup) -> Find:
    """The project's patterns, check rules and context words, and the pipeline's names."""
    return _finder(setup, [_Ours(r) for r in setup.recognizers if r.patterns])


@lru_cache
def names_alone(setup: Setup) -> Find:
    """The pipeline's names."""
    return _finder(setup, [])


class _Ours(PatternRecognizer):
    """A recognizer of the project as Presidio writes its own: patterns and a check rule."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._is_valid = recognizer.is_valid
        super().__init__(
            supported_entity=recognizer.entity,
            supported_language=LANGUAGE,
            patterns=[Pattern(recognizer.entity, p.regex, p.score) for p in recognizer.patterns],
            context=list(recognizer.context),
            global_regex_flags=0,  # the patterns say themselves where case does not matter
        )

    def validate_result(self, pattern_text: str) -> bool | None:
        return None if self._is_valid is None else self._is_valid(pattern_text)


def _finder(setup: Setup, recognizers: list[EntityRecognizer]) -> Find:
    loaded = SpacyNlpEngine(models=[{"lang_code": LANGUAGE, "model_name": "in memory"}])
    loaded.nlp = {LANGUAGE: ner.load(setup.pipeline)}  # type: ignore[assignment]
    names = SpacyRecognizer(supported_language=LANGUAGE)
    analyzer = AnalyzerEngine(
        registry=RecognizerRegistry(
            recognizers=[*recognizers, names], supported_languages=[LANGUAGE]
        ),
        nlp_engine=loaded,
        supported_languages=[LANGUAGE],
    )
    return lambda text: [
        (found.start, found.end, found.entity_type) for found in analyzer.analyze(text, LANGUAGE)
    ]
