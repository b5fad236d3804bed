"""Names and labels that look like a recognizer's own and mean something else.

A column `email_verzonden_op` speaks about an address and holds none; a number that is
called `ordernummer` is no citizen service number, whatever check rule it happens to pass.
"""

import re

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
    r"(?<![^\W_])(?:order|bestel|factu|invoice|klant|customer|artikel|article|product|ticket"
    r"|zaak|dossier|pakket|zending|shipment|track|transacti|referenti|reference|ref"
    r"|kenmerk|betalingskenmerk|polis|contract|offerte|serie|serial|ean|gtin|isbn|imei|sku"
    r"|batch|lot|bon|kassabon|cadeaubon|barcode|streepjescode|meter|debiteur|crediteur)"
    r"[a-z]*(?:[ _-]?(?:nummer|nr|no|num|number|id|code|ref))?\.?\s*(?:is|was|[:=#])?"
    r"\s*[#\"'(]?\s*$",
    re.IGNORECASE,
)


def is_not_another_number(text: str, start: int, end: int) -> bool:
    """Whether no label right before the span says that it numbers something else.

    For a recognizer's `accept`: `ordernummer 123456782` is refused, whatever words
    stand further off.
    """
    del end
    return _OTHER_LABEL.search(text[max(0, start - 40) : start]) is None
