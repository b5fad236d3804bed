"""Every scalar of a nested schema as a string column: structs, arrays and maps to their leaves.

A leaf's path is dotted: `adres.straat`; `[]` stands for an array's elements, `{}` for
a map's values and `{key}` for its keys (`regels[].omschrijving`, `extra{}`). Where a
path passes an array or a map, the leaf is one list of strings per row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyspark.sql import types as T


@dataclass(frozen=True)
class Leaf:
    """A scalar's path, and the SQL of its values: string, or array of strings.

    `native` is the SQL of values that `detectors.as_text` writes as text: of their own type, which
    takes less of Spark, where they are no list.

    SQL, as a wide table of expressions that are built one by one takes a second.
    """

    path: str
    sql: str
    native: str
    is_list: bool


@dataclass(frozen=True)
class Unread:
    """A part of the schema that holds no text, and why it is not read."""

    path: str
    reason: str


_NATIVE = (T.StringType, T.IntegralType, T.FloatType, T.DoubleType, T.BooleanType, T.DateType)

Shown = Callable[[str], str]
"""Gives a field's name as results may show it."""


def leaves(
    schema: T.StructType, hidden: tuple[str, ...] = (), shown: Shown = str
) -> Iterator[Leaf | Unread]:
    """The leaves of all columns but the hidden ones, in the schema's order."""
    for field in schema.fields:
        if field.name not in hidden:
            column = f"`{field.name.replace('`', '``')}`"
            yield from _walk(shown(field.name), field.dataType, column, _apply, shown)


def _apply(sql: str, take: Callable[[str], str]) -> str:
    return take(sql)


def _each(sql: str, take: Callable[[str], str]) -> str:
    # no lambda holds another, so that one name does
    return f"transform({sql}, x -> {take('x')})"


Lift = Callable[[str, Callable[[str], str]], str]


def _walk(
    path: str, kind: T.DataType, sql: str, lift: Lift, shown: Shown
) -> Iterator[Leaf | Unread]:
    if isinstance(kind, T.StructType):
        for field in kind.fields:
            inner = lift(sql, _member(field.name))
            yield from _walk(f"{path}.{shown(field.name)}", field.dataType, inner, lift, shown)
    elif isinstance(kind, T.ArrayType):
        yield from _walk(f"{path}[]", kind.elementType, _flat(sql, lift), _each, shown)
    elif isinstance(kind, T.MapType):
        keys, values = lift(sql, "map_keys({})".format), lift(sql, "map_values({})".format)
        yield from _walk(f"{path}{{key}}", kind.keyType, _flat(keys, lift), _each, shown)
        yield from _walk(f"{path}{{}}", kind.valueType, _flat(values, lift), _each, shown)
    elif isinstance(kind, T.BinaryType):
        yield Unread(path, "binair: geen leesbare tekst")
    else:
        text = lift(sql, lambda value: _text(value, kind))
        is_native = lift is _apply and isinstance(kind, _NATIVE)
        yield Leaf(path, text, sql if is_native else text, lift is _each)


def _member(name: str) -> Callable[[str], str]:
    quoted = name.replace("\\", "\\\\").replace("'", "\\'")
    # `a`.`b` could also be the column b of a table a
    return lambda struct: f"{struct}['{quoted}']"


def _flat(sql: str, lift: Lift) -> str:
    # flatten gives nothing at all where one of the inner arrays is null
    return f"flatten(filter({sql}, x -> x IS NOT NULL))" if lift is _each else sql


def _text(sql: str, kind: T.DataType) -> str:
    if isinstance(kind, T.StringType):
        # one byte that is no UTF-8 would make the whole batch unreadable outside the JVM
        return f"make_valid_utf8({sql})"
    plain = f"CAST({sql} AS STRING)"
    if isinstance(kind, T.FloatType | T.DoubleType):
        # a number that was stored as a float would else read 1.23456782E8
        return (
            f"CASE WHEN abs({sql}) < {_EXACT}D AND {sql} = CAST({sql} AS BIGINT)"
            f" THEN CAST(CAST({sql} AS BIGINT) AS STRING)"
            f" WHEN {sql} = CAST({sql} AS DECIMAL(38,0))"
            f" THEN CAST(CAST({sql} AS DECIMAL(38,0)) AS STRING) ELSE {plain} END"
        )
    return plain


_EXACT = 2**53
"""Below it a float is exact as a whole number, which is told faster than by a decimal."""
