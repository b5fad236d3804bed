"""What is found but is nobody's personal data: the organisation's own, role mail, examples.

Both come from conf: `ours` are literal values per entity, compared without case,
spaces and punctuation; `not_personal` are regular expressions that a whole value
must match, without case, as it stands or without its spaces and punctuation.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from detectors.cells import Mask
from detectors.re2 import is_expression, matching
from detectors.re2_loose import may_be_whole

_BETWEEN = "[^0-9A-Za-z]*"


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@dataclass(frozen=True, kw_only=True)
class Exclusions:
    """Values per entity that never count; pairs instead of dicts, so that it hashes."""

    ours: tuple[tuple[str, tuple[str, ...]], ...] = ()
    not_personal: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def _ours(self) -> Mapping[str, frozenset[str]]:
        return {entity: frozenset(map(_bare, values)) for entity, values in self.ours}

    @cached_property
    def _not_personal(self) -> Mapping[str, re.Pattern[str]]:
        return {
            entity: re.compile("|".join(f"(?:{regex})" for regex in regexes), re.IGNORECASE)
            for entity, regexes in self.not_personal
            if regexes
        }

    def excludes(self, entity: str, value: str) -> bool:
        """Whether this value of this entity is the organisation's own, or nobody's."""
        own, nobody = self._ours.get(entity), self._not_personal.get(entity)
        if own is None and nobody is None:
            return False
        bare = _bare(value)
        if own is not None and bare in own:
            return True
        return nobody is not None and any(map(nobody.fullmatch, (value.strip(), bare)))

    def excludes_each(self, entity: str, values: pa.StringArray) -> Mask:
        """As `excludes`, of n values, all of them ASCII; shape (n,)."""
        found = np.zeros(len(values), dtype=np.bool_)
        if entity in self._possible:
            found |= matching(values, self._possible[entity])
            asked = values.filter(pa.array(found)).to_pylist()
            found[found] = [self.excludes(entity, value) for value in asked]
        return found

    @cached_property
    def _possible(self) -> Mapping[str, str]:
        """Per entity an expression of RE2 that matches every value that might be excluded."""
        regexes: dict[str, list[str]] = {}
        for entity, values in self.ours:
            regexes.setdefault(entity, []).extend(re.escape(_bare(value)) for value in values)
        for entity, own in self.not_personal:
            regexes.setdefault(entity, []).extend(own)
        return {entity: _loosely(own) for entity, own in regexes.items() if own}


def _loosely(regexes: Sequence[str]) -> str:
    bodies = [may_be_whole(regex, re.IGNORECASE, _BETWEEN) for regex in regexes]
    test = rf"\A{_BETWEEN}(?:{'|'.join(f'(?:{body})' for body in bodies)})\z"
    return test if is_expression(test) else ""


def exclusions(
    ours: Mapping[str, Sequence[str]], not_personal: Mapping[str, Sequence[str]]
) -> Exclusions:
    """Exclusions from conf's two mappings, entity to values."""
    return Exclusions(
        ours=tuple((entity, tuple(values)) for entity, values in sorted(ours.items())),
        not_personal=tuple((e, tuple(values)) for e, values in sorted(not_personal.items())),
    )
