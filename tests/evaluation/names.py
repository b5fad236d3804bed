"""How well the pipeline finds names, in the texts of a web shop, in sentences, and in logs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from tests.evaluation import log_lines, pipeline, texts
from tests.evaluation.scores import Span, Tally, exact, of_label, per_thousand, total, touches
from tests.evaluation.tables import Table, figure, share
from tests.evaluation.texts import Text

LABELS = ("PERSON", "LOCATION", "ORGANISATION")
SENTENCES = ("silver.dev", "multiconer_recased.dev")
UNTYPED = "ud_alpino.dev"
HELD_OUT = ("customers", "webshop")
SHOP, GENERATED = "web shop", "generated log lines"

WRITINGS: Mapping[str, Callable[[Text], Text]] = {
    "as written": lambda text: text,
    "lower case": texts.in_lower_case,
    "CAPITALS": texts.in_capitals,
}
_LOG_LINES, _LOG_SEED, _MOST_LOG_LINES = 3000, 20260301, 5000


@dataclass(frozen=True, kw_only=True)
class FalseNames:
    """Of `texts` texts, `found` names were found and per label so many are false."""

    texts: int
    found: int
    false: Mapping[str, int]
    touched: int
    """Texts with at least one false name."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """Per set of texts the tallies per label, and where names were found that are none."""

    tallies: Mapping[str, Mapping[str, Tally]]
    false_names: Mapping[str, FalseNames]
    notes: Sequence[str] = field(default_factory=tuple)

    def as_json(self) -> dict[str, object]:
        """Per set the scores per label; per set the false names."""
        return {
            "scores": {
                name: {label: tally.as_json() for label, tally in of.items()}
                for name, of in self.tallies.items()
            },
            "false_names": {
                name: {
                    "texts": of.texts,
                    "found": of.found,
                    "touched": of.touched,
                    "false": dict(of.false),
                    "per_thousand": {
                        label: per_thousand(count, of.texts) for label, count in of.false.items()
                    },
                }
                for name, of in self.false_names.items()
            },
        }


def tallies(found: Sequence[Sequence[Span]], wanted: Sequence[Sequence[Span]]) -> dict[str, Tally]:
    """Per label, and for all together, the exact tally over all texts."""
    per_label = {
        label: total(
            exact(of_label(ours, label), of_label(truth, label))
            for ours, truth in zip(found, wanted, strict=True)
        )
        for label in LABELS
    }
    return {**per_label, "all": total(per_label.values())}


def false_names(
    found: Sequence[Sequence[Span]], places: Sequence[Sequence[Sequence[int]]]
) -> FalseNames:
    """What was found where no name of any kind stands, given the places of names per text."""
    false = [
        [span for span in ours if not touches(span, of)]
        for ours, of in zip(found, places, strict=True)
    ]
    return FalseNames(
        texts=len(found),
        found=sum(map(len, found)),
        false={label: sum(len(of_label(spans, label)) for spans in false) for label in LABELS},
        touched=sum(1 for spans in false if spans),
    )


def measure(nlp: Language, folder: Path | None, log: Path | None) -> Names:
    """Run the pipeline over every set; what is not given is left out, and said so in a note."""
    shop = texts.webshop()
    scores = _in_each_writing(nlp, SHOP, shop)
    for name in HELD_OUT:
        scores[f"{SHOP}: {name}"] = _scored(nlp, texts.held_out(name))
    for register in sorted({text.register for text in shop}):
        of = [text for text in shop if text.register == register]
        scores[f"{SHOP}: {register}"] = _scored(nlp, of)
    made = log_lines.lines(_LOG_LINES, _LOG_SEED)
    nameless = {GENERATED: _nameless(nlp, made)}
    notes = []
    if folder is None:
        notes.append(
            f"Skipped for want of a folder with texts: {', '.join((*SENTENCES, UNTYPED))}."
        )
    else:
        for name in SENTENCES:
            scores |= _in_each_writing(nlp, name, texts.labelled(folder / f"{name}.jsonl.gz"))
        some = texts.labelled(folder / f"{UNTYPED}.jsonl.gz")
        places = [text.names or () for text in some]
        nameless[UNTYPED] = false_names(_found(nlp, some), places)
    if log is None:
        notes.append("Skipped for want of a log file: false names in a real log.")
    else:
        nameless[log.name] = _nameless(nlp, texts.first_lines(log, _MOST_LOG_LINES))
    return Names(tallies=scores, false_names=nameless, notes=tuple(notes))


def tables(names: Names) -> list[Table]:
    """The scores per set, and the false names per set."""
    heads = [
        f"{label}{of}" for label in ("PERS", "LOC", "ORG", "all") for of in (" P", " R", " F1")
    ]
    scores = Table(
        title="Names: precision, recall and F1 of whole spans",
        heads=["texts", "names", *heads],
        rows=[
            [
                name,
                str(of["all"].wanted),
                *(
                    share(value)
                    for label in (*LABELS, "all")
                    for value in (of[label].precision, of[label].recall, of[label].f1)
                ),
            ]
            for name, of in names.tallies.items()
        ],
        notes=names.notes,
    )
    false = Table(
        title="Names found where none stands, per 1,000 texts",
        heads=["texts", "number", "PERSON", "LOCATION", "ORGANISATION", "texts touched"],
        rows=[
            [
                name,
                str(of.texts),
                *(figure(per_thousand(of.false[label], of.texts)) for label in LABELS),
                figure(per_thousand(of.touched, of.texts)),
            ]
            for name, of in names.false_names.items()
        ],
    )
    return [scores, false]


def _in_each_writing(nlp: Language, name: str, some: Sequence[Text]) -> dict[str, dict[str, Tally]]:
    return {
        f"{name}, {writing}": _scored(nlp, [change(text) for text in some])
        for writing, change in WRITINGS.items()
    }


def _scored(nlp: Language, some: Sequence[Text]) -> dict[str, Tally]:
    return tallies(_found(nlp, some), [text.spans for text in some])


def _nameless(nlp: Language, lines: Sequence[str]) -> FalseNames:
    return false_names(list(pipeline.names(nlp, lines)), [()] * len(lines))


def _found(nlp: Language, some: Sequence[Text]) -> list[list[Span]]:
    return list(pipeline.names(nlp, [text.text for text in some]))
