"""PERSON: the name of a natural person.

A span covers the whole name with initials and tussenvoegsel, without title or form of
address; a first name alone counts. In running text this module knows only names that a
title, a form of address or an introduction announces; the others are for the pipeline
in `detectors.ner`.

A column is announced by its name in Dutch or English. Bare `naam`, `name` and `contact`
name products, files and hosts as often as people: they count only beside something that
only people have, or in a table of people. A tussenvoegsel says nothing about anyone by
itself and is no hit; nor is the name of a company, file, product or place.

Check rule: none. Known false alarms: a company in a column of contact names or of
addressees, a street or ship named after a person.
"""

import re

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ɏ]"
_PART = rf"{_UPPER}(?:[a-zß-öø-ÿĀ-ɏ'’]+(?:{_UPPER}[a-zß-öø-ÿĀ-ɏ]+)?|{_UPPER}{{3,}})"
_WORD = rf"{_PART}(?:-(?:(?:van|de|der|den|ter)[ ])*{_PART})*"
_INITIALS = r"(?:[A-Z]\.[ ]?){1,5}"
_PREFIX = (
    r"(?:(?i:van[ ]de[rn]?|van[ ]het|van[ ]'t|van|de[ ]la|de|den|der|ten|ter|te|el|al"
    r"|op[ ]de|in[ ]'t|in[ ]het|uit[ ]de|bij[ ]de|aan[ ]de|'t|von|d'|da|dos|du|la|le)[ ])"
)
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
    r"geslacht|gender|aanhef|bsn|ship_?address|woonplaats|iban",
)

_NOBODY = re.compile(
    r"(?:Oetker|Pepper|Martens|Scholl|Klant\w*|Collega|Team|Afdeling|Directie|Administratie|"
    r"Onbekend|Voorzitter|IBAN)\b"
)


def is_somebody(text: str, start: int, end: int) -> bool:
    """Whether the span is not a brand, a role or a label that follows a title."""
    return _NOBODY.match(text, start, end) is None


RECOGNIZER = Recognizer(
    entity="PERSON",
    patterns=(
        Pattern(
            regex=rf"(?<![\w.-]){_TITLE}[ ]"
            rf"(?:(?:mr|drs|ir|dr|prof|ing)\.[ ])*(?P<value>{_INITIALS}{_SURNAME}|{_SURNAME})",
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
            r"(\w+_)?(contact_?persoon|contact_person|sollicitant|aanvrager|rekeninghouder|"
            r"kaarthouder|cardholder|account_?holder|behandelaar|behandeld_door|geadresseerde)",
        ),
        names=(
            r"naam|name|na(am|me)_?[12]|contact|ship_?name|display_?name|weergave_?naam|"
            r"medewerker|auteur|author|reviewer|eigenaar|owner|afzender|ontvanger|sender|recipient",
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
