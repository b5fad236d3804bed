"""What stock Presidio finds in Dutch texts.

Two set-ups, both with its own recognizers and `supported_languages=["nl"]`:

- stock: as its default conf loads it for Dutch, on a blank Dutch pipeline. That leaves out
  credit cards (its conf lists four languages, not Dutch) and knows no Dutch phone numbers
  without a country code;
- told: credit cards added, phone numbers of the Netherlands and its neighbours, and our own
  spaCy pipeline for names, as a user would set it up with any Dutch model.

Presidio's default score threshold, none, is kept. The public suffix list that its e-mail
recognizer asks the network for comes from the copy inside tldextract.
"""

from typing import Any

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, PhoneRecognizer
from spacy.language import Language

from tests.evaluation.identifiers import Find

_DUTCH = "nl"
_REGIONS = ("NL", "BE", "DE", "FR", "GB", "LU")


class _Loaded(SpacyNlpEngine):
    """Presidio's spaCy engine around a pipeline that is in memory."""

    def __init__(self, nlp: Language) -> None:
        super().__init__(models=[{"lang_code": _DUTCH, "model_name": "in memory"}])
        self.nlp: dict[str, Language] = {_DUTCH: nlp}  # type: ignore[assignment]


def stock() -> Find:
    """Presidio as it comes."""
    return _finder(_registry(), spacy.blank(_DUTCH))


def told(nlp: Language) -> Find:
    """Presidio told what it has for Dutch, with names from `nlp`."""
    registry = _registry()
    registry.remove_recognizer("PhoneRecognizer", _DUTCH)
    registry.add_recognizer(PhoneRecognizer(supported_language=_DUTCH, supported_regions=_REGIONS))
    registry.add_recognizer(CreditCardRecognizer(supported_language=_DUTCH))
    return _finder(registry, nlp)


def _registry() -> RecognizerRegistry:
    registry = RecognizerRegistry(supported_languages=[_DUTCH])
    registry.load_predefined_recognizers(languages=[_DUTCH])
    return registry


def _finder(registry: RecognizerRegistry, nlp: Language) -> Find:
    offline: Any = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    tldextract.extract = offline
    analyzer = AnalyzerEngine(
        registry=registry, nlp_engine=_Loaded(nlp), supported_languages=[_DUTCH]
    )
    return lambda text: [
        (found.start, found.end, found.entity_type) for found in analyzer.analyze(text, _DUTCH)
    ]
