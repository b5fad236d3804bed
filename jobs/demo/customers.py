"""Customers and their accounts.

Planted: customers whose last order and last contact lie past the term, minors without
consent, accounts that were closed, old passwords kept as plain text.
"""

from datetime import date, timedelta

import numpy as np

from jobs.demo import numbers
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.terms import ADULT, CUSTOMER, Days
from jobs.model import Constant, Dataset, Expression, Lookup, Source

_PASSWORDS = ("Welkom2019!", "koffie123", "Zomer2020#", "Drachten!8", "espresso77", "Geheim_01")
_ACCOUNT_SHARE = 0.8


def customers(shop: Shop) -> Made:
    """`klanten`: one row per customer, the address nested."""
    rng = shop.rng("klanten")
    days = Days(shop.as_of, CUSTOMER, rng)
    contact = _last_contacts(shop, days, rng)
    born, alone = _birth_dates(shop, rng)
    overdue = {p.customer for p in (*shop.forgotten_without_orders, *shop.forgotten_with_order)}
    rows = [
        Row(
            values={
                "klant_id": p.customer,
                "voornaam": p.first,
                "achternaam": p.last,
                "geslacht": p.gender,
                "geb_dat": born[p.customer],
                "e_mail": p.email,
                "tel_nr": p.mobile if rng.random() < 0.8 else p.landline,
                "adres": {
                    "straat": p.street,
                    "huisnummer": p.number,
                    "toevoeging": p.addition,
                    "postcode": p.postcode,
                    "woonplaats": p.place,
                },
                "laatste_contact": contact.get(p.customer),
                "toestemming_ouder": _is_minor(born[p.customer], shop.as_of)
                and p.customer not in alone,
                "segment": ("particulier", "vaste klant", "abonnee")[int(rng.integers(3))],
            },
            overdue=p.customer in overdue,
            unaccompanied=p.customer in alone,
        )
        for p in shop.people
    ]
    return Made(
        dataset=Dataset(
            name="klanten",
            source=Source(path="../warehouse/klanten"),
            text="Klanten met hun adres, zoals de webshop ze kent.",
            purposes=("overeenkomst",),
            retention=("klantgegevens",),
            country=Constant(constant="NL"),
            anchors={
                "laatste_transactie": Lookup(
                    dataset="bestellingen",
                    key={"klant_id": "klant_id"},
                    value="besteldatum",
                    aggregate="max",
                ),
                "laatste_contact": Expression(sql="laatste_contact"),
            },
            consent=Expression(sql="toestemming_ouder"),
        ),
        layout="parquet",
        rows=rows,
        columns={
            "klant_id": "CUSTOMER_ID",
            "voornaam": "PERSON",
            "achternaam": "PERSON",
            "geslacht": "GENDER",
            "geb_dat": "DATE_OF_BIRTH",
            "e_mail": "EMAIL_ADDRESS",
            "tel_nr": "PHONE_NUMBER",
            "adres.straat": "NL_ADDRESS",
            "adres.huisnummer": "NL_ADDRESS",
            "adres.toevoeging": "NL_ADDRESS",
            "adres.postcode": "NL_POSTCODE",
            "adres.woonplaats": "LOCATION",
        },
    )


def accounts(shop: Shop) -> Made:
    """`accounts`: the web shop's log-ins of most customers."""
    rng = shop.rng("accounts")
    holders = [p for p in shop.known if rng.random() < _ACCOUNT_SHARE]
    chosen = [int(i) for i in rng.permutation(len(holders))[: 2 * planted(len(holders)) + 1]]
    closed = set(chosen[: planted(len(holders))])
    closed_today, plain = chosen[-1], set(chosen[planted(len(holders)) : -1])
    rows = []
    for index, p in enumerate(holders):
        opened = shop.last_order.get(p.customer, shop.as_of) - timedelta(
            days=int(rng.integers(400, 900))
        )
        gone = None
        if index in closed:
            gone = shop.as_of - timedelta(days=1 + 20 * chosen.index(index))
            opened = min(opened, gone - timedelta(days=30))
        elif index == closed_today:
            gone = shop.as_of
        rows.append(
            Row(
                values={
                    "volgnummer": index + 1,
                    "klantnummer": p.customer,
                    "gebruikersnaam": p.username,
                    "email": p.email,
                    "wachtwoord_hash": numbers.bcrypt(rng),
                    "wachtwoord_oud": _PASSWORDS[int(rng.integers(len(_PASSWORDS)))]
                    if index in plain
                    else None,
                    "aangemaakt": opened,
                    "gesloten_op": gone,
                },
                overdue=index in closed,
            )
        )
    return Made(
        dataset=Dataset(
            name="accounts",
            source=Source(path="../warehouse/accounts"),
            text="Accounts waarmee klanten inloggen.",
            purposes=("account", "overeenkomst"),
            retention=("accountgegevens",),
            region="eu-west-1",
            anchors={"account_gesloten": Expression(sql="gesloten_op")},
        ),
        layout="parquet",
        rows=rows,
        columns={
            "klantnummer": "CUSTOMER_ID",
            "gebruikersnaam": "USERNAME",
            "email": "EMAIL_ADDRESS",
            "wachtwoord_hash": "PASSWORD_HASH",
            "wachtwoord_oud": "PASSWORD",
        },
    )


def _last_contacts(shop: Shop, days: Days, rng: np.random.Generator) -> dict[str, date]:
    """When each customer was last spoken to; an order may be the later event, or the only one."""
    old = days.over(len(shop.forgotten_without_orders))
    contact = {p.customer: day for p, day in zip(shop.forgotten_without_orders, old, strict=True)}
    contact[shop.edge.customer] = days.last_kept
    recent = days.kept(len(shop.known) + 1)[1:]
    for p, day in zip(shop.known, recent, strict=True):
        if p.customer not in shop.last_order or rng.random() < 0.3:
            contact[p.customer] = day
        elif rng.random() < 0.1:
            # spoken to long ago, but the order that came after counts
            contact[p.customer] = days.over(2)[1]
    return contact


def _birth_dates(shop: Shop, rng: np.random.Generator) -> tuple[dict[str, date], frozenset[str]]:
    """Each customer's birth date, and who of them is a minor whose parents did not consent."""
    coming_of_age = shop.as_of - ADULT
    born = {
        p.customer: coming_of_age - timedelta(days=int(rng.integers(60, 70 * 365)))
        for p in shop.people
    }
    count = planted(len(shop.people), share=0.01)
    chosen = [shop.known[int(i)].customer for i in rng.permutation(len(shop.known))]
    minors = chosen[: 2 * count]
    for customer in minors:
        born[customer] = coming_of_age + timedelta(days=int(rng.integers(30, 5 * 365)))
    born[minors[0]] = coming_of_age + timedelta(days=2)
    born[chosen[2 * count]] = coming_of_age
    return born, frozenset(minors[:count])


def _is_minor(born: date, as_of: date) -> bool:
    return born > as_of - ADULT
