"""The inventory's file: what reading it says of mistakes, and what a rewrite leaves as it was."""

import json
import os
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jobs.conf.inventory import accepted, check_rules, load_inventory, places
from jobs.conf.schemas import schemas
from jobs.errors import ConfError
from jobs.model import Approval, Change, ChangeKind, Inventory, Waiver, WaiverKind

DAY = date(2026, 11, 22)
WRITTEN = """\
# wat van wie mag
version: 1   # nog de eerste
datasets:
    klant:   # uit het oude systeem

        # gevraagd door de klantenservice
        email:
            entities:
              - "EMAIL_ADDRESS"  # met het domein
              # ook nog
              - PERSON
            categories: [ contact ]
            by:    'J. de Vries'
            reason: >
              een verhaal van
              twee regels

            on: 2026-01-31 # vandaag
            # dit hoort bij email

        # over de naam
        naam: {entities: [PERSON], by: "Jo", reason: r, on: 2026-01-31, until: 2027-01-31}


    bestelling: {}
# uitzonderingen
waivers:
- rule: kept_within_term   # tot de opschoning
  dataset: klant
  kind: accepted_risk
  reason: opschoning loopt
  by: Jo
  until: 2027-01-01
# einde
"""


def approval(*entities: str, **given) -> Approval:
    row = {"by": "Jo", "reason": "nodig", "on": DAY}
    return Approval(entities=entities or ("PERSON",), **(row | given))


def waiver(**given) -> Waiver:
    row = {
        "rule": "kept_within_term",
        "dataset": "klant",
        "kind": WaiverKind.ACCEPTED_RISK,
        "reason": "opschoning loopt",
        "by": "Jo",
        "until": date(2027, 1, 1),
    }
    return Waiver(**(row | given))


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("conf").mkdir()
    return Path("conf")


def write(root: Path, text: str) -> Path:
    path = root / "inventory.yaml"
    path.write_bytes(text.encode())
    return path


def refusal(root: Path) -> str:
    with pytest.raises(ConfError) as caught:
        load_inventory(root)
    return str(caught.value)


# reading


def test_where_there_is_no_file_there_is_no_inventory(root):
    assert load_inventory(root) is None


def test_a_folder_that_is_not_there():
    with pytest.raises(ConfError, match="no such folder"):
        load_inventory(Path("nergens"))


def test_a_link_to_nothing_is_not_taken_for_no_inventory(root):
    (root / "inventory.yaml").symlink_to("weg.yaml")
    assert refusal(root).startswith("conf/inventory.yaml: cannot be read")


def test_what_it_reads(root):
    write(root, WRITTEN)
    inventory = load_inventory(root)
    assert inventory is not None
    assert inventory.datasets["klant"]["email"].entities == ("EMAIL_ADDRESS", "PERSON")
    assert inventory.datasets["klant"]["naam"].until == date(2027, 1, 31)
    assert inventory.datasets["bestelling"] == {}
    assert inventory.waivers == (waiver(),)


