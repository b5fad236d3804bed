"""People: a known first name with or without a surname, initials with a surname.

A name by which a letter greets or is signed may stand alone. A surname alone, and a first
name that is also a word, count only with the other half that makes them a name.
"""

import re
from collections.abc import Iterator

from detectors.ner import lists
from detectors.ner.words import Word, adjoin

_NAME = r"(?P<name>[^\W\d_]+(?:-[^\W\d_]+)?)"
_GREETING = re.compile(
    r"(?<!\w)(?i:beste|hoi|hallo|hey|hai|hi|dag|lieve|geachte|goedemorgen|goedemiddag|goedenavond|"
    rf"dear|ha) {_NAME}(?= ?[,!]|\.?\n|$)"
)
_SIGN_OFF = re.compile(
    r"(?<!\w)(?i:groet(?:en|jes)?|mvg|m\.v\.g\.|gr\.?|grtz|liefs|hoogachtend|regards)"
    rf"[.,!]*\s+(?:van )?{_NAME}(?=\s*(?:[.,!\n]|$))"
)
_STREET = re.compile(
    r"(?i:\w{2,}(?:straat|laan|plein|gracht|kade|steeg|singel|plantsoen|school|college|kerk|"
    r"ziekenhuis|stadion|prijs|weg|dreef))"
)
_NUMBER = re.compile(r" \d")
_NOT_INITIALS = frozenset(
    {"B.V.", "N.V.", "P.S.", "N.B.", "U.S.", "V.S.", "E.U.", "D.C.", "A.U.B."}
)
_ROLES = frozenset({"klant", "collega", "medewerker", "sollicitant", "patiënt", "namens", "aan"})
_OPENERS = frozenset(
    {"vandaag", "gisteren", "volgens", "voor", "met", "heeft", "is", "was", "toen", "omdat", "mijn"}
    | {"onze", "of", "en", "dat", "van", "door", "zou", "kan", "wil", "mag", "hoe", "waar", "wie"}
    | {"als", "ook", "maar", "zowel", "zonder", "bij", "naar", "sinds", "groet", "groeten"}
)
"""What a sentence begins with before a first name; another capital there makes a longer name."""
_MOST_FIRST_NAMES = 4
_MOST_PREFIXES = 3


def people(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Where names of people stand in `text`: character offsets, half open."""
    index = 0
    while index < len(words):
        last = _name_at(text, words, index)
        if last is None:
            index += 1
        else:
            yield words[index].start, words[last].end
            index = last + 1
    for found in _GREETING.finditer(text):
        name = found["name"]
        lower = name.lower()
        if lower not in lists.NOT_ADDRESSED and (
            _is_first(lower) or (name[0].isupper() and not name.isupper())
        ):
            yield found.span("name")
    for found in _SIGN_OFF.finditer(text):
        if _is_first(found["name"].lower()):
            yield found.span("name")


def _is_first(lower: str) -> bool:
    known = lists.first_names()
    return lower in known or ("-" in lower and all(part in known for part in lower.split("-")))


def _is_last(lower: str) -> bool:
    known = lists.last_names()
    return lower in known or ("-" in lower and any(part in known for part in lower.split("-")))


def _name_at(text: str, words: list[Word], first: int) -> int | None:
    """The index of the last word of the name that begins at a word, None where none does."""
    if not (words[first].is_initials or _is_first(words[first].lower)):
        return None
    after = first + 1
    while (
        after < min(len(words), first + _MOST_FIRST_NAMES)
        and adjoin(text, words[after - 1], words[after])
        and (words[after].is_initials or _is_first(words[after].lower))
    ):
        after += 1
    given = words[first:after]
    surname = _surname_from(text, words, after)
    if surname is not None and _belong(text, given, words[after : surname + 1]):
        return surname
    # the last of several first names can itself be the surname (`Maria Anders`)
    if len(given) > 1 and _belong(text, given[:-1], given[-1:]):
        return after - 1
    return after - 1 if _stands_alone(text, words, first, after) else None


def _surname_from(text: str, words: list[Word], index: int) -> int | None:
    """The index of the word that would be the surname, past what stands before it."""
    start = index
    while index < len(words) and adjoin(text, words[index - 1], words[index]):
        if words[index].lower not in lists.PREFIXES or index - start == _MOST_PREFIXES:
            return index
        index += 1
    return None


def _belong(text: str, given: list[Word], family: list[Word]) -> bool:
    """Whether first names and a surname together are a name."""
    head, surname = given[0], family[-1]
    if surname.lower in lists.NOT_SURNAMES or surname.is_initials or len(surname.text) < 2:
        return False
    known = _is_last(surname.lower) or _is_first(surname.lower)
    has_prefix = len(family) > 1
    if _STREET.fullmatch(surname.text) and (
        not _is_last(surname.lower) or _NUMBER.match(text, surname.end)
    ):
        return False
    if not surname.is_capitalised or head.is_shouted or surname.is_shouted:
        # without the help of capitals both halves must be known, and be no common words
        in_lower = not surname.is_capitalised
        if head.is_initials or not _is_last(surname.lower):
            return head.is_initials and surname.is_shouted and _is_last(surname.lower)
        words = {head.lower} if has_prefix else {head.lower, surname.lower}
        return head.is_capitalised != in_lower and not (in_lower and words & lists.LOWER_CASE_WORDS)
    if not head.is_capitalised:
        return False
    if all(word.is_initials for word in given):
        letters = sum(word.text.count(".") for word in given)
        return "".join(w.text for w in given) not in _NOT_INITIALS and (
            known or has_prefix or letters > 1
        )
    if head.lower in lists.AMBIGUOUS:
        return known
    return True


def _stands_alone(text: str, words: list[Word], first: int, after: int) -> bool:
    """Whether first names without a surname are a name by themselves."""
    given = words[first:after]
    if any(
        word.is_initials
        or not word.is_capitalised
        or word.is_shouted
        or word.lower in lists.AMBIGUOUS
        for word in given
    ):
        return False
    if len(given[0].text) < 3:
        return False
    if first and adjoin(text, words[first - 1], given[0]):
        before = words[first - 1]
        if before.is_capitalised and before.lower not in _ROLES | lists.NOT_ADDRESSED:
            starts = first == 1 or not adjoin(text, words[first - 2], before)
            return starts and before.lower in _OPENERS
    surname = _surname_from(text, words, after)
    return surname is None or not _STREET.fullmatch(words[surname].text)
