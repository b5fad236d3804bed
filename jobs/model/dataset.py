"""Nouns of what to scan: datasets, their row values, and the site's own patterns."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, field_validator, model_validator

from jobs.model.base import DatasetName, Entity, Name, Noun, Regex, Sql

SourceKind = Literal["access_log", "csv", "json", "lines", "parquet", "syslog", "table"]
"""The kinds of source that can be read: one module of `jobs.sources` for each."""


class Source(Noun):
    """Where a dataset lies. `kind` None: told from the name and the first lines."""

    path: str | None = None
    table: str | None = None
    kind: SourceKind | None = None
    header: bool | None = None
    separator: str | None = None
    encoding: str | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Source:
        if (self.path is None) == (self.table is None):
            raise ValueError("give either 'path' or 'table'")
        return self


class Lookup(Noun):
    """A value that another dataset holds: `value` aggregated per key.

    `key` maps this dataset's column to the other's: `{klant_id: id}`.
    """

    dataset: DatasetName
    key: Annotated[dict[str, str], Field(min_length=1)]
    value: Sql
    aggregate: Literal["max", "min", "bool_or", "bool_and", "any_value"] = "max"


class Constant(Noun):
    """The same value for each row."""

    constant: str | bool

    @field_validator("constant", mode="before")
    @classmethod
    def _text_or_truth(cls, value: object) -> object:
        if not isinstance(value, (str, bool)):
            raise ValueError("give text, in quotes where it looks like a number, or true or false")
        return value


class Expression(Noun):
    """A SQL expression over the row."""

    sql: Sql


def _form(value: object) -> str | None:
    """Which form of row value is meant, told by its keys."""
    if isinstance(value, (Constant, Expression, Lookup)):
        return type(value).__name__
    keys = value.keys() if isinstance(value, dict) else ()
    if "constant" in keys:
        return "Constant"
    if "sql" in keys:
        return "Expression"
    return "Lookup" if "dataset" in keys else None


RowValue = Annotated[
    Annotated[Constant, Tag("Constant")]
    | Annotated[Expression, Tag("Expression")]
    | Annotated[Lookup, Tag("Lookup")],
    Discriminator(
        _form,
        custom_error_type="row_value",
        custom_error_message="give 'constant', 'sql', or 'dataset' with 'key' and 'value'",
    ),
]
"""What a row is worth for a rule: a constant, an expression over it, or a lookup elsewhere."""


class Dataset(Noun):
    """One table or log: where it lies, why it is kept, and by which events it ages.

    `retention` names the policy's terms in order: the first that covers an entity
    rules it. `category` says where all of it was given (a policy category with
    `by_origin`). `anchors` maps event names to row values that tell a day, as a date, a number
    or a text (`jobs.readings.as_day`). `hold` and `consent` (of a minor's parent) answer yes or no
    per row, as a boolean, 1 or 0, or `ja` or `nee` in Dutch or English. An empty answer is a no;
    one that is neither is a gap for a hold, and no consent.
    """

    name: DatasetName
    source: Source
    text: str = ""
    purposes: tuple[Name, ...] = ()
    recipients: tuple[Name, ...] = ()
    retention: tuple[Name, ...] = ()
    category: Name | None = None
    country: RowValue | None = None
    region: str | None = None
    anchors: dict[Name, RowValue] = Field(default_factory=dict, max_length=4)
    hold: RowValue | None = None
    consent: RowValue | None = None
    anonymised: bool = False

    @model_validator(mode="after")
    def _one_country(self) -> Dataset:
        if self.country is not None and self.region is not None:
            raise ValueError("give either 'country' or 'region'")
        return self

    @model_validator(mode="after")
    def _fitting_constants(self) -> Dataset:
        country = self.country
        if isinstance(country, Constant) and not re.fullmatch("[A-Z]{2}", str(country.constant)):
            raise ValueError("'country' is two capitals, such as NL")
        for key in ("hold", "consent"):
            value = getattr(self, key)
            if isinstance(value, Constant) and not isinstance(value.constant, bool):
                raise ValueError(f"the constant of '{key}' is true or false")
        return self

    @property
    def looked_up(self) -> dict[str, list[str]]:
        """The names of the datasets that values are looked up in, and of those values."""
        rows = {"country": self.country, "hold": self.hold, "consent": self.consent}
        found: dict[str, list[str]] = {}
        for name, value in {**self.anchors, **rows}.items():
            if isinstance(value, Lookup):
                found.setdefault(value.dataset, []).append(name)
        return found


def undeclared(name: str) -> Dataset:
    """A dataset that conf does not know: one that declares nothing."""
    return Dataset(name=name, source=Source(path=name))


def _compiles(regex: str) -> str:
    try:
        re.compile(regex)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return regex


CompiledRegex = Annotated[Regex, AfterValidator(_compiles)]


class SitePattern(Noun):
    """A site's own number (customer, order, gift card) as a pattern.

    `columns` match whole normalised column names. `needs_context`: the number counts
    only beside a context word or in such a column. The examples are tried on reading.
    """

    entity: Entity
    regex: CompiledRegex
    context: tuple[str, ...] = ()
    columns: tuple[CompiledRegex, ...] = ()
    needs_context: bool = False
    examples: Annotated[tuple[str, ...], Field(min_length=1)]
    counterexamples: tuple[str, ...]

    @model_validator(mode="after")
    def _keeps_its_word(self) -> SitePattern:
        if len(self.counterexamples) < len(self.examples):
            raise ValueError("give at least as many counterexamples as examples")
        for place, example in enumerate(self.examples):
            if not re.search(self.regex, example):
                raise ValueError(f"example {place + 1} does not match the regex")
        for place, example in enumerate(self.counterexamples):
            if re.search(self.regex, example) and not self.needs_context:
                raise ValueError(f"counterexample {place + 1} matches the regex")
        return self


class Detection(Noun):
    """What this organisation adds to the recognizers: own numbers, own data.

    `ours` holds the organisation's own values per entity, `not_personal` regular expressions
    per entity; a value that one matches as a whole, in any case, with or without its spaces and
    signs, is nobody's. `pipeline` names an installed spaCy pipeline; None is the one that comes
    with the project.
    """

    patterns: tuple[SitePattern, ...] = ()
    ours: dict[Entity, tuple[str, ...]] = Field(default_factory=dict)
    not_personal: dict[Entity, tuple[CompiledRegex, ...]] = Field(default_factory=dict)
    pipeline: str | None = None
