"""The same texts through other tools, side by side with ours, for what they say they know.

A tool that does not claim an entity has no figure for it, which is not the same as 0. A
claim can be broader than our entity (any date, not only a stated date of birth): then only
recall is counted, for what it finds besides may well be right by its own definition, and a
recall without its precision is cheap: it is no score to rank by.
Spans count when they overlap: a title or a postcode more or less is no difference here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from tests.evaluation import with_deduce, with_presidio
from tests.evaluation.identifiers import NOTHING, Find, Score, score
from tests.evaluation.scores import Span, Tally
from tests.evaluation.tables import Table, figure, share
from tests.evaluation.texts import Text

OURS = "speurneus"
STOCK, TOLD, DEDUCE = "Presidio", "Presidio, told Dutch", "DEDUCE"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A tool's labels that mean our entity; `broad` where they mean more than that."""

    labels: frozenset[str]
    broad: bool = False


def _claim(*labels: str) -> Claim:
    return Claim(labels=frozenset(labels))


def _broad(*labels: str) -> Claim:
    return Claim(labels=frozenset(labels), broad=True)


_PRESIDIO = {
    "DATE_OF_BIRTH": _broad("DATE_TIME"),
    "EMAIL_ADDRESS": _broad("EMAIL_ADDRESS"),
    "IBAN_CODE": _claim("IBAN_CODE"),
    "IP_ADDRESS": _broad("IP_ADDRESS"),
    "MAC_ADDRESS": _claim("MAC_ADDRESS"),
    "PHONE_NUMBER": _claim("PHONE_NUMBER"),
}

CLAIMS: Mapping[str, Mapping[str, Claim]] = {
    STOCK: _PRESIDIO,
    TOLD: {
        **_PRESIDIO,
        "CREDIT_CARD": _claim("CREDIT_CARD"),
        "LOCATION": _claim("LOCATION"),
        "PERSON": _claim("PERSON"),
    },
    DEDUCE: {
        "DATE_OF_BIRTH": _broad("datum"),
        "EMAIL_ADDRESS": _broad("emailadres"),
        "LOCATION": _broad("locatie"),
        "NL_ADDRESS": _broad("locatie"),
        "NL_BSN": _claim("bsn"),
        "NL_POSTCODE": _broad("locatie"),
        "PERSON": _claim("persoon"),
        "PHONE_NUMBER": _claim("telefoonnummer"),
    },
}
"""Per tool, per entity of ours, what it calls it. Its other labels have no entity of ours:
DEDUCE's `leeftijd`, `url`, `id` (any long number), `ziekenhuis` and `zorginstelling` (care
alone, no organisations), Presidio's `CRYPTO`, `URL`, `UUID` and `MEDICAL_LICENSE`."""

NOTES = (
    f"-: the tool does not claim the entity. No precision: its label means more than ours, any "
    f"date ({STOCK}, {DEDUCE}), role mail too ({STOCK}, {DEDUCE}), partial IP addresses too "
    f"({STOCK}), any part of an address ({DEDUCE}). What is right is decided by our definitions: "
    "a freephone number is a false one.",
    f"{STOCK}: its conf for Dutch on a blank pipeline; {TOLD}: with credit cards, Dutch phone "
    f"numbers and our own pipeline for names. {DEDUCE} is made for medical notes.",
)

Scores = dict[str, dict[str, Score]]


def measure(
    sets: Mapping[str, Sequence[Text]], find: Find, nlp: Language, environment: Path
) -> tuple[Scores, list[str]]:
    """Per tool the score of each entity that any other tool claims; notes on what was left out."""
    known = {entity for claims in CLAIMS.values() for entity in claims}
    chosen = {entity: of for entity, of in sets.items() if entity in known}
    every = sorted({text.text for of in chosen.values() for text in of})
    found = {
        tool: _each(every, run)
        for tool, run in (
            (OURS, find),
            (STOCK, with_presidio.stock()),
            (TOLD, with_presidio.told(nlp)),
        )
    }
    notes = []
    try:
        answers = with_deduce.find_all(every, environment)
        found[DEDUCE] = dict(zip(every, answers, strict=True))
    except with_deduce.NotInstalledError as error:
        notes.append(f"{DEDUCE} was left out, for it could not be installed: {error}")
    return {tool: compared(chosen, of, CLAIMS.get(tool)) for tool, of in found.items()}, notes


def compared(
    sets: Mapping[str, Sequence[Text]],
    found: Mapping[str, Sequence[Span]],
    claims: Mapping[str, Claim] | None,
) -> dict[str, Score]:
    """One tool's score per entity that it claims; without `claims` its labels are our entities."""
    scores = {}
    for entity, of in sets.items():
        claim = _claim(entity) if claims is None else claims.get(entity)
        if claim is not None:
            spans = [renamed(entity, claim, found[text.text]) for text in of]
            scores[entity] = _kept(score(entity, of, spans), claim)
    return scores


def renamed(entity: str, claim: Claim, spans: Sequence[Span]) -> list[Span]:
    """The spans that the claim is about, as spans of our entity."""
    return [(start, end, entity) for start, end, label in spans if label in claim.labels]


def _kept(of: Score, claim: Claim) -> Score:
    if not claim.broad:
        return of
    recall = Tally(caught=of.overlap.caught, wanted=of.overlap.wanted)
    return Score(exact=Tally(), overlap=recall, negatives=0, alarms=0)


def table(title: str, scores: Scores, notes: Sequence[str]) -> Table:
    """A row per entity; per tool precision, recall and false alarms."""
    entities = sorted({entity for of in scores.values() for entity in of})
    return Table(
        title=f"{title}: overlapping spans; A: hard negatives with a false alarm, per 1,000",
        heads=["entity", *(f"{tool} {head}" for tool in scores for head in "PRA")],
        rows=[
            [entity, *(cell for of in scores.values() for cell in _cells(of.get(entity, NOTHING)))]
            for entity in entities
        ],
        notes=[*NOTES, *notes],
    )


def _cells(of: Score) -> list[str]:
    return [share(of.overlap.precision), share(of.overlap.recall), figure(of.alarms_per_thousand)]


def _each(texts: Sequence[str], find: Find) -> dict[str, Sequence[Span]]:
    return {text: find(text) for text in texts}
