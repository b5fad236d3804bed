"""Setup: everything that decides what is found; a value that is cheap to send to a worker."""

from dataclasses import dataclass, field

from detectors.exclusions import Exclusions
from detectors.recognizer import Recognizer


@dataclass(frozen=True, kw_only=True)
class Setup:
    """The recognizers, what never counts, and the spaCy pipeline by name; hashable."""

    recognizers: tuple[Recognizer, ...]
    exclusions: Exclusions = field(default_factory=Exclusions)
    pipeline: str | None = None
