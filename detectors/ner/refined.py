"""What the network found, held against what a name cannot be.

A network of this size errs on words that it never met. These rules know what no name is:
a number, a street, an identifier of a program, a title by itself.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from detectors.ner.brands import BRANDS

NAME = "speurneus_refined"

_STREETS = re.compile(
    r".*\w{2,}(?:straat|laan|plein|gracht|kade|steeg|singel|plantsoen|dreef|straat|str\.)",
    re.IGNORECASE | re.DOTALL,
)
_IDENTIFIER = re.compile(r"(?!Mac|Mc|De|Di|La|Le|Van|Fitz|O)[A-Za-z]*[a-z][A-Z]\w*")
_TITLES = """
dhr dhr. mevr mevr. mw mw. meneer mevrouw mijnheer dr dr. drs drs. ir ir. ing ing. prof prof. fam
fam. familie heer dame klant collega mej mej. ds ds. minister president koning koningin prins
prinses oma opa tante oom buurman buurvrouw wed wed. zuster broeder pater
"""
_TITLE_WORDS = frozenset(_TITLES.split())
_NATIONALITY = re.compile(r"[^\W\d_]{3,}(?:[^\W\d_]se|sche)", re.IGNORECASE)
_TUSSENVOEGSEL = re.compile(
    r"van(?: de[rn]?| het| 't)?|in (?:'t|de|den|het)|op (?:'t|de|den)|uit (?:de|den|het)|"
    r"aan de[n]?|bij de|te[rn]|de|der|den|von|zu|di|da|dos|du|el|al",
    re.IGNORECASE,
)
_CALENDAR = """
jan feb mar mrt apr mei may jun jul aug sep sept okt oct nov dec mon tue wed thu fri sat sun
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_CALENDAR_WORDS = frozenset(_CALENDAR.split())
_DATED = re.compile(r"[/ \d-]*\d")
_RUNS_ON = re.compile(r"[.@_%&]\w")
_SHORTEST_SURNAME = 4
_PROGRAM = re.compile(r"Mozilla/\d[^\"\n]{0,600}")
"""How a browser calls itself and the device that it runs on, up to the end of the field."""
_ENDS_A_SENTENCE = re.compile(r"[a-z]\. (?![a-z'’])")
"""`in 45 s. Morgen`: before a name in capitals, initials are capitals too."""
_LOCALE = re.compile(r"[a-z]{2}[-_][a-zA-Z]{2}")
_ZONE = re.compile(
    r"(?<![\w/.-])(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
    r"(?:/[A-Z][A-Za-z_-]+){1,2}(?![\w/])"
)
"""A time zone as programs write it, `Area/City`: the rules of a clock, and nobody's whereabouts."""


@Language.component(NAME)
def refine(doc: Doc) -> Doc:
    """`doc` with the names that can be names, and with each person's surname where it returns."""
    if not doc.ents:
        return doc
    text = doc.text  # spaCy puts it together anew each time
    programs = [found.span() for found in _PROGRAM.finditer(text)]
    zones = [found.span() for found in _ZONE.finditer(text)]
    brands = [found.span() for found in BRANDS.finditer(text)]
    found = [
        kept
        for ent in _joined(doc)
        if (kept := _trimmed(ent)) is not None
        and _is_name(kept, text)
        and not (kept.label_ == "PERSON" and _overlaps(kept, brands))
        and not _overlaps(kept, zones)
        and not _is_of_a_firm(kept)
        and not any(start <= kept.start_char < end for start, end in programs)
    ]
    again = [
        span
        for ent in found
        if ent.label_ == "PERSON" and len(ent) > 1
        for span in _again(ent, text)
    ]
    doc.ents = tuple(filter_spans([*found, *again]))
    return doc


def _joined(doc: Doc) -> list[Span]:
    """The names of `doc`; a person and what follows behind a tussenvoegsel are one name.

    The half behind it is often a place: `Storm van Eyndhoven`, `Petra in 't Veld`.
    """
    joined: list[Span] = []
    for ent in doc.ents:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.label_ == "PERSON"
            and ent.label_ in ("PERSON", "LOCATION")
            and _TUSSENVOEGSEL.fullmatch(doc[before.end : ent.start].text)
        ):
            joined[-1] = Span(doc, before.start, ent.end, label="PERSON")
        else:
            joined.append(ent)
    return joined


def _overlaps(ent: Span, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether it overlaps what is called alike and is nobody: `Van Nelle thee`, a time zone."""
    return any(start < ent.end_char and ent.start_char < end for start, end in spans)


def _is_of_a_firm(ent: Span) -> bool:
    """Whether it is joined by & to a word that is nobody: `Smit & Dorlas`, not `Tim & Bo`."""
    doc, start = ent.doc, ent.start
    return (
        ent.label_ == "PERSON"
        and len(ent) == 1
        and start > 1
        and doc[start - 1].text == "&"
        and doc[start - 2].is_title
        and doc[start - 2].ent_type_ != "PERSON"
    )


def _again(person: Span, text: str) -> Iterator[Span]:
    """The same surname elsewhere in the text, alone: `Jan Smid ... Smid`."""
    doc, surname = person.doc, person[-1].orth
    if len(person[-1]) < _SHORTEST_SURNAME or not person[-1].is_title:
        return
    if text.count(person[-1].text) < 2:
        return
    for token in doc:
        if (
            token.orth == surname
            and not token.ent_type
            and not person.start <= token.i < person.end
        ):
            yield Span(doc, token.i, token.i + 1, label="PERSON")


def _trimmed(ent: Span) -> Span | None:
    doc, start, end, label = ent.doc, ent.start, ent.end, ent.label_
    while start < end and (
        _is_sign(doc[start]) or (label == "PERSON" and doc[start].lower_ in _TITLE_WORDS)
    ):
        start += 1
    while end > start and _is_sign(doc[end - 1]):
        end -= 1
    if start == end or (label == "PERSON" and _ENDS_A_SENTENCE.match(doc[start:end].text)):
        return None
    return Span(doc, start, end, label=label)


def _is_sign(token: Token) -> bool:
    """Whether a token holds neither letter nor digit: a dash, a bracket, an emoji."""
    return not any(map(str.isalnum, token.text))


def _is_name(ent: Span, whole: str) -> bool:
    text = ent.text
    if sum(map(str.isalpha, text)) < 2 or "@" in text or "://" in text:
        return False
    if ent.label_ == "ORGANISATION":
        return True
    if any(map(str.isdigit, text)) or "_" in text or _IDENTIFIER.fullmatch(text):
        return False
    if _LOCALE.fullmatch(text):
        return False
    if ent.label_ == "LOCATION" and len(ent) == 1 and _NATIONALITY.fullmatch(text):
        return False
    return not (_STREETS.fullmatch(text) or _is_of_a_date(ent, whole) or _runs_on(ent, whole))


def _is_of_a_date(ent: Span, whole: str) -> bool:
    """Whether it is a month or day beside a number, as in a log's `17/Sep/2026`."""
    after = whole[ent.end_char : ent.end_char + 2]
    return ent.text.lower() in _CALENDAR_WORDS and _DATED.match(after) is not None


def _runs_on(ent: Span, whole: str) -> bool:
    """Whether it runs on as a host, path or mail address does: `livia.bos%40`."""
    return _RUNS_ON.match(whole, ent.end_char) is not None