COLUMN = "datasets: {klant: {email: {entities: [PERSON], by: J, reason: r, on: 2026-01-31"
WAIVER = "waivers: [{rule: r, dataset: klant, reason: r, by: J"
MISTAKES = {
    f"{COLUMN}, untl: 2026-01-01}}}}}}": "unknown key 'untl'; did you mean 'until'?",
    f"{COLUMN}, until: morgen}}}}}}": "datasets.klant.email.until: give a day: 2026-01-31",
    f"{COLUMN}, until: 20271231}}}}}}": "datasets.klant.email.until: give a day: 2026-01-31",
    f"{COLUMN}, until: 86400}}}}}}": "datasets.klant.email.until: give a day: 2026-01-31",
    COLUMN.replace("email", "7") + "}}}": "datasets.klant.7: give text, in quotes where it looks"
    " like a number or a date",
    COLUMN.replace("PERSON", "") + "}}}": "datasets.klant.email.entities: at least 1 needed here",
    COLUMN.replace("PERSON", "NL_BSN, naam")
    + "}}}": "datasets.klant.email.entities.1: not of the form ^[A-Z][A-Z0-9_]*$",
    COLUMN.replace("by: J", "by: ' '") + "}}}": "datasets.klant.email.by: at least 1 character"
    " needed here",
    COLUMN.replace("by: J, ", "") + "}}}": "missing key 'by'; add 'by:'",
    f"{WAIVER}, kind: accepted_risk}}]": "missing key 'until'; add 'until:'",
    f"{WAIVER}, kind: ruis, until: 2026-01-31}}]": "waivers.0.kind: give 'false_positive' or"
    " 'accepted_risk'",
    "version: 2": "version: give 1",
    "version: 1\nversion: 1": "key 'version' stands twice; keep one",
    "dataset: {}": "unknown key 'dataset'; did you mean 'datasets'?",
    "version: 1\ndatasets:\n  klant:\n    email:\n    email:": "key 'email' stands twice; keep one",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_remedy(root, text):
    write(root, text)
    line = len(text.splitlines())
    assert refusal(root) == f"conf/inventory.yaml:{line}: {MISTAKES[text]}"


def test_the_line_is_that_of_the_entry(root):
    write(root, WRITTEN.replace("[ contact ]", "contact").replace("  kind:", "  kin:"))
    assert refusal(root).splitlines() == [
        "conf/inventory.yaml:12: datasets.klant.email.categories: give a list: [a, b]",
        "conf/inventory.yaml:28: missing key 'kind'; add 'kind:'",
        "conf/inventory.yaml:30: unknown key 'kin'; did you mean 'kind'?",
    ]


def test_text_that_is_not_utf8(root):
    (root / "inventory.yaml").write_bytes(b"version: 1\n# caf\xe9\n")
    assert refusal(root) == "conf/inventory.yaml:2: not UTF-8; save the file as UTF-8"


def test_a_rule_that_does_not_exist(root):
    write(root, WRITTEN.replace("kept_within_term", "kept_within_terms"))
    inventory = load_inventory(root)
    assert inventory is not None
    with pytest.raises(ConfError) as caught:
        check_rules(root, inventory, ["kept_within_term", "everything_was_read"])
    assert str(caught.value) == (
        "conf/inventory.yaml:28: unknown rule 'kept_within_terms'; did you mean 'kept_within_term'?"
    )
    check_rules(root, inventory, ["kept_within_terms"])


@pytest.mark.parametrize(
    ("line", "about"),
    [
        (7, {"dataset": "klant", "column": "email"}),
        (22, {"dataset": "klant", "column": "naam", "entity": "PERSON"}),
        (4, {"dataset": "klant", "column": "bestelling"}),
        (4, {"dataset": "klant"}),
        (3, {"dataset": "email", "column": "naam"}),
        (28, {"dataset": "klant", "rule": "kept_within_term", "position": 0}),
    ],
)
def test_the_line_that_a_change_is_about(root, line, about):
    write(root, WRITTEN)
    place = places(root)(Change(kind=ChangeKind.NEW, text="t", **about))
    assert (place.path, place.line) == ("conf/inventory.yaml", line)


def test_without_an_inventory_a_change_is_at_the_first_line(root):
    place = places(root)(Change(kind=ChangeKind.NEW, dataset="klant", text="t"))
    assert (place.path, place.line) == ("conf/inventory.yaml", 1)


# writing


def test_a_new_file_says_what_it_is_and_holds_what_was_decided(root):
    path = root / "inventory.yaml"
    decided = {"klant": {"email": approval("EMAIL_ADDRESS", categories=("contact",))}}
    written = accepted(path, decided, [waiver(column="on", entity="PERSON")])
    assert load_inventory(root) == written
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# De inventaris: welke persoonsgegevens")
    assert text.split("\n", 3)[3] == (
        "version: 1\n"
        "datasets:\n"
        "  klant:\n"
        "    email:\n"
        "      entities: [EMAIL_ADDRESS]\n"
        "      categories: [contact]\n"
        "      purposes: []\n"
        "      by: Jo\n"
        "      reason: nodig\n"
        "      on: 2026-11-22\n"
        "waivers:\n"
        "  - rule: kept_within_term\n"
        "    dataset: klant\n"
        "    column: on\n"
        "    entity: PERSON\n"
        "    kind: accepted_risk\n"
        "    reason: opschoning loopt\n"
        "    by: Jo\n"
        "    until: 2027-01-01\n"
    )


def test_the_schema_for_editors_takes_what_is_written(root):
    path = root / "inventory.yaml"
    accepted(path, {"klant": {"email": approval(until=DAY)}}, [waiver()])
    data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(path), default=str))
    validator = jsonschema.Draft202012Validator(schemas()["inventory"])
    validator.validate(data)
    del data["waivers"][0]["until"]
    assert not validator.is_valid(data)


