"""PERSON: the name of a natural person.

A span covers the whole name with initials and tussenvoegsel, without title or form of
address; a first name alone counts. In running text this module knows only names that a title,
a form of address (also on the line above initials and a surname) or an introduction announces,
and no program that is called so in the headers of a request; the others are for the pipeline in
`detectors.ner`.

A column is announced by its name in Dutch or English. Bare `naam`, `name` and `contact`
name products, files and hosts as often as people: they count only beside something that
only people have, or in a table of people. A tussenvoegsel says nothing about anyone by
itself: it counts beside the surname that it belongs to. The name of a company, file, product
or place is no hit.

Check rule: none. Known false alarms: a company in a column of contact names or of
addressees, a street or ship named after a person.

A column without a telling name is one of names where half of its cells read as a name and
hold a known first name or surname; columns of brands and towns are called so. A column
that its neighbours alone announce (`naam`) is refused where hardly any name is known.
"""

import re
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.re2 import matching
from detectors.recognizer import Bare, ColumnRule, Part, Pattern, Recognizer
from detectors.vocabulary import holds_known_name, is_first_name, is_last_name, is_name

_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ɏ]"
_PART = rf"{_UPPER}(?:[a-zß-öø-ÿĀ-ɏ'’]+(?:{_UPPER}[a-zß-öø-ÿĀ-ɏ]+)?|{_UPPER}{{3,}})"
_WORD = rf"{_PART}(?:-(?:(?:van|de|der|den|ter)[ ])*{_PART})*"
_INITIALS = r"(?:[A-Z]\.[ ]?){1,5}"
_INFIX = (
    r"(?i:van[ ]de[rn]?|van[ ]het|van[ ]'t|van|de[ ]la|de|den|der|ten|ter|te|el|al"
    r"|op[ ]de|in[ ]'t|in[ ]het|uit[ ]de|bij[ ]de|aan[ ]de|'t|von|d'|da|dos|du|la|le)"
)
_PREFIX = rf"(?:{_INFIX}[ ])"
_SURNAME = rf"{_PREFIX}?{_WORD}(?:[ ](?!(?:Over|Van)\b){_WORD})?"
_TITLE = (
    r"(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.|[Mm]w|"
    r"[Dd]rs\.|[Ii]r\.|[Dd]r\.|[Pp]rof\.|[Ii]ng\.|[Mm]r\.|[Mm]rs\.|[Mm]s\.|"
    r"[Ff]amilie|[Ff]am\.|[Mm]ej\.|MEVROUW|MENEER|DE HEER|DHR\.?|MEVR\.?)"
)
_CARE_OF = (
    r"(?:[Tt]\.?a\.?v\.?|T\.A\.V\.|[Tt]\.n\.v\.|[Tt]er attentie van|[Tt]en name van|"
    r"(?i:tenaamstelling|naam (?:klant|rekeninghouder|contactpersoon)|"
    r"klantnaam|contactpersoon)[ ]?:)"
)

_PERSONAL = (
    r"\w*(klant|customer|client|medewerker|werknemer|employee|persoon|personen|person|people)(s|en)?",
    r"\w*(contact|account|user|gebruiker|member|sollicita(nt|tie)|applicant|candidate)(s|en)?",
    r"leden|lid|patient(en|s)?|abonnee(s)?|subscribers?|deelnemers?|winnaars?|afzender|sender",
    r"(\w+_)?(voor|achter)na(am|men)|(first|last|sur|family)_?name|tussenvoegsels?|voorletters?",
    r"(\w+_)?e_?mail(_?ad(d?res|dress))?|(\w+_)?(tel|telefoon|phone|mobiel|mobile|gsm)(_?\w+)?",
    r"(\w+_)?geb(oorte)?_?(datum|dat|plaats)|(\w+_)?birth_?(date|day)|date_of_birth|dob",
    r"(\w+_)?(volledige|full)_?(naam|name)|(\w+_)?(klant|customer)_?(nummer|number|nr|id)",
    r"geslacht|gender|aanhef|bsn|ship_?address|woonplaats|iban",
)

