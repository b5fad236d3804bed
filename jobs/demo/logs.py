"""The logs: the web server's, the applications', and the mail relay's.

Planted: web server lines past twelve months, full IP addresses and plain passwords in
the applications' log.
"""

from datetime import datetime, timedelta
from urllib.parse import quote

import numpy as np

from jobs.demo import numbers
from jobs.demo.browsers import BROWSERS
from jobs.demo.made import Held, Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.terms import VISIT, Days, moment
from jobs.demo.texts import choose
from jobs.model import Constant, Dataset, Expression, Source

# a name by itself: `%b` would follow the locale of the machine
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PATHS = ("/", "/espresso/bonen-1kg", "/machines?merk=jura", "/api/v2/winkelwagen", "/robots.txt")
_QUEUE = "ABCDEF0123456789"


def access(shop: Shop) -> Made:
    """`nginx`: combined access logs, the last octet of each address cut off."""
    rng = shop.rng("nginx")
    count = shop.scaled(1.0, 120)
    days = Days(shop.as_of, VISIT, rng)
    old = planted(count)
    dated = [
        *((moment(day, rng), False) for day in days.kept(count - old)),
        *((moment(day, rng), True) for day in days.over(old)),
    ]
    return Made(
        dataset=Dataset(
            name="nginx",
            source=Source(path="../warehouse/nginx", kind="access_log"),
            text="Toegangslogs van de webwinkel, adressen ingekort.",
            purposes=("bezoekersstatistieken", "beveiliging"),
            retention=("ip_adres", "marketing"),
            region="europe-west4",
        ),
        layout="lines",
        rows=[_request(shop, at, overdue, rng) for at, overdue in sorted(dated)],
        parts=4,
        aging=frozenset({"IP_ADDRESS_PARTIAL"}),
    )


def application(shop: Shop) -> Made:
    """`app_logs`: JSON lines of the shop's services, with a nested context."""
    rng = shop.rng("app_logs")
    count = shop.scaled(0.5, 120)
    chosen = [int(i) for i in rng.permutation(count)]
    full = set(chosen[: planted(count)])
    secret = set(chosen[len(full) : len(full) + planted(count, share=0.01)])
    moments = sorted(moment(shop.shortly(rng), rng) for _ in range(count))
    rows = [
        _event(shop, at, rng, full_ip=i in full, with_password=i in secret)
        for i, at in enumerate(moments)
    ]
    return Made(
        dataset=Dataset(
            name="app_logs",
            source=Source(path="../warehouse/app_logs"),
            text="Logregels van de diensten achter de webwinkel.",
            purposes=("beveiliging", "overeenkomst"),
            retention=("marketing", "ip_adres"),
            region="eu-west-1",
            anchors={
                "gebeurtenis": Expression(sql="ts"),
                "laatste_bezoek": Expression(sql="ts"),
            },
        ),
        layout="jsonl",
        rows=rows,
        columns={
            "context.klant.id": "CUSTOMER_ID",
            "context.klant.email": "EMAIL_ADDRESS",
            "context.user_agent": "USER_AGENT",
        },
    )


def mail_relay(shop: Shop) -> Made:
    """`mail_relay`: what the mail server did; its own senders are roles, not people."""
    rng = shop.rng("mail_relay")
    begun = sorted(moment(shop.shortly(rng), rng) for _ in range(shop.scaled(0.1, 40)))
    return Made(
        dataset=Dataset(
            name="mail_relay",
            source=Source(path="../warehouse/mail_relay", kind="syslog"),
            text="Log van de mailserver.",
            purposes=("klantenservice",),
            retention=("marketing",),
            country=Constant(constant="NL"),
        ),
        layout="lines",
        rows=[row for at in begun for row in _delivery(shop, at, rng)],
    )


