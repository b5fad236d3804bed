"""How well each entity is found, and how often in texts that only resemble it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from detectors.engine import Engine
from detectors.recognizers import shipped
from detectors.setup import Setup
from tests.evaluation import pipeline
from tests.evaluation.scores import (
    Span,
    Tally,
    exact,
    of_label,
    overlapping,
    per_thousand,
)
from tests.evaluation.tables import Table, figure, share
from tests.evaluation.texts import Text

Find = Callable[[str], Sequence[Span]]


@dataclass(frozen=True, kw_only=True)
class Score:
    """One entity: tallies over all its texts, and in how many of its negatives it is found."""

    exact: Tally
    overlap: Tally
    negatives: int
    alarms: int

    def __add__(self, other: "Score") -> "Score":
        return Score(
            exact=self.exact + other.exact,
            overlap=self.overlap + other.overlap,
            negatives=self.negatives + other.negatives,
            alarms=self.alarms + other.alarms,
        )

    @property
    def alarms_per_thousand(self) -> float | None:
        """False alarms in 1,000 hard negatives."""
        return per_thousand(self.alarms, self.negatives)

    def as_json(self) -> dict[str, object]:
        """Both tallies and the false alarms."""
        return {
            "exact": self.exact.as_json(),
            "overlap": self.overlap.as_json(),
            "negatives": self.negatives,
            "alarms": self.alarms,
            "alarms_per_thousand": self.alarms_per_thousand,
        }


NOTHING = Score(exact=Tally(), overlap=Tally(), negatives=0, alarms=0)


def score(entity: str, of: Sequence[Text], found: Sequence[Sequence[Span]]) -> Score:
    """One entity's score over texts in which every span of this entity is marked.

    Its hard negatives are the texts about it that do not hold it.
    """
    exactly, overlap, negatives, alarms = Tally(), Tally(), 0, 0
    for text, spans in zip(of, found, strict=True):
        ours, truth = of_label(spans, entity), of_label(text.spans, entity)
        exactly += exact(ours, truth)
        overlap += overlapping(ours, truth)
        if text.about == entity and not truth:
            negatives += 1
            alarms += bool(ours)
    return Score(exact=exactly, overlap=overlap, negatives=negatives, alarms=alarms)


def engine_of(folder: Path | None) -> Engine:
    """The project's engine without any site's conf, with the pipeline of that folder if given."""
    if folder is not None:
        pipeline.register()
    return Engine(Setup(recognizers=shipped(), pipeline=None if folder is None else str(folder)))


def finder(engine: Engine) -> Find:
    """What the engine finds in a text: patterns and names, overlaps settled."""
    return lambda text: [(m.start, m.end, m.entity) for m in engine.detect(text)]


def measure(sets: Mapping[str, Sequence[Text]], find: Find) -> dict[str, Score]:
    """The score of every entity of `sets`; each text is read once."""
    found = {
        text: find(text) for text in sorted({text.text for of in sets.values() for text in of})
    }
    return {
        entity: score(entity, of, [found[text.text] for text in of]) for entity, of in sets.items()
    }


def table(title: str, scores: Mapping[str, Score], notes: Sequence[str]) -> Table:
    """A row per entity and one for all."""
    everything = {**scores, "all": sum(scores.values(), NOTHING)}
    return Table(
        title=f"{title}: whole spans (P R F1), overlapping ones (oP oR oF1)",
        heads=["entity", "spans", "P", "R", "F1", "oP", "oR", "oF1", "negatives", "alarms/1000"],
        rows=[
            [
                entity,
                str(of.exact.wanted),
                *(
                    share(value)
                    for tally in (of.exact, of.overlap)
                    for value in (tally.precision, tally.recall, tally.f1)
                ),
                str(of.negatives),
                figure(of.alarms_per_thousand),
            ]
            for entity, of in everything.items()
        ],
        notes=[
            "alarms: hard negatives of an entity in which it is found, per 1,000 of them.",
            *notes,
        ],
    )
