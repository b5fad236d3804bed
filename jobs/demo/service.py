"""The service desk: messages in free text, and recordings of calls.

Planted: citizen service numbers that customers wrote, recordings past three months.
"""

from datetime import timedelta

from jobs.demo import messages
from jobs.demo.made import Made, Row
from jobs.demo.shop import Shop, planted
from jobs.demo.terms import RECORDING, Days, moment, utc
from jobs.demo.texts import choose, fill
from jobs.model import Constant, Dataset, Expression, Source


def correspondence(shop: Shop) -> Made:
    """`klantenservice`: JSON lines; each message is correspondence, whatever else it holds."""
    rng = shop.rng("klantenservice")
    count = shop.scaled(0.4, 80)
    with_bsn = {int(i) for i in rng.permutation(count)[: planted(count, share=0.01)]}
    rows = []
    for index in range(count):
        order = shop.any_order(rng)
        template = choose(messages.BSN_MESSAGES if index in with_bsn else messages.MESSAGES, rng)
        message = fill(template, order.person, order.number, rng)
        received = max(shop.shortly(rng), order.day)
        ended = rng.random() < 0.1
        rows.append(
            Row(
                values={
                    "ticket": index + 1,
                    "kanaal": choose(("mail", "chat", "formulier"), rng),
                    "soort": choose(("vraag", "klacht", "retour", "wijziging"), rng),
                    "klantnummer": order.person.customer,
                    "ontvangen_op": utc(moment(received, rng)),
                    "bericht": message.text,
                    "relatie_einde": min(received + timedelta(days=20), shop.as_of)
                    if ended
                    else None,
                },
                text_holds=frozenset(("bericht", entity) for entity in message.entities),
            )
        )
    return Made(
        dataset=Dataset(
            name="klantenservice",
            source=Source(path="../warehouse/klantenservice"),
            text="Berichten van klanten aan de klantenservice.",
            purposes=("klantenservice", "betalingen"),
            retention=("correspondentie",),
            country=Constant(constant="NL"),
            anchors={"einde_relatie": Expression(sql="relatie_einde")},
        ),
        layout="jsonl",
        rows=rows,
        columns={"klantnummer": "CUSTOMER_ID", "bericht": "CORRESPONDENCE"},
    )


def recordings(shop: Shop) -> Made:
    """`gesprekken`: which recording is of which call; the law asks to keep some longer."""
    rng = shop.rng("gesprekken")
    count = shop.scaled(0.15, 60)
    days = Days(shop.as_of, RECORDING, rng)
    old = planted(count, share=0.05)
    held = planted(count, share=0.03)
    dated = [
        *((day, False, False) for day in days.kept(count - old - held)),
        *((day, False, True) for day in days.over(old)),
        *((day, True, False) for day in days.over(held)),
    ]
    rows: list[Row] = []
    for day, on_hold, overdue in sorted(dated):
        person = shop.anyone(rng)
        begun = utc(moment(day, rng))
        ending = choose(("wav", "mp3"), rng)
        rows.append(
            Row(
                values={
                    "gesprek_id": len(rows) + 1,
                    "begonnen_op": begun,
                    "duur_seconden": int(rng.integers(20, 1500)),
                    "telefoonnummer": choose((person.mobile, person.landline), rng),
                    "opname": f"opnames/{day:%Y/%m}/gesprek_{begun:%Y%m%dT%H%M%S}.{ending}",
                    "bewaarplicht": on_hold,
                },
                overdue=overdue,
            )
        )
    return Made(
        dataset=Dataset(
            name="gesprekken",
            source=Source(path="../warehouse/gesprekken"),
            text="Opgenomen telefoongesprekken met de klantenservice.",
            purposes=("klantenservice",),
            retention=("telefoongesprekken",),
            region="eu-west-1",
            anchors={"gesprek": Expression(sql="begonnen_op")},
            hold=Expression(sql="bewaarplicht"),
        ),
        layout="parquet",
        rows=rows,
        columns={"telefoonnummer": "PHONE_NUMBER", "opname": "CALL_RECORDING"},
    )
