"""Orders, invoices and payments.

Planted: orders and invoices past the term for financial data, licence plates in remarks.
"""

from datetime import timedelta

import numpy as np
import pyarrow as pa

from jobs.demo import goods, messages, numbers
from jobs.demo.made import Held, Made, Row
from jobs.demo.shop import Order, Shop, planted
from jobs.demo.terms import INVOICE, Days
from jobs.demo.texts import Text, choose, fill
from jobs.model import Constant, Dataset, Expression, Source

_LINES = pa.list_(
    pa.struct(
        {"artikelnr": pa.int64(), "omschrijving": pa.string(), "aantal": pa.int32(),
         "prijs": pa.decimal128(9, 2)}
    )
)  # fmt: skip
_SCHEMA = pa.schema(
    {
        "order_id": pa.string(),
        "klant_id": pa.string(),
        "besteldatum": pa.date32(),
        "status": pa.string(),
        "regels": _LINES,
        "cadeaubon": pa.string(),
        "klantenkaart": pa.string(),
        "opmerking": pa.string(),
    }
)
_METHODS = ("ideal", "ideal", "ideal", "creditcard", "afterpay", "bancontact")


def orders(shop: Shop) -> Made:
    """`bestellingen`: one row per order with its lines, a folder per year."""
    rng = shop.rng("bestellingen")
    kept = [i for i, order in enumerate(shop.orders) if not order.overdue]
    with_plate = {
        kept[int(i)] for i in rng.permutation(len(kept))[: planted(len(kept), share=0.01)]
    }
    rows = [_order(order, index in with_plate, rng) for index, order in enumerate(shop.orders)]
    return Made(
        dataset=Dataset(
            name="bestellingen",
            source=Source(path="../warehouse/bestellingen"),
            text="Bestellingen met hun regels, per jaar.",
            purposes=("overeenkomst", "bestellingen"),
            retention=("factuurgegevens",),
            country=Constant(constant="NL"),
            anchors={"transactie": Expression(sql="besteldatum")},
        ),
        layout="parquet",
        rows=rows,
        schema=_SCHEMA,
        partition="jaar",
        columns={
            "order_id": "ORDER_ID",
            "klant_id": "CUSTOMER_ID",
            "cadeaubon": "GIFT_CARD",
            "klantenkaart": "LOYALTY_CARD",
        },
    )


def invoices(shop: Shop) -> Made:
    """`facturen`: an invoice per order, as CSV; some are of orders long gone."""
    rng = shop.rng("facturen")
    old = [
        Order(f"B{day.year}-{rng.integers(100_000, 999_999)}", shop.anyone(rng), day, True)
        for day in Days(shop.as_of, INVOICE, rng).over(planted(len(shop.kept_orders)))
    ]
    rows = [
        Row(
            values={
                "factuurnummer": f"F{order.day.year}{number:06d}",
                "order_id": order.number,
                "klantnummer": order.person.customer,
                "klantnaam": order.person.initials,
                "adres": order.person.address,
                "postcode": order.person.postcode,
                "plaats": order.person.place,
                "factuurdatum": order.day,
                "bedrag": f"{rng.integers(5, 400)}.{rng.integers(10, 99)}",
            },
            overdue=order.overdue,
        )
        for number, order in enumerate(sorted([*old, *shop.kept_orders], key=lambda o: o.day))
    ]
    return Made(
        dataset=Dataset(
            name="facturen",
            source=Source(path="../warehouse/facturen", separator=";", header=True),
            text="Verzonden facturen.",
            purposes=("betalingen",),
            retention=("factuurgegevens",),
            region="europe-west4",
            anchors={"transactie": Expression(sql="factuurdatum")},
        ),
        layout="csv",
        rows=rows,
        columns={
            "order_id": "ORDER_ID",
            "klantnummer": "CUSTOMER_ID",
            "klantnaam": "PERSON",
            "adres": "NL_ADDRESS",
            "postcode": "NL_POSTCODE",
            "plaats": "LOCATION",
        },
    )


def payments(shop: Shop) -> Made:
    """`betalingen`: how each order was paid, as CSV; AfterPay receives them."""
    rng = shop.rng("betalingen")
    rows = []
    for number, order in enumerate(shop.kept_orders):
        method = _METHODS[int(rng.integers(len(_METHODS)))]
        rows.append(
            Row(
                values={
                    "betaling_id": number + 1,
                    "order_id": order.number,
                    "betaaldatum": min(
                        order.day + timedelta(days=int(rng.integers(0, 3))), shop.as_of
                    ),
                    "bedrag": f"{rng.integers(5, 400)}.{rng.integers(10, 99)}",
                    "betaalwijze": method,
                    "naam_rekeninghouder": order.person.initials,
                    "iban": order.person.iban if method == "ideal" else None,
                }
            )
        )
    return Made(
        dataset=Dataset(
            name="betalingen",
            source=Source(path="../warehouse/betalingen", separator=",", header=True),
            text="Betalingen per bestelling; achteraf betalen loopt via AfterPay.",
            purposes=("betalingen",),
            recipients=("afterpay",),
            retention=("factuurgegevens",),
            region="eu-west-1",
            anchors={"transactie": Expression(sql="betaaldatum")},
        ),
        layout="csv",
        rows=rows,
        columns={
            "order_id": "ORDER_ID",
            "naam_rekeninghouder": "PERSON",
            "iban": "IBAN_CODE",
        },
    )


def _order(order: Order, with_plate: bool, rng: np.random.Generator) -> Row:
    lines = [goods.order_line(rng) for _ in range(int(rng.integers(1, 4)))]
    held: set[Held] = set()
    remark = Text("", frozenset())
    if with_plate:
        remark = fill(choose(messages.PLATE_REMARKS, rng), order.person, order.number, rng)
    elif not order.overdue and rng.random() < 0.2:
        remark = fill(choose(messages.REMARKS, rng), order.person, order.number, rng)
    if not order.overdue and rng.random() < 0.02:
        engraved = fill(messages.ENGRAVED, order.person, order.number, rng)
        lines[0]["omschrijving"] = engraved.text
        held |= {("regels[].omschrijving", entity) for entity in engraved.entities}
    return Row(
        values={
            "jaar": order.day.year,
            "order_id": order.number,
            "klant_id": order.person.customer,
            "besteldatum": order.day,
            "status": ("geleverd", "geleverd", "retour")[int(rng.integers(3))],
            "regels": lines,
            "cadeaubon": numbers.gift_card(rng) if rng.random() < 0.06 else None,
            "klantenkaart": numbers.loyalty_card(rng) if rng.random() < 0.3 else None,
            "opmerking": remark.text or None,
        },
        text_holds=frozenset(held | {("opmerking", entity) for entity in remark.entities}),
        overdue=order.overdue,
    )
