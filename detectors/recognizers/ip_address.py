"""IP_ADDRESS: a full internet address, of which one device can be told.

Issued by providers; RFC 791 (IPv4) and RFC 4291 (IPv6). Breyer (CJEU C-582/14): an address
that a website keeps is personal data. IPv4 in four decimal octets, none above 255 or with a
leading zero; IPv6 in hexadecimal, shortened or not, global (2000::/3) or local (fc00::/7).

No check rule.

Counted: addresses that RFC 5737 and RFC 3849 keep for documentation, since synthetic data is
made of them. A private address (10/8, 172.16/12, 192.168/16) tells a device inside a network,
mostly a server or a proxy: it counts with a word for a visitor beside it (not behind another
address, as proxies are) or in a column of addresses.
Not counted: loopback, unspecified, link-local, multicast, reserved addresses and netmasks;
version numbers (`Chrome/99.0.1.2`, `versie 1.2.3.4`, `java 17.0.9.0`), section numbers (four
numbers below 32, or single digits in the middle, need a context word); dotted telephone numbers
behind an area code (`(1) 42.34.22.66`); host names that hold an address. An address that is cut
(last octet 0, IPv6 of /48 or wider, a network of /24 or wider) is IP_ADDRESS_PARTIAL. In a
column of addresses a whole number of eight to ten digits is one too, as programs keep them. A
column without a telling name, or with that of versions, is one of addresses where nearly all are
public and begin with many different numbers: versions begin with few.
"""

import ipaddress
import re
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.at_once import settled
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer

OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
FIRST_OCTET = r"(?:22[0-3]|2[01]\d|1\d\d|[1-9]\d|[1-9])"
PRIVATE = r"(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)"
SMALL = r"(?:(?:(?:[12]?\d|3[01])\.){3}(?:[12]?\d|3[01])(?!\d)|(?:\d\d?|1[0-4]\d)\.\d\.\d\.)"
"""Four numbers below 32, or single digits behind a number below 150: versions and sections
are written so, and one address in five hundred."""
WIDE = r"/(?:\d|1\d|2[0-4])(?![\w/.])"
BEGIN = r"(?<![\w.-])"
END = r"(?![\w*]|-[A-Za-z]|\.[\w*])"
V6 = r"(?<![\w:.])[23fF][0-9A-Fa-f]{3}(?::[0-9A-Fa-f]{0,4}){2,8}(?![\w:])"
_GROUP = r"[0-9A-Fa-f]{1,4}"
CUT_V6 = (
    rf"(?:{_GROUP}(?::{_GROUP}){{0,2}}(?::0{{1,4}}){{0,6}}::(?:0{{1,4}}:){{0,6}}(?:0{{1,4}})?"
    rf"|{_GROUP}(?::{_GROUP}){{2}}(?::0{{1,4}}){{5}}|{_GROUP}::{_GROUP}(?::0{{1,4}}){{5}})"
)
"""Addresses of which all but the first three groups are 0, however they are shortened."""
MASK_V6_CUT = r"/(?:\d|[1-3]\d|4[0-8])"

NAMES = (
    r"(\w+_)?(ip|ipv4|ipv6|ip_?v4|ip_?v6)(_?(adres|address|addr|nr|nummer))?(_\w+)?",
    r"(\w+_)?(remote|client|source|src|visitor)_?(addr|address|host|ip)",
    r"(\w+_)?x_forwarded_for|forwarded_for",
)
NOT_NAMES = (*ABOUT, r"\w*ip_(land|country|city|stad|asn|isp|range|provider|location|locatie)")
CONTEXT = (
    "client",
    "client_ip",
    "clientip",
    "klant",
    "klant_ip",
    "bezoeker",
    "bezoeker_ip",
    "visitor",
    "visitor_ip",
    "user_ip",
    "gebruiker",
    "remote_addr",
    "remote_ip",
    "x-forwarded-for",
    "x_forwarded_for",
    "ip-adres",
    "ip adres",
    "ip-adressen",
    "ip address",
)

_NOT_AN_ADDRESS = re.compile(
    r"(?:[A-Za-z_]/|\(\d{1,5}\) ?|(?<![^\W_])(?:v|ver|versie|versies|version|build|release|firmware"
    r"|software|update|upgrade van|patch|driver|sdk|rev|revisie|paragraaf|par|artikel|hoofdstuk"
    r"|sectie|section|§|bedrag|tarief|[a-z]{2,10}-?code|[a-z]{3,10}nummer|sbi|oid|ios|android|windows|macos|kernel"
    r"|assembly|nuget|api)\.?[ :=\"']{0,3}|(?<!\w)(?:java|jdk|openssl) )$",
    re.IGNORECASE,
)
_MASK = re.compile(r"/(\d{1,3})(?![\w/.])")


