"""Bad input: an error with file, line and remedy, or a gap; nothing lost, nothing half done."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jobs.conf import SHIPPED
from jobs.findings import Scan, append
from tests.jobs.place import DATASET, refused, run, scanned
from tests.jobs.place import place as place

KLANT = "conf/datasets/bestellingen.yaml"
POLICY = "conf/policies/klassekoffie.yaml"
SHIPPED_POLICY = (SHIPPED / "policies" / "klassekoffie.yaml").read_text(encoding="utf-8")
REVIEW = "[REVIEW, COOKIE_ID, USER_AGENT, LANGUAGE_PREFERENCE]"


def gate(*arguments: str) -> int:
    return run("gate", "--as-of", "2026-11-22", *arguments)


def with_policy(place: Path, old: str, new: str) -> int:
    """Give the place a policy of its own; returns the line of what is new."""
    assert old in SHIPPED_POLICY
    text = SHIPPED_POLICY.replace(old, new, 1)
    (place / "conf" / "policies").mkdir(exist_ok=True)
    (place / POLICY).write_text(text, encoding="utf-8")
    return text[: text.index(new)].count("\n") + 1


def told(capsys, *arguments: str) -> str:
    """What a refused command says, in one line."""
    err = refused(capsys, *(arguments or ("gate",)))
    assert "Traceback" not in err
    assert "raised by" not in err
    return err.removeprefix("speurneus: ").removesuffix("\n")


# datasets


@pytest.mark.parametrize("command", ["gate", "scan"])
@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("country: {constant: XX}", 4, "unknown country 'XX'; give a code of ISO 3166, such as NL"),
        ("country: {constant: UK}", 4, "unknown country 'UK'; did you mean 'GB'?"),
        ("country: {constant: EL}", 4, "unknown country 'EL'; did you mean 'GR'?"),
        (
            "anchors:\n  gebeurtenissen: {sql: x}",
            5,
            "unknown anchor 'gebeurtenissen'; did you mean 'gebeurtenis'?",
        ),
        ("anchors:\n  minderjarig: {sql: x}", 5, "unknown anchor 'minderjarig'; known: aan_of_"),
        (
            "anchors:\n  gebeurtenis: {sql: x}\n  gebeurtenis: {sql: y}",
            6,
            "key 'gebeurtenis' stands twice; keep one",
        ),
        ("recipients: [xyz]", 4, "unknown recipient 'xyz'; name one of the policy's own"),
        ("1: x", 4, "1: a key is text; put it in quotes"),
    ],
)
def test_a_dataset_that_contradicts_the_policy(place, capsys, command, text, line, says):
    scanned()
    (place / KLANT).write_text(f"{DATASET}{text}\n")
    assert told(capsys, command).startswith(f"{KLANT}:{line}: {says}")


def test_a_term_about_another_category_than_that_of_the_dataset(place, capsys):
    scanned()
    said = "source: {path: a}\ncategory: sollicitatie\nretention: [marketing, fraude]\n"
    (place / KLANT).write_text(said)
    assert told(capsys) == (
        f"{KLANT}:3: retention term 'fraude' is about category 'fraude';"
        " leave it out, or give 'category: fraude'"
    )
    (place / KLANT).write_text(said.replace("sollicitatie", "fraude"))
    assert gate() == 3


def test_an_anchor_that_no_term_of_the_dataset_needs_takes_nothing_away(place, capsys):
    scanned()
    (place / KLANT).write_text(f"{DATASET}anchors: {{transactie: {{sql: x}}}}\n")
    assert gate() == 0


def test_a_dataset_without_a_purpose_is_a_gap_that_names_it(place, capsys):
    scanned()
    (place / KLANT).write_text(DATASET.replace("purposes: [nieuwsbrief]\n", ""))
    assert gate() == 3
    out, err = capsys.readouterr()
    assert "bestellingen.kolom REVIEW  [used_for_declared_purpose]  10 rijen" in out
    assert "Geef 'purposes' op in de conf van de dataset." in out
    assert err == ""


@pytest.mark.parametrize("country", ["XX", "UK", "EU"])
def test_rows_in_no_country_are_a_gap(place, capsys, country):
    scanned(country=country)
    assert gate() == 3
    out, err = capsys.readouterr()
    assert "bestellingen.kolom REVIEW  [stays_in_the_eea]  10 rijen" in out
    assert "Geef 'country' (zoals NL) of 'region' op" in out
    assert err == ""


def test_a_recipient_without_a_transfer_does_not_let_data_out_of_the_eea(place, capsys):
    scanned(country="US")
    (place / KLANT).write_text(f"{DATASET}recipients: [bezorgpartners]\n")
    assert gate() == 1
    (place / KLANT).write_text(f"{DATASET}recipients: [facebook]\n")
    assert gate() == 0


def test_a_term_whose_event_no_dataset_tells_is_a_gap_that_names_the_event(place, capsys):
    old = "anchor: [gebeurtenis]\n    anchor_stated: false\n    entities: [REVIEW"
    with_policy(place, old, old.replace("gebeurtenis", "maansverduistering"))
    scanned()
    assert gate() == 3
    assert "Geef het anker 'maansverduistering' op in de conf" in capsys.readouterr().out


# files


@pytest.mark.parametrize("name", [KLANT, POLICY, "conf/residency.yaml", "conf/detection.yaml"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_conf_that_is_not_utf8(place, capsys, name, encoding):
    scanned()
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_bytes("text: x\nsource: café\n".encode(encoding))
    err = told(capsys)
    assert err in {f"{name}:{line}: not UTF-8; save the file as UTF-8" for line in (1, 2)}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("eea: [NL, UK]\nadequacy: {}\nregions: {}", 1, "unknown country 'UK'; did you mean 'GB'?"),
        ("eea: [NL]\nadequacy: {}\nregions:\n  thuis: XX", 4, "unknown country 'XX'; give a code"),
        (
            "eea: [NL]\nregions: {}\nadequacy:\n"
            "  US: {since: 2023-01-02, until: 2023-01-01, source: x}",
            4,
            "decision about US ends before it begins; give a later day",
        ),
    ],
)
def test_a_residency_of_no_place(place, capsys, text, line, says):
    scanned()
    (place / "conf" / "residency.yaml").write_text(f"{text}\n")
    assert told(capsys).startswith(f"conf/residency.yaml:{line}: {says}")


def test_a_file_where_the_datasets_should_be(place, capsys):
    scanned()
    shutil.rmtree(place / "conf" / "datasets")
    (place / "conf" / "datasets").write_text(DATASET)
    assert told(capsys) == "conf/datasets: not a folder; it holds a file for each dataset"


def test_conf_that_is_nested_without_end(place, capsys):
    (place / KLANT).write_text(f"{DATASET}text: {'[' * 3000}{']' * 3000}\n")
    assert told(capsys) == f"{KLANT}: nested too deep; conf is a few levels deep"


# policies


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (REVIEW, "[REVIEWS, COOKIE_ID]", "unknown entity 'REVIEWS'; did you mean 'REVIEW'?"),
        (
            "[CORRESPONDENCE]\n    covers_all",
            "[CORESPONDENCE]\n    covers_all",
            "unknown entity 'CORESPONDENCE'; did you mean 'CORRESPONDENCE'?",
        ),
        ("[NL_VAT_OLD]", "[NL_VATOLD]", "unknown entity 'NL_VATOLD'; did you mean 'NL_VAT_OLD'?"),
        (
            REVIEW,
            "[REVIEW, QQQQ]",
            "unknown entity 'QQQQ';"
            " name one that is recognised, or give detection.yaml a pattern for it",
        ),
        (
            REVIEW,
            "[REVIEW, PERSON]",
            "PERSON stands in category 'ervaring' and in category 'contact'; keep one",
        ),
        (
            "period: P3M",
            "period: 3M",
            "retention.telefoongesprekken.period: not of the form P7Y, P3M or P0D",
        ),
    ],
)
def test_a_policy_that_cannot_hold(place, capsys, old, new, says):
    scanned()
    line = with_policy(place, old, new)
    assert told(capsys) == f"{POLICY}:{line}: {says}"
    assert sorted(path.name for path in (place / "build").rglob("*.parquet")) == ["1.parquet"] * 3


def test_a_purpose_without_a_legal_basis_is_a_violation_where_it_is_declared(place, capsys):
    scanned()
    old = "bases: [overeenkomst, toestemming, gerechtvaardigd_belang]"
    with_policy(place, old, "bases: []")
    assert gate() == 0
    (place / KLANT).write_text(DATASET.replace("nieuwsbrief", "winkelbeleving"))
    assert gate() == 1
    assert "bestellingen.kolom REVIEW  [has_a_legal_basis]  10 rijen" in capsys.readouterr().out


PATTERN = (
    "patterns:\n  - {entity: EMPLOYEE_ID, regex: 'E\\d{5}', examples: [E12345],"
    " counterexamples: [E1]}\n"
)


def test_an_entity_of_the_site_is_known_by_its_pattern(place, capsys):
    scanned()
    with_policy(place, REVIEW, f"{REVIEW[:-1]}, EMPLOYEE_ID]")
    assert "unknown entity 'EMPLOYEE_ID'" in told(capsys)
    (place / "conf" / "detection.yaml").write_text(PATTERN)
    assert gate() == 0


@pytest.mark.parametrize("key", ["ours", "not_personal"])
def test_what_is_nobodys_names_an_entity_that_there_is(place, capsys, key):
    scanned()
    (place / "conf" / "detection.yaml").write_text(f"{key}:\n  EMAIL_ADRES: [geheim@x.nl]\n")
    assert told(capsys) == (
        "conf/detection.yaml:2: unknown entity 'EMAIL_ADRES'; did you mean 'EMAIL_ADDRESS'?"
    )


# the inventory

APPROVED = """\
datasets:
  bestellingen:
    kolom: {entities: [REVIEW], by: a, reason: b, on: 2026-05-01, until: 2026-04-30}
