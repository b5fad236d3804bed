"""Whether the names that conf uses stand for something: pure, over nouns already read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jobs.conf.document import Loc
from jobs.conf.mistakes import Mistake, shown, unknown
from jobs.countries import CODES, WRITTEN
from jobs.model import Constant, Dataset, Detection, Lookup, Policy, Residency, RowValue
from jobs.numerals import cited


def of_policy(policy: Policy) -> Iterator[Mistake]:
    """Names within one policy: categories, bases and purposes exist, an entity has one place."""
    for name, purpose in policy.purposes.items():
        at: Loc = ("purposes", name)
        yield from _each((*at, "categories"), "category", purpose.categories, policy.categories)
        yield from _each((*at, "bases"), "legal basis", purpose.bases, policy.bases)
        if not _readable(purpose.cited_categories):
            problem = "cited_categories: not numerals"
            yield Mistake((*at, "cited_categories"), problem, "write them as 'i t/m iv en vi'")
    for name, recipient in policy.recipients.items():
        at = ("recipients", name, "purposes")
        yield from _each(at, "purpose", recipient.purposes, policy.purposes)
    for name, term in policy.retention.items():
        if term.category is not None:
            at = ("retention", name, "category")
            yield from _origin(at, term.category, policy)
    yield from _one_place(policy)
    yield from _one_term_everywhere(policy)


def entities_of_policy(policy: Policy, known: Collection[str]) -> Iterator[Mistake]:
    """Entities that nothing finds: data of one that is meant would be in no category."""
    for name, category in policy.categories.items():
        yield from _entities(("categories", name, "entities"), category.entities, known)
    for name, term in policy.retention.items():
        yield from _entities(("retention", name, "entities"), term.entities, known)
    for position, law in enumerate(policy.undeclared):
        yield from _entities(("undeclared", position, "entities"), law.entities, known)


def entities_of_detection(detection: Detection, known: Collection[str]) -> Iterator[Mistake]:
    """Entities that nothing finds: what is said to be nobody's would be reported all the same."""
    for key, entities in (("ours", detection.ours), ("not_personal", detection.not_personal)):
        for entity in entities:
            yield from _entity((key, entity), entity, known)


def of_residency(residency: Residency) -> Iterator[Mistake]:
    """Codes of no country, and decisions that end before they begin."""
    for position, code in enumerate(residency.eea):
        yield from _code(("eea", position), code)
    for code, decision in residency.adequacy.items():
        yield from _code(("adequacy", code), code)
        if decision.until is not None and decision.until < decision.since:
            at = ("adequacy", code, "until")
            yield Mistake(at, f"decision about {code} ends before it begins", "give a later day")
    for region, code in residency.regions.items():
        yield from _code(("regions", region), code)


def of_dataset(
    dataset: Dataset, policy: Policy, residency: Residency, datasets: Collection[str]
) -> Iterator[Mistake]:
    """Names in one dataset: those of the policy, places, the datasets it looks up in.

    An anchor is an event that a term of the policy counts from. One that no term counts from is
    a word misspelt; a term whose event is not declared is not, for the gate tells of that.
    """
    yield from _each(("purposes",), "purpose", dataset.purposes, policy.purposes)
    yield from _each(("recipients",), "recipient", dataset.recipients, policy.recipients)
    yield from _each(("retention",), "retention term", dataset.retention, policy.retention)
    if dataset.category is not None:
        yield from _origin(("category",), dataset.category, policy)
        yield from _terms_of_another_origin(dataset, dataset.category, policy)
    if dataset.region is not None and dataset.region not in residency.regions:
        wrong = unknown(("region",), "region", dataset.region, residency.regions)
        yield Mistake(wrong.loc, wrong.problem, wrong.remedy or "give 'country' instead")
    if isinstance(dataset.country, Constant):
        yield from _code(("country", "constant"), str(dataset.country.constant))
    events = {event for term in policy.retention.values() for event in term.anchor}
    for event in dataset.anchors:
        if event not in events:
            wrong = unknown(("anchors", event), "anchor", event, events)
            remedy = "name the event that a retention term counts from"
            yield Mistake(wrong.loc, wrong.problem, wrong.remedy or remedy)
    values: list[tuple[Loc, RowValue | None]] = [
        (("country",), dataset.country),
        (("hold",), dataset.hold),
        (("consent",), dataset.consent),
    ]
    values += [(("anchors", name), value) for name, value in dataset.anchors.items()]
    for at, value in values:
        if isinstance(value, Lookup) and value.dataset not in datasets:
            yield unknown((*at, "dataset"), "dataset", value.dataset, datasets)


