"""From conf's detection to the setup of an engine."""

from detectors.exclusions import exclusions
from detectors.recognizers import shipped
from detectors.setup import Setup
from detectors.site import joined, recognizer
from jobs.model import Detection


def setup(detection: Detection) -> Setup:
    """The shipped recognizers with a site's own patterns, and what counts as nobody's."""
    own = [
        recognizer(
            pattern.entity,
            pattern.regex,
            context=pattern.context,
            columns=pattern.columns,
            needs_context=pattern.needs_context,
            examples=pattern.examples,
            counterexamples=pattern.counterexamples,
        )
        for pattern in detection.patterns
    ]
    return Setup(
        recognizers=joined(shipped(), own),
        exclusions=exclusions(detection.ours, detection.not_personal),
        pipeline=detection.pipeline,
    )
