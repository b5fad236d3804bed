"""A recognizer for a site's own numbers (customer, order, gift card), from plain values."""

from collections.abc import Sequence
from dataclasses import replace

from detectors.recognizer import ColumnRule, Pattern, Recognizer

CERTAIN_SCORE = 0.85
POSSIBLE_SCORE = 0.3


def recognizer(
    entity: str,
    regex: str,
    *,
    context: Sequence[str] = (),
    columns: Sequence[str] = (),
    needs_context: bool = False,
    examples: Sequence[str] = (),
    counterexamples: Sequence[str] = (),
) -> Recognizer:
    """A recognizer whose numbers are written as `regex`, never inside a longer word.

    A match is certain by itself; with `needs_context` only beside a word of `context`.
    `columns` are regular expressions of whole normalised column names, whose cells must
    be the number alone. Raises `ValueError` where `needs_context` lacks words, or where
    fewer counterexamples than examples are given.
    """
    if needs_context and not context:
        raise ValueError(f"{entity}: needs_context without any context word can never match")
    return Recognizer(
        entity=entity,
        patterns=(
            Pattern(
                regex=rf"(?<![\w-])(?:{regex})(?![\w-])",
                score=POSSIBLE_SCORE if needs_context else CERTAIN_SCORE,
            ),
        ),
        context=tuple(context),
        column=ColumnRule(sure_names=tuple(columns), cell=regex),
        precedence=10,
        examples=tuple(examples),
        counterexamples=tuple(counterexamples),
    )


def joined(shipped: Sequence[Recognizer], own: Sequence[Recognizer]) -> tuple[Recognizer, ...]:
    """One recognizer per entity: the shipped ones, widened by a site's own patterns and names."""
    result = {recognizer.entity: recognizer for recognizer in shipped}
    for recognizer in own:
        known = result.get(recognizer.entity)
        result[recognizer.entity] = recognizer if known is None else _widened(known, recognizer)
    return tuple(result.values())


def _widened(known: Recognizer, own: Recognizer) -> Recognizer:
    column = replace(
        known.column,
        sure_names=known.column.sure_names + own.column.sure_names,
        cell=rf"(?:{known.column.cell})|(?:{own.column.cell})",
    )
    return replace(
        known,
        patterns=known.patterns + own.patterns,
        context=known.context + own.context,
        column=column,
        precedence=max(known.precedence, own.precedence),
        examples=known.examples + own.examples,
        counterexamples=known.counterexamples + own.counterexamples,
    )
