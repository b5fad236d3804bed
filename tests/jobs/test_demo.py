"""The demo's files, recounted here without the code that made them."""

import csv
import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import phonenumbers
import pyarrow.parquet as pq
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from stdnum import ean, iban
from stdnum.nl import bsn

from jobs import conf, demo
from jobs.demo import numbers, terms
from jobs.errors import UsageError
from jobs.model import Constant, Dataset

AS_OF = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
SEEDS = (3, 11)

Truth = dict[tuple[str, str, str, str], int]


@pytest.fixture(scope="module", params=SEEDS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("demo")
    demo.write(directory, rows=600, seed=request.param, as_of=AS_OF)
    return directory


@pytest.fixture(scope="module")
def truth(written: Path) -> Truth:
    document = json.loads((written / "truth.json").read_text())
    breaches = document["breaches"]
    found = {(b["rule"], b["dataset"], b["column"], b["entity"]): b["rows"] for b in breaches}
    assert len(found) == len(breaches)
    return found


def parquet(directory: Path, name: str) -> list[dict]:
    return pq.read_table(directory / "warehouse" / name).to_pylist()


def csv_rows(directory: Path, name: str, separator: str = ",") -> list[dict]:
    with (directory / "warehouse" / name / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def json_lines(directory: Path, name: str) -> list[dict]:
    path = directory / "warehouse" / name / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()]


def log_lines(directory: Path, name: str) -> Iterator[str]:
    for path in sorted((directory / "warehouse" / name).iterdir()):
        yield from gzip.decompress(path.read_bytes()).decode().splitlines()


def datasets(directory: Path) -> list[Dataset]:
    paths = sorted((directory / "conf" / "datasets").iterdir())
    found = [Dataset.model_validate(YAML(typ="safe").load(path)) for path in paths]
    assert [d.name for d in found] == [path.stem for path in paths]
    return found


def over(day: date, **term: int) -> bool:
    return day + relativedelta(**term) < AS_OF


def kept_too_long(truth: Truth, dataset: str) -> dict[str, int]:
    return {
        column: rows
        for (rule, name, column, _), rows in truth.items()
        if rule == "kept_within_term" and name == dataset
    }


def contents(directory: Path) -> dict[str, bytes]:
    files = (path for path in directory.rglob("*") if path.is_file())
    return {str(path.relative_to(directory)): path.read_bytes() for path in files}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        demo.write(tmp_path / name, rows=80, seed=5, as_of=AS_OF)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_another_seed_gives_other_people(tmp_path: Path) -> None:
    for seed in (5, 6):
        demo.write(tmp_path / str(seed), rows=60, seed=seed, as_of=AS_OF)
    mails = [{r["e_mail"] for r in parquet(tmp_path / str(seed), "klanten")} for seed in (5, 6)]
    assert len(mails[0] & mails[1]) < len(mails[0]) / 10


def test_a_warehouse_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "warehouse").mkdir()
    for write in (demo.write, demo.write_orders):
        with pytest.raises(UsageError, match="lies there already"):
            write(tmp_path, rows=80, seed=1, as_of=AS_OF)


def test_each_dataset_lies_where_its_conf_says(written: Path) -> None:
    folders = {path.name for path in (written / "warehouse").iterdir()}
    found = datasets(written)
    assert {d.name for d in found} == folders
    assert len(found) == 22
    for dataset in found:
        assert dataset.source.path is not None
        assert any((written / "conf" / dataset.source.path).resolve().iterdir())


def test_the_conf_refers_to_nothing_unknown(written: Path) -> None:
    root = written / "conf"
    policy, residency = conf.load_policy(root, "klassekoffie"), conf.load_residency(root)
    conf.check_references(root, conf.load_datasets(root), policy, residency)


def test_customers_past_their_term_are_those_in_the_truth(written: Path, truth: Truth) -> None:
    last: dict[str, date] = {}
    for order in parquet(written, "bestellingen"):
        last[order["klant_id"]] = max(last.get(order["klant_id"], date.min), order["besteldatum"])
    anchors = []
    for customer in parquet(written, "klanten"):
        known = [last.get(customer["klant_id"]), customer["laatste_contact"]]
        anchors.append(max(day for day in known if day is not None))
    overdue = sum(over(day, years=7) for day in anchors)
    assert overdue > 3
    kept = kept_too_long(truth, "klanten")
    # few house numbers have an addition
    assert 0 < kept.pop("adres.toevoeging") < overdue
    assert set(kept.values()) == {overdue}
    assert {date(2019, 11, 21), date(2019, 11, 22)} <= set(anchors)
    doubtful = {date(2019, 11, 23) + timedelta(days=n) for n in range(29)}
    assert not doubtful & set(anchors)


