"""The skeleton of a pattern: a byte pattern, cheap to scan for, that misses nothing.

Wherever a recognizer's pattern matches, its skeleton matches inside that match. Five
things make it cheap: look-arounds and boundaries fall away; what is optional at either
end falls away, and a repeat there is cut to its least; a long repeat in the middle
has no upper bound; a letter outside ASCII is any sequence of UTF-8 bytes; and what a match goes
on with after its first characters is left out. Of a long
pattern whose value is one of some words (an illness, behind all ways to name a person), only
these words stay: to compile costs more than in proportion to what there is to compile. What
it matches too much is refused afterwards by the pattern itself.
"""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from detectors.classes import ascii_members, ranges

_MOST = 4
"""A repeat that may go beyond this has no upper bound in the skeleton."""

_ENOUGH = 10
"""A skeleton ends where a match has so many characters at least; to scan for more takes longer than
to refuse afterwards what begins alike."""

_LONG = 1500
"""Bytes of a skeleton that is too long where the words of the value can stand for it."""

_WORD = 2
"""Letters that every such word must have."""

_BEYOND_ASCII = rb"[\xc2-\xf4][\x80-\xbf]{1,3}"
_FOLDED = {"i": rb"\xc4[\xb0\xb1]", "k": rb"\xe2\x84\xaa", "s": rb"\xc5\xbf"}
"""Without case the dotted and dotless i, the Kelvin sign and the long s count as these."""

_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)

_Node = tuple[Any, Any]


def skeleton(regex: str) -> bytes:
    """The byte pattern of a Python regular expression.

    Raises ValueError where nothing is left that a match must contain.
    """
    parsed = parser.parse(regex)
    fold = bool(parsed.state.flags & re.IGNORECASE)
    core = _sequence(_begun(parsed, _ENOUGH), fold, True, True)
    if len(core) > _LONG and "value" in parsed.state.groupdict:
        value = _group(list(parsed), parsed.state.groupdict["value"], fold)
        if value is not None and _letters(value[0]) >= _WORD:
            core = _sequence(*value, True, True)
    if re.compile(core, re.DOTALL).match(b"") is not None:
        raise ValueError(f"the pattern can match nothing at all: {regex}")
    return core


def _begun(nodes: Iterable[_Node], enough: int) -> list[_Node]:
    """The first of the nodes, as far as what they match has `enough` characters."""
    kept: list[_Node] = []
    for kind, argument in nodes:
        if enough <= 0:
            break
        least = _least((kind, argument))
        if least > enough:
            argument = _cut(kind, argument, enough)
        kept.append((kind, argument))
        enough -= least
    return kept


