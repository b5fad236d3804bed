"""Job applications, fraud files and legal procedures.

Planted: citizen service numbers of applicants, fraud files past the term without a hold,
procedures that ended more than five years ago. Of applications the statement names no
term, so that their age cannot be judged.
"""

from datetime import timedelta

from jobs.demo import messages, numbers
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.terms import ADULT, FRAUD, PROCEDURE, Days
from jobs.demo.texts import choose, fill
from jobs.model import Constant, Dataset, Expression, Source

_POSITIONS = ("medewerker magazijn", "barista", "servicemedewerker", "webontwikkelaar", "inkoper")
_EVENTS = ("dubbele terugbetaling", "gestolen kaart", "niet betaald", "valse retour")


def applications(shop: Shop) -> Made:
    """`sollicitaties`: letters and the paths of CVs."""
    rng = shop.rng("sollicitaties")
    count = shop.scaled(0.03, 40)
    with_bsn = {int(i) for i in rng.permutation(count)[: planted(count, share=0.05)]}
    rows = []
    for index in range(count):
        person = shop.anyone(rng)
        letter = fill(choose(messages.MOTIVATIONS, rng), person, "", rng)
        received = shop.shortly(rng)
        rows.append(
            Row(
                values={
                    "sollicitatie_id": index + 1,
                    "voornaam": person.first,
                    "achternaam": person.last,
                    "email": person.email,
                    "telefoon": person.mobile,
                    "geboortedatum": shop.as_of
                    - ADULT
                    - timedelta(days=int(rng.integers(400, 15_000))),
                    "vacature": choose(_POSITIONS, rng),
                    "motivatie": letter.text,
                    "cv": f"cv/{received.year}/cv_{index + 1:05d}.pdf",
                    "bsn": numbers.bsn(rng) if index in with_bsn else None,
                    "ontvangen_op": received,
                },
                text_holds=frozenset(("motivatie", entity) for entity in letter.entities),
            )
        )
    return Made(
        dataset=Dataset(
            name="sollicitaties",
            source=Source(path="../warehouse/sollicitaties"),
            text="Sollicitaties op vacatures.",
            purposes=("vacatures",),
            category="sollicitatie",
            country=Constant(constant="NL"),
        ),
        layout="parquet",
        rows=rows,
        columns={
            "voornaam": "PERSON",
            "achternaam": "PERSON",
            "email": "EMAIL_ADDRESS",
            "telefoon": "PHONE_NUMBER",
            "geboortedatum": "DATE_OF_BIRTH",
            "motivatie": "APPLICATION_DOCUMENT",
            "cv": "APPLICATION_DOCUMENT",
            "bsn": "NL_BSN",
        },
        no_term="no term declared",
    )


def fraud(shop: Shop) -> Made:
    """`fraude`: files per event; those under investigation are on hold."""
    rng = shop.rng("fraude")
    count = shop.scaled(0.03, 40)
    days = Days(shop.as_of, FRAUD, rng)
    old, held = planted(count), planted(count)
    dated = [
        *((day, False, False) for day in days.kept(count - old - held)),
        *((day, False, True) for day in days.over(old)),
        *((day, True, False) for day in days.over(held)),
    ]
    rows: list[Row] = []
    for day, on_hold, overdue in sorted(dated):
        person = shop.anyone(rng)
        rows.append(
            Row(
                values={
                    "dossier": len(rows) + 1,
                    "klantnummer": person.customer,
                    "klantnaam": person.name,
                    "email": person.email,
                    "iban": person.iban,
                    "voorval": choose(_EVENTS, rng),
                    "datum_voorval": day,
                    "in_onderzoek": on_hold,
                },
                overdue=overdue,
            )
        )
    return Made(
        dataset=Dataset(
            name="fraude",
            source=Source(path="../warehouse/fraude"),
            text="Dossiers over fraude en misbruik.",
            purposes=("wettelijke_plichten",),
            category="fraude",
            retention=("fraude",),
            country=Constant(constant="NL"),
            anchors={"gebeurtenis": Expression(sql="datum_voorval")},
            hold=Expression(sql="in_onderzoek"),
        ),
        layout="parquet",
        rows=rows,
        columns={
            "klantnummer": "CUSTOMER_ID",
            "klantnaam": "PERSON",
            "email": "EMAIL_ADDRESS",
            "iban": "IBAN_CODE",
        },
    )


def procedures(shop: Shop) -> Made:
    """`procedures`: disputes before a court; one without an end goes on."""
    rng = shop.rng("procedures")
    count = shop.scaled(0.02, 40)
    days = Days(shop.as_of, PROCEDURE, rng)
    old, going_on = planted(count), count // 4
    dated = [
        *((day, day, False) for day in days.kept(count - old - going_on)),
        *((day, day, True) for day in days.over(old)),
        *((day, None, False) for day in days.over(going_on)),
    ]
    rows: list[Row] = []
    for last_seen, ended, overdue in sorted(dated, key=lambda d: (d[0], d[2])):
        person = shop.anyone(rng)
        rows.append(
            Row(
                values={
                    "zaaknummer": f"Z{last_seen.year}/{len(rows) + 1:04d}",
                    "klantnaam": person.initials,
                    "adres": person.address,
                    "postcode": person.postcode,
                    "woonplaats": person.place,
                    "begonnen_op": last_seen - timedelta(days=int(rng.integers(60, 900))),
                    "einde": ended,
                },
                overdue=overdue,
            )
        )
    return Made(
        dataset=Dataset(
            name="procedures",
            source=Source(path="../warehouse/procedures"),
            text="Juridische procedures met klanten.",
            purposes=("wettelijke_plichten",),
            retention=("juridische_procedure",),
            country=Constant(constant="NL"),
            anchors={"einde_procedure": Expression(sql="einde")},
        ),
        layout="parquet",
        rows=rows,
        columns={
            "klantnaam": "PERSON",
            "adres": "NL_ADDRESS",
            "postcode": "NL_POSTCODE",
            "woonplaats": "LOCATION",
        },
    )
