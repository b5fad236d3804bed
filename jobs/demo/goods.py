"""Products and stock: no personal data at all, and much that looks like it.

Article numbers of nine digits, EAN-13s, brands that bear people's names, versions, dates.
"""

from decimal import Decimal

import numpy as np

from jobs.demo import numbers
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop
from jobs.model import Constant, Dataset, Source

_BRANDS = (
    "Douwe Egberts", "Van Nelle", "Simon Lévelt", "Peeze", "Lavazza", "Jura", "Moccamaster",
    "Smit & Dorlas", "Max Havelaar", "Bialetti", "De'Longhi", "Caffè Vergnano",
)  # fmt: skip
_KINDS = (
    "Espresso bonen 1 kg", "Aroma Rood 500 g", "Filterkoffie 250 g", "Lungo cups 20 st",
    "Volautomaat 15 bar", "Melkopschuimer 300 ml", "Koffiemolen RVS", "Decafé 500 gr",
    "Thermoskan 1,2 l", "Ontkalker 2x100 ml", "Proefpakket 2024 AD", "Theezakjes 100 st",
)  # fmt: skip


def products(shop: Shop) -> Made:
    """`producten`: the assortment."""
    rng = shop.rng("producten")
    rows = [
        Row(
            values={
                "artikelnr": _article(rng),
                "ean": numbers.article_ean(rng),
                "merk": (brand := _pick(rng, _BRANDS)),
                "naam": f"{brand} {_pick(rng, _KINDS)}",
                "prijs": _price(rng),
                "versie": f"{rng.integers(1, 6)}.{rng.integers(0, 20)}.{rng.integers(0, 9)}",
                "actief_sinds": int(f"20{rng.integers(15, 26)}0{rng.integers(1, 10)}15"),
            }
        )
        for _ in range(shop.scaled(0.06, 40))
    ]
    return Made(
        dataset=Dataset(
            name="producten",
            source=Source(path="../warehouse/producten"),
            text="Assortiment; bevat geen persoonsgegevens.",
            country=Constant(constant="NL"),
        ),
        layout="parquet",
        rows=rows,
    )


def stock(shop: Shop) -> Made:
    """`voorraad`: what lies where, as CSV."""
    rng = shop.rng("voorraad")
    rows = [
        Row(
            values={
                "artikelnr": _article(rng),
                "ean": numbers.article_ean(rng),
                "magazijn": f"DC-{rng.integers(1, 4)}",
                "stelling": f"{numbers.letters(rng, 1, 'ABCDEFGH')}{rng.integers(1, 40):02d}",
                "partij": f"L{numbers.digits(rng, 7)}",
                "aantal": int(rng.integers(0, 900)),
                "tht": f"20{rng.integers(27, 30)}-0{rng.integers(1, 10)}-01",
            }
        )
        for _ in range(shop.scaled(0.15, 60))
    ]
    return Made(
        dataset=Dataset(
            name="voorraad",
            source=Source(path="../warehouse/voorraad", separator=";", header=True),
            text="Voorraad per magazijn; bevat geen persoonsgegevens.",
            country=Constant(constant="NL"),
        ),
        layout="csv",
        rows=rows,
    )


def order_line(rng: np.random.Generator) -> dict[str, object]:
    """One line of an order."""
    return {
        "artikelnr": _article(rng),
        "omschrijving": f"{_pick(rng, _BRANDS)} {_pick(rng, _KINDS)}",
        "aantal": int(rng.integers(1, 6)),
        "prijs": _price(rng),
    }


def _article(rng: np.random.Generator) -> int:
    return int(rng.integers(100_000_000, 999_999_999))


def _price(rng: np.random.Generator) -> Decimal:
    return Decimal(int(rng.integers(199, 89_999))).scaleb(-2)


def _pick(rng: np.random.Generator, choices: tuple[str, ...]) -> str:
    return choices[int(rng.integers(len(choices)))]
