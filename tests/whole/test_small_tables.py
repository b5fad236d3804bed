"""Small tables through the real code: what a column is, whatever it is called."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pytest

from detectors.batch import ALL_COLUMNS, Plan, count
from detectors.columns import announced
from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs.counted import counted_in
from jobs.tally import Tally

SETUP = Setup(recognizers=shipped())
DAY = date(2026, 11, 22)
ROWS = 300
DRAW = random.Random(20261122)


def found(table: str = "t", **columns: Sequence[str | None]) -> dict[str, set[str]]:
    """Per column the entities that a scan finds in a table of strings."""
    rows = len(next(iter(columns.values())))
    batch = pa.RecordBatch.from_pydict(
        {f"c{n}": pa.array(column, pa.string()) for n, column in enumerate(columns.values())}
        | {
            "country": pa.array([None] * rows, pa.string()),
            "held": pa.array([None] * rows, pa.bool_()),
            "consent": pa.array([None] * rows, pa.bool_()),
        }
    )
    plan = Plan(paths=tuple(columns), table=table, anchors=(), day=DAY, setup=SETUP)
    counted = counted_in(
        pa.Table.from_batches(count([batch], plan)),
        lambda number, inside: (
            None if number == ALL_COLUMNS else plan.paths[number] + (inside or "")
        ),
    )
    inner = {c.column: None for c in counted.totals if c.column not in (None, *columns)}
    paths = [*columns, *inner]
    findings, _ = Tally(counted).facts(
        SETUP.recognizers,
        announced(paths, table, SETUP.recognizers),
        scan_id="s",
        scanned_at=datetime(2026, 11, 22, tzinfo=UTC),
        dataset=table,
    )
    result: dict[str, set[str]] = {column: set() for column in columns}
    for finding in findings:
        result.setdefault(finding.column, set()).add(finding.entity)
    return result


def drawn(make: Callable[[], str]) -> list[str | None]:
    return [make() for _ in range(ROWS)]


def digits(count: int) -> str:
    return "".join(DRAW.choice("0123456789") for _ in range(count))


def bsn() -> str:
    while True:
        eight = [DRAW.randrange(10) for _ in range(8)]
        last = sum(w * d for w, d in zip(range(9, 1, -1), eight, strict=True)) % 11
        if last < 10 and any(eight):
            return "".join(map(str, eight)) + str(last)


def plate(letters: str) -> str:
    order = DRAW.choice(["99-XXX-9", "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X"])
    return "".join(
        DRAW.choice(letters) if c == "X" else digits(1) if c == "9" else c for c in order
    )


def born() -> date:
    return date(1935, 1, 1) + timedelta(days=DRAW.randrange(365 * 70))


def this_year() -> date:
    return date(2026, 1, 1) + timedelta(days=DRAW.randrange(300))


FIRST = ["Jan", "Fatima", "Sofie", "Mohamed", "Emma", "Daan", "Julia", "Pieter", "Anna", "Lars"]
LAST = ["de Vries", "Jansen", "Bakker", "Visser", "Yılmaz", "van Dijk", "Smit", "Kowalski"]
CONSONANTS = "BDFGHJKLNPRSTVXZ"
EVERY_LETTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def name() -> str:
    return f"{DRAW.choice(FIRST)} {DRAW.choice(LAST)}"


def mobile() -> str:
    return "6" + DRAW.choice("123458") + digits(7)


def email() -> str:
    return f"{DRAW.choice(FIRST).lower()}{digits(4)}@voorbeeld.nl"


@pytest.mark.parametrize(
    ("entity", "make"),
    [
        ("NL_BSN", bsn),
        ("NL_BSN", lambda: bsn().lstrip("0")),
        ("NL_BSN", lambda: f"{int(bsn())}.0"),
        ("PERSON", name),
        ("PHONE_NUMBER", mobile),
        ("PHONE_NUMBER", lambda: f"31{mobile()}"),
        ("PHONE_NUMBER", lambda: f"0{mobile()}"),
        ("NL_LICENCE_PLATE", lambda: plate(CONSONANTS)),
        ("NL_LICENCE_PLATE", lambda: plate(CONSONANTS).replace("-", "").lower()),
        ("NL_POSTCODE", lambda: f"{DRAW.randrange(1000, 9999)} {DRAW.choice('ABCEG')}"
         f"{DRAW.choice(EVERY_LETTER)}"),
        ("IP_ADDRESS", lambda: f"{DRAW.randrange(20, 99)}.{DRAW.randrange(60, 250)}.7.1"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("column", ["x_7", "waarde", "veld_12"])
def test_a_column_without_a_telling_name_is_what_its_cells_are(
    column: str, entity: str, make: Callable[[], str]
) -> None:
    assert found(**{column: drawn(make)})[column] == {entity}


@pytest.mark.parametrize(
    ("column", "make"),
    [
        ("bsn", lambda: str(200_000_000 + DRAW.randrange(10**7))),
        ("telefoon", lambda: str(DRAW.randrange(10**5, 10**8))),
        ("email", lambda: DRAW.choice(["true", "false"])),
        ("postcode", lambda: f"R{digits(2)}"),
        ("geboortedatum", lambda: this_year().isoformat()),
        ("kenteken", lambda: f"ART-{digits(5)}"),
        ("achternaam", lambda: DRAW.choice(["batch", "handmatig", "realtime"])),
        ("iban", lambda: digits(8)),
    ],
)
def test_a_column_that_is_called_so_and_is_not_is_nothing(
    column: str, make: Callable[[], str]
) -> None:
    assert found(**{column: drawn(make)})[column] == set()


@pytest.mark.parametrize(
    ("column", "make"),
    [
        ("sku", lambda: plate(EVERY_LETTER)),
        ("lotnummer", lambda: digits(9)),
        ("tijdstip", lambda: str(1_700_000_000 + DRAW.randrange(10**7))),
        ("tijdstip_ms", lambda: str(1_700_000_000_000 + DRAW.randrange(10**10))),
        ("transactie", lambda: digits(10)),
        ("app_version", lambda: f"12.{DRAW.randrange(40)}.{DRAW.randrange(99)}.{digits(2)}"),
        ("rsin", bsn),
        ("gewicht", lambda: f"{DRAW.randrange(1000, 9999)} {DRAW.choice(['KG', 'GR', 'ML'])}"),
        ("merk", lambda: DRAW.choice(["Philips", "Bosch", "Bakker", "Siemens", "Miele"])),
    ],
)
def test_what_looks_like_something_personal_is_not(column: str, make: Callable[[], str]) -> None:
    assert found(**{column: drawn(make)})[column] == set()


def test_numbers_dealt_out_in_a_row_are_no_telephone_numbers() -> None:
    assert found(x_7=[str(612_340_000 + n) for n in range(ROWS)])["x_7"] == set()


def test_days_of_birth_without_a_name_are_told_by_spread_and_company() -> None:
    days = drawn(lambda: born().isoformat())
    assert found(x_7=days)["x_7"] == set()
    assert found(x_7=days, x_8=drawn(name))["x_7"] == {"DATE_OF_BIRTH"}
    recent = drawn(lambda: this_year().isoformat())
    assert found(x_7=recent, x_8=drawn(name))["x_7"] == set()
    assert found(leverdatum=days, x_8=drawn(name))["leverdatum"] == set()


def test_a_child_has_a_date_of_birth_of_this_year() -> None:
    recent = drawn(lambda: this_year().isoformat())
    assert found(geboortedatum_kind=recent)["geboortedatum_kind"] == {"DATE_OF_BIRTH"}


def test_a_bare_name_of_products_is_refused_and_of_people_kept() -> None:
    products = drawn(lambda: f"Molen {DRAW.choice(['zwart', 'chroom', 'mat'])} {digits(0)}".strip())
    assert found(naam=products, email=drawn(email))["naam"] == set()
    assert found(naam=drawn(name), email=drawn(email))["naam"] == {"PERSON"}


def test_a_tenth_of_the_cells_is_kept_with_the_rest_around_it() -> None:
    mixed = drawn(lambda: email() if DRAW.random() < 0.3 else f"C{digits(6)}")
    assert found(contact=mixed)["contact"] == {"EMAIL_ADDRESS"}


def test_one_row_of_free_text_is_kept() -> None:
    notes: list[str | None] = ["Pakket retour ontvangen en verwerkt."] * 1999
    notes.append("Graag terugbellen op 06-23456789 na zessen.")
    assert found(notitie=notes)["notitie"] == {"PHONE_NUMBER"}


def test_a_column_of_fillers_is_what_the_rest_is() -> None:
    cells = drawn(lambda: bsn() if DRAW.random() < 0.4 else "weet ik niet")
    assert found(veld_17=cells)["veld_17"] == {"NL_BSN"}


def test_a_document_is_read_under_its_paths() -> None:
    def event() -> str:
        return (
            f'{{"klant": {{"email": "{email()}", "naam": "{name()}"}},'
            f' "sku": "{plate(EVERY_LETTER)}", "ts": {1_700_000_000 + DRAW.randrange(10**6)}}}'
        )

    assert found(payload=drawn(event)) == {
        "payload": set(),
        "payload.klant.email": {"EMAIL_ADDRESS"},
        "payload.klant.naam": {"PERSON"},
    }


def test_an_address_in_a_column_of_user_names_is_an_address() -> None:
    accounts = drawn(lambda: email() if DRAW.random() < 0.5 else f"jan{digits(3)}")
    assert found(gebruikersnaam=accounts)["gebruikersnaam"] == {"USERNAME", "EMAIL_ADDRESS"}


def test_a_few_addresses_that_end_in_zero_are_no_partial_ones() -> None:
    def address(last: str) -> str:
        return f"{DRAW.randrange(20, 99)}.{DRAW.randrange(60, 250)}.{DRAW.randrange(10, 99)}.{last}"

    full = [address(str(DRAW.randrange(1, 255))) for _ in range(ROWS)]
    assert found(ip=[*full, address("0")])["ip"] == {"IP_ADDRESS"}
    cut = [address("0") for _ in range(ROWS)]
    assert found(ip=[*cut, address("231")])["ip"] == {"IP_ADDRESS", "IP_ADDRESS_PARTIAL"}


@pytest.mark.parametrize(
    ("column", "cell", "entity"),
    [
        ("bericht", "Waar blijft mijn bestelling, het duurt lang?", "CORRESPONDENCE"),
        ("recensie", "Heerlijke koffie en snel geleverd.", "REVIEW"),
        ("opname_pad", "/opnames/2024/0512.wav", "CALL_RECORDING"),
        ("cv_bestand", "cv_0042.pdf", "APPLICATION_DOCUMENT"),
        ("cookie", "GA1.2.1234567890.1700000000", "COOKIE_ID"),
        ("diagnose", "diabetes", "HEALTH"),
        ("geloof", "katholiek", "RELIGION"),
        ("vakbond", "FNV", "TRADE_UNION"),
        ("etniciteit", "Fries", "ETHNICITY"),
        ("politieke_voorkeur", "geen", "POLITICAL_OPINION"),
        ("kredietscore", "512", "CREDITWORTHINESS"),
        ("voorkeurstaal", "nl", "LANGUAGE_PREFERENCE"),
        ("spaarsaldo", "1204.50", "BANK_BALANCE"),
        ("geslacht", "1", "GENDER"),
    ],
)
def test_kinds_that_are_no_patterns_go_by_their_column(column: str, cell: str, entity: str) -> None:
    assert entity in found(**{column: [cell] * ROWS})[column]


def test_a_few_whole_addresses_among_partial_ones_are_kept() -> None:
    partial = drawn(lambda: f"8{DRAW.randint(0, 9)}.{DRAW.randint(10, 99)}.{DRAW.randint(0, 9)}.0")
    told = found(ip=[*partial[4:], "82.74.10.21", "83.60.4.8", "82.11.90.116", "89.50.3.25"])
    assert told["ip"] == {"IP_ADDRESS", "IP_ADDRESS_PARTIAL"}


def test_goods_that_are_called_by_first_names_are_no_people() -> None:
    goods = drawn(
        lambda: " ".join(
            DRAW.choice(words)
            for words in (
                ("Muismat", "Hoeslaken", "Lampenkap", "Bloempot"),
                ("Sofie", "Bram", "Emma", "Luna", "Comfort", "Basic"),
                ("groen", "blauw", "eiken"),
            )
        )
    )
    assert found(omschrijving=goods)["omschrijving"] == set()


def test_who_has_a_role_is_told_by_few_names_and_no_machine_by_its_own() -> None:
    mails = [f"a{n}@voorbeeld.nl" for n in range(ROWS)]
    people = drawn(lambda: DRAW.choice(("Wilma", "Ton", "Hakan", "Emma")))
    machines = drawn(lambda: DRAW.choice(("batch", "pim-sync", "import")))
    told = found(e_mail=mails, recruiter=people, gewijzigd_door=machines)
    assert told["recruiter"] == {"PERSON"}
    assert "PERSON" not in told["gewijzigd_door"]


def test_a_heading_that_is_shortened_with_dots_is_no_path() -> None:
    days = drawn(lambda: f"{DRAW.randint(1, 28):02}-0{DRAW.randint(1, 9)}-19{DRAW.randint(40, 99)}")
    assert found(**{"Geb.dat.": days})["Geb.dat."] == {"DATE_OF_BIRTH"}