@pytest.mark.parametrize(
    ("name", "separator", "anchor", "term"),
    [
        ("facturen", ";", "factuurdatum", {"years": 7}),
        ("betalingen", ",", "betaaldatum", {"years": 7}),
        ("campagne_export", ",", "geexporteerd_op", {"years": 7}),
        ("analytics_export", ",", "datum", {"months": 12}),
    ],
)
def test_overdue_rows_of_csv(
    written: Path, truth: Truth, name: str, separator: str, anchor: str, term: dict[str, int]
) -> None:
    days = [date.fromisoformat(row[anchor]) for row in csv_rows(written, name, separator)]
    overdue = sum(over(day, **term) for day in days)
    assert set(kept_too_long(truth, name).values()) == ({overdue} if overdue else set())
    assert (overdue > 0) == (name == "facturen")


def test_a_sign_off_counts_from_its_own_day(written: Path, truth: Truth) -> None:
    rows = csv_rows(written, "nieuwsbrief_aanmeldingen")
    days = [date.fromisoformat(r["afgemeld_op"] or r["aangemeld_op"]) for r in rows]
    overdue = sum(over(day, years=5) for day in days)
    assert set(kept_too_long(truth, "nieuwsbrief_aanmeldingen").values()) == {overdue}
    assert all(r["aangemeld_op"] < r["afgemeld_op"] for r in rows if r["afgemeld_op"])


@pytest.mark.parametrize(
    ("name", "anchor", "hold", "term"),
    [
        ("gesprekken", "begonnen_op", "bewaarplicht", {"months": 3}),
        ("fraude", "datum_voorval", "in_onderzoek", {"years": 7}),
    ],
)
def test_rows_on_hold_are_exempt(
    written: Path, truth: Truth, name: str, anchor: str, hold: str, term: dict[str, int]
) -> None:
    old = []
    for row in parquet(written, name):
        day = row[anchor]
        day = day.astimezone(terms.AMSTERDAM).date() if isinstance(day, datetime) else day
        old += [row[hold]] if over(day, **term) else []
    assert old.count(True) >= 3
    assert set(kept_too_long(truth, name).values()) == {old.count(False)}


def test_ended_procedures_and_closed_accounts(written: Path, truth: Truth) -> None:
    ends = [row["einde"] for row in parquet(written, "procedures")]
    assert None in ends
    ended = sum(end is not None and over(end, years=5) for end in ends)
    assert set(kept_too_long(truth, "procedures").values()) == {ended}
    closings = [row["gesloten_op"] for row in parquet(written, "accounts")]
    assert AS_OF in closings
    closed = sum(day is not None and day < AS_OF for day in closings)
    assert kept_too_long(truth, "accounts")["email"] == closed >= 3


def test_old_visits_breach_for_their_partial_address_alone(written: Path, truth: Truth) -> None:
    days = []
    for line in log_lines(written, "nginx"):
        found = re.match(r"\d+\.\d+\.\d+\.0 - - \[([^\]]+)\] \"GET \S+ HTTP/1\.1\" \d+ \d+ ", line)
        assert found
        days.append(datetime.strptime(found[1], "%d/%b/%Y:%H:%M:%S %z").date())
    assert len(days) == 600
    overdue = sum(over(day, months=12) for day in days)
    assert kept_too_long(truth, "nginx") == {"line": overdue}
    assert ("kept_within_term", "nginx", "line", "IP_ADDRESS_PARTIAL") in truth


def test_minors_without_consent(written: Path, truth: Truth) -> None:
    minors = [
        row["toestemming_ouder"]
        for row in parquet(written, "klanten")
        if row["geb_dat"] + relativedelta(years=18) > AS_OF
    ]
    assert minors.count(True) >= 3
    key = ("minors_have_consent", "klanten", "geb_dat", "DATE_OF_BIRTH")
    assert truth[key] == minors.count(False) >= 3


