"""IP_ADDRESS_PARTIAL: an internet address of which the end is cut off or masked.

Made by whoever keeps the address, so that no single device is told: IPv4 with the last octet 0
or masked (`83.149.9.0`, `83.149.9.x`, `83.149.*.*`) or as a network of /24 or wider
(`83.149.9.0/24`), IPv6 cut to its first 48 bits or fewer (`2001:db8:12::`, `2001:db8:12::/48`). The
span holds the mask. One that is cut further on (`2001:db8:12:34::`) is one subscriber's, and full:
an address is either of the two, never both.
Google Analytics cut addresses so when asked to anonymise them.

No check rule.

One in ten of the full addresses that end in one digit end in 0: in a column of full addresses
those are full too.

Known false alarms: a network in a firewall rule or a routing table (so private networks and
`x.0.0.0` count only with a word for a visitor or in a column); version numbers that end in 0,
refused after a product name (`Chrome/120.0.0.0`) or the word version.
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.at_once import settled
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.recognizers.ip_address import (
    BEGIN,
    CONTEXT,
    CUT_V6,
    END,
    FIRST_OCTET,
    MASK_V6_CUT,
    NAMES,
    NOT_NAMES,
    OCTET,
    PRIVATE,
    SMALL,
    SPECIAL_V4,
    V6,
    WIDE,
    is_address,
    is_cut,
)

_MASKED = r"(?:x{1,3}|X{1,3}|\*{1,3})"


def is_partial(text: str, start: int, end: int) -> bool:
    """Whether the span is an address that is masked, ends in 0 or is cut."""
    span = text[start:end].partition("/")[0]
    if ":" in span:
        end = start + len(span)
        return is_address(text, start, end) and is_cut(text, start, end)
    span = re.sub(rf"\.{_MASKED}", ".0", span)
    padded = text[:start] + span
    return is_address(padded, start, len(padded))


def are_partial(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_partial` of whole values; shape (n,) to (n,)."""
    v4 = matching(values, rf"\A{OCTET}(?:\.(?:{OCTET}|{_MASKED})){{3}}(?:/|\z)")
    accepted = v4 & ~matching(values, rf"\A{SPECIAL_V4}")
    return settled(values, accepted, ~v4, is_partial)


_MASKED_ADDRESS = rf"{FIRST_OCTET}\.{OCTET}\.(?:{OCTET}|{_MASKED})\.{_MASKED}"
_FEW = rf"(?:(?:[12]?\d|3[01])\.){{2}}(?:[12]?\d|3[01]|{_MASKED})\."
_WEAK = rf"(?:{PRIVATE}|{SMALL}|\d{{1,3}}\.0\.0\.0)"
_ZERO = rf"{FIRST_OCTET}\.{OCTET}\.{OCTET}\.0{END}(?!/)"
_NETWORK = rf"{FIRST_OCTET}\.{OCTET}\.{OCTET}\.{OCTET}{WIDE}"

RECOGNIZER = Recognizer(
    entity="IP_ADDRESS_PARTIAL",
    patterns=(
        Pattern(regex=rf"{BEGIN}(?!{_WEAK}){_ZERO}", score=0.6),
        Pattern(regex=rf"{BEGIN}(?!{_WEAK}){_NETWORK}", score=0.6),
        Pattern(regex=rf"{BEGIN}(?={_WEAK})(?:{_ZERO}|{_NETWORK})", score=0.3),
        Pattern(
            regex=rf"{BEGIN}(?!{_FEW}){_MASKED_ADDRESS}(?![\w*]|\.[\w*])",
            score=0.8,
        ),
        Pattern(regex=rf"{BEGIN}(?={_FEW}){_MASKED_ADDRESS}(?![\w*]|\.[\w*])", score=0.3),
        Pattern(regex=rf"{V6}(?:/\d{{1,2}}(?![\w/.]))?", score=0.8),
    ),
    accept=is_partial,
    accept_whole=are_partial,
    context=CONTEXT,
    column=ColumnRule(
        names=(*NAMES, r"(\w+_)?ip_(anon\w*|geanonimiseerd|masked|gemaskeerd|gedeeltelijk|prefix)"),
        not_names=tuple(name for name in NOT_NAMES if "masked" not in name),
        cell=rf"(?:{OCTET}\.){{2}}(?:{OCTET}|{_MASKED})\.(?:0|{_MASKED})(?:/\d{{1,2}})?"
        rf"|(?:{OCTET}\.){{3}}{OCTET}{WIDE}"
        rf"|{CUT_V6}(?:/\d{{1,3}})?|(?=[0-9A-Fa-f]{{1,4}}:)[0-9A-Fa-f:]{{6,39}}{MASK_V6_CUT}",
        among_alike=0.2,
    ),
    precedence=20,
    examples=(
        "83.149.9.0 - - [17/May/2015:10:05:03 +0000]",
        "bezoeker 83.149.9.xxx",
        "2001:db8:12::/48",
        "93.114.45.13/24",
    ),
    counterexamples=(
        "83.149.9.216",
        "Chrome/120.0.0.0 Safari/537.36",
        "versie 12.4.2.0",
        "masker 255.255.255.0",
        "2001:db8:12:34::5f",
        "route 10.0.0.0/8",
    ),
)
