"""Organisations: brands that look like a person, and names with a legal form."""

import re
from collections.abc import Iterator

_BRANDS = (
    "Albert Heijn|Jacobs Douwe Egberts|Douwe Egberts|Dirk van den Broek|Jan Linders|Simon Lévelt|"
    "Simon Levelt|Marie Claire|Paul Smith|Peter Larsen|Thomas Cook|Daniel Wellington|Dr\\. Oetker|"
    "Ben & Jerry's|Jack Daniel's|Johnnie Walker|Tommy Hilfiger|Calvin Klein|Jamin|Hans Anders|"
    "Karwei|Miele|Julius Meinl|Caffè Mauro|Tony's Chocolonely|Sara Lee|Max Havelaar|Van Nelle|"
    "Anne Frank Huis|Johan Cruijff ArenA|Marks & Spencer|Kees Smit|Lucas Bols|Pieter Pot|"
    "Philips Senseo|Klaverblad|Van Gend & Loos|Johan Cruijff Arena"
)
_FORM = r"(?:B\.V\.|BV|N\.V\.|NV|V\.O\.F\.|VOF|GmbH|Ltd|Inc|S\.A\.)"
_NAMES = r"[A-ZÀ-Þ][\w&'’-]*(?: (?:[A-ZÀ-Þ&][\w&'’-]*|van|de|der|den|en)){0,4}"
_ORGANISATION = re.compile(rf"(?<!\w)(?:{_BRANDS}|Stichting {_NAMES}|{_NAMES} {_FORM})(?!\w)")


def organisations(text: str) -> Iterator[tuple[int, int]]:
    """Where organisations stand in `text`: character offsets, half open."""
    for found in _ORGANISATION.finditer(text):
        yield found.span()