def test_citizen_service_numbers(written: Path, truth: Truth) -> None:
    messages = [row["bericht"] for row in json_lines(written, "klantenservice")]
    in_text = [m for m in messages if re.search(r"\b\d{9}\b", m)]
    for message in in_text:
        number = re.search(r"\b\d{9}\b", message)
        assert number
        assert bsn.is_valid(number[0])
        assert re.search(r"(?i)bsn|burgerservicenummer", message)
    rule = "is_in_a_declared_category"
    assert truth[rule, "klantenservice", "bericht", "NL_BSN"] == len(in_text) >= 3
    filled = [row["bsn"] for row in parquet(written, "sollicitaties") if row["bsn"]]
    assert all(bsn.is_valid(number) for number in filled)
    assert truth[rule, "sollicitaties", "bsn", "NL_BSN"] == len(filled) >= 3


def test_plates_abroad_purpose_and_form(written: Path, truth: Truth) -> None:
    plates = sum("kenteken" in (r["opmerking"] or "") for r in parquet(written, "bestellingen"))
    key = ("is_in_a_declared_category", "bestellingen", "opmerking", "NL_LICENCE_PLATE")
    assert truth[key] == plates >= 3
    abroad = sum(r["land"] == "US" for r in json_lines(written, "reviews"))
    assert truth["stays_in_the_eea", "reviews", "recensie", "REVIEW"] == abroad >= 3
    assert truth["stays_in_the_eea", "reviews", "klantnaam", "PERSON"] == abroad
    everyone = len(csv_rows(written, "campagne_export"))
    assert truth["stays_in_the_eea", "campagne_export", "email", "EMAIL_ADDRESS"] == everyone
    accounts = [r["rekeningnummer"] for r in parquet(written, "prijsvragen")]
    winners = len(accounts) - accounts.count(None)
    key = ("used_for_declared_purpose", "prijsvragen", "rekeningnummer", "IBAN_CODE")
    assert truth[key] == winners >= 3
    notes = [r["toelichting"] for r in parquet(written, "statistiek_anoniem")]
    key = ("anonymised_data_is_anonymous", "statistiek_anoniem", "toelichting", "EMAIL_ADDRESS")
    assert truth[key] == sum("@" in note for note in notes) >= 3
    events = json_lines(written, "app_logs")
    full = sum(not e["context"]["ip"].endswith(".0") for e in events)
    assert truth["ip_address_is_partial", "app_logs", "context.ip", "IP_ADDRESS"] == full >= 3
    secrets = sum("wachtwoord=" in e["message"] for e in events)
    assert truth["password_is_hashed", "app_logs", "message", "PASSWORD"] == secrets >= 3


def test_all_that_is_not_in_the_truth_is_allowed_by_the_policy(written: Path, truth: Truth) -> None:
    """Each entity has a purpose that covers it, and a term whose anchor is declared."""
    policy = YAML(typ="safe").load(ROOT / "conf" / "policies" / "klassekoffie.yaml")
    document = json.loads((written / "truth.json").read_text())
    gaps = {(g["dataset"], g["column"], g["entity"]) for g in document["gaps"]}
    category = {e: name for name, c in policy["categories"].items() for e in c["entities"]}
    by_name = {d.name: d for d in datasets(written)}
    for held in document["columns"]:
        where = (held["dataset"], held["column"], held["entity"])
        dataset = by_name[held["dataset"]]
        own = dataset.category or category.get(held["entity"])
        covered = {c for p in dataset.purposes for c in policy["purposes"][p]["categories"]}
        if dataset.anonymised:
            assert ("anonymised_data_is_anonymous", *where) in truth
            continue
        undeclared = held["entity"] not in category
        assert (("is_in_a_declared_category", *where) in truth) == undeclared, where
        if undeclared:
            continue
        assert (("used_for_declared_purpose", *where) in truth) == (own not in covered), where
        anchors = set(dataset.anchors) | {
            "access_log": {"laatste_bezoek", "gebeurtenis"},
            "syslog": {"gebeurtenis"},
        }.get(dataset.source.kind or "", set())
        term = ruling_term(policy["retention"], dataset, held["entity"])
        assert (where in gaps) == (term is None), where
        if term is not None:
            assert set(term["anchor"]) <= anchors, where
    for dataset in by_name.values():
        assert set(dataset.recipients) <= set(policy["recipients"])