def test_deciding_that_there_is_nothing_makes_an_inventory_too(root):
    assert accepted(root / "inventory.yaml", {}) == Inventory() == load_inventory(root)


def test_what_does_not_change_stays_byte_for_byte(root):
    path = write(root, WRITTEN)
    held = load_inventory(root)
    assert held is not None
    before = path.stat()
    assert accepted(path, held.datasets, held.waivers) == held
    assert path.read_text(encoding="utf-8") == WRITTEN
    assert path.stat().st_ino == before.st_ino


def test_new_entries_go_in_as_lines_of_their_own(root):
    path = write(root, WRITTEN)
    decided = {
        "klant": {name: approval() for name in ("achternaam", "geslacht", "woonplaats")},
        "nieuw": {"a": approval()},
    }
    written = accepted(path, decided, [waiver(column="email", until=DAY)])
    assert load_inventory(root) == written
    lines = path.read_text(encoding="utf-8").splitlines()
    new = [line for line in lines if line.lstrip(" -").startswith(tuple(decided["klant"]))]
    assert new == ["        achternaam:", "        geslacht:", "        woonplaats:"]
    assert lines.index(new[0]) < lines.index("        # gevraagd door de klantenservice")
    after = lines.index("            # dit hoort bij email") + 1
    assert lines.index(new[1]) == after < lines.index("        # over de naam")
    assert lines.index(new[2]) > lines.index("        # over de naam")
    assert lines.index("    nieuw:") > lines.index("    bestelling: {}")
    assert lines.index("# uitzonderingen") > lines.index("    nieuw:")
    assert lines[-1] == "# einde"
    kept = iter(lines)
    assert all(line in kept for line in WRITTEN.splitlines())


def test_where_columns_are_in_no_order_a_new_one_is_the_last(root):
    entry = "{entities: [PERSON], by: J, reason: r, on: 2026-01-31}"
    path = write(root, f"datasets:\n  klant:\n    b: {entry}\n    a: {entry}")
    accepted(path, {"klant": {"aa": approval()}})
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:5] == [
        *f"datasets:\n  klant:\n    b: {entry}\n    a: {entry}".split("\n"),
        "    aa:",
    ]


def test_an_approval_that_changes_keeps_its_comments_and_its_place(root):
    path = write(root, WRITTEN)
    new = approval("EMAIL_ADDRESS", "PERSON", "GENDER", categories=("contact", "identificatie"))
    written = accepted(path, {"klant": {"email": new}})
    assert load_inventory(root) == written
    assert written.datasets["klant"]["email"] == new
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("        email:")
    assert lines[at : at + 12] == [
        "        email:",
        "            entities:",
        '              - "EMAIL_ADDRESS"  # met het domein',
        "              # ook nog",
        "              - PERSON",
        "              - GENDER",
        "            categories: [contact, identificatie]",
        "            by: 'Jo'",
        "            reason: >-",
        "                nodig",
        "",
        "            on: 2026-11-22 # vandaag",
    ]
    untouched = WRITTEN.splitlines()
    assert lines[:at] == untouched[: untouched.index("        email:")]
    end = untouched.index("            # dit hoort bij email")
    assert lines[lines.index(untouched[end]) :] == untouched[end:]


