"""REVIEW: what somebody wrote about a product or about the service.

Only a column says so; a number of stars without words is no text of a person. Bare
`tekst`, `titel` and the like count in a table of reviews only.

Check rule: none; a cell is text of at least two words. Known false alarms: an appraisal
of an employee in a column `beoordeling`, which is personal too, under another heading.
"""

from detectors.recognizer import ColumnRule, Recognizer

RECOGNIZER = Recognizer(
    entity="REVIEW",
    column=ColumnRule(
        holds_text=True,
        sure_names=(
            r"(\w+_)?(review|reviews|recensie|beoordeling|ervaring|feedback|testimonial)_?"
            r"(tekst|text|body|titel|title|inhoud|content|comment|toelichting)?",
            r"(\w+_)?(klant|customer)_?(ervaring|feedback|oordeel)|nps_?(toelichting|comment|reden)",
        ),
        names=(
            r"tekst|text|body|titel|title|inhoud|content|comments?|toelichting|opmerkingen?|bericht",
        ),
        needs_neighbour=(
            r"(\w+_)?(reviews?|recensies?|beoordelingen|klantbeoordelingen|ervaringen|testimonials)",
        ),
        not_names=(
            r"\w*(cijfer|score|sterren|stars|rating|datum|date|aantal|count|id|url|status)",
        ),
        cell=r"(?=.{8})\S+(?:\s+\S+)+",
    ),
)