_ROLE = (
    r"(\w+_)?(recruiter|adviseur|advisor|adviser|account_?(manager|mgr)|case_?manager|behandelaar"
    r"|monteur|technician|chauffeur|driver|bezorger|docent|leraar|teacher|instruct(eur|or)|mentor"
    r"|coach|(huis)?arts|therapeut|begeleider|verzorger|verkoper|kassier|cashier|inspecteur"
    r"|makelaar|leidinggevende|supervisor|team_?leider|planner|consultant|beheerder|bestuurder"
    r"|partner|voogd|verwijzer|acceptant|analist|laborant|berijder|huurder|bewoner|noodcontact|bewindvoerder|curator|getuige|begunstigde|passagier|inspreker)|wie|who"
)
"""What people are to each other and to the work: a column called so often holds who it is."""

_NOBODY = re.compile(
    r"(?:Oetker|Pepper|Martens|Scholl|Klant\w*|Collega|Team|Afdeling|Directie|Administratie|"
    r"Onbekend|Voorzitter|IBAN)\b"
)


def is_known_name(text: str, day: date) -> bool:
    """Whether a whole cell reads as a person's name, a part of which is known on any day."""
    del day
    return is_name(text)


def is_known_in(name: str, text: str) -> bool:
    """Whether a name in a text is known; in a text of a few words, a full name.

    Goods are called by first names (`Muismat Sofie groen`), in what is as short as a remark.
    """
    if len(text.split()) > _FEW_WORDS:
        return holds_known_name(name)
    first, *_, last = name.split() if " " in name else (name, "")
    return bool(last) and is_first_name(first) and (last[0].isupper() or is_last_name(last))


_FEW_WORDS = 5

_HEADER = re.compile(
    r"(?:^|\n)(?:Server|Via|Host|User-Agent|X-[\w-]{2,20}|Accept[\w-]*|Referer): [^\n]*$"
)


def is_somebody(text: str, start: int, end: int) -> bool:
    """Whether the span is not a brand, a role or a label behind a title, nor a program's name."""
    if _NOBODY.match(text, start, end) is not None:
        return False
    return _HEADER.search(text, max(0, start - 80), start) is None


