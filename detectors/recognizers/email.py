"""EMAIL_ADDRESS: an e-mail address of a person.

Notation: RFC 5321 (dot-atom local part of at most 64 characters, a domain name); also
URL-encoded as it stands in access logs (`email=jan%40voorbeeld.nl`), after `mailto:`, and with
the sign spelled against robots (`jan [at] voorbeeld.nl`); domains may hold accents (RFC 5890).
The last label of the domain must be a top-level domain of the public suffix list, read
from the snapshot that tldextract carries, never from the network, or one kept for tests and
inner networks.

No check rule.

Not counted: role mail (`info@`, `klantenservice@`, the mailboxes of RFC 2142, those of machines
and of departments), which reaches an organisation and not a person; a dot behind a department's
may part it from a surname (`stage.jansen@`), and the shortest (`it@`, `pr@`) count bare only, for
they may be initials; Message-IDs of mail logs, by their header or by a local part that is a
timestamp or a long hexadecimal number; ssh and git remotes (`git@host:repo`); the user part of a
URL (`https://user:secret@host`); `@handles`; file names (`logo@2x.png`, no such domain); what a
form shows as an example (`jouw.naam@`, `voornaam.achternaam@`, `gebruiker@domein.nl`).
Known false alarms: Message-IDs of another make without their header.
"""

import re
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import tldextract

from detectors.at_once import settled
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_ROLES = (
    r"(?:info|informatie|contact|support|help|helpdesk|bot|crawler|spider|service|klantenservice|klanten|customercare"
    r"|sales|verkoop|inkoop|administratie|boekhouding|debiteuren|crediteuren|facturen|facturatie"
    r"|factuur|finance|billing|invoices?|orders?|bestellingen|bestelling|retouren|retour"
    r"|webmaster|postmaster|hostmaster|abuse|root|admin|administrator|mailer-daemon|daemon"
    r"|no-?reply|do-?not-?reply|niet-?beantwoorden|geen-?antwoord|bounces?|newsletter|nieuwsbrief"
    r"|marketing|pers|press|media|redactie|hr|jobs|vacatures|sollicitaties|werkenbij|receptie"
    r"|balie|kantoor|office|secretariaat|privacy|security|dpo|avg|juridisch|legal|alerts?"
    r"|monitoring|cron|www-data|git)"
)
_DEPARTMENTS = (
    r"(?:noc|soc|dmarc|tls-?(?:rpt|reports?)|dns|ssl|smtp|www|ftp|usenet|uucp|news|nieuws|mailing"
    r"|mailman|listserv|unsubscribe|afmelden|uitschrijven|notificat\w*|meldingen|melding"
    r"|sysadmin|devops|operations|netwerk|network|hosting|domeinen|domains?|registrar|certificat\w*"
    r"|ciso|csirt|psirt|incident(?:en)?|phishing|spam|fraude?|compliance|gdpr|datalek(?:ken)?"
    r"|servicedesk|servicepunt|klantcontact|klachten|complaints|feedback|reviews?|vragen|questions?|enquiries|inquiries|enquete|survey"
    r"|logistiek|logistics|magazijn|warehouse|expeditie|transport|planning|bezorging|verzending"
    r"|shipping|delivery|tracking|winkel|webshop|webwinkel|shop|store|filiaal|vestiging|kassa"
    r"|personeel|personeelszaken|hrm|payroll|salaris(?:sen|administratie)?|loonadministratie"
    r"|recruitment|recruiting|careers?|stage|stagiairs?|directie|management|bestuur|board"
    r"|techniek|storing(?:en)?|onderhoud|facilitair|facility|huismeester|reserver(?:en|ingen)"
    r"|bookings?|events?|evenementen|partners?|partnerships|affiliates?|leveranciers|suppliers?"
    r"|procurement|purchasing|import|export|douane|kwaliteit|quality|haccp|betaling(?:en)?|payments?"
    r"|incasso|treasury|accounting|accounts|offertes?|quotes?|tenders?|projecten|communicatie"
    r"|communications|socials?|community|moderator|webredactie|academy|opleidingen|training"
    r"|welkom|leden|ledenadministratie|system|systeem|server|backup|jenkins|gitlab|github|jira"
    r"|nagios|zabbix|grafana|prometheus|sentry|test|tester|testing|demo|team|iedereen|everyone|all)"
)
_SHORT_ROLES = r"(?:it|ict|pr|qa|ap|ar|fg|po|cs|ops|dev|web|mail|ci)"
_LABEL = r"(?:[^\W_]|-){1,63}"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL}){{0,5}}\.[A-Za-z]{{2,24}}(?![^\W_]|-|\.\w|@)"
_SPELLED = r" ?[\[(](?:at|AT|apenstaartje)[\])] ?"
_START = r"(?:(?<![\w.+%@-])|(?<=%[0-9A-Fa-f]{2}))"