def is_cut(text: str, start: int, end: int) -> bool:
    """Whether the IPv6 address of the span is cut to /48 or wider, by its bits or its mask."""
    if int(ipaddress.IPv6Address(text[start:end])) & ((1 << 80) - 1) == 0:
        return True
    mask = _MASK.match(text, end)
    return mask is not None and int(mask[1]) <= 48


def is_address(text: str, start: int, end: int) -> bool:
    """Whether the span is an address at all, and no version, netmask or special address."""
    try:
        address = ipaddress.ip_address(text[start:end])
    except ValueError:
        return False
    if address.is_loopback or address.is_link_local or address.is_multicast:
        return False
    return _NOT_AN_ADDRESS.search(text[max(0, start - 16) : start]) is None


def is_full(text: str, start: int, end: int) -> bool:
    """Whether the span is an address, and not one that is cut."""
    if not is_address(text, start, end):
        return False
    return ":" not in text[start:end] or not is_cut(text, start, end)


SPECIAL_V4 = r"(?:127|169\.254|22[4-9]|23\d)\."
"""Regular expression of how loopback, link-local and multicast addresses begin."""
_PLAIN_V6 = (
    rf"(?:[23][0-9A-Fa-f]|[Ff][CDcd])[0-9A-Fa-f]{{2}}(?:(?::{_GROUP}){{6}}:|"
    + "|".join(rf"(?::{_GROUP}){{{n}}}::(?:{_GROUP}:){{0,{5 - n}}}" for n in range(6))
    + r")0{0,3}[1-9A-Fa-f][0-9A-Fa-f]{0,3}"
)
"""Global and local addresses, shortened or not, whose last group is not 0: none is cut."""


def are_full(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_full` of whole values; shape (n,) to (n,)."""
    v4 = matching(values, rf"\A(?:{OCTET}\.){{3}}{OCTET}\z")
    accepted = v4 & ~matching(values, rf"\A{SPECIAL_V4}")
    unsettled = ~v4
    if unsettled.any():
        v6 = matching(values, rf"\A{_PLAIN_V6}\z")
        accepted, unsettled = accepted | v6, unsettled & ~v6
    return settled(values, accepted, unsettled, is_full)


def is_public(text: str, day: date) -> bool:
    """Whether a whole cell is an address that a provider gives out, on any day."""
    del day
    try:
        return ipaddress.ip_address(text).is_global
    except ValueError:
        return False


def _first_octet(text: str) -> str:
    return str(int(text) >> 24) if text.isdecimal() else text.partition(".")[0]


_V4 = rf"{FIRST_OCTET}\.{OCTET}\.{OCTET}\.(?!0(?!\d)){OCTET}{END}(?!{WIDE})"

RECOGNIZER = Recognizer(
    entity="IP_ADDRESS",
    patterns=(
        Pattern(regex=rf"{BEGIN}(?!{PRIVATE}|{SMALL}){_V4}", score=0.9),
        Pattern(regex=rf"{BEGIN}(?<!\d, )(?={PRIVATE}|{SMALL}){_V4}", score=0.3),
        Pattern(regex=V6, score=0.9),
    ),
    accept=is_full,
    accept_whole=are_full,
    context=CONTEXT,
    column=ColumnRule(
        apart_from=("IP_ADDRESS_PARTIAL",),
        names=NAMES,
        not_names=NOT_NAMES,
        cell=rf"(?:{OCTET}\.){{3}}(?!0(?!\d)){OCTET}(?::\d{{1,5}})?|[1-9]\d{{7,9}}"
        rf"|(?=[0-9A-Fa-f]{{1,4}}:)(?!{CUT_V6}(?:/|$))[0-9A-Fa-f:]{{6,39}}"
        r"(?:/(?:49|[5-9]\d|1[0-2]\d))?",
        bare=Bare(is_known=is_public, kind=_first_octet, share=0.95, kinds=15),
    ),
    precedence=20,
    examples=(
        '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1"',
        "inlog vanaf 2001:db8:12:34::5f",
        "client_ip=10.0.3.12",
    ),
    counterexamples=(
        "Chrome/99.0.48.51 Safari/537.36",
        "versie 10.12.13.14",
        "masker 255.255.255.0",
        "83.149.9.0",
        "2001:db8:12::/48",
        "zie 1.2.3.4 hierboven",
        "upstream 10.0.3.12:8080",
    ),
)