def are_somebody(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_somebody` of whole values; shape (n,) to (n,)."""
    return ~matching(values, rf"\A{_NOBODY.pattern}")


RECOGNIZER = Recognizer(
    entity="PERSON",
    patterns=(
        Pattern(
            regex=rf"(?<![\w.-]){_TITLE}[ ]"
            rf"(?:(?:mr|drs|ir|dr|prof|ing)\.[ ])*(?P<value>{_INITIALS}{_SURNAME}|{_SURNAME})",
            score=0.85,
        ),
        Pattern(
            regex=rf"(?<![\w.-]){_TITLE}[ ]?\n[ \t]*"
            rf"(?P<value>{_INITIALS}{_SURNAME})(?=[ \t]*(?:\n|$))",
            score=0.85,
        ),
        Pattern(
            regex=rf"(?<!\w){_CARE_OF}[ ]{{0,2}}(?:(?:mevrouw|de heer|dhr\.?|mevr\.?|mw\.?)[ ])?"
            rf"(?P<value>(?:{_INITIALS}|{_WORD}[ ])(?:{_WORD}[ ])?{_PREFIX}?{_WORD})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:mijn naam is|ik heet|u spreekt met|je spreekt met|spreek ik met) "
            rf"(?P<value>{_WORD}(?:[ ]{_PREFIX}?{_WORD})?)",
            score=0.85,
        ),
    ),
    accept=is_somebody,
    accept_whole=are_somebody,
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(voor|achter|roep|doop|geslachts|familie|meisjes|partner)_?na(am|men)",
            r"(\w+_)?(voorletters?|initialen|initials|tenaamstelling)",
            r"(\w+_)?(klant|contact|medewerkers?|werknemers?|personeels|persoons|sollicitanten|"
            r"ontvangers?|afzenders?|geadresseerde|bezoekers?|auteurs?|rekeninghouders?|"
            r"kaarthouders?|abonnee|deelnemers?|aanvragers?|bezorg|aflever|factuur|verzend|"
            r"adres|partner|leden|lids?|patient|kandidaat)_?(volledige_)?naam",
            r"naam_(van_)?(de_)?(klant|contact(persoon)?|medewerker|ontvanger|afzender|"
            r"rekeninghouder|sollicitant|kandidaat|auteur|aanvrager)",
            r"(\w+_)?(volledige|full|geboorte)_?(naam|name)",
            r"(\w+_)?(first|last|middle|sur|family|given|maiden|birth|nick_first)_?name",
            r"(\w+_)?(contact|customer|client|employee|person|patient|member|author|reviewer|"
            r"recipient|sender|receiver|card_?holder|account_?holder|guest|passenger|billing|"
            r"delivery|shipping|ship_to|bill_to|applicant|candidate|owner|subscriber|buyer|"
            r"manager)_?name",
            r"(\w+_)?(nood|emergency)_?(contact|persoon)(_?(naam|name))?",
            r"(\w+_)?(contact_?persoon|contact_person|sollicitant|aanvrager|rekeninghouder|"
            r"kaarthouder|cardholder|account_?holder|behandelaar|behandeld_door|geadresseerde)",
        ),
        names=(
            r"naam|name|na(am|me)_?[12]|contact|ship_?name|display_?name|weergave_?naam|"
            r"medewerker|auteur|author|reviewer|"
            rf"{_ROLE}|"
            r"(\w+_)?(ingevoerd|aangemaakt|gewijzigd|bijgewerkt|verwerkt|created|updated|modified|"
            r"changed|entered)_(door|by)|(toegewezen_aan|assigned_to)|eigenaar|owner|afzender|ontvanger|sender|recipient",
        ),
        needs_neighbour=_PERSONAL,
        not_names=(
            r"(\w+_)?(product|artikel|bestands?|file|straat|street|plaats|city|bedrijfs?|company|"
            r"firma|organisatie|organi[sz]ation|leveranciers?|supplier|vendor|host|domein|domain|"
            r"server|tabel|table|kolom|column|veld|field|event|gebeurtenis|merk|brand|categorie|"
            r"category|groep|group|rol|role|vestigings?|winkel|store|filiaal|campagne|campaign|"
            r"cookie|device|browser|app|project|afdelings?|department|team|land|country|regio|"
            r"provincie|gemeente|school|handels|schema|dataset|class|method|thread|logger|"
            r"gebruikers?|user|login|account|bank|taal|language|bedrijf|winkels|producten|"
            r"artikelen|products|items?|suppliers|companies|stores|files|brands)_?(naam|name)s?",
            r"\w*_(hash|gehasht|id|nr|nummer|aantal|count|len|length|lengte|type|code|status|soort)",
        ),
        cell=(
            r"(?!(?i:onbekend|n\.?v\.?t\.?|null|none|nan|unknown|anoniem|anonymous|geen|test|true|"
            r"false|ja|nee|yes|no|particulier|zakelijk)\.?\Z)(?=.{0,70}\Z)(?=.*[^\W\d_])"
            r"[^\s\d_@/\\:;=<>{}\[\]#%+*?!|\",]+(?:,?\s+[^\s\d_@/\\:;=<>{}\[\]#%+*?!|\",]+){0,5}"
        ),
        parts=(
            Part(
                names=(r"(\w+_)?(tussenvoegsels?|voorvoegsels?(_achternaam)?|infix|name_prefix)",),
                beside=(r"(\w+_)?(achter|voor|familie)_?na(am|men)|(\w+_)?(last|sur|first)_?name",),
                cell=rf"{_INFIX}|(?i:v[. /]{{0,2}}d\.?|v\.)",
            ),
        ),
        bare=Bare(
            is_known=is_known_name,
            kind=str.casefold,
            share=0.5,
        ),
        knows=is_known_in,
        other_names=(
            r"(\w+_)?(serie|series|lijn|editie|variant|merk|merken|brand|brands|model|modellen|make|maker|fabrikant|manufacturer|"
            r"product|producten|artikel|artikelen|item|categorie|category|kleur|color|colour|"
            r"titel|title|soort|type|groep|group|land|country|stad|city|plaats|regio|region|"
            r"straat|street|gemeente|provincie|bedrijf|company|firma|leverancier|supplier|"
            r"winkel|store|filiaal|afdeling|department|functie|role|rol|taal|language|status|"
            r"sku|collectie|collection|smaak|flavour|herkomst|origin|\w*code)(_\w+)?",
        ),
    ),
    precedence=5,
    examples=(
        "mevrouw De Vries belde gisteren",
        "Bezorgd bij dhr. J. van den Berg",
        "t.a.v. mevr. A. Yıldız",
        "Mijn naam is Fatima El Amrani",
    ),
    counterexamples=(
        "Geachte heer, mevrouw,",
        "de heer des huizes was thuis",
        "Dr. Oetker taartmix",
        "mijn naam is verkeerd gespeld",
        "t.a.v. de administratie",
    ),
)
