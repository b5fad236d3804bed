"""LOCATION: a place that says where somebody is or lives (town, city, municipality).

A country, province or postcode alone is no LOCATION (a postcode has its own entity). In
running text places are for the pipeline in `detectors.ner`; this module knows what an
address line announces, and a known place behind a postcode or at the end of an address.
A column is announced by its name; the bare `location` and `locatie` name shelves and
servers as often, so that they count only in an address. A column without a telling name
is one of places where nearly all cells are known places, beside what points to a person.

Check rule: none. Known false alarms: the town of a shop or supplier.
"""

import re
from datetime import date

from detectors.at_once import accept_any
from detectors.recognizer import Bare, ColumnRule, Pattern, Recognizer
from detectors.vocabulary import is_place

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_UPPER}[a-zß-ÿ]+(?:[ -](?:aan de[n]?|op|bij|de|den|{_UPPER}[a-zß-ÿ]+))*"

_IN_AN_ADDRESS = re.compile(r"[1-9]\d{3} ?[A-Z]{2},?\s{1,2}\Z|\d[ -]?[A-Za-z0-9]{0,4},\s{1,2}\Z")


def is_no_other_word(text: str, start: int, end: int) -> bool:
    """Whether what ends an address is a known place; behind words of place, anything."""
    in_an_address = _IN_AN_ADDRESS.search(text, max(0, start - 12), start) is not None
    return not in_an_address or is_place(text[start:end])


def is_known_place(text: str, day: date) -> bool:
    """Whether a whole cell is a known place, on any day."""
    del day
    return is_place(text)


def is_known_in(name: str, text: str) -> bool:
    """Whether a place is known, in any text."""
    del text
    return is_place(name)


RECOGNIZER = Recognizer(
    entity="LOCATION",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?i:woonplaats|woonachtig (?:te|in)|wonende te)"
            rf"[ ]?:?[ ](?P<value>{_NAME})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)[1-9]\d{3} ?(?!S[ADS])[A-Z]{2},?\s{1,2}"
            rf"(?P<value>{_NAME}|['’]?[A-ZÀ-ÖØ-Þ]{{2,}}(?:[ -][A-ZÀ-ÖØ-Þ]{{2,}})*)(?![\w-])",
            score=0.8,
        ),
        Pattern(
            regex=r"[a-zß-ÿ.] [1-9]\d{0,4}(?:[ -]?[A-Za-z0-9]{1,4})?,\s{1,2}"
            rf"(?P<value>{_NAME})(?=\s*(?:[;)\n]|$))",
            score=0.8,
        ),
    ),
    accept=is_no_other_word,
    accept_whole=accept_any,
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(woon|verblijf|bezorg|aflever|factuur|verzend)_?(plaats|stad)(_?naam)?",
            r"plaats(_?naam)?|(adres|address|klant|verzend|bezorg|factuur)_?(plaats|stad)",
            r"stad|gemeente|(\w+_)?(city|town|home_?town|city_?name|residence|municipality)",
        ),
        names=(r"locatie|location",),
        needs_neighbour=(
            r"(\w+_)?(postcode|postal_?code|zip(_?code)?|straat|street|huis_?nummer|adres|address)",
        ),
        not_names=(
            r"(\w+_)?(geboorte|birth|werk|parkeer|zit|vind|opslag|winkel|filiaal|magazijn|store|"
            r"warehouse|event|evenement|vestigings?|bank|server|depot|of_birth|born)_?"
            r"(plaats|stad|city|town|locatie|location)(_?naam)?",
            r"(place|city|town)_of_birth",
        ),
        cell=r"(?!(?i:onbekend|n\.?v\.?t\.?|null|none|nan|unknown|online|geen)\Z)(?=.{2,50}\Z)"
        r"['’]?[^\W\d_][^\d_@:;=<>{}\[\]#%+*?!|\\]*",
        bare=Bare(
            is_known=is_known_place,
            kind=str.casefold,
            share=0.8,
            in_company=True,
        ),
        knows=is_known_in,
        other_names=(
            r"(\w+_)?(winkel|filiaal|vestiging|store|shop|magazijn|depot|warehouse|branch|route|"
            r"regio|region|evenement|event|herkomst|origin|straat|street|kantoor|office)(_\w+)?",
        ),
    ),
    examples=("Woonplaats: Leeuwarden", "wonende te Alphen aan den Rijn"),
    counterexamples=(
        "woonplaats: onbekend",
        "Loswal is een straatnaam",
        "geen woonplaats opgegeven",
    ),
)
