"""Mistake: what is wrong at one place of a conf file, in words that a person can act on.

No mistake repeats a value of the file: keys and declared names at most, cut to size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jobs.conf.document import Document, Loc
from jobs.errors import ConfError
from jobs.model import Noun
from jobs.model.base import PERIOD

Schema = dict[str, Any]

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True)
class Mistake:
    """What is wrong at a place, and how to cure it."""

    loc: Loc
    problem: str
    remedy: str = ""


def shown(name: object) -> str:
    """A key or name between quotes, cut to size."""
    text = str(name)
    return f"'{text}'" if len(text) <= 40 else f"'{text[:37]}...'"


def unknown(loc: Loc, noun: str, name: str, known: Collection[str]) -> Mistake:
    """A name that stands for nothing known, with the nearest one that does."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    few = sorted(known) if len(known) <= 12 else []
    remedy = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(few)}" if few else ""
    return Mistake(loc, f"unknown {noun} {shown(name)}", remedy)


def refuse(document: Document, mistakes: Iterable[Mistake]) -> None:
    """Raise one `ConfError`, a line for each mistake; nothing happens where there is none."""
    found = [(document.place(mistake.loc), mistake) for mistake in mistakes]
    if not found:
        return
    (first, mistake), *others = found
    problem, remedy = mistake.problem, mistake.remedy
    lines = [str(ConfError(place, other.problem, other.remedy)) for place, other in others]
    if lines:
        head = f"{problem}; {remedy}" if remedy else problem
        raise ConfError(first, "\n".join((head, *lines)))
    raise ConfError(first, problem, remedy)


def valid(document: Document, noun: type[N], data: dict[str, Any]) -> N:
    """The noun that a document's data make; raises one `ConfError` for all that is wrong."""
    try:
        return noun.model_validate(data)
    except ValidationError as error:
        refuse(document, of_validation(error, noun.model_json_schema()))
        raise


def of_validation(error: ValidationError, schema: Schema) -> tuple[Mistake, ...]:
    """The mistakes that pydantic found against the model with this JSON schema."""
    found: dict[Loc, Mistake] = {}
    for detail in error.errors(include_url=False, include_input=False):
        loc, below = _walk(detail["loc"], schema)
        found.setdefault(loc, _mistake(loc, detail, below))
    return tuple(found.values())


def _walk(loc: tuple[int | str, ...], schema: Schema) -> tuple[Loc, Schema]:
    """The place in the file that pydantic means, and the schema of what holds it.

    Pydantic's own place also names the models of a union, and a key that is itself wrong.
    """
    definitions = schema.get("$defs", {})
    place: list[str | int] = []
    holder = here = schema
    for part in loc:
        if part == "[key]":
            continue
        if part in definitions and part not in _properties(here):
            here = definitions[part]
            continue
        holder = here
        here = _resolved(_properties(here).get(str(part), _items(here)), definitions)
        place.append(part)
    return tuple(place), holder


def _properties(schema: Schema) -> Schema:
    properties: Schema = schema.get("properties", {})
    return properties


def _items(schema: Schema) -> Schema:
    """The schema of what a list or a free mapping holds."""
    patterns = list(schema.get("patternProperties", {}).values())
    for inner in (schema.get("items"), schema.get("additionalProperties"), *patterns):
        if isinstance(inner, dict):
            return inner
    return {}


def _resolved(schema: Schema, definitions: Schema) -> Schema:
    """The schema behind an optional one or a reference."""
    for option in schema.get("anyOf", []):
        if option.get("type") != "null":
            schema = option
            break
    reference = schema.get("$ref", "").rpartition("/")[2]
    resolved: Schema = definitions.get(reference, schema)
    return resolved


def _mistake(loc: Loc, detail: ErrorDetails, holder: Schema) -> Mistake:
    key = loc[-1] if loc else ""
    dotted = ".".join(str(part) for part in loc)
    match detail["type"]:
        case "extra_forbidden":
            return unknown(loc, "key", str(key), _properties(holder))
        case "missing":
            return Mistake(loc, f"missing key {shown(key)}", f"add '{key}:'")
        case "value_error":
            text = detail["msg"].removeprefix("Value error, ")
        case "string_pattern_mismatch" if detail.get("ctx", {}).get("pattern") == PERIOD:
            text = "not of the form P7Y, P3M or P0D"
        case kind:
            text = _WORDS.get(kind, "").format_map(detail.get("ctx", {})) or detail["msg"]
    return Mistake(loc, f"{dotted[:80]}: {text}" if dotted else text)


_WORDS = {
    "invalid_key": "a key is text; put it in quotes",
    "string_type": "give text, in quotes where it looks like a number or a date",
    "bool_type": "give true or false",
    "bool_parsing": "give true or false",
    "int_type": "give a whole number",
    "int_parsing": "give a whole number",
    "tuple_type": "give a list: [a, b]",
    "dict_type": "give keys and values",
    "model_type": "give keys and values",
    "model_attributes_type": "give keys and values",
    "date_type": "give a day: 2026-01-31",
    "date_parsing": "give a day: 2026-01-31",
    "date_from_datetime_parsing": "give a day: 2026-01-31",
    "date_from_datetime_inexact": "give a day without a time: 2026-01-31",
    "literal_error": "give {expected}",
    "enum": "give {expected}",
    "string_pattern_mismatch": "not of the form {pattern}",
    "string_too_short": "at least {min_length} character needed here",
    "too_long": "at most {max_length} fit here",
    "too_short": "at least {min_length} needed here",
}
