"""Whether the names that conf uses stand for something: pure, over nouns already read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jobs.conf.document import Loc
from jobs.conf.mistakes import Mistake, shown, unknown
from jobs.model import Dataset, Lookup, Policy, Residency, RowValue
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


def of_dataset(
    dataset: Dataset, policy: Policy, residency: Residency, datasets: Collection[str]
) -> Iterator[Mistake]:
    """Names in one dataset: those of the policy, the cloud region, the datasets it looks up in."""
    yield from _each(("purposes",), "purpose", dataset.purposes, policy.purposes)
    yield from _each(("recipients",), "recipient", dataset.recipients, policy.recipients)
    yield from _each(("retention",), "retention term", dataset.retention, policy.retention)
    if dataset.category is not None:
        yield from _origin(("category",), dataset.category, policy)
    if dataset.region is not None and dataset.region not in residency.regions:
        wrong = unknown(("region",), "region", dataset.region, residency.regions)
        yield Mistake(wrong.loc, wrong.problem, wrong.remedy or "give 'country' instead")
    values: list[tuple[Loc, RowValue | None]] = [
        (("country",), dataset.country),
        (("hold",), dataset.hold),
        (("consent",), dataset.consent),
    ]
    values += [(("anchors", name), value) for name, value in dataset.anchors.items()]
    for at, value in values:
        if isinstance(value, Lookup) and value.dataset not in datasets:
            yield unknown((*at, "dataset"), "dataset", value.dataset, datasets)


def _readable(cell: str) -> bool:
    try:
        return bool(cited(cell))
    except ValueError:
        return False


def _each(at: Loc, noun: str, names: tuple[str, ...], known: Collection[str]) -> Iterator[Mistake]:
    for position, name in enumerate(names):
        if name not in known:
            yield unknown((*at, position), noun, name, known)
        if name in names[:position]:
            yield Mistake((*at, position), f"{noun} {shown(name)} stands twice", "keep one")


def _origin(at: Loc, name: str, policy: Policy) -> Iterator[Mistake]:
    by_origin = [key for key, category in policy.categories.items() if category.by_origin]
    if name not in policy.categories:
        yield unknown(at, "category", name, by_origin)
    elif name not in by_origin:
        remedy = f"give one with 'by_origin': {', '.join(by_origin)}"
        yield Mistake(at, f"category {shown(name)} does not follow from the origin", remedy)


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
