"""Names and labels that look like a recognizer's own and mean something else.

A column `email_verzonden_op` speaks about an address and holds none; a number that is
called `ordernummer` is no citizen service number, whatever check rule it happens to pass.
"""

import re
from dataclasses import dataclass
from functools import cached_property

ABOUT = (
    r"(has|had|heeft|is|was|are|num|aantal|count|accept|allow|send|show|toon|valid|geldig)_\w+",
    r"\w+_(op|at|on|ok|by|door|datum|date|time|tijd|ts)",
    r"\w+_(count|cnt|aantal|len|length|lengte|status|state|type|soort|kind|format|formaat)",
    r"\w+_(hash|hashed|gehasht|sha\d*|md5|masked|gemaskeerd|present|aanwezig|flag|ind|vlag)",
    r"\w+_(valid|validated|verified|geverifieerd|geldig|gecontroleerd|checked|confirmed)",
    r"\w+_(optin|opt_in|optout|opt_out|consent|toestemming|verzonden|sent|bounced|geopend)",
    r"\w+_(id|fk|key|source|bron|version|versie|enabled|required|verplicht|label|template)",
)
"""Regular expressions of normalised column names that say something about a value."""

_OTHER_LABEL = re.compile(
    r"(?<![^\W_])(?![a-z]*(?:parkeer|auto|wagen|voertuig|kenteken))"
    r"(?:order|bestel(?!bus)|factu|invoice|klant(?!en(?![a-z]*(?:nr|nummer|code)))|customer"
    r"|art(?![a-z])(?:\. ?n(?=r))?|artnr|artikel|article|p/n|s/n|mpn"
    r"|part(?=[ _-]?(?:no|nr|num(?:mer|ber)?)(?![a-z]))|product|ticket|zaak|dossier"
    r"|pakket|zending|shipment|track|transacti|referenti|reference|ref"
    r"|[a-z]{0,20}kenmerk|polis|contract|offerte|serie|serial|ean|gtin|isbn|imei|sku"
    r"|batch|lot|bon|kassabon|cadeaubon|barcode|streepjescode|meter|debiteur|crediteur"
    r"|voucher|coupon|kortings|actiecode|aangifte|vracht|vlucht|model|type|onderdeel|revisie"
    r"|(?!agb|big|post|zip|pcode)[a-z]+code|request|sessi|unix|timestamp|rekening(?!houder)|eur|€)"
    r"[a-z]*(?:[ _-]?(?:nummer|nr|no|num|number|id|code|ref))?[\"'.]?"
    r"(?: (?:van|bij|de|groothandel|leverancier|fabrikant|magazijn|intern|extern|oud|nieuw)){0,3}"
    r"\s*(?:is|was|[:=#])?"
    r"\s*[#\"'(]?\s*$",
    re.IGNORECASE,
)

_IDENTIFIERS = {
    "NL_AGB": "agb",
    "NL_BIG": "big",
    "NL_BSN": r"bsn|b\.s\.n|burgerservice|sofi",
    "NL_DRIVING_LICENCE": "rijbewijs",
    "NL_KVK": r"kvk|k\.v\.k|handelsregister|koophandel|vestiging",
    "NL_PASSPORT": "paspoort|passport|identiteits",
    "DOCUMENT": "documentn",
    "NL_STUDENT_NUMBER": "student|leerling|onderwijsn|collegekaart",
    "NL_V_NUMBER": "v[ _.-]?(?=n)|vreemdeling",
    "RSIN": "rsin",
    "UZOVI": "uzovi",
}
_DOCUMENTS = ("NL_PASSPORT", "NL_DRIVING_LICENCE")
"""What may be called a document: `documentnummer` numbers whichever of them the text is about."""
_AFTER_IDENTIFIER = (
    r"[a-z]*(?:[ _-]?(?:nummer|nr|no|number|code))?[\"'.]?\s*(?:is|was|[:=#])?\s*[#\"'(]?\s*$"
)

_TO_BE_CALLED = re.compile(
    r"(?<![^\W_])(?:telefoon|tel|mobiel|gsm|belt|belde|bellen|bel|gebeld|phone|call|whatsapp|fax)"
    r"(?:nummer|nr)?[\"'.]?\s*(?:is|met|op|naar|via|even|[:=])?\s*[#\"'(]?\s*$",
    re.IGNORECASE,
)

EIGHT_DIGIT_DATE = (
    r"(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)"
)
"""Regular expression of eight digits that read as a date, year first or last."""


def is_not_another_number(text: str, start: int, end: int) -> bool:
    """Whether no label right before the span says that it numbers something else.

    For a recognizer's `accept`: `ordernummer 123456782` is refused, whatever words
    stand further off.
    """
    del end
    return _OTHER_LABEL.search(text[max(0, start - 40) : start]) is None


_CUSTOMER = re.compile(r"(?<!\w)(?:klant|customer)\s?[:(]?\s?$", re.IGNORECASE)


def is_of_a_customer(text: str, start: int) -> bool:
    """Whether the word before a position is the customer, who is called or drives."""
    return _CUSTOMER.search(text[max(0, start - 12) : start]) is not None


_ARTICLES = re.compile(
    r"(?<![^\W_])(?:art|artikel(?:en)?|sku|producten?|onderdeel|onderdelen|types?|model(?:len)?|batch"
    r"|lot|serie|codes?)(?: ?-?(?:nummers?|nrs?|codes?))?\.?[ :]{1,3}",
    re.IGNORECASE,
)
_AS_SHAPE = re.compile(r"\d|[^\W\d_]")


def is_not_listed_with_articles(text: str, start: int, end: int) -> bool:
    """Whether the span does not go on with a list of article codes that are written alike.

    `artikel KB-105-P is vervangen door KB-267-R`: what the first one is, the second is.
    """
    own = _shape(text[start:end])
    before = re.split(r"[;!?\n]", text[max(0, start - 120) : start])[-1]
    return all(
        _shape(before[label.end() : label.end() + end - start]) != own
        for label in _ARTICLES.finditer(before)
    )


def _shape(text: str) -> str:
    return _AS_SHAPE.sub(lambda c: "9" if c[0].isdigit() else "A", text)


@dataclass(frozen=True)
class is_named_nothing_else:  # noqa: N801 - called like the function beside it
    """Like `is_not_another_number`, for identifiers that stand beside each other in one text.

    Refuses a number right behind the label of another identifier than `entity`
    (`studentnummer 4123456, bsn ...`), and one to be called (`bel 0612345678`). A value
    and no closure: a recognizer must be equal to itself after it was sent to a worker,
    or the worker builds its engine anew for each dataset.
    """

    entity: str

    @cached_property
    def _other(self) -> re.Pattern[str]:
        own = {self.entity, "DOCUMENT"} if self.entity in _DOCUMENTS else {self.entity}
        others = "|".join(label for name, label in _IDENTIFIERS.items() if name not in own)
        return re.compile(rf"(?<![^\W_])(?:{others}){_AFTER_IDENTIFIER}", re.IGNORECASE)

    def __call__(self, text: str, start: int, end: int) -> bool:
        """Whether the span is named nothing else."""
        before = text[max(0, start - 40) : start]
        return (
            is_not_another_number(text, start, end)
            and _TO_BE_CALLED.search(before) is None
            and self._other.search(before) is None
        )