_RESERVED = frozenset({"example", "test", "invalid", "local", "lan", "intern", "internal"})
"""Of tests and inner networks (RFC 2606, 6762): conf says whether these are nobody's."""

_SIGN = re.compile(rf"@|%40|{_SPELLED}")
_ROLE = re.compile(
    rf"{_ROLES}(?:[+._-].*)?|{_DEPARTMENTS}(?:[+_-].*)?|{_SHORT_ROLES}", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"(?:jouw|uw|je|your|my|mijn)[._-]?(?:e-?mail|naam|name|adres|address|mailadres)"
    r"|voornaam[._-]?achternaam|first[._-]?name[._-]?last[._-]?name|[vf]\.?achternaam|naam|name"
    r"|e-?mail(?:-?adres)?",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"gebruiker(?:snaam)?|user(?:name)?|klant(?:naam)?|customer|iemand|someone|somebody|persoon"
    r"|person|foo|bar|adres|address|jij|ikzelf|voorbeeld|example|local-?part|x{2,}|abc"
    r"|john\.?doe|jane\.?doe|jan\.?modaal",
    re.IGNORECASE,
)
_SAMPLE_DOMAIN = re.compile(
    r"(?:.+\.)?(?:domein|domeinnaam|domain|voorbeeld|example|bedrijf|company|provider|site|website"
    r"|foo|bar|test|host|server|mail)(?:\.\w{2,12}){1,2}|.+\.(?:example|test|invalid|localhost)",
    re.IGNORECASE,
)
_YOUR_DOMAIN = re.compile(
    r"(?:jouw|uw|je|mijn|your|my)-?(?:domein|domain|bedrijf|company|organisatie|winkel|site|provider"
    r"|website|webshop)(?:naam|name)?\.\w{2,12}",
    re.IGNORECASE,
)
_MESSAGE_ID_HEADER = re.compile(
    r"(?:message-?id|msg-?id|in-reply-to|references|resent-message-id)\W{0,6}[^\s>]{0,40}$",
    re.IGNORECASE,
)
_HEX = r"[0-9A-Fa-f._$-]{18,}"
_TIMESTAMP = r"\d{8,}[._-].*\d.*|.*\d{12,}.*|.*\.JavaMail\..*"
_MESSAGE_ID_LOCAL = re.compile(rf"(?=[^@]*\d{{4}}){_HEX}|{_TIMESTAMP}")
_REMOTE_BEFORE = re.compile(r"(?:://[^\s/@]*|(?:ssh|scp|rsync|sftp)\s(?:-\S+\s(?:\d+\s)?){0,4})$")
_REMOTE_AFTER = re.compile(r":(?:[~/]|[\w.-]+/)")


@cache
def _top_level_domains() -> frozenset[str]:
    suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None).tlds
    return _RESERVED.union(suffix.rsplit(".", 1)[-1] for suffix in suffixes)


@cache
def _value_set() -> pa.StringArray:
    return pa.array(sorted(_top_level_domains()))


