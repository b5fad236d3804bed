"""A word as a vector, from its spelling and the lists that hold it: the pipeline's first layer.

spaCy's own embeddings look at a word's form, first letter, last three and shape. Names
are open-ended, so this one also takes every group of three to five letters in the word:
a name that was never seen still looks like the names that were. What a word becomes does
not depend on its neighbours; a text's repeated words are computed once, and outside
training a word is computed once per process.
"""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    reduce_mean,
    with_array,
)
from thinc.types import Floats2d, Ints1d

from detectors.ner.spelling import COLUMNS, features, letter_groups

_MOST_KEPT = 200_000
"""Words kept outside training; some 400 bytes each."""

_HIDDEN = {"word": 0.15, "known": 0.25}
"""Share of the words whose spelling, or whose place in lists, training hides, so that unseen
words fare like seen ones: more of the names in the training texts are in lists."""

Docs = list[Doc]
Vectors = list[Floats2d]


def word_embed(width: int, inner: int, rows: int, group_rows: int) -> Model[Docs, Vectors]:
    """Docs to one vector of `width` per token.

    inner: width of each feature's own vector. rows: table size of a whole word, smaller
    features take a part of it. group_rows: table size of the groups of letters.
    """
    shares = {"word": 1.0, "start": 0.3, "end": 0.3, "shape": 0.1, "known": 0.0}
    tables: list[Any] = [
        HashEmbed(inner, max(200, int(rows * shares[kind])), column=n, dropout=0.0)
        for n, kind in enumerate(COLUMNS)
    ]
    columns: Any = concatenate(*tables)
    groups: Any = chain(
        list2ragged(), with_array(HashEmbed(inner * 2, group_rows, column=0)), reduce_mean()
    )
    mix = Maxout(width, inner * (len(COLUMNS) + 2), nP=3, normalize=True, dropout=0.0)
    return Model(
        "word_embed",
        _Forward(),
        init=_init,
        layers=[columns, groups, mix],
        dims={"nO": width},
    )


def _init(model: Model[Docs, Vectors], X: Any = None, Y: Any = None) -> None:  # noqa: N803
    columns, groups, mix = model.layers
    columns.initialize(X=np.zeros((1, len(COLUMNS)), dtype="uint64"))
    groups.initialize(X=[np.zeros((1, 1), dtype="uint64")])
    mix.initialize()


class _Forward:
    """The layer's forward pass, with the words that this process has met."""

    def __init__(self) -> None:
        self._spelling: dict[int, tuple[Any, Any]] = {}
        self._row: dict[int, int] = {}
        self._vectors: Any = None

    def __call__(
        self, model: Model[Docs, Vectors], docs: Docs, is_train: bool
    ) -> tuple[Vectors, Callable[[Vectors], Docs]]:
        lengths = [len(doc) for doc in docs]
        orths = (
            np.concatenate([doc.to_array([ORTH]).reshape(-1) for doc in docs])
            if docs
            else np.zeros(0, dtype="uint64")
        )
        unique, inverse = np.unique(orths, return_inverse=True)
        strings = docs[0].vocab.strings if docs else None
        if not is_train:
            vectors = self._known(model, unique, strings)[inverse]
            return _split(vectors, lengths), lambda _: []
        self._row, self._vectors = {}, None
        vectors, backprop = self._computed(model, unique, strings, is_train)

        def back(gradients: Vectors) -> Docs:
            flat = model.ops.xp.concatenate(gradients)
            summed = model.ops.alloc2f(len(unique), flat.shape[1])
            model.ops.scatter_add(summed, cast(Ints1d, inverse), flat)
            backprop(summed)
            return []

        return _split(vectors[inverse], lengths), back

    def _known(self, model: Model[Docs, Vectors], unique: Any, strings: Any) -> Any:
        new = [orth for orth in unique.tolist() if orth not in self._row]
        if new and len(self._row) + len(new) > _MOST_KEPT:
            self._row, self._vectors, new = {}, None, unique.tolist()
        if new:
            vectors, _ = self._computed(model, np.asarray(new, dtype="uint64"), strings, False)
            first = len(self._row)
            self._row.update((orth, first + n) for n, orth in enumerate(new))
            self._vectors = _appended(self._vectors, first, vectors)
        if self._vectors is None:
            return model.ops.alloc2f(0, model.get_dim("nO"))
        return self._vectors[[self._row[orth] for orth in unique.tolist()]]

    def _computed(
        self, model: Model[Docs, Vectors], orths: Any, strings: Any, is_train: bool
    ) -> tuple[Any, Callable[[Any], None]]:
        columns, groups, mix = model.layers
        spelled = [self._spelled(orth, strings) for orth in orths.tolist()]
        table = np.stack([row for row, _ in spelled])
        if is_train:
            # a word that is hidden must be known by its letters and its neighbours
            for kind, share in _HIDDEN.items():
                table[np.random.random(len(table)) < share, COLUMNS.index(kind)] = 0
        left, left_back = columns(table, is_train)
        right, right_back = groups([group for _, group in spelled], is_train)
        mixed, mix_back = mix(np.hstack([left, right]), is_train)

        def back(gradient: Any) -> None:
            inputs = mix_back(gradient)
            left_back(np.ascontiguousarray(inputs[:, : left.shape[1]]))
            right_back(np.ascontiguousarray(inputs[:, left.shape[1] :]))

        return mixed, back

    def _spelled(self, orth: int, strings: Any) -> tuple[Any, Any]:
        known = self._spelling.get(orth)
        if known is None:
            if len(self._spelling) > _MOST_KEPT:
                self._spelling.clear()
            word = strings[orth]
            known = self._spelling[orth] = (features(word), letter_groups(word))
        return known


def _appended(kept: Any, used: int, vectors: Any) -> Any:
    """`kept` with new rows after its first `used`, grown by doubling."""
    needed = used + len(vectors)
    if kept is None or len(kept) < needed:
        grown = np.empty((max(needed * 2, 1024), vectors.shape[1]), dtype="float32")
        if kept is not None:
            grown[:used] = kept[:used]
        kept = grown
    kept[used:needed] = vectors
    return kept


def _split(vectors: Any, lengths: list[int]) -> Vectors:
    ends: Any = np.cumsum(lengths)[:-1] if lengths else []
    return cast(Vectors, np.split(vectors, ends)) if lengths else []


registry.architectures("speurneus.WordEmbed.v1", func=word_embed)