def _cut(kind: Any, argument: Any, enough: int) -> Any:
    """The argument of a node that matches more than `enough` characters, cut to about so many."""
    if kind is op.SUBPATTERN:
        *flags, inner = argument
        return (*flags, _begun(inner, enough))
    if kind is op.BRANCH:
        return (argument[0], [_begun(branch, enough) for branch in argument[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        _, _, inner = argument
        once = sum(map(_least, inner))
        if once >= enough:
            return (1, 1, _begun(inner, enough))
        times = -(-enough // once)
        return (times, times, inner)
    return argument


def _group(nodes: list[_Node], number: int, fold: bool) -> tuple[list[_Node], bool] | None:
    """What stands in a group that every match has, and whether it is read without case."""
    for kind, argument in nodes:
        if kind is op.SUBPATTERN:
            group, more, less, inner = argument
            folded = (fold or bool(more & re.IGNORECASE)) and not less & re.IGNORECASE
            if group == number:
                return list(inner), folded
            if (found := _group(list(inner), number, folded)) is not None:
                return found
    return None


def _letters(nodes: Iterable[_Node]) -> int:
    """How many characters of a match are told one by one, at least."""
    told = 0
    for kind, argument in nodes:
        if kind is op.LITERAL:
            told += 1
        elif kind is op.SUBPATTERN:
            told += _letters(argument[3])
        elif kind is op.BRANCH:
            told += min(map(_letters, argument[1]))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            told += argument[0] * _letters(argument[2])
    return told


def _sequence(nodes: list[_Node], fold: bool, first: bool, last: bool) -> bytes:
    kept = [node for node in nodes if node[0] not in _ZERO_WIDTH]
    while first and kept and _least(kept[0]) == 0:
        kept.pop(0)
    while last and kept and _least(kept[-1]) == 0:
        kept.pop()
    end = len(kept) - 1
    return b"".join(
        _node(node, fold, first and place == 0, last and place == end)
        for place, node in enumerate(kept)
    )


def _least(node: _Node) -> int:
    """The least number of characters that a node takes."""
    kind, argument = node
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, _, inner = argument
        return int(low) * sum(_least(n) for n in inner)
    if kind is op.SUBPATTERN:
        return sum(_least(n) for n in argument[3])
    if kind is op.ATOMIC_GROUP:
        return sum(_least(n) for n in argument)
    if kind is op.BRANCH:
        return min(sum(_least(n) for n in branch) for branch in argument[1])
    return 0 if kind in _ZERO_WIDTH else 1


def _node(node: _Node, fold: bool, first: bool, last: bool) -> bytes:
    kind, argument = node
    if kind is op.LITERAL:
        return _literal(argument, fold)
    if kind in (op.IN, op.NOT_LITERAL, op.ANY):
        return _one_of(node, fold)
    if kind is op.SUBPATTERN:
        _, more, less, inner = argument
        folded = (fold or bool(more & re.IGNORECASE)) and not less & re.IGNORECASE
        return b"(?:" + _sequence(list(inner), folded, first, last) + b")"
    if kind is op.ATOMIC_GROUP:
        return b"(?:" + _sequence(list(argument), fold, first, last) + b")"
    if kind is op.BRANCH:
        branches = (_sequence(list(branch), fold, first, last) for branch in argument[1])
        return b"(?:" + b"|".join(branches) + b")"
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        low, high, inner = argument
        return _repeat(low, high, inner, fold, first or last)
    raise ValueError(f"a pattern for a prefilter cannot hold {kind}")


def _repeat(low: int, high: int, inner: Iterable[_Node], fold: bool, edge: bool) -> bytes:
    body = b"(?:" + _sequence(list(inner), fold, False, False) + b")"
    if edge:
        return body + b"{%d}" % low
    if high is op.MAXREPEAT or high > _MOST:
        return body + b"{%d,}" % low
    return body + b"{%d,%d}" % (low, high)


def _literal(code: int, fold: bool) -> bytes:
    character = chr(code)
    if not fold or not character.isalpha():
        return b"".join(map(_byte, character.encode()))
    if character.lower() in _FOLDED:
        lower = character.lower()
        return b"(?:[%b%b]|%b)" % (lower.encode(), lower.upper().encode(), _FOLDED[lower])
    return _one_of((op.IN, [(op.LITERAL, code)]), fold)


def _one_of(node: _Node, fold: bool) -> bytes:
    """A character class: its ASCII members, and any other letter where it may hold one."""
    flags = re.DOTALL | (re.IGNORECASE if fold else 0)
    return _either(ascii_members(node, flags), beyond=_beyond(node, fold))


def _beyond(node: _Node, fold: bool) -> bool:
    """Whether a class may hold a character outside ASCII."""
    kind, argument = node
    if kind is not op.IN:
        return True
    for item, value in argument:
        if item is op.LITERAL and (value > 127 or (fold and chr(value).lower() in _FOLDED)):
            return True
        if item is op.RANGE and (value[1] > 127 or (fold and _spans_folded(*value))):
            return True
        if item in (op.CATEGORY, op.NEGATE):
            return True
    return False


def _spans_folded(low: int, high: int) -> bool:
    return any(low <= ord(c) <= high for letter in _FOLDED for c in (letter, letter.upper()))


def _byte(code: int) -> bytes:
    """A byte as an expression; letters and digits as they are, for its length is limited."""
    return bytes([code]) if code < 128 and chr(code).isalnum() else b"\\x%02x" % code


def _either(members: frozenset[int], *, beyond: bool) -> bytes:
    ascii_class = (
        b"[" + b"".join(_range(*ends) for ends in ranges(sorted(members))) + b"]"
        if members
        else b""
    )
    if not beyond:
        return ascii_class
    return b"(?:" + b"|".join(part for part in (ascii_class, _BEYOND_ASCII) if part) + b")"


def _range(low: int, high: int) -> bytes:
    return _byte(low) if low == high else _byte(low) + b"-" + _byte(high)
