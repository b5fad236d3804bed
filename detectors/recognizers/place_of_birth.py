"""PLACE_OF_BIRTH: the place where a person was born.

In running text only where the text says so (`geboren te`, `in ... geboren`, `geboorteplaats:`),
with or without the date before it. A column is announced by its name.

Check rule: none. Not counted: the birth of an animal, a brand or an idea, where that is what the
sentence is about. Known false alarms: the founding of a company that is called by its name.
"""

import re

from detectors.at_once import accept_any
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.written_dates import WRITTEN

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME = (
    rf"(?:(?:['’][st][- ]|Sint |St\. ?|Den |De )?{_UPPER}[a-zß-ÿ]+(?:[ -](?:aan de[n]?|op|bij|en"
    rf"|a/d)"
    rf" {_UPPER}[a-zß-ÿ]+|-{_UPPER}[a-zß-ÿ]+(?:-{_UPPER}[a-zß-ÿ]+)?)?(?: op Zoom)?)"
)
_LABEL = (
    r"(?i:geboorte[ _]?(?:plaats|stad|gemeente)|geb\.? ?plaats|plaats (?:van )?geboorte"
    r"|(?:place|city)[ _]of[ _]birth|birth[ _]?(?:place|city)|geburtsort|lieu de naissance)"
)
_NO_PLACE = r"(?!(?i:onbekend|n\.v\.t|nvt|geen|verplicht|null|none|nee|niet)(?!\w))"
_OF_NOBODY = re.compile(
    r"(?<!\w)(?:merk|idee|bedrijf|product|koffie|espresso|cappuccino|blend|melange|klassekoffie"
    r"|concept"
    r"|plan|traditie|stijl|trend|zaak|winkel|lam|lammetjes|lammeren|kalf|kalfje|kalveren|veulen"
    r"|pups?"
    r"|puppy'?s?|kittens?|hond|kat|paard|koe|pasgeboren)(?!\w)[^.!?\n;]{0,40}$",
    re.IGNORECASE,
)


def is_somebodys_place(text: str, start: int, end: int) -> bool:
    """Whether the sentence is about no animal, brand or idea that was born there."""
    del end
    return _OF_NOBODY.search(text[max(0, start - 72) : start]) is None


RECOGNIZER = Recognizer(
    entity="PLACE_OF_BIRTH",
    patterns=(
        Pattern(
            regex=rf"(?<![\w-])(?i:geboren(?: en getogen)?|geb\.)(?: op)?(?: {WRITTEN},?)? (?:te"
            rf"|in)"
            rf"(?: het ziekenhuis (?:van|in))? (?P<value>{_NAME})",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?<![\w-])(?i:geboren ?:|geb\."
            rf"|°) ?(?P<value>{_NAME})(?=,? (?:op )?(?:{WRITTEN}))",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?<![\w-])in (?P<value>{_NAME}) (?i:geboren)(?!\w)(?! (?:lam|kalf|merk|idee))",
            score=0.75,
        ),
        Pattern(regex=rf"(?<![\w-])[Bb]orn in (?P<value>{_NAME})", score=0.75),
        Pattern(
            regex=rf"(?<![^\W_]){_LABEL}(?:(?: / land)?[\"']?\s?(?:[:=;>|]|is)?\s?[\"']?)"
            rf"(?P<value>{_NO_PLACE}{_NAME})",
            score=0.85,
        ),
    ),
    accept=is_somebodys_place,
    accept_whole=accept_any,
    column=ColumnRule(
        names=(
            r"(\w+_)?(geboorte|geb)_?(plaats|stad|gemeente)",
            r"(\w+_)?(birth_?(place|city|town)|(place|city|town)_?of_?birth|geboren_te)",
        ),
        cell=r"(?=.{2,50}\Z)['’]?[^\W\d_][^\d_@:;=<>{}\[\]#%+*?!|\\]*",
    ),
    precedence=5,
    examples=("Ik ben geboren te Sneek", "geboren op 3 mei 1990 in Den Haag"),
    counterexamples=(
        "geboren in 1980",
        "geboorteplaats: onbekend",
        "Dit idee is geboren in mei",
    ),
)