def _request(shop: Shop, at: datetime, overdue: bool, rng: np.random.Generator) -> Row:
    path, held = choose(_PATHS, rng), {"IP_ADDRESS_PARTIAL", "USER_AGENT"}
    if not overdue and rng.random() < 0.02:
        path = f"/nieuwsbrief/afmelden?email={quote(shop.anyone(rng).email)}"
        held.add("EMAIL_ADDRESS")
    stamp = f"{at:%d}/{_MONTHS[at.month - 1]}/{at:%Y:%H:%M:%S %z}"
    status, size = int(rng.choice((200, 200, 200, 304, 404))), int(rng.integers(200, 90_000))
    referrer = choose(("-", "https://www.klassekoffie.nl/"), rng)
    return Row(
        values=f'{numbers.partial_ip(rng)} - - [{stamp}] "GET {path} HTTP/1.1" {status} {size} '
        f'"{referrer}" "{choose(BROWSERS, rng)}"',
        text_holds=frozenset(("line", entity) for entity in held),
        overdue=overdue,
    )


def _event(
    shop: Shop, at: datetime, rng: np.random.Generator, *, full_ip: bool, with_password: bool
) -> Row:
    order = shop.any_order(rng)
    held: set[Held] = {("context.ip", "IP_ADDRESS" if full_ip else "IP_ADDRESS_PARTIAL")}
    message, entity = _message(order.number, order.person.email, rng)
    if with_password:
        password = numbers.letters(rng, 5, "abcdefghkmnpqr") + numbers.digits(rng, 3) + "!"
        message, entity = f"inloggen mislukt, wachtwoord={password}", "PASSWORD"
    if entity is not None:
        held.add(("message", entity))
    known = rng.random() < 0.6
    return Row(
        values={
            "ts": at,
            "level": choose(("INFO", "INFO", "WARN", "ERROR"), rng),
            "service": choose(("checkout", "login", "voorraad"), rng),
            "message": message,
            "context": {
                "request": numbers.letters(rng, 16, "0123456789abcdef"),
                "klant": {"id": order.person.customer, "email": order.person.email}
                if known
                else None,
                "ip": numbers.full_ip(rng) if full_ip else numbers.partial_ip(rng),
                "user_agent": choose(BROWSERS, rng),
            },
        },
        text_holds=frozenset(held),
    )


def _message(order: str, email: str, rng: np.random.Generator) -> tuple[str, str | None]:
    variants = (
        (f"bestelling {order} geplaatst", "ORDER_ID"),
        (f"betaling van {order} bevestigd", "ORDER_ID"),
        (f"bevestiging verzonden aan {email}", "EMAIL_ADDRESS"),
        ("opgestart, versie 3.2.1.4", None),
        ("geen voorraad voor artikel 483920175", None),
        ("time-out bij betaalprovider na 3000 ms", None),
    )
    return variants[int(rng.integers(len(variants)))]


def _delivery(shop: Shop, at: datetime, rng: np.random.Generator) -> list[Row]:
    queue = "C" + numbers.letters(rng, 9, _QUEUE)
    sender = choose(("noreply", "klantenservice", "info"), rng) + "@klassekoffie.nl"
    lines = (
        f"cleanup[812]: {queue}: message-id=<{at:%Y%m%d%H%M%S}.{queue}@mail01.klassekoffie.nl>",
        f"qmgr[815]: {queue}: from=<{sender}>, size={rng.integers(900, 90_000)}, nrcpt=1 "
        "(queue active)",
        f"smtp[2412]: {queue}: to=<{shop.anyone(rng).email}>, relay=mx.voorbeeld.nl:25, "
        "delay=1.2, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
        f"qmgr[815]: {queue}: removed",
    )
    return [
        Row(
            values=f"{(at + timedelta(seconds=i)).isoformat()} mail01 postfix/{line}",
            text_holds=frozenset({("line", "EMAIL_ADDRESS")}) if "to=<" in line else frozenset(),
        )
        for i, line in enumerate(lines)
    ]