def test_what_is_said_beside_an_item_goes_with_it_and_lines_of_comment_stay(root):
    path = write(root, WRITTEN.replace("- PERSON", "- PERSON # de naam\n              # apart"))
    accepted(path, {"klant": {"email": approval("EMAIL_ADDRESS")}})
    text = path.read_text(encoding="utf-8")
    assert "# de naam" not in text
    assert all(line in text for line in ("# ook nog", "# apart", "# dit hoort bij email"))
    assert text.index("# apart") < text.index("# over de naam")


def test_an_end_that_is_no_longer_there_goes(root):
    path = write(root, WRITTEN)
    accepted(path, {"klant": {"naam": approval(until=None)}})
    assert "until: 2027-01-31" not in path.read_text(encoding="utf-8")


def test_a_waiver_about_the_same_takes_the_place_of_the_old_one(root):
    path = write(root, WRITTEN)
    written = accepted(path, {}, [waiver(until=date(2028, 1, 1))])
    assert written.waivers == (waiver(until=date(2028, 1, 1)),)
    assert path.read_text(encoding="utf-8") == WRITTEN.replace(
        "until: 2027-01-01", "until: 2028-01-01"
    )


@pytest.mark.parametrize(
    "text",
    [
        "version: 1",
        "{version: 1}\n",
        "datasets: {}\nwaivers: []\n",
        "datasets: {} # leeg\nwaivers: []\n",
        "datasets:\n  klant: {}\n",
        "datasets: {klant: {a: {entities: [PERSON], by: J, reason: r, on: 2026-01-31}}}\n",
        "waivers:\n- {rule: a, dataset: b, kind: accepted_risk, reason: r,\n"
        "   by: b, until: 2026-01-01}",
        "---\nversion: 1\n...\n",
    ],
)
def test_whatever_way_it_is_written_new_entries_fit(root, text):
    path = write(root, text)
    before = load_inventory(root)
    assert before is not None
    decided = {"klant": {"b": approval(), "c": approval()}, "log": {"line": approval()}}
    written = accepted(path, decided, [waiver(), waiver(column="b")])
    assert load_inventory(root) == written
    assert written.waivers == (*before.waivers, waiver(), waiver(column="b"))
    assert written.datasets["klant"] == before.datasets.get("klant", {}) | decided["klant"]
    assert "# leeg" not in text or "# leeg" in path.read_text(encoding="utf-8")
    again = path.read_bytes()
    accepted(path, decided, [waiver(), waiver(column="b")])
    assert path.read_bytes() == again


def test_line_ends_and_a_byte_order_mark_stay(root):
    path = write(root, "\ufeff" + WRITTEN.replace("\n", "\r\n"))
    accepted(path, {"klant": {"woonplaats": approval()}})
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# wat")
    assert content.count(b"\n") == content.count(b"\r\n") == WRITTEN.count("\n") + 7


def test_an_alias_is_not_rewritten(root):
    entry = "{entities: &wie [PERSON], by: J, reason: r, on: 2026-01-31}"
    other = "{entities: *wie, by: J, reason: r, on: 2026-01-31}"
    text = f"datasets:\n  klant:\n    a: {entry}\n    b: {other}\n"
    path = write(root, text)
    with pytest.raises(ConfError, match="cannot be rewritten by a command; write out"):
        accepted(path, {"klant": {"b": approval()}})
    with pytest.raises(ConfError, match="cannot be rewritten"):
        accepted(path, {"klant": {"a": approval("GENDER")}})
    assert path.read_text(encoding="utf-8") == text
    accepted(path, {"klant": {"c": approval()}})
    assert path.read_text(encoding="utf-8").startswith(text)


def test_a_file_with_a_mistake_is_not_rewritten(root):
    path = write(root, "version: 1\nversie: 2\n")
    with pytest.raises(ConfError, match="unknown key 'versie'"):
        accepted(path, {"klant": {"b": approval()}})
    assert path.read_text(encoding="utf-8") == "version: 1\nversie: 2\n"


