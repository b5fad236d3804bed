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

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detectors.anchors import ADULT
from detectors.axes import Counts, age_axis, booleans, countries, days, under_age_axis
from detectors.cells import Cells, Mask, cells
from detectors.engine import NAME_SCORE, NAMES, Engine, Setup, engine
from detectors.known_names import is_confirmed
from detectors.prefilter import Prefilter
from detectors.recognizer import Recognizer

ALL_COLUMNS = -1
"""The column number under which all rows are counted."""

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
        held = booleans(batch.column("held"))
        all_rows = np.ones(batch.num_rows, dtype=np.bool_)
        totals = countries(batch.column("country"))
        ages = [age_axis(name, told, held) for name, told in days(batch, plan.anchors).items()]
        under_age = under_age_axis(plan.day, booleans(batch.column("consent")))
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
        certain, confirmed = self._certain(column, claims)
        for entity, found in certain.items():
            yield entity, "text", found, confirmed.get(entity, np.zeros_like(found))
        for entity, (shaped, valid) in shapes.items():
            if entity in certain:
                shaped, valid = shaped | certain[entity], valid | certain[entity]
            if shaped.any():
                yield entity, "cell", shaped, valid

    def _certain(
        self, column: Cells, claims: Mapping[str, Mask]
    ) -> tuple[dict[str, Mask], dict[str, Mask]]:
        """Per entity the texts with a certain match; of names also those confirmed; shapes (d,).

        A text that an announced entity claims as its value holds no name beside it, and
        nothing that is the whole of it but by a check rule: `30.59.84.10` in a column
        of phone numbers is no IP address, a street's namesake no person.
        """
        texts, found, confirmed = column.texts, dict[str, Mask](), dict[str, Mask]()
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
                    _mark(confirmed, match.entity, text, len(texts))
        numbers = np.flatnonzero(free).tolist()
        matches = self._engine.detect_with_names(
            [texts[text].as_py() for text in numbers],
            [wanted.get(text, []) for text in numbers],
        )
        for text, some in zip(numbers, matches, strict=True):
            for match in some:
                _mark(found, match.entity, text, len(texts))
                value = texts[text].as_py()[match.start : match.end]
                if (
                    match.entity not in NAMES
                    or match.score > NAME_SCORE
                    or is_confirmed(match.entity, value)
                ):
                    _mark(confirmed, match.entity, text, len(texts))
        return found, confirmed

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
