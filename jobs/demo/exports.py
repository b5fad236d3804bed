"""What left the warehouse: two exports in the United States, and statistics called anonymous.

Planted: full IP addresses at the analytics service, a campaign export at nobody who is
declared, e-mail addresses in the anonymous statistics.
"""

from datetime import date

from jobs.demo import numbers
from jobs.demo.browsers import BROWSERS
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.texts import choose
from jobs.model import Constant, Dataset, Expression, Source

_EPOCH = date(1970, 1, 1)
_PAGES = ("/", "/espresso", "/machines", "/acties", "/winkelwagen", "/klantenservice")


def analytics(shop: Shop) -> Made:
    """`analytics_export`: page views at the analytics service, which is a declared recipient."""
    rng = shop.rng("analytics_export")
    count = shop.scaled(0.5, 80)
    full = {int(i) for i in rng.permutation(count)[: planted(count, share=0.03)]}
    rows = []
    for index in range(count):
        day = shop.shortly(rng)
        since = (day - _EPOCH).days * 86_400
        ip = numbers.full_ip(rng) if index in full else numbers.partial_ip(rng)
        rows.append(
            Row(
                values={
                    "datum": day,
                    "cookie_id": f"GA1.2.{rng.integers(10**8, 10**9)}.{since}",
                    "ip": ip,
                    "user_agent": choose(BROWSERS, rng),
                    "taal": choose(("nl-NL", "nl-BE", "en-GB", "de-DE"), rng),
                    "pagina": choose(_PAGES, rng),
                },
                text_holds=frozenset(
                    {("ip", "IP_ADDRESS" if index in full else "IP_ADDRESS_PARTIAL")}
                ),
            )
        )
    return Made(
        dataset=Dataset(
            name="analytics_export",
            source=Source(path="../warehouse/analytics_export", separator=",", header=True),
            text="Bezoekersstatistieken bij Google Analytics.",
            purposes=("bezoekersstatistieken",),
            recipients=("google_analytics",),
            retention=("marketing", "ip_adres"),
            country=Constant(constant="US"),
            anchors={
                "gebeurtenis": Expression(sql="datum"),
                "laatste_bezoek": Expression(sql="datum"),
            },
        ),
        layout="csv",
        rows=rows,
        columns={
            "cookie_id": "COOKIE_ID",
            "user_agent": "USER_AGENT",
            "taal": "LANGUAGE_PREFERENCE",
        },
    )


def campaign(shop: Shop) -> Made:
    """`campagne_export`: addressees of a campaign, in the United States at an unknown party."""
    rng = shop.rng("campagne_export")
    rows = []
    for _ in range(shop.scaled(0.1, 40)):
        person = shop.anyone(rng)
        rows.append(
            Row(
                values={
                    "email": person.email,
                    "voornaam": person.first,
                    "woonplaats": person.place,
                    "doelgroep": choose(("espresso", "filter", "thee"), rng),
                    "geexporteerd_op": shop.shortly(rng),
                },
                exported=True,
            )
        )
    return Made(
        dataset=Dataset(
            name="campagne_export",
            source=Source(path="../warehouse/campagne_export", separator=",", header=True),
            text="Adressen voor een campagne, klaargezet buiten de EER.",
            purposes=("nieuwsbrief",),
            retention=("marketing",),
            region="us-east-1",
            anchors={"gebeurtenis": Expression(sql="geexporteerd_op")},
        ),
        layout="csv",
        rows=rows,
        columns={"email": "EMAIL_ADDRESS", "voornaam": "PERSON", "woonplaats": "LOCATION"},
    )


def statistics(shop: Shop) -> Made:
    """`statistiek_anoniem`: totals per month; the notes name people after all."""
    rng = shop.rng("statistiek_anoniem")
    count = shop.scaled(0.05, 40)
    named = {int(i) for i in rng.permutation(count)[: planted(count, share=0.05)]}
    rows = [
        Row(
            values={
                "maand": f"{shop.as_of.year - 1 - index % 4}-{index % 12 + 1:02d}",
                "regio": choose(("noord", "oost", "zuid", "west"), rng),
                "leeftijdsgroep": choose(("18-24", "25-39", "40-64", "65+"), rng),
                "aantal": int(rng.integers(5, 900)),
                "omzet": int(rng.integers(100, 90_000)),
                "toelichting": f"uitschieter door {shop.anyone(rng).email}"
                if index in named
                else "gecorrigeerd voor retouren",
            },
            text_holds=frozenset({("toelichting", "EMAIL_ADDRESS")})
            if index in named
            else frozenset(),
        )
        for index in range(count)
    ]
    return Made(
        dataset=Dataset(
            name="statistiek_anoniem",
            source=Source(path="../warehouse/statistiek_anoniem"),
            text="Geanonimiseerde verkoopcijfers.",
            country=Constant(constant="NL"),
            anonymised=True,
        ),
        layout="parquet",
        rows=rows,
    )
