"""Every scalar of a nested schema as a string column: structs, arrays and maps to their leaves.

A leaf's path is dotted: `adres.straat`; `[]` stands for an array's elements, `{}` for
a map's values and `{key}` for its keys (`regels[].omschrijving`, `extra{}`). Where a
path passes an array or a map, the leaf is one list of strings per row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyspark.sql import Column
from pyspark.sql import functions as F
from pyspark.sql import types as T


@dataclass(frozen=True)
class Leaf:
    """A scalar's path and its values: string, or array of strings."""

    path: str
    values: Column


@dataclass(frozen=True)
class Unread:
    """A part of the schema that holds no text, and why it is not read."""

    path: str
    reason: str


Shown = Callable[[str], str]
"""Gives a field's name as results may show it."""


def leaves(
    schema: T.StructType, hidden: tuple[str, ...] = (), shown: Shown = str
) -> Iterator[Leaf | Unread]:
    """The leaves of all columns but the hidden ones, in the schema's order."""
    for field in schema.fields:
        if field.name not in hidden:
            column = F.col(f"`{field.name.replace('`', '``')}`")
            yield from _walk(shown(field.name), field.dataType, column, _apply, shown)


def _apply(column: Column, take: Callable[[Column], Column]) -> Column:
    return take(column)


def _each(column: Column, take: Callable[[Column], Column]) -> Column:
    return F.transform(column, take)


Lift = Callable[[Column, Callable[[Column], Column]], Column]


def _walk(
    path: str, kind: T.DataType, column: Column, lift: Lift, shown: Shown
) -> Iterator[Leaf | Unread]:
    if isinstance(kind, T.StructType):
        for field in kind.fields:
            inner = lift(column, _member(field.name))
            yield from _walk(f"{path}.{shown(field.name)}", field.dataType, inner, lift, shown)
    elif isinstance(kind, T.ArrayType):
        yield from _walk(f"{path}[]", kind.elementType, _flat(column, lift), _each, shown)
    elif isinstance(kind, T.MapType):
        keys, values = lift(column, F.map_keys), lift(column, F.map_values)
        yield from _walk(f"{path}{{key}}", kind.keyType, _flat(keys, lift), _each, shown)
        yield from _walk(f"{path}{{}}", kind.valueType, _flat(values, lift), _each, shown)
    elif isinstance(kind, T.BinaryType):
        yield Unread(path, "binair: geen leesbare tekst")
    else:
        yield Leaf(path, lift(column, lambda c: _text(c, kind)))


def _member(name: str) -> Callable[[Column], Column]:
    return lambda struct: struct.getField(name)


def _flat(column: Column, lift: Lift) -> Column:
    # flatten gives nothing at all where one of the inner arrays is null
    return F.flatten(F.filter(column, F.isnotnull)) if lift is _each else column


def _text(column: Column, kind: T.DataType) -> Column:
    if isinstance(kind, T.StringType):
        # one byte that is no UTF-8 would make the whole batch unreadable outside the JVM
        return F.make_valid_utf8(column)
    if isinstance(kind, T.FloatType | T.DoubleType):
        # a number that was stored as a float would else read 1.23456782E8
        whole = column.cast("decimal(38,0)")
        return F.when(column == whole, whole.cast("string")).otherwise(column.cast("string"))
    return column.cast("string")