def test_the_mode_stays_and_a_link_stays_a_link(root):
    kept = root / "elders.yaml"
    kept.write_text("version: 1\n", encoding="utf-8")
    kept.chmod(0o640)
    path = root / "inventory.yaml"
    path.symlink_to("elders.yaml")
    accepted(path, {"klant": {"b": approval()}})
    assert path.is_symlink()
    assert kept.stat().st_mode & 0o777 == 0o640
    assert "klant" in kept.read_text(encoding="utf-8")
    assert sorted(os.listdir(root)) == ["elders.yaml", "inventory.yaml"]


def test_a_place_that_cannot_be_written(root):
    with pytest.raises(ConfError, match="cannot be written"):
        accepted(root / "nergens" / "inventory.yaml", {"klant": {"b": approval()}})


def columns() -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=20),
        st.text(
            st.sampled_from("aN1e.-#:?&*!|>'\"%@`{}[], \t\n~=<\u2028\x85\ufeff\x00"), max_size=8
        ),
        st.sampled_from(("regels[].omschrijving", "payload.klant.email", "x" * 300, "é" * 130)),
        st.sampled_from(("2026-01-31", "12:30:45", "<<", "=", "---", "...", "- a", "a: b", "a #b")),
        st.sampled_from(
            ("on", "yes", "NO", "null", "~", "true", "1e3", "0x1F", "0o7", "012", "1_000", ".inf")
        ),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("conf")


@given(names=st.lists(columns(), min_size=1, max_size=4, unique=True), reason=columns())
@example(names=["a\nb", "a"], reason="x\n\n  y")
@example(names=["? a", "x" * 200], reason="\u2028x")
def test_any_column_is_read_back_as_it_is(folder, names, reason):
    path = folder / "inventory.yaml"
    path.unlink(missing_ok=True)
    reason = f"r{reason}r"
    decided = {"klant": {name: approval(reason=reason) for name in names[::2]}}
    first = accepted(path, decided)
    assert load_inventory(folder) == first == Inventory(datasets=decided)
    more = {"klant": {name: approval("GENDER", "PERSON", reason=reason) for name in names}}
    about = [waiver(column=name, reason=reason) for name in names]
    second = accepted(path, more, about)
    assert load_inventory(folder) == second == Inventory(datasets=more, waivers=tuple(about))
    content = path.read_bytes()
    accepted(path, more, about)
    assert path.read_bytes() == content


@given(
    names=st.lists(st.sampled_from([f"k{n}" for n in range(9)]), unique=True, min_size=1),
    more=st.lists(st.sampled_from([f"k{n}" for n in range(9)]), unique=True, min_size=1),
    blank=st.booleans(),
)
def test_every_line_that_somebody_wrote_stays_in_its_order(folder, names, more, blank):
    path = folder / "inventory.yaml"
    text = "datasets:\n  klant:\n"
    for name in names:
        feed = "\n" if blank else ""
        text += (
            f"{feed}    # boven {name}\n    {name}:  # naast {name}\n      entities: [ PERSON ]\n"
        )
        text += f"      by: 'Jo'\n      reason: r\n      on: 2026-01-31\n      # onder {name}\n"
    path.write_text(text, encoding="utf-8")
    accepted(path, {"klant": {name: approval("PERSON", "GENDER") for name in more}})
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = iter(lines)
    said = [line for line in text.splitlines() if "#" in line]
    assert all(line in kept for line in said)
    for name in set(names) - set(more):
        own = text.splitlines()
        at = own.index(f"    # boven {name}")
        now = lines.index(f"    # boven {name}")
        assert lines[now : now + 7] == own[at : at + 7]
    held = load_inventory(folder)
    assert held is not None
    assert set(held.datasets["klant"]) == {*names, *more}
    if names == sorted(names):
        assert list(held.datasets["klant"]) == sorted({*names, *more})
