"""Worden de gegevens niet langer bewaard dan hun bewaartermijn?"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from jobs import dutch
from jobs.expectations.rule import (
    Answer,
    Declared,
    Rule,
)
from jobs.model import Dataset, Lookup, RetentionTerm, VerdictKind
from jobs.policy import Fact
from jobs.terms import last_day

_end_of_term = lru_cache(maxsize=100_000)(last_day)


def judge(
    *,
    about: str,
    term: str | None,
    anchored: bool,
    day: date | None,
    held: bool,
    terms: dict[str, dict[str, str | None]],
    as_of: str,
) -> VerdictKind:
    """A row is overdue from the day after the last day of its term, unless a hold exempts it.

    No term or no length of it, no such event declared, or no day known or legible: a gap; a row
    whose relation, account or procedure goes on (`no_event: not_yet`) is compliant.
    """
    if about != "age" or held:
        return VerdictKind.COMPLIANT
    if term is None or not anchored:
        return VerdictKind.GAP
    rule = terms[term]
    if day is None:
        not_yet = rule["no_event"] == "not_yet"
        return VerdictKind.COMPLIANT if not_yet else VerdictKind.GAP
    length = rule["period"]
    if length is None:
        return VerdictKind.GAP
    end = _end_of_term(day, length, rule["counted_from"] or "event")
    return VerdictKind.VIOLATION if date.fromisoformat(as_of) > end else VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "age" and not declared.dataset.anonymised


def _parameters(declared: Declared) -> dict[str, Any]:
    return {
        "terms": {
            name: {
                "period": term.period,
                "counted_from": term.counted_from,
                "no_event": term.no_event,
            }
            for name, term in declared.policy.retention.items()
        },
        "as_of": declared.as_of.isoformat(),
    }


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    name = facts[0].term
    if name is None:
        category = declared.policy.categories[facts[0].category or ""]
        advice = f" Richtlijn: {category.advice}" if category.advice else ""
        return Answer(
            text=f"De privacyverklaring noemt hiervoor geen bewaartermijn.{advice}",
            remedy="Stel een bewaartermijn vast, of geef 'retention' op in de conf van de dataset.",
            cites=category.cites,
        )
    term = declared.policy.retention[name]
    if term.period is None and any(fact.day for fact in facts):
        return Answer(
            text=f"Termijn '{name}' ({term.text}) heeft geen lengte en is niet te toetsen.",
            remedy="Stel een lengte van de termijn vast.",
            cites=term.cites,
        )
    if kind is VerdictKind.GAP:
        return _untold(facts, term, name, declared.dataset)
    days = [fact.day for fact in facts if fact.day is not None]
    oldest = min(days)
    end = last_day(oldest, term.period or "P0D", term.counted_from)
    late = (declared.as_of - end).days
    return Answer(
        text=f"Langer bewaard dan de termijn '{name}' ({term.text.rstrip('.')}): het oudste is van"
        f" {dutch.day(oldest)} en had uiterlijk {dutch.day(end)} weg gemoeten,"
        f" {dutch.counted(late, 'dag', 'dagen')} geleden.",
        remedy="Verwijder of anonimiseer deze rijen.",
        cites=term.cites,
        oldest=oldest,
        overdue=late,
    )


def _untold(facts: Sequence[Fact], term: RetentionTerm, name: str, dataset: Dataset) -> Answer:
    """What is the matter where no day is known: none is there, or none can be read in what is."""
    unreadable = sum(fact.hits for fact in facts if fact.unreadable)
    texts, remedies = [], []
    if not all(fact.unreadable for fact in facts):
        texts.append("die dag is hier niet bekend.")
        remedies.append(f"Geef het anker '{term.anchor[0]}' op in de conf, of vul de lege datums.")
    if unreadable:
        events = " of ".join(sorted(set(term.anchor) & set(dataset.anchors)) or term.anchor)
        filled = events if dataset.hold is None else f"{events} of hold"
        where = f" ({dutch.counted(unreadable, 'rij', 'rijen')})" if texts else ""
        texts.append(f"{filled} is ingevuld, maar niet te lezen{where}.")
        remedies.append(_readable(term, dataset))
    return Answer(
        text=f"Termijn '{name}' telt vanaf {' of '.join(term.anchor)}; {' '.join(texts)}",
        remedy=" ".join(remedies),
        cites=term.cites,
    )


def _readable(term: RetentionTerm, dataset: Dataset) -> str:
    """How to have days read, and holds, from where conf says that they are."""
    said = [dataset.hold, *(dataset.anchors.get(event) for event in term.anchor)]
    others = sorted({value.dataset for value in said if isinstance(value, Lookup)})
    looked_up = [f"Zorg dat '{other}' helemaal te lezen is." for other in others]
    # a day that this cannot read stays filled in: it is no event that has yet to come
    sql = "coalesce(string(to_date(kolom, 'dd/MM/yyyy')), kolom)"
    day = f'Geef in de conf een expressie die een datum geeft, zoals {{sql: "{sql}"}}'
    hold = "" if dataset.hold is None else ", en voor 'hold' een die true of false geeft"
    return " ".join([*looked_up, f"{day}{hold}."])


RULE = Rule(
    name="kept_within_term",
    label="bewaartermijn",
    question="Is de bewaartermijn niet verstreken?",
    promise="De gegevens worden niet langer bewaard dan hun bewaartermijn.",
    expectation="ExpectDataToBeKeptWithinItsTerm",
    columns=("about", "term", "anchored", "day", "held"),
    about=_about,
    parameters=_parameters,
    judge=judge,
    explain=_explain,
    keys=("retention", "anchors"),
)
