"""Arrow batch in, counts out: the last place that sees a value.

Per column and entity two tiers of rows are counted, for `columns.decide` to choose
between once all batches are known:

- `text`: rows with a certain match in running text;
- `cell`: those, and the rows whose whole cell has the shape that the column rule asks
  for. Only for entities that the column's name announces or that can prove themselves
  by their check rule alone.

Each count is kept per country, and per anchor event with its day and hold. What leaves
is a number per key; the texts stay here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detectors.anchors import ADULT, LATEST, UNDER_AGE
from detectors.cells import Cells, Mask, cells
from detectors.engine import NAMES, Engine, Setup, engine
from detectors.prefilter import Prefilter
from detectors.recognizer import Recognizer

ALL_COLUMNS = -1
"""The column number under which all rows are counted."""

_NO_DAY = np.iinfo(np.int32).min
_FREE_TEXT_WORDS = 3

SCHEMA = pa.schema(
    [
        ("column", pa.int32()),
        ("entity", pa.string()),
        ("tier", pa.string()),
        ("country", pa.string()),
        ("anchor", pa.string()),
        ("day", pa.date32()),
        ("held", pa.bool_()),
        ("n", pa.int64()),
        ("valid", pa.int64()),
        ("distinct", pa.int64()),
    ]
)
"""Counts: `anchor` null is a total per country; `entity` null counts filled cells."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to count: the columns `c0, c1, ...` of a batch and the entities announced for each.

    A batch holds the columns, then `country` (string), `held` and `consent` (boolean)
    and one date column `a_<name>` per anchor. `day` is the day of the sweep.
    """

    announced: tuple[frozenset[str], ...]
    anchors: tuple[str, ...]
    day: date
    setup: Setup


Key = tuple[int, str | None, str | None, str | None, str | None, int | None, bool | None]
Counts = dict[Key, list[int]]


@dataclass(frozen=True)
class _Axis:
    """Rows of a batch grouped by one property: a code per row, and what each code means."""

    codes: npt.NDArray[np.int64]
    keys: list[tuple[str | None, str | None, int | None, bool | None]]

    def add(
        self, counts: Counts, at: tuple[int, str | None, str | None], rows: Mask, valid: Mask
    ) -> None:
        n = np.bincount(self.codes[rows], minlength=len(self.keys))
        v = np.bincount(self.codes[valid], minlength=len(self.keys))
        for code in np.flatnonzero(n):
            entry = counts.setdefault((*at, *self.keys[code]), [0, 0, 0])
            entry[0] += int(n[code])
            entry[1] += int(v[code])


class Counter:
    """Counts batch after batch by one plan; built once per process through `counter`."""

    def __init__(self, setup: Setup) -> None:
        """Compile the prefilter and load the engine."""
        self._engine: Engine = engine(setup)
        self._recognizers: tuple[Recognizer, ...] = setup.recognizers
        self._prefilter = Prefilter(setup.recognizers)
        self._excludes = setup.exclusions.excludes
        self._texts = {r.entity for r in setup.recognizers if r.column.holds_text}

    def count(self, batch: pa.RecordBatch, plan: Plan, counts: Counts) -> None:
        """Add what one batch holds to `counts`."""
        held = _booleans(batch.column("held"))
        all_rows = np.ones(batch.num_rows, dtype=np.bool_)
        totals = _countries(batch.column("country"))
        ages = [_age_axis(name, days, held) for name, days in _days(batch, plan.anchors).items()]
        under_age = _under_age_axis(plan.day, _booleans(batch.column("consent")))
        totals.add(counts, (ALL_COLUMNS, None, None), all_rows, all_rows)
        for number, announced in enumerate(plan.announced):
            column = cells(batch.column(f"c{number}"))
            totals.add(counts, (number, None, None), column.filled(), column.filled())
            for entity, tier, texts, valid in self._tiers(column, announced):
                rows, good = column.rows_with(texts), column.rows_with(valid)
                for axis in (totals, *ages):
                    axis.add(counts, (number, entity, tier), rows, good)
                distinct = int(texts.sum())
                for key in [k for k in totals.keys if (number, entity, tier, *k) in counts]:
                    entry = counts[(number, entity, tier, *key)]
                    entry[2] = max(entry[2], distinct)
                minors = self._minors(column, entity, texts, plan.day)
                if minors is not None:
                    rows = column.rows_with(minors)
                    under_age.add(counts, (number, entity, tier), rows, rows)

    def _tiers(
        self, column: Cells, announced: frozenset[str]
    ) -> Iterator[tuple[str, str, Mask, Mask]]:
        """Entity, tier, texts with it, and those that pass its check rule; masks of shape (d,)."""
        shapes = {
            recognizer.entity: self._shaped(column, recognizer)
            for recognizer in self._recognizers
            if recognizer.entity in announced or recognizer.column.alone
        }
        claims = {e: shapes[e][0] for e in announced if e in shapes and e not in self._texts}
        certain = self._certain(column, claims)
        for entity, found in certain.items():
            yield entity, "text", found, found
        for entity, (shaped, valid) in shapes.items():
            if entity in certain:
                shaped, valid = shaped | certain[entity], valid | certain[entity]
            if shaped.any():
                yield entity, "cell", shaped, valid

    def _certain(self, column: Cells, claims: Mapping[str, Mask]) -> dict[str, Mask]:
        """Per entity the texts with a certain match; shapes (d,).

        A text that an announced entity claims as its value holds no name beside it, and
        nothing that is the whole of it but by a check rule: `30.59.84.10` in a column
        of phone numbers is no IP address, a street's namesake no person.
        """
        texts, found = column.texts, dict[str, Mask]()
        claimed = np.logical_or.reduce([np.zeros(len(texts), dtype=np.bool_), *claims.values()])
        wanted: dict[int, list[str]] = {}
        for text, number in self._prefilter.candidates(texts).tolist():
            wanted.setdefault(text, []).append(self._recognizers[number].entity)
        free = _free_texts(texts) & ~claimed
        for text in (text for text in wanted if not free[text]):
            value = texts[text].as_py()
            for match in self._engine.detect_patterns(value, wanted[text]):
                beside = claimed[text] and match.entity not in claims
                whole = match.end - match.start == len(value) and not match.valid
                if not (beside and (whole or match.entity in NAMES)):
                    _mark(found, match.entity, text, len(texts))
        numbers = np.flatnonzero(free).tolist()
        matches = self._engine.detect_with_names(
            [texts[text].as_py() for text in numbers],
            [wanted.get(text, []) for text in numbers],
        )
        for text, some in zip(numbers, matches, strict=True):
            for match in some:
                _mark(found, match.entity, text, len(texts))
        return found

    def _shaped(self, column: Cells, recognizer: Recognizer) -> tuple[Mask, Mask]:
        shaped = np.zeros(len(column.texts), dtype=np.bool_)
        valid = np.zeros(len(column.texts), dtype=np.bool_)
        for number, text in enumerate(column.texts.to_pylist()):
            if recognizer.fits_cell(text) and not self._excludes(recognizer.entity, text):
                shaped[number] = True
                valid[number] = recognizer.is_valid is None or recognizer.is_valid(text)
        return shaped, valid

    def _minors(self, column: Cells, entity: str, texts: Mask, day: date) -> Mask | None:
        stated = next(
            (r.stated_date for r in self._recognizers if r.entity == entity and r.stated_date), None
        )
        if stated is None:
            return None
        minors = np.zeros(len(texts), dtype=np.bool_)
        for number in np.flatnonzero(texts).tolist():
            born = stated(column.texts[number].as_py())
            minors[number] = born is not None and _years(born, day) < ADULT
        return minors if minors.any() else None


@lru_cache(maxsize=2)
def counter(setup: Setup) -> Counter:
    """The counter of this process for a setup; built at the first call."""
    return Counter(setup)


def count(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Counts of all batches of one partition, as one batch of `SCHEMA`."""
    counts: Counts = {}
    for batch in batches:
        counter(plan.setup).count(batch, plan, counts)
    columns = list(zip(*((*key, *entry) for key, entry in counts.items()), strict=True))
    if columns:
        arrays = [
            pa.array(values, type=pa.int32()).cast(field.type)
            if pa.types.is_date32(field.type)
            else pa.array(values, type=field.type)
            for values, field in zip(columns, SCHEMA, strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _mark(found: dict[str, Mask], entity: str, text: int, size: int) -> None:
    found.setdefault(entity, np.zeros(size, dtype=np.bool_))[text] = True


def _free_texts(texts: pa.StringArray) -> Mask:
    """Texts of several words, where a name may stand in a sentence; shape (d,)."""
    words = pc.count_substring(texts, " ")
    enough: Mask = words.to_numpy(zero_copy_only=False) >= _FREE_TEXT_WORDS - 1
    return enough


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _booleans(column: pa.BooleanArray) -> Mask:
    """A boolean column; what is not known does not hold."""
    values: Mask = column.fill_null(False).to_numpy(zero_copy_only=False)
    return values


def _countries(column: pa.StringArray) -> _Axis:
    """Rows by country; what is no code of two capitals is an unknown country."""
    # an expression that gives a row's text instead of a code must not carry it out
    is_code = pc.fill_null(pc.match_substring_regex(column, r"\A[A-Z]{2}\z"), False)
    encoded = pc.if_else(is_code, column, "").dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return _Axis(
        codes, [(name or None, None, None, None) for name in encoded.dictionary.to_pylist()]
    )


def _days(batch: pa.RecordBatch, anchors: tuple[str, ...]) -> Mapping[str, npt.NDArray[np.int32]]:
    """Days since 1970 per anchor, and of the latest of each set of anchors; shape (rows,)."""
    single = {
        name: batch.column(f"a_{name}")
        .cast(pa.int32())
        .fill_null(_NO_DAY)
        .to_numpy(zero_copy_only=False)
        for name in sorted(anchors)
    }
    days = dict(single)
    for size in range(2, len(single) + 1):
        for names in combinations(single, size):
            days[LATEST.join(names)] = np.maximum.reduce([single[name] for name in names])
    return days


def _age_axis(anchor: str, days: npt.NDArray[np.int32], held: Mask) -> _Axis:
    packed, codes = np.unique(days.astype(np.int64) * 2 + held, return_inverse=True)
    keys: list[tuple[str | None, str | None, int | None, bool | None]] = []
    for value in packed.tolist():
        day = value >> 1
        keys.append((None, anchor, None if day == _NO_DAY else day, bool(value & 1)))
    return _Axis(codes.astype(np.int64), keys)


def _under_age_axis(day: date, consent: Mask) -> _Axis:
    number = (day - date(1970, 1, 1)).days
    return _Axis(
        consent.astype(np.int64),
        [(None, UNDER_AGE, number, False), (None, UNDER_AGE, number, True)],
    )
