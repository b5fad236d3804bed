"""Nouns of a privacy statement, and of where countries and clouds lie."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from jobs.model.base import Country, Entity, Name, Noun, Period


class Citation(Noun):
    """Where in the statement a rule stands: the heading, and a dozen words at most."""

    section: str
    quote: str

    @model_validator(mode="after")
    def _short(self) -> Citation:
        if len(self.quote.split()) > 12:
            raise ValueError("a quote has a dozen words at most; shorten it")
        return self


class LegalBasis(Noun):
    """A ground for processing (GDPR article 6); `letter` is the statement's own."""

    letter: Annotated[str, StringConstraints(pattern=r"^[A-D]$")]
    text: str
    article: str
    cites: Citation


class Category(Noun):
    """A category of personal data, and the entities that belong to it.

    `numeral` is the one by which the purposes table cites it. `by_origin`: what data
    is follows from where it was given (an application, a fraud file), so that a
    dataset may declare this category for all that the policy has a category for.
    `advice` is a term that guidance suggests where the statement names none: it is
    shown, never applied.
    """

    numeral: str
    text: str
    entities: tuple[Entity, ...]
    by_origin: bool = False
    advice: str | None = None
    cites: Citation


class Purpose(Noun):
    """A purpose, the categories that it may use, and the bases that it rests on.

    `group` is the heading that it stands under; `cited_categories` and `cited_bases`
    are the two cells of its row as they are printed (`i t/m viii`, `A en/ of D`).
    """

    text: str
    group: str
    categories: tuple[Name, ...]
    bases: tuple[Name, ...]
    cited_categories: str
    cited_bases: str
    cites: Citation


class RetentionTerm(Noun):
    """How long one kind of data may be kept, counted from an anchor event.

    `row` is how its row of the statement's table begins. `anchor` lists events; of
    several the latest known one counts. `anchor_stated`: whether the statement itself
    names the event, or only our reading of it. `period` None means that the statement
    names no length. `no_event` says what a row without the event means: `unknown` (a
    gap) or `not_yet` (the term has not begun to run).

    `entities` are those that the term's own text names, `covers_all` that it covers
    whatever a dataset that declares it holds, `everywhere` that it rules its entities
    wherever they lie, `category` the `by_origin` category that it is about. `ruling`
    is the number of the reading that the term rests on.

    The term of an entity in a dataset is the first of these that there is:
    1. of the dataset's `retention`, in its order, the first that names the entity;
    2. of the policy, the term with `everywhere` that names the entity (one at most);
    3. of the dataset's `retention`, in its order, the first with `covers_all`;
    4. where the dataset declares no `category`: of the policy, the term that names the
       entity, if exactly one does;
    5. none: a gap.

    None too where the dataset declares a `category` that no term is about.
    """

    text: str
    row: str
    period: Period | None
    anchor: Annotated[tuple[Name, ...], Field(min_length=1)]
    counted_from: Literal["event", "end_of_year"] = "event"
    anchor_stated: bool = True
    no_event: Literal["unknown", "not_yet"] = "unknown"
    exception: str | None = None
    entities: tuple[Entity, ...] = ()
    covers_all: bool = False
    everywhere: bool = False
    category: Name | None = None
    ruling: int | None = None
    cites: Citation


class Recipient(Noun):
    """A party that data may be shared with.

    `listed`: whether it stands in one of the statement's own lists of parties.
    `transfer`: whether it may process outside the EEA. `analytics`: whether it may have
    anonymised addresses only. `purposes` are those that it serves; empty is any.
    """

    text: str
    listed: bool = True
    transfer: bool = False
    analytics: bool = False
    purposes: tuple[Name, ...] = ()
    cites: Citation


class Law(Noun):
    """The law that asks for a basis of its own for entities in no category."""

    text: str
    entities: tuple[Entity, ...]


class Defect(Noun):
    """Something in the statement itself that is unclear, wrong or missing.

    `text` says what, `reading` how the policy takes it meanwhile, `ruling` under which
    number that reading is known (None: it changes no verdict).
    """

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z\-]*$")]
    ruling: int | None = None
    text: str
    reading: str
    suggestion: str | None = None
    cites: Citation | None = None


class Policy(Noun):
    """One privacy statement, as rules; `defects` are those that only a reader can see."""

    organisation: str
    dated: date
    version: int = 1
    bases: dict[Name, LegalBasis]
    categories: dict[Name, Category]
    purposes: dict[Name, Purpose]
    retention: dict[Name, RetentionTerm]
    recipients: dict[Name, Recipient]
    undeclared: tuple[Law, ...]
    cites_adult: Citation
    cites_partial_ip: Citation
    cites_hashed_password: Citation
    cites_analytics: Citation
    cites_anonymous: Citation
    cites_eea: Citation
    defects: tuple[Defect, ...] = ()


class Adequacy(Noun):
    """A decision that a country's protection is adequate, and its first and last day."""

    since: date
    until: date | None = None
    scope: str = ""
    source: str


class Residency(Noun):
    """Which countries are in the EEA, which are adequate since when, and where clouds lie."""

    eea: tuple[Country, ...]
    adequacy: dict[Country, Adequacy]
    regions: dict[str, Country]
