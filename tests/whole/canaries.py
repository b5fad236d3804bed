"""A small warehouse in which every value can be told again: data, broken files, odd names."""

import base64
import gzip
import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

VALUES = (
    "Wilhelmina Kanariepiet",
    "wilhelmina.kanariepiet@kanarie-voorbeeld.nl",
    "06-48271935",
    "NL11KANA0417164300",
    "999947163",
    "Kanariepietlaan 4711",
    "4711 QZ",
    "zeer-geheim-Kan4rie!",
    "203.0.113.147",
    "KK-4711471",
    "14-07-1947",
    "kanarievoer en nog veel meer woorden",
)
NAME = "greta.vinkentouw@vink-voorbeeld.nl"
"""Data that stands where names stand: a JSON key, a file's name."""

_PIECES = (
    "Kanariepiet",
    "kanariepiet",
    "48271935",
    "0417164300",
    "4711471",
    "Kan4rie",
    "99994716",
    "vinkentouw",
)


def traces() -> dict[str, str]:
    """What must be nowhere: each value, a telling piece of it, or a hash of it."""
    found = dict.fromkeys((*VALUES, NAME), "value") | dict.fromkeys(_PIECES, "piece")
    for value in (*VALUES, NAME):
        for text in (value, value.lower(), "".join(c for c in value if c.isalnum())):
            for name in ("md5", "sha1", "sha256"):
                digest = hashlib.new(name, text.encode())
                found[digest.hexdigest()] = name
                found[base64.b64encode(digest.digest()).decode()] = name
    return found


def write(directory: Path) -> None:
    """A conf folder and a warehouse below `directory`."""
    warehouse, conf = directory / "warehouse", directory / "conf" / "datasets"
    warehouse.mkdir(parents=True)
    conf.mkdir(parents=True)
    name, email, phone, iban, bsn, street, postcode, password, ip, number, born, text = VALUES
    rows = [
        {
            "klant": {"naam": name, "e_mail": email, "tel": phone, "geboortedatum": born},
            "regels": [{"omschrijving": f"voor {name}, bsn {bsn}"}],
            "extra": [(email, iban)],
            "x_1": f"{street}, {postcode}",
            "bedrag": "12.50",
        }
    ] * 30
    _parquet(rows, warehouse / "klanten" / "part-0.parquet")
    whole = (warehouse / "klanten" / "part-0.parquet").read_bytes()
    (warehouse / "klanten" / "part-1.parquet").write_bytes(whole[: len(whole) // 2])
    (warehouse / "klanten" / f"brief_{NAME}.parquet").write_bytes(text.encode() + whole[:40])

    (warehouse / "zonder_kop.csv").write_text(f"{email};{iban};{bsn}\n" * 25, encoding="utf-8")
    (warehouse / "scheef.csv").write_text(
        "naam;wachtwoord;datum\n"
        + f"{name};{password};{born}\n" * 20
        + f"{name};{email};1;2;{iban}\n",
        encoding="utf-8",
    )
    lines = [
        json.dumps({"tekst": f"Beste {name}, bel {phone}", NAME: {"bsn": bsn, "naam": name}}),
        '{"tekst": "' + email,
    ]
    (warehouse / "berichten.jsonl").write_text("\n".join(lines * 10), encoding="utf-8")
    log = (
        f'{ip} - - [17/May/2015:10:05:03 +0000] "GET /?email={email}&nr={number} HTTP/1.1" 200 5\n'
    )
    packed = gzip.compress((log * 200).encode())
    (warehouse / "toegang.log.gz").write_bytes(packed)
    (warehouse / "stuk.log.gz").write_bytes(packed[: len(packed) - 20])

    datum = "to_date(datum, 'yyyy/MM/dd')"
    _dataset(conf, "klanten", "klanten", anchors={"laatste_transactie": {"sql": "klant.e_mail"}})
    _dataset(conf, "zonder_kop", "zonder_kop.csv")
    _dataset(conf, "scheef", "scheef.csv", anchors={"gebeurtenis": {"sql": datum}})
    _dataset(conf, "berichten", "berichten.jsonl", hold={"sql": "cast(tekst as int) / 0 > 1"})
    _dataset(conf, "toegang", "toegang.log.gz")
    _dataset(conf, "stuk", "stuk.log.gz")
    _dataset(conf, "onbekend_anker", "scheef.csv", anchors={"gesprek": {"sql": "bestaat_niet"}})


def _parquet(rows: list[dict[str, object]], path: Path) -> None:
    path.parent.mkdir()
    text = pa.string()
    klant = pa.struct([(key, text) for key in ("naam", "e_mail", "tel", "geboortedatum")])
    schema = pa.schema(
        [
            ("klant", klant),
            ("regels", pa.list_(pa.struct([("omschrijving", text)]))),
            ("extra", pa.map_(text, text)),
            ("x_1", text),
            ("bedrag", text),
        ]
    )
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)


def _dataset(conf: Path, name: str, path: str, **more: object) -> None:
    document = {"source": {"path": f"../warehouse/{path}"}, **more}
    # JSON is YAML
    (conf / f"{name}.yaml").write_text(json.dumps(document), encoding="utf-8")