def ruling_term(retention: dict, dataset: Dataset, entity: str) -> dict | None:
    listed = [retention[name] for name in dataset.retention]
    naming = [t for t in listed if entity in t.get("entities", ())]
    everywhere = [t for t in retention.values() if t.get("everywhere") and entity in t["entities"]]
    whole = [t for t in listed if t.get("covers_all")]
    return next(iter([*naming, *everywhere, *whole]), None)


def test_goods_hold_nothing_personal(written: Path) -> None:
    document = json.loads((written / "truth.json").read_text())
    named = {c["dataset"] for c in document["columns"]}
    assert {d.name for d in datasets(written)} - named == {"producten", "voorraad"}
    articles = [row["artikelnr"] for row in parquet(written, "producten")]
    assert all(len(str(number)) == 9 for number in articles)
    assert sum(bsn.is_valid(str(number)) for number in articles) < len(articles) / 2


@given(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    st.sampled_from([*({"years": n} for n in (5, 7)), {"months": 3}, {"months": 12}]),
)
def test_the_oldest_kept_day_is_the_last_one_before_the_term_ends(
    as_of: date, term: dict[str, int]
) -> None:
    day = terms.oldest_kept(as_of, relativedelta(**term))
    assert day + relativedelta(**term) >= as_of
    assert day - timedelta(days=1) + relativedelta(**term) < as_of


@given(st.integers(0, 2**32))
def test_numbers_obey_their_check_rules_and_are_nobodys(seed: int) -> None:
    rng = np.random.default_rng(seed)
    number = numbers.bsn(rng)
    assert bsn.is_valid(number)
    assert number.startswith("9999")
    account = numbers.account(rng)
    assert iban.is_valid(account)
    assert sum(int(d) * w for d, w in zip(account[8:], range(10, 0, -1), strict=True)) % 11
    card = numbers.loyalty_card(rng)
    assert ean.is_valid(card)
    assert card.startswith("29")
    for phone in (numbers.mobile(rng), numbers.landline(rng)):
        assert phonenumbers.is_valid_number(phonenumbers.parse(phone, "NL")), phone
    assert re.fullmatch(r"\$2b\$12\$[./A-Za-z0-9]{53}", numbers.bcrypt(rng))


def test_wide_orders_hold_what_their_truth_says(tmp_path: Path) -> None:
    demo.write_orders(tmp_path, rows=60_000, seed=4, as_of=AS_OF)
    columns = ["order_id", "besteldatum", "opmerking"]
    rows = pq.read_table(tmp_path / "warehouse" / "orders", columns=columns).to_pylist()
    assert len(rows) == 60_000
    assert len({row["order_id"] for row in rows}) > 59_990
    document = json.loads((tmp_path / "truth.json").read_text())
    found = {(b["rule"], b["column"]): b["rows"] for b in document["breaches"]}
    overdue = sum(over(row["besteldatum"], years=7) for row in rows)
    late = {rows for (rule, _), rows in found.items() if rule == "kept_within_term"}
    assert late == {overdue} == {300}
    planted = {(b["entity"]): b["rows"] for b in document["breaches"]}
    remarks = [row["opmerking"] or "" for row in rows]
    assert planted["NL_BSN"] == sum("bsn" in remark.lower() for remark in remarks) == 60
    assert planted["NL_LICENCE_PLATE"] == sum("kenteken" in remark for remark in remarks) == 30
    dataset = datasets(tmp_path)[0]
    assert dataset.country == Constant(constant="NL")


def test_wide_orders_stay_within_memory(tmp_path: Path) -> None:
    code = (
        "import re; from datetime import date; from pathlib import Path; "
        "from jobs import demo; "
        f"demo.write_orders(Path({str(tmp_path)!r}), rows=260_000, seed=1, as_of=date(2026, 1, 2));"
        # not the peak of getrusage, which a process takes over from the one that started it
        "print(re.search(r'VmHWM:\\s+(\\d+) kB', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert int(done.stdout) < 600 * 1024
    files = sorted((tmp_path / "warehouse" / "orders").iterdir())
    groups = [
        [meta.row_group(i).num_rows for i in range(meta.num_row_groups)]
        for meta in (pq.read_metadata(path) for path in files)
    ]
    assert groups == [[50_000] * 5, [10_000]]


def test_wide_orders_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        demo.write_orders(tmp_path / name, rows=500, seed=2, as_of=AS_OF)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_too_few_wide_orders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="60 at least"):
        demo.write_orders(tmp_path, rows=10, seed=1, as_of=AS_OF)