def is_personal(text: str, start: int, end: int) -> bool:
    """Whether an address-like span is mail of a person: not a role, Message-ID or remote."""
    local, domain = _SIGN.split(text[start:end])
    if domain.rsplit(".", 1)[-1].lower() not in _top_level_domains():
        return False
    if _SAMPLE.fullmatch(local) and _SAMPLE_DOMAIN.fullmatch(domain):
        return False
    if _YOUR_DOMAIN.fullmatch(domain):
        return False
    if _ROLE.fullmatch(local) or _MESSAGE_ID_LOCAL.fullmatch(local):
        return False
    if _PLACEHOLDER.fullmatch(local):
        return False
    before = text[max(0, start - 60) : start]
    return not (
        _MESSAGE_ID_HEADER.search(before)
        or _REMOTE_BEFORE.search(before)
        or _REMOTE_AFTER.match(text, end)
    )


# the expressions for whole addresses are RE2's
_PLAIN = r"\A[^@%\[(]*@[^@%\[(]*\.[^@%\[(]*\z"
_REFUSED = (
    rf"\A(?:(?:(?i:{_ROLE.pattern}|{_PLACEHOLDER.pattern})|{_TIMESTAMP})@"
    rf"|(?i:{_SAMPLE.pattern})@(?i:{_SAMPLE_DOMAIN.pattern})\z|[^@]*@(?i:{_YOUR_DOMAIN.pattern})\z)"
)


def are_personal(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_personal` of whole values; shape (n,) to (n,)."""
    labels = pc.split_pattern(values, ".", max_splits=1, reverse=True)
    last = labels.values.take(pa.array(labels.offsets.to_numpy()[1:] - 1))
    known = pc.is_in(pc.ascii_lower(last), value_set=_value_set())
    accepted = known.to_numpy(zero_copy_only=False) & ~matching(values, _REFUSED)
    hexadecimal = matching(values, rf"\A{_HEX}@")
    if hexadecimal.any():
        accepted &= ~(hexadecimal & matching(values, r"\A[^@]*\d{4}"))
    return settled(values, accepted, ~matching(values, _PLAIN), is_personal)


RECOGNIZER = Recognizer(
    entity="EMAIL_ADDRESS",
    patterns=(
        Pattern(regex=_START + r"\w[\w.+'-]{0,63}@" + _DOMAIN, score=0.9),
        Pattern(regex=_START + r"\w(?:[\w.+-]|%2[Bb]){0,63}%40" + _DOMAIN, score=0.9),
        Pattern(regex=_START + r"\w[\w.+'-]{0,63}" + _SPELLED + _DOMAIN, score=0.9),
    ),
    accept=is_personal,
    accept_whole=are_personal,
    column=ColumnRule(
        names=(
            r"\w*mail|\w*e_?mail(_?(adres|address|addr|adr))?(_\w+)?",
            r"(\w+_)?(mail|mail_?(adres|address|adr))(_\d)?",
            r"(\w+_)?(sender|recipient|afzender|ontvanger|mail_(from|to|van|aan))",
        ),
        not_names=(*ABOUT, r"\w*mail_(body|tekst|text|onderwerp|subject|domein|domain|provider)"),
        unmistakable=True,
        cell=rf"(?i:(?!(?:{_ROLES}(?:[+._-][^@]*)?|{_DEPARTMENTS}(?:[+_-][^@]*)?)@)(?:mailto:|[^<>@]{{0,60}}<)?"
        r"[^\s@<>]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}>?)",
    ),
    precedence=30,
    examples=(
        "Mail mij op j.de.vries+koffie@voorbeeld.nl.",
        "GET /afmelden?email=jan%40voorbeeld.nl HTTP/1.1",
        "<mailto:o'neill@example.co.uk>",
    ),
    counterexamples=(
        "Mail naar info@voorbeeld.nl",
        "postfix/cleanup: message-id=<abc.def@mail.voorbeeld.nl>",
        "git clone git@github.com:org/repo.git",
        "img/logo@2x.png",
        "scp backup.tgz jan@server.voorbeeld.nl:/var/backup",
        "volg ons op @koffiebar.nl",
    ),
)
