"""Newsletters, reviews and prize draws.

Planted: sign-ups past their five years, reviews kept in the United States, bank accounts
that prize winners gave.
"""

from datetime import timedelta

from jobs.demo import messages
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.terms import MARKETING, SIGN_UP, Days, moment, utc
from jobs.demo.texts import choose
from jobs.model import Constant, Dataset, Expression, Source

_CAMPAIGNS = ("lente-actie", "nieuwe-oogst", "kerstpakket", "zomermelange", "dag-van-de-koffie")


def sign_ups(shop: Shop) -> Made:
    """`nieuwsbrief_aanmeldingen`: who signed up and off, as CSV."""
    rng = shop.rng("nieuwsbrief_aanmeldingen")
    count = shop.scaled(0.25, 40)
    days = Days(shop.as_of, SIGN_UP, rng)
    old = planted(count)
    rows = []
    for index, day in enumerate([*days.kept(count - old), *days.over(old)]):
        person = shop.anyone(rng)
        signed_off = rng.random() < 0.3
        rows.append(
            Row(
                values={
                    "aanmelding_id": index + 1,
                    "email": person.email,
                    "voornaam": person.first,
                    "taal": "nl-NL",
                    # a sign-off counts from its own day, however long ago the sign-up was
                    "aangemeld_op": day - timedelta(days=int(rng.integers(30, 2500)))
                    if signed_off
                    else day,
                    "afgemeld_op": day if signed_off else None,
                },
                overdue=index >= count - old,
            )
        )
    return Made(
        dataset=Dataset(
            name="nieuwsbrief_aanmeldingen",
            source=Source(path="../warehouse/nieuwsbrief_aanmeldingen", header=True),
            text="Aan- en afmeldingen voor de nieuwsbrief.",
            purposes=("nieuwsbrief",),
            retention=("nieuwsbrief_aanmelding",),
            region="eu-west-1",
            anchors={
                "aan_of_afmelding": Expression(
                    sql="coalesce(nullif(afgemeld_op, ''), aangemeld_op)"
                )
            },
        ),
        layout="csv",
        rows=rows,
        columns={
            "email": "EMAIL_ADDRESS",
            "voornaam": "PERSON",
            "taal": "LANGUAGE_PREFERENCE",
        },
    )


def newsletters(shop: Shop) -> Made:
    """`nieuwsbrief_verzonden`: which newsletter went to whom."""
    rng = shop.rng("nieuwsbrief_verzonden")
    rows = [
        Row(
            values={
                "email": shop.anyone(rng).email,
                "campagne": choose(_CAMPAIGNS, rng),
                "verzonden_op": utc(moment(day, rng)),
                "geopend": rng.random() < 0.4,
            }
        )
        for day in Days(shop.as_of, MARKETING, rng).kept(shop.scaled(0.5, 60))
    ]
    return Made(
        dataset=Dataset(
            name="nieuwsbrief_verzonden",
            source=Source(path="../warehouse/nieuwsbrief_verzonden"),
            text="Verzonden nieuwsbrieven per ontvanger.",
            purposes=("nieuwsbrief",),
            retention=("nieuwsbrief_verzonden",),
            region="eu-west-1",
            anchors={"verzending": Expression(sql="verzonden_op")},
        ),
        layout="parquet",
        rows=rows,
        parts=2,
        columns={"email": "EMAIL_ADDRESS"},
    )


def reviews(shop: Shop) -> Made:
    """`reviews`: JSON lines, kept in the country that each row names."""
    rng = shop.rng("reviews")
    count = shop.scaled(0.2, 60)
    abroad = {int(i) for i in rng.permutation(count)[: planted(count, share=0.03)]}
    rows = []
    for index, day in enumerate(Days(shop.as_of, MARKETING, rng).kept(count)):
        person = shop.anyone(rng)
        first, second = rng.choice(messages.REVIEWS, 2, replace=False)
        rows.append(
            Row(
                values={
                    "review_id": index + 1,
                    "klantnaam": f"{person.first} {person.last[0].upper()}.",
                    "sterren": int(rng.integers(1, 6)),
                    "recensie": f"{first} {second}",
                    "geplaatst_op": utc(moment(day, rng)),
                    "land": "US" if index in abroad else choose(("NL", "NL", "BE", "DE"), rng),
                },
                exported=index in abroad,
            )
        )
    return Made(
        dataset=Dataset(
            name="reviews",
            source=Source(path="../warehouse/reviews"),
            text="Beoordelingen; elke rij staat in het land dat erin genoemd wordt.",
            purposes=("reviews",),
            retention=("marketing",),
            country=Expression(sql="land"),
            anchors={"gebeurtenis": Expression(sql="geplaatst_op")},
        ),
        layout="jsonl",
        rows=rows,
        columns={"klantnaam": "PERSON", "recensie": "REVIEW"},
    )


def prize_draws(shop: Shop) -> Made:
    """`prijsvragen`: who took part; winners left a bank account, for which no purpose stands."""
    rng = shop.rng("prijsvragen")
    count = shop.scaled(0.1, 40)
    winners = {int(i) for i in rng.permutation(count)[: planted(count, share=0.05)]}
    rows = []
    for index, day in enumerate(Days(shop.as_of, MARKETING, rng).kept(count)):
        person = shop.anyone(rng)
        rows.append(
            Row(
                values={
                    "deelname_id": index + 1,
                    "voornaam": person.first,
                    "achternaam": person.last,
                    "email": person.email,
                    "antwoord": choose(("A", "B", "C"), rng),
                    "rekeningnummer": person.iban if index in winners else None,
                    "deelgenomen_op": day,
                }
            )
        )
    return Made(
        dataset=Dataset(
            name="prijsvragen",
            source=Source(path="../warehouse/prijsvragen"),
            text="Deelnemers aan prijsvragen en winacties.",
            purposes=("prijsvragen",),
            retention=("marketing",),
            country=Constant(constant="NL"),
            anchors={"gebeurtenis": Expression(sql="deelgenomen_op")},
        ),
        layout="parquet",
        rows=rows,
        columns={
            "voornaam": "PERSON",
            "achternaam": "PERSON",
            "email": "EMAIL_ADDRESS",
            "rekeningnummer": "IBAN_CODE",
        },
        outside_purpose=frozenset({"IBAN_CODE"}),
    )
