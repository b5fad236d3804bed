"""LOCATION: a place that says where somebody is or lives (town, city, municipality).

A country, province or postcode alone is no LOCATION (a postcode has its own entity). In
running text places are for the pipeline in `detectors.ner`; this module knows what an
address line announces. A column is announced by its name; the bare `location` and
`locatie` name shelves and servers as often, so that they count only in an address.

Check rule: none. Known false alarms: the town of a shop or supplier.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_UPPER}[a-zß-ÿ]+(?:[ -](?:aan de[n]?|op|bij|de|den|{_UPPER}[a-zß-ÿ]+))*"

RECOGNIZER = Recognizer(
    entity="LOCATION",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?i:woonplaats|woonachtig (?:te|in)|wonende te)"
            rf"[ ]?:?[ ](?P<value>{_NAME})",
            score=0.8,
        ),
    ),
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
    ),
    examples=("Woonplaats: Leeuwarden", "wonende te Alphen aan den Rijn"),
    counterexamples=(
        "woonplaats: onbekend",
        "Loswal is een straatnaam",
        "geen woonplaats opgegeven",
    ),
)
