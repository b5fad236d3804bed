"""Counting what was found against what should be found: pure functions of spans.

A span is `(start, end, label)` with character offsets, half open. Two spans are the same
when all three are equal (exact), or overlap when they share a character and the label.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int, str]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """`right` of `found` spans are true, `caught` of `wanted` spans are found.

    Exactly compared, `right` and `caught` are one number; by overlap one long span can
    catch two. A share of nothing is None, not 0 or 1.
    """

    right: int = 0
    found: int = 0
    caught: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            right=self.right + other.right,
            found=self.found + other.found,
            caught=self.caught + other.caught,
            wanted=self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was found that is true."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what is true that was found."""
        return self.caught / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; 0 where one is 0 or nothing was found of what is there."""
        precision, recall = self.precision or 0.0, self.recall or 0.0
        if precision + recall > 0:
            return 2 * precision * recall / (precision + recall)
        return 0.0 if self.found or self.wanted else None

    def as_json(self) -> dict[str, int | float | None]:
        """The counts and the three shares."""
        return {
            "right": self.right,
            "found": self.found,
            "caught": self.caught,
            "wanted": self.wanted,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
        }


def exact(found: Iterable[Span], wanted: Iterable[Span]) -> Tally:
    """One text's spans, compared with offsets and label."""
    ours, truth = set(found), set(wanted)
    same = len(ours & truth)
    return Tally(right=same, found=len(ours), caught=same, wanted=len(truth))


def overlapping(found: Iterable[Span], wanted: Iterable[Span]) -> Tally:
    """One text's spans, compared with the label and any shared character."""
    ours, truth = set(found), set(wanted)
    return Tally(
        right=sum(1 for span in ours if any(meets(span, other) for other in truth)),
        found=len(ours),
        caught=sum(1 for span in truth if any(meets(span, other) for other in ours)),
        wanted=len(truth),
    )


def meets(one: Span, other: Span) -> bool:
    """Whether two spans share a character and the label."""
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def touches(span: Span, places: Sequence[Sequence[int]]) -> bool:
    """Whether a span shares a character with one of `places` (start, end), whatever its label."""
    return any(span[0] < place[1] and place[0] < span[1] for place in places)


def of_label(spans: Iterable[Span], label: str) -> list[Span]:
    """The spans of one label."""
    return [span for span in spans if span[2] == label]


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts added up: the shares of the whole, not the mean of shares."""
    return sum(tallies, Tally())


def per_thousand(count: int, texts: int) -> float | None:
    """`count` as a number per 1,000 texts; None without texts."""
    return 1000 * count / texts if texts else None
