"""MAC_ADDRESS: hardware address of a network card.

Issued by makers from blocks of the IEEE Registration Authority (EUI-48). Six pairs of
hexadecimal digits: `00:1a:2b:3c:4d:5e`, `00-1A-2B-3C-4D-5E`, or `001a.2b3c.4d5e`.
Twelve digits without a sign between count only right behind `mac` or a name for a network card.

No check rule. Broadcast, empty and multicast addresses belong to no device.
Known false alarms: times and codes of six pairs of decimal digits; such count only with a
context word. Parts of longer fingerprints are refused.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.at_once import settled
from detectors.lookalikes import ABOUT
from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_BEGIN = r"(?:(?<![\w:.-])|(?<=[G-Zg-z]:)|(?<=(?i:mac|sid):))"
_END = r"(?![\w:-]|\.\w)"
_COLONS = r"(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}"
_DASHES = r"(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}"


def is_a_device(text: str, start: int, end: int) -> bool:
    """Whether the address is that of one card: the multicast bit is off, and not all zero."""
    digits = "".join(c for c in text[start:end] if c.isalnum())
    return int(digits, 16) != 0 and int(digits[:2], 16) & 1 == 0


def are_devices(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_a_device` of whole values; shape (n,) to (n,)."""
    single = matching(values, r"\A[0-9A-Fa-f][02468ACEace]")
    return settled(
        values,
        single & matching(values, "[1-9A-Fa-f]"),
        ~matching(values, r"\A[0-9A-Fa-f]{2}[0-9A-Fa-f:.-]*\z"),
        is_a_device,
    )


RECOGNIZER = Recognizer(
    entity="MAC_ADDRESS",
    patterns=(
        Pattern(
            regex=rf"{_BEGIN}(?=[\d:-]{{0,16}}[A-Fa-f])(?:{_COLONS}|{_DASHES}){_END}", score=0.9
        ),
        Pattern(regex=rf"{_BEGIN}(?:\d\d:){{5}}\d\d{_END}", score=0.4),
        Pattern(regex=rf"{_BEGIN}(?:\d\d-){{5}}\d\d{_END}", score=0.2),
        Pattern(
            regex=rf"{_BEGIN}(?=[\d.]{{0,13}}[a-f])(?:[0-9a-f]{{4}}\.){{2}}[0-9a-f]{{4}}{_END}",
            score=0.7,
        ),
        Pattern(regex=rf"{_BEGIN}(?:\d{{4}}\.){{2}}\d{{4}}{_END}", score=0.2),
        Pattern(
            regex=rf"{_BEGIN}(?=[\d.]{{0,13}}[A-F])(?:[0-9A-F]{{4}}\.){{2}}[0-9A-F]{{4}}{_END}",
            score=0.3,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:mac|bssid|hw(?:addr)?|hardware|ether(?:net)?|bluetooth|wi-?fi)"
            r"(?i:[ _-]?(?:adres|address|addr))?[\s\"':=]{1,4}"
            rf"(?P<value>(?=\d{{0,11}}[A-Fa-f])[0-9A-Fa-f]{{12}}){_END}",
            score=0.8,
        ),
    ),
    accept=is_a_device,
    accept_whole=are_devices,
    context=(
        *(
            "mac",
            "mac adres",
            "mac address",
            "hwaddr",
            "ethernet",
            "bssid",
            "arp",
            "dhcp*",
            "switch*",
        ),
        *("vlan", "wlan*", "netwerkkaart", "interface", "bluetooth", "access point", "accesspoint"),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?mac(_?(adres|address|addr|id))?",
            r"(\w+_)?(hardware|hw|physical|wifi|bluetooth|bt)_?(adres|address|addr)",
        ),
        not_names=tuple(name for name in ABOUT if "|id|" not in name and "_(id" not in name),
        cell=r"(?:[0-9A-Fa-f]{2}[:-]?){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}",
    ),
    precedence=10,
    examples=(
        "DHCPACK op 192.168.1.23 voor 3c:22:fb:4d:5e:6f",
        "mac 00-1A-2B-3C-4D-5E",
        "poort 12: 001a.2b3c.4d5e",
    ),
    counterexamples=(
        "ff:ff:ff:ff:ff:ff",
        "vingerafdruk 3c:22:fb:4d:5e:6f:01:02",
        "back-up 20-05-17-10-05-03",
        "01:00:5e:00:00:fb",
    ),
)
