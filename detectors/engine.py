"""Recognizers and a spaCy pipeline as one Presidio engine, built once per process.

A sweep reads columns by `detectors.direct`, which finds the same in less time.

Presidio runs the recognizers and the names that spaCy found; our recognizers bring
their own context words (whole words in a window), so Presidio's lemma-based context
is switched off. Presidio's stock recognizers are not loaded: none knows Dutch, and
its e-mail recognizer asks the network.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.language import Language
from spacy.tokens import Doc

from detectors.names import NAMES, Names, names_in
from detectors.recognizer import CERTAIN, Match, Recognizer
from detectors.settling import Settling
from detectors.setup import Setup

LANGUAGE = "nl"


class _Patterns(EntityRecognizer):
    """One of our recognizers, as Presidio calls it."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer
        super().__init__([recognizer.entity], name=recognizer.entity, supported_language=LANGUAGE)

    def load(self) -> None:
        """Nothing: patterns compile when first used."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
    ) -> list[RecognizerResult]:
        """The recognizer's matches as Presidio's results."""
        return [
            RecognizerResult(match.entity, match.start, match.end, match.score)
            for match in self._recognizer.find(text)
        ]


class _Names(EntityRecognizer):
    """The names that the spaCy pipeline tagged."""

    def __init__(self) -> None:
        super().__init__(list(NAMES), name="names", supported_language=LANGUAGE)

    def load(self) -> None:
        """Nothing: the pipeline has run already."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
    ) -> list[RecognizerResult]:
        """The tagged spans as Presidio's results."""
        return [
            RecognizerResult(name.entity, name.start, name.end, name.score)
            for name in names_in(nlp_artifacts.entities)
        ]


class _NoContext(ContextAwareEnhancer):
    """Leaves scores alone: the recognizers have looked at the words around a match."""

    def __init__(self) -> None:
        super().__init__(0.0, 0.0, 0, 0)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """The results as they came."""
        return raw_results


class _Pipeline(NlpEngine):
    """A spaCy pipeline as Presidio's NLP engine."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def load(self) -> None:
        """Nothing: the pipeline came loaded."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def artifacts(self, doc: Doc) -> NlpArtifacts:
        """Presidio's view of a parsed text; we need its entities alone."""
        return NlpArtifacts(
            entities=list(doc.ents),
            tokens=doc,
            tokens_indices=[],
            lemmas=[],
            nlp_engine=self,
            language=LANGUAGE,
        )

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Parse one text."""
        return self.artifacts(self._nlp(text))

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 256,
        n_process: int = 1,
        **kwargs: Any,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Parse many texts; pairs of text and artifacts."""
        for doc in self._nlp.pipe(texts, batch_size=batch_size):
            yield doc.text, self.artifacts(doc)

    def is_stopword(self, word: str, language: str) -> bool:
        """Never: only lemma context would ask."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Never: only lemma context would ask."""
        return False

    def get_supported_entities(self) -> list[str]:
        """The names' labels."""
        return list(NAMES)

    def get_supported_languages(self) -> list[str]:
        """Dutch."""
        return [LANGUAGE]


class Engine:
    """Finds entities in texts. Build it through `engine`, once per process."""

    def __init__(self, setup: Setup) -> None:
        """Load the pipeline and register every recognizer that has patterns."""
        self._valid = {r.entity: True for r in setup.recognizers if r.is_valid is not None}
        self._settling = Settling(setup)
        nlp = Names(setup.pipeline).nlp
        self._nlp = _Pipeline(nlp)
        self._nothing = self._nlp.artifacts(nlp.make_doc(""))
        patterns = [_Patterns(r) for r in setup.recognizers if r.patterns]
        self._analyzer = AnalyzerEngine(
            registry=RecognizerRegistry(
                recognizers=[*patterns, _Names()], supported_languages=[LANGUAGE]
            ),
            nlp_engine=self._nlp,
            supported_languages=[LANGUAGE],
            context_aware_enhancer=_NoContext(),
        )
        self.entities = frozenset(NAMES).union(r.entity for r in setup.recognizers)

    def detect(self, text: str) -> list[Match]:
        """Every entity in one text, names included; no two spans overlap."""
        (artifacts,) = (found for _, found in self._nlp.process_batch([text], LANGUAGE))
        return self._settled(text, None, artifacts)

    def detect_patterns(self, text: str, entities: Sequence[str]) -> list[Match]:
        """Only these entities, without the pipeline; no two spans overlap."""
        return self._settled(text, list(entities), self._nothing)

    def detect_with_names(
        self, texts: Sequence[str], entities: Sequence[Sequence[str]]
    ) -> Iterator[list[Match]]:
        """For each text its entities of the ones given, and the names in it."""
        parsed = self._nlp.process_batch(texts, LANGUAGE)
        for (text, artifacts), wanted in zip(parsed, entities, strict=True):
            if wanted or artifacts.entities:
                yield self._settled(text, [*wanted, *NAMES], artifacts)
            else:
                yield []

    def headed(self, text: str) -> set[str]:
        """The entities that the names of a table in `text` announce for its fields."""
        return self._settling.headed(text)

    def _settled(
        self, text: str, entities: list[str] | None, artifacts: NlpArtifacts
    ) -> list[Match]:
        results = self._analyzer.analyze(
            text, LANGUAGE, entities=entities, nlp_artifacts=artifacts, score_threshold=CERTAIN
        )
        matches = [
            Match(r.entity_type, r.start, r.end, r.score, self._valid.get(r.entity_type))
            for r in results
        ]
        return self._settling.settled(
            text, matches, self.entities if entities is None else frozenset(entities)
        )


@lru_cache(maxsize=2)
def engine(setup: Setup) -> Engine:
    """The engine of this process for a setup; built at the first call."""
    return Engine(setup)
