"""What a run was given: the texts, the pipeline and the engine, each made when first asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from spacy.language import Language

from tests.evaluation import identifiers, pipeline, texts
from tests.evaluation.identifiers import Find
from tests.evaluation.texts import Text

_FITTED = (
    "The golden texts are speurneus' own tests, which its recognizers pass: about 1.00 by "
    "construction, and no estimate for texts never seen. They are written around its definitions."
)
_GIVEN = "The file is blind only as long as no rule was mended by what it showed."


@dataclass(frozen=True, kw_only=True)
class Material:
    """`pipeline_folder` stands in for the project's pipeline, `blind` for the golden texts."""

    pipeline_folder: Path | None
    blind: Path | None

    @cached_property
    def nlp(self) -> Language:
        """The pipeline."""
        return pipeline.load(self.pipeline_folder)

    @cached_property
    def find(self) -> Find:
        """The engine with that pipeline."""
        return identifiers.finder(identifiers.engine_of(self.pipeline_folder))

    @cached_property
    def identifiers(self) -> Mapping[str, Sequence[Text]]:
        """Per entity the texts for identifiers."""
        return texts.golden() if self.blind is None else texts.blind(self.blind)

    @cached_property
    def names(self) -> Mapping[str, Sequence[Text]]:
        """Per entity the held-out texts for names."""
        return dict.fromkeys(("PERSON", "LOCATION"), texts.webshop())

    @property
    def unseen(self) -> frozenset[str]:
        """The entities that are measured on texts which our rules were not tested with."""
        return frozenset(self.names) | (frozenset(self.identifiers) if self.blind else frozenset())

    @property
    def title(self) -> str:
        """What the texts for identifiers are called."""
        return "golden texts" if self.blind is None else self.blind.name

    @property
    def remark(self) -> str:
        """What figures on them are worth."""
        return _FITTED if self.blind is None else _GIVEN