"""


def test_an_approval_that_ends_before_it_begins(place, capsys):
    scanned()
    (place / "conf" / "inventory.yaml").write_text(APPROVED)
    assert told(capsys) == (
        "conf/inventory.yaml:3: approval of 'kolom' ends before it begins;"
        " give an 'until' that is not before 'on'"
    )
    (place / "conf" / "inventory.yaml").write_text(APPROVED.replace("04-30", "05-01"))
    assert gate("--fail-on", "violation") == 0


def test_an_approval_that_has_ended_is_not_given(place, capsys):
    scanned()
    said = ("accept", "--by", "a", "--reason", "b", "--as-of", "2026-11-22", "--until")
    assert "approval of 'kolom' ends before it begins" in told(capsys, *said, "2026-11-21")
    assert not (place / "conf" / "inventory.yaml").exists()
    assert run(*said, "2026-11-22") == 0


# result tables


def without_coverage(out: Path) -> None:
    (out / "coverage" / "1.parquet").unlink()


def cut(out: Path) -> None:
    path = out / "findings" / "1.parquet"
    path.write_bytes(path.read_bytes()[:-20])


def overwritten(out: Path) -> None:
    path = out / "ages" / "1.parquet"
    content = bytearray(path.read_bytes())
    content[4:200] = b"jan@voorbeeld.nl" * 12 + b"jan@"
    path.write_bytes(bytes(content))


def of_another_scan(out: Path) -> None:
    scanned("2", entity="NL_BSN")
    shutil.copy(out / "findings" / "1.parquet", out / "findings" / "2.parquet")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (
            without_coverage,
            "build/scan: no scan there; run 'speurneus scan --out build/scan' first",
        ),
        (cut, "build/scan/findings/1.parquet: cannot be read; run the scan again"),
        (overwritten, "build/scan/ages/1.parquet: cannot be read; run the scan again"),
        (
            of_another_scan,
            "build/scan/findings/2.parquet: holds rows of another scan; run the scan again",
        ),
    ],
)
def test_result_tables_that_are_not_whole(place, capsys, spoil: Callable[[Path], None], says):
    scanned()
    spoil(place / "build" / "scan")
    for command in (
        ("gate",),
        ("explain", "bestellingen"),
        ("accept", "--by", "a", "--reason", "b"),
    ):
        assert told(capsys, *command) == says
    assert not (place / "conf" / "inventory.yaml").exists()


def test_a_scan_of_nothing_at_all(place, capsys):
    append(place / "build" / "scan", Scan(scan_id="1", findings=(), ages=(), coverage=()))
    assert told(capsys) == "scan 1: nothing was scanned; run the scan again"


def test_what_a_scan_that_was_cut_off_left_is_passed_over(place, capsys):
    scanned()
    for table in ("findings", "ages", "coverage"):
        (place / "build" / "scan" / table / ".2.tmp").write_bytes(b"half")
    (place / "build" / "scan" / "findings" / "2.parquet").write_bytes(b"half")
    assert gate() == 0


def test_the_last_day_that_there_is_can_be_asked_about(place, capsys):
    scanned()
    assert run("gate", "--as-of", "9999-12-31") == 1
    assert run("gate", "--as-of", "0001-01-01") == 0
