"""How Dutch readers call what was found, and how they write numbers and days.

Knows words only: no findings, no policy.
"""

from datetime import date

ENTITIES: dict[str, str] = {
    "PERSON": "naam van een persoon",
    "LOCATION": "woonplaats of verblijfplaats",
    "EMAIL_ADDRESS": "e-mailadres",
    "PHONE_NUMBER": "telefoonnummer",
    "IBAN_CODE": "rekeningnummer (IBAN)",
    "CREDIT_CARD": "creditcardnummer",
    "IP_ADDRESS": "volledig IP-adres",
    "IP_ADDRESS_PARTIAL": "gedeeltelijk IP-adres",
    "MAC_ADDRESS": "MAC-adres van een apparaat",
    "DATE_OF_BIRTH": "geboortedatum",
    "PLACE_OF_BIRTH": "geboorteplaats",
    "GENDER": "geslacht",
    "NL_POSTCODE": "postcode",
    "NL_ADDRESS": "straat en huisnummer",
    "NL_BSN": "burgerservicenummer",
    "NL_KVK": "KvK-nummer",
    "NL_VAT": "btw-identificatienummer",
    "NL_VAT_OLD": "omzetbelastingnummer van voor 2020",
    "NL_PASSPORT": "nummer van paspoort of identiteitskaart",
    "NL_DRIVING_LICENCE": "rijbewijsnummer",
    "NL_LICENCE_PLATE": "kenteken",
    "NL_STUDENT_NUMBER": "onderwijsnummer",
    "NL_V_NUMBER": "vreemdelingennummer (V-nummer)",
    "NL_BIG": "BIG-nummer van een zorgverlener",
    "NL_AGB": "AGB-code van een zorgverlener",
    "CUSTOMER_ID": "klantnummer",
    "ORDER_ID": "bestelnummer",
    "USERNAME": "gebruikersnaam",
    "PASSWORD": "leesbaar wachtwoord",
    "PASSWORD_HASH": "gehasht wachtwoord",
    "SOCIAL_HANDLE": "account op sociale media",
    "COOKIE_ID": "nummer van een cookie",
    "USER_AGENT": "browser en apparaat (user agent)",
    "GIFT_CARD": "nummer van een cadeaubon",
    "LOYALTY_CARD": "nummer van een klantenkaart",
    "CORRESPONDENCE": "correspondentie",
    "REVIEW": "beoordeling (review)",
    "CALL_RECORDING": "opname van een telefoongesprek",
    "APPLICATION_DOCUMENT": "sollicitatiebrief of cv",
    "INCOME": "inkomen",
    "BANK_BALANCE": "banksaldo",
    "CREDITWORTHINESS": "kredietwaardigheid",
    "LANGUAGE_PREFERENCE": "taalvoorkeur",
    "HEALTH": "gezondheid",
    "RELIGION": "geloof of levensovertuiging",
    "ETHNICITY": "afkomst",
    "POLITICAL_OPINION": "politieke opvatting",
    "TRADE_UNION": "lidmaatschap van een vakbond",
    "SEXUAL_ORIENTATION": "seksuele gerichtheid",
}


def capital(text: str) -> str:
    """A text as a heading begins; the capitals that it has stay."""
    return text[:1].upper() + text[1:]


def entity(name: str) -> str:
    """An entity in Dutch; one of a site's own stays as it is."""
    return ENTITIES.get(name, name)


def day(moment: date) -> str:
    """A day as `7-2-2023`."""
    return f"{moment.day}-{moment.month}-{moment.year}"


def number(count: int) -> str:
    """A count with dots between the thousands: `12.345`."""
    return f"{count:,}".replace(",", ".")


def share(part: float) -> str:
    """A part of one in whole percents; what is there never reads as 0, nor a part as 100."""
    if 0 < part < 0.01:
        return "< 1%"
    if 0.99 < part < 1:
        return "> 99%"
    return f"{part:.0%}"


def counted(count: int, one: str, more: str) -> str:
    """A count with its noun: `1 rij`, `12.345 rijen`."""
    return f"{number(count)} {one if count == 1 else more}"
