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
    r"(?<![^\W_])(?:order|bestel(?!bus|auto|wagen)|factu|invoice|klant|customer|artikel|article"
    r"|product|ticket|zaak|dossier|pakket|zending|shipment|track|transacti|referenti|reference|ref"
    r"|kenmerk|betalingskenmerk|polis|contract|offerte|serie|serial|ean|gtin|isbn|imei|sku"
    r"|batch|lot|bon|kassabon|cadeaubon|barcode|streepjescode|meter|debiteur|crediteur"
    r"|voucher|coupon|kortings|actiecode|aangifte|vracht|vlucht|model|type|onderdeel|revisie"
    r"|request|sessi|unix|timestamp|rekening(?!houder)|eur|€)"
    r"[a-z]*(?:[ _-]?(?:nummer|nr|no|num|number|id|code|ref))?[\"'.]?\s*(?:is|was|[:=#])?"
    r"\s*[#\"'(]?\s*$",
    re.IGNORECASE,
)

_IDENTIFIERS = {
    "NL_AGB": "agb",
    "NL_BIG": "big",
    "NL_BSN": r"bsn|b\.s\.n|burgerservice|sofi",
    "NL_DRIVING_LICENCE": "rijbewijs",
    "NL_KVK": r"kvk|k\.v\.k|handelsregister|koophandel|vestiging",
    "NL_PASSPORT": "paspoort|passport|identiteits|documentn",
    "NL_STUDENT_NUMBER": "student|leerling|onderwijsn|collegekaart",
    "NL_V_NUMBER": "v[ _.-]?(?=n)|vreemdeling",
    "RSIN": "rsin",
    "UZOVI": "uzovi",
}
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
        others = "|".join(label for name, label in _IDENTIFIERS.items() if name != self.entity)
        return re.compile(rf"(?<![^\W_])(?:{others}){_AFTER_IDENTIFIER}", re.IGNORECASE)

    def __call__(self, text: str, start: int, end: int) -> bool:
        """Whether the span is named nothing else."""
        before = text[max(0, start - 40) : start]
        return (
            is_not_another_number(text, start, end)
            and _TO_BE_CALLED.search(before) is None
            and self._other.search(before) is None
        )