def _code(at: Loc, code: str) -> Iterator[Mistake]:
    if code not in CODES:
        right = WRITTEN.get(code)
        remedy = f"did you mean '{right}'?" if right else "give a code of ISO 3166, such as NL"
        yield Mistake(at, f"unknown country {shown(code)}", remedy)


def _entities(at: Loc, entities: tuple[str, ...], known: Collection[str]) -> Iterator[Mistake]:
    for position, entity in enumerate(entities):
        yield from _entity((*at, position), entity, known)


def _entity(at: Loc, entity: str, known: Collection[str]) -> Iterator[Mistake]:
    if entity not in known:
        wrong = unknown(at, "entity", entity, known)
        remedy = "name one that is recognised, or give detection.yaml a pattern for it"
        yield Mistake(at, wrong.problem, wrong.remedy or remedy)


def _readable(cell: str) -> bool:
    try:
        return bool(cited(cell))
    except ValueError:
        return False


def _each(at: Loc, noun: str, names: tuple[str, ...], known: Collection[str]) -> Iterator[Mistake]:
    for position, name in enumerate(names):
        if name not in known:
            wrong = unknown((*at, position), noun, name, known)
            yield Mistake(wrong.loc, wrong.problem, wrong.remedy or "name one of the policy's own")
        if name in names[:position]:
            yield Mistake((*at, position), f"{noun} {shown(name)} stands twice", "keep one")


def _origin(at: Loc, name: str, policy: Policy) -> Iterator[Mistake]:
    by_origin = [key for key, category in policy.categories.items() if category.by_origin]
    if name not in policy.categories:
        yield unknown(at, "category", name, by_origin)
    elif name not in by_origin:
        remedy = f"give one with 'by_origin': {', '.join(by_origin)}"
        yield Mistake(at, f"category {shown(name)} does not follow from the origin", remedy)


def _terms_of_another_origin(dataset: Dataset, category: str, policy: Policy) -> Iterator[Mistake]:
    for position, name in enumerate(dataset.retention):
        about = policy.retention[name].category if name in policy.retention else None
        if about not in (None, category):
            problem = f"retention term {shown(name)} is about category {shown(about)}"
            remedy = f"leave it out, or give 'category: {about}'"
            yield Mistake(("retention", position), problem, remedy)


def _one_place(policy: Policy) -> Iterator[Mistake]:
    """An entity belongs to one category, or to `undeclared`."""
    home: dict[str, str] = {}
    places: list[tuple[Loc, str, tuple[str, ...]]] = [
        (("categories", name, "entities"), f"category '{name}'", category.entities)
        for name, category in policy.categories.items()
    ]
    places += [
        (("undeclared", position, "entities"), "'undeclared'", law.entities)
        for position, law in enumerate(policy.undeclared)
    ]
    for at, place, entities in places:
        for position, entity in enumerate(entities):
            if entity in home:
                problem = f"{entity} stands in {place} and in {home[entity]}"
                yield Mistake((*at, position), problem, "keep one")
            home.setdefault(entity, place)


def _one_term_everywhere(policy: Policy) -> Iterator[Mistake]:
    home: dict[str, str] = {}
    for name, term in policy.retention.items():
        for position, entity in enumerate(term.entities if term.everywhere else ()):
            if entity in home:
                at: Loc = ("retention", name, "entities", position)
                problem = f"{entity} is ruled everywhere by '{name}' and by '{home[entity]}'"
                yield Mistake(at, problem, "keep one")
            home[entity] = name
