"""Reading conf: what it gives, and what it says about each kind of mistake."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from jobs import conf
from jobs.conf import (
    SHIPPED,
    check_references,
    load_datasets,
    load_detection,
    load_policy,
    load_residency,
)
from jobs.conf.schemas import schemas
from jobs.errors import ConfError
from jobs.model import Constant, Expression, Lookup

KLANT = """\
source: {path: data/klant.parquet}
purposes: [bestellingen]
recipients: [bezorgpartners]
retention: [klantgegevens]
region: europe-west4
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A conf folder of our own, named as a user would name it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf" / "datasets").mkdir(parents=True)
    return Path("conf")


def write(root: Path, text: str, name: str = "klant") -> None:
    (root / "datasets" / f"{name}.yaml").write_text(text, encoding="utf-8")


def refusal(root: Path) -> str:
    with pytest.raises(ConfError) as caught:
        load_datasets(root)
    return str(caught.value)


def check(root: Path) -> None:
    policy = load_policy(SHIPPED, "klassekoffie")
    check_references(root, load_datasets(root), policy, load_residency(SHIPPED))


def test_a_dataset_is_named_by_its_file_and_found_from_the_conf_folder(root):
    write(root, KLANT)
    (dataset,) = load_datasets(root)
    assert dataset.name == "klant"
    assert dataset.source.path == "conf/data/klant.parquet"
    assert dataset.purposes == ("bestellingen",)
    check(root)


@pytest.mark.parametrize("path", ["/data/klant", "s3://emmer/klant", "hdfs:/klant"])
def test_an_absolute_place_stays_as_it_is(root, path):
    write(root, f"name: winkel.klant\nsource: {{path: '{path}'}}\n")
    (dataset,) = load_datasets(root)
    assert (dataset.name, dataset.source.path) == ("winkel.klant", path)


def test_the_three_forms_of_a_row_value(root):
    write(
        root,
        """\
source: {table: klant}
country: {constant: NO}
hold: {sql: bevroren = 1}
anchors:
  laatste_transactie: {dataset: bestelling, key: {klant_id: id}, value: datum}
""",
    )
    (dataset,) = load_datasets(root)
    assert dataset.country == Constant(constant="NO")
    assert dataset.hold == Expression(sql="bevroren = 1")
    assert dataset.anchors["laatste_transactie"] == Lookup(
        dataset="bestelling", key={"klant_id": "id"}, value="datum"
    )


MISTAKES = {
    "sorce: {path: a}": [
        "conf/datasets/klant.yaml:1: missing key 'source'; add 'source:'",
        "conf/datasets/klant.yaml:1: unknown key 'sorce'; did you mean 'source'?",
    ],
    "source: {path: a}\ntext: t\npurpose: [b]": [
        "conf/datasets/klant.yaml:3: unknown key 'purpose'; did you mean 'purposes'?"
    ],
    "source:\n  path: a\n  seperator: ';'": [
        "conf/datasets/klant.yaml:3: unknown key 'seperator'; did you mean 'separator'?"
    ],
    "source: {path: a, table: b}": [
        "conf/datasets/klant.yaml:1: source: give either 'path' or 'table'"
    ],
    "source: {path: a, kind: excel}": [
        "conf/datasets/klant.yaml:1: source.kind: give 'access_log', 'csv', 'json', 'lines',"
        " 'parquet', 'syslog' or 'table'"
    ],
    "source: a": ["conf/datasets/klant.yaml:1: source: give keys and values"],
    "source: {path: 7}": [
        "conf/datasets/klant.yaml:1: source.path: give text, "
        "in quotes where it looks like a number or a date"
    ],
    "source: {path: a}\npurposes: bestellingen": [
        "conf/datasets/klant.yaml:2: purposes: give a list: [a, b]"
    ],
    "source: {path: a}\nanonymised: misschien": [
        "conf/datasets/klant.yaml:2: anonymised: give true or false"
    ],
    "source: {path: a}\ncountry: NL": [
        "conf/datasets/klant.yaml:2: country: "
        "give 'constant', 'sql', or 'dataset' with 'key' and 'value'"
    ],
    "source: {path: a}\nhold: {expr: x}": [
        "conf/datasets/klant.yaml:2: hold: "
        "give 'constant', 'sql', or 'dataset' with 'key' and 'value'"
    ],
    "source: {path: a}\nhold: {sql: x, constant: true}": [
        "conf/datasets/klant.yaml:2: unknown key 'sql'; known: constant"
    ],
    "source: {path: a}\nhold: {constant: 7}": [
        "conf/datasets/klant.yaml:2: hold.constant: give text, "
        "in quotes where it looks like a number, or true or false"
    ],
    "source: {path: a}\nhold: {constant: yes}": [
        "conf/datasets/klant.yaml:1: the constant of 'hold' is true or false"
    ],
    "source: {path: a}\nanchors: {Gesprek: {sql: x}}": [
        "conf/datasets/klant.yaml:2: anchors.Gesprek: not of the form ^[a-z][a-z0-9_]*$"
    ],
    "source: {path: a}\ncountry: {constant: Nederland}": [
        "conf/datasets/klant.yaml:1: 'country' is two capitals, such as NL"
    ],
    "source: {path: a}\nregion: eu-west-1\ncountry: {constant: NL}": [
        "conf/datasets/klant.yaml:1: give either 'country' or 'region'"
    ],
    "source: {path: a}\nanchors:\n  gesprek:\n    dataset: b\n    vallue: c": [
        "conf/datasets/klant.yaml:3: missing key 'key'; add 'key:'",
        "conf/datasets/klant.yaml:3: missing key 'value'; add 'value:'",
        "conf/datasets/klant.yaml:5: unknown key 'vallue'; did you mean 'value'?",
    ],
    "source: {path: a}\nhold: {dataset: b, key: {a: b}, value: c, aggregate: sum}": [
        "conf/datasets/klant.yaml:2: hold.aggregate: "
        "give 'max', 'min', 'bool_or', 'bool_and' or 'any_value'"
    ],
    "source: {path: a}\ntext: t\nsource: {path: b}": [
        "conf/datasets/klant.yaml:3: key 'source' stands twice; keep one"
    ],
    "source: {path: a, path: b}": ["conf/datasets/klant.yaml:1: key 'path' stands twice; keep one"],
    "": ["conf/datasets/klant.yaml: empty"],
    "- source": ["conf/datasets/klant.yaml: not a mapping of keys to values"],
    "source: {path: a}\ntext: 2026-02-30": [
        "conf/datasets/klant.yaml: a day that no calendar has; write it as 2026-01-31"
    ],
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_remedy(root, text):
    write(root, text)
    assert refusal(root).splitlines() == MISTAKES[text]


def test_text_that_is_no_yaml_is_told_by_its_line(root):
    write(root, "source: {path: a}\ntext: [a, b\n")
    told = refusal(root)
    assert told.startswith("conf/datasets/klant.yaml:3: not YAML: ")
    assert "\n" not in told


def test_a_control_character_is_told(root):
    write(root, "source: {path: a}\ntext: a\x01b\n")
    assert refusal(root).startswith("conf/datasets/klant.yaml: not YAML: a character")


def test_text_that_is_not_utf8_is_told_by_its_line(root):
    (root / "datasets" / "klant.yaml").write_bytes(b"source: {path: a}\ntext: caf\xe9\n")
    assert refusal(root) == "conf/datasets/klant.yaml:2: not UTF-8; save the file as UTF-8"


def test_a_tag_of_python_makes_nothing(root):
    write(root, "source: {path: !!python/object/apply:os.getcwd []}\n")
    assert refusal(root).startswith("conf/datasets/klant.yaml:1: not YAML: ")


@pytest.mark.parametrize("key", ["text", "path", "unknown"])
def test_no_message_repeats_a_long_value(root, key):
    write(root, f"source: {{path: a, kind: [{'w' * 500}]}}\n{key}: [{'v' * 500}]\n{'k' * 500}: 1\n")
    told = refusal(root)
    assert "v" * 41 not in told
    assert "w" * 41 not in told
    assert "k" * 41 not in told


def test_two_files_for_one_dataset(root):
    write(root, "source: {path: a}")
    write(root, "source: {path: a}\nname: klant", "klanten")
    assert refusal(root) == "conf/datasets/klanten.yaml:2: dataset 'klant' has two files"


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("bestelingen", "bestellingen", "2: unknown purpose 'bestelingen'; did you mean"),
        ("bezorgpartner", "bezorgpartners", "3: unknown recipient 'bezorgpartner'; did you mean"),
        ("klantgegeven", "klantgegevens", "4: unknown retention term 'klantgegeven'; did you mean"),
        ("europe-west5", "europe-west4", "5: unknown region 'europe-west5'; did you mean"),
        (
            "bestellingen, bestellingen",
            "bestellingen",
            "2: purpose 'bestellingen' stands twice; keep one",
        ),
    ],
)
def test_a_name_that_stands_for_nothing(root, wrong, right, told):
    write(root, KLANT.replace(right, wrong))
    with pytest.raises(ConfError) as caught:
        check(root)
    assert str(caught.value).startswith(f"conf/datasets/klant.yaml:{told}")


def test_a_category_must_follow_from_the_origin(root):
    write(root, "source: {path: a}\ncategory: contact")
    with pytest.raises(ConfError) as caught:
        check(root)
    assert str(caught.value) == (
        "conf/datasets/klant.yaml:2: category 'contact' does not follow from the origin; "
        "give one with 'by_origin': fraude, sollicitatie"
    )
    write(root, "source: {path: a}\ncategory: sollicitatie")
    check(root)


@pytest.mark.parametrize("place", ["hold", "country", "consent", "anchors:\n  gesprek"])
def test_a_lookup_names_a_dataset_that_is_there(root, place):
    indent = "    " if "anchors" in place else "  "
    lookup = f"\n{indent}dataset: gesprek\n{indent}key: {{a: b}}\n{indent}value: c\n"
    write(root, f"{place}:{lookup}source: {{path: a}}")
    line = 3 if "anchors" in place else 2
    with pytest.raises(ConfError, match=f"klant.yaml:{line}: unknown dataset 'gesprek'"):
        check(root)
    write(root, "source: {path: a}", "gesprek")
    check(root)


def test_a_dataset_without_a_file_is_told_by_its_name(root):
    write(root, KLANT.replace("[bestellingen]", "[onzin]"))
    datasets = load_datasets(root)
    (root / "datasets" / "klant.yaml").unlink()
    policy = load_policy(SHIPPED, "klassekoffie")
    with pytest.raises(ConfError, match=r"^dataset klant: unknown purpose 'onzin'"):
        check_references(root, datasets, policy, load_residency(SHIPPED))


def test_a_conf_folder_without_policies_takes_the_shipped_ones(root):
    assert load_policy(root, "klassekoffie") == load_policy(SHIPPED, "klassekoffie")
    assert load_residency(root) == load_residency(SHIPPED)
    assert load_detection(root) == load_detection(SHIPPED)
    assert load_datasets(root) == ()


def test_what_a_conf_folder_has_of_its_own_holds(root):
    (root / "residency.yaml").write_text("eea: [NL]\nadequacy: {}\nregions: {thuis: NL}\n")
    assert load_residency(root).regions == {"thuis": "NL"}
    (root / "policies").mkdir()
    with pytest.raises(ConfError, match=r"^conf/policies: unknown policy 'klassekoffie'"):
        load_policy(root, "klassekoffie")


@pytest.mark.parametrize("load", [load_residency, load_detection, load_datasets])
def test_a_folder_that_is_not_there(load):
    with pytest.raises(ConfError, match="no such folder"):
        load(Path("nergens"))


def test_a_file_that_would_be_passed_over_is_told(root):
    (root / "datasets" / "klant.yml").write_text(KLANT)
    (root / "datasets" / ".klant.yaml.swp").write_text("")
    assert refusal(root) == (
        "conf/datasets/klant.yml: not a dataset; a dataset is a file that ends in .yaml"
    )


@pytest.mark.parametrize("name", ["klassekofie", "../policies/klassekoffie"])
def test_an_unknown_policy_gets_the_nearest_name(name):
    with pytest.raises(ConfError, match="did you mean 'klassekoffie'"):
        load_policy(SHIPPED, name)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("categories: [sollicitatie]", "categories: [solicitatie]", "unknown category"),
        ("bases: [gerechtvaardigd_belang]", "bases: [belang]", "unknown legal basis 'belang'"),
        ("cited_categories: ix", "cited_categories: negen", "cited_categories: not numerals"),
        ("purposes: [betalingen]", "purposes: [betaling]", "did you mean 'betalingen'"),
        ("[REVIEW, COOKIE_ID, USER_AGENT, L", "[PERSON, L", "stands in category 'ervaring' and in"),
        ("entities: [NL_VAT_OLD]", "entities: [NL_VAT]", "NL_VAT stands in 'undeclared' and in"),
        ("category: fraude", "category: contact", "does not follow from the origin"),
        ("[REVIEW, COOKIE_ID, U", "[IP_ADDRESS, U", "IP_ADDRESS stands in"),
        ("letter: A", "letter: E", "bases.overeenkomst.letter: not of the form"),
        ("numeral: ix", "numeral: 9", "categories.sollicitatie.numeral: give text"),
        ("dated: 2023-09-30", "dated: ooit", "dated: give a day: 2026-01-31"),
        ("period: P3M", "period: 3 maanden", "retention.telefoongesprekken.period: not of the"),
        ("anchor: [gesprek]", "anchor: []", "anchor: at least 1 needed here"),
        ("anchor_stated:", "anchor_states:", "did you mean 'anchor_stated'?"),
        ("quote: medewerkers", "quote: a b c d e f g h i j k l m", "a dozen words at most"),
    ],
)
def test_mistakes_in_a_policy(root, old, new, told):
    shipped = (SHIPPED / "policies" / "klassekoffie.yaml").read_text(encoding="utf-8")
    assert old in shipped
    (root / "policies").mkdir()
    mine = root / "policies" / "eigen.yaml"
    mine.write_text(shipped.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfError) as caught:
        load_policy(root, "eigen")
    place, _, _ = str(caught.value).partition(": ")
    assert told in str(caught.value)
    line = int(place.removeprefix("conf/policies/eigen.yaml:"))
    lines = mine.read_text(encoding="utf-8").splitlines()
    # the line itself, or the key that holds what is wrong
    assert any(new.split(":")[0].split("[")[0] in text for text in lines[line - 1 : line + 2])


def test_norway_is_a_country_and_in_the_eea():
    residency = load_residency(SHIPPED)
    assert "NO" in residency.eea
    assert residency.regions["norwayeast"] == "NO"


def test_the_eea_is_the_27_states_and_three_more():
    eea = load_residency(SHIPPED).eea
    assert len(eea) == len(set(eea)) == 30
    assert {"IS", "LI", "NO"} < set(eea)
    assert {"GB", "CH", "US"}.isdisjoint(eea)


def test_adequate_countries_are_outside_the_eea_and_dated():
    residency = load_residency(SHIPPED)
    assert set(residency.adequacy).isdisjoint(residency.eea)
    assert residency.adequacy["US"].since == date(2023, 7, 10)
    assert residency.adequacy["GB"].until == date(2031, 12, 27)
    assert len(residency.adequacy) == 16


@pytest.mark.parametrize(
    ("region", "country"),
    [("eu-west-1", "IE"), ("europe-west4", "NL"), ("westeurope", "NL"), ("us-east1", "US")],
)
def test_a_cloud_region_lies_in_a_country(region, country):
    assert load_residency(SHIPPED).regions[region] == country


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("KK-0012345,", "KK-12,", "example 1 does not match the regex"),
        ("KK-12345,", "KK-1234567,", "counterexample 1 matches the regex"),
        ("[B24-000123, B2024-00012, B2024-0001234, AB2024-000123]", "[X]", "at least as many"),
        (r"B20\d{2}-\d{6}(", r"B20\d{2}-\d{6}((", "no regular expression"),
    ],
)
def test_mistakes_in_a_site_pattern(root, old, new, told):
    shipped = (SHIPPED / "detection.yaml").read_text(encoding="utf-8")
    assert old in shipped
    (root / "detection.yaml").write_text(shipped.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfError, match=r"^conf/detection\.yaml:\d+: patterns\.\d") as caught:
        load_detection(root)
    assert told in str(caught.value)


def test_the_shipped_patterns_are_the_sites_own_numbers():
    detection = load_detection(SHIPPED)
    assert {pattern.entity for pattern in detection.patterns} == {
        "CUSTOMER_ID",
        "ORDER_ID",
        "GIFT_CARD",
        "LOYALTY_CARD",
    }
    assert detection.ours["NL_KVK"] == ("80902049",)


def test_the_shipped_folder_is_beside_the_packages_in_a_checkout():
    assert Path(conf.__file__).parents[2] / "conf" == SHIPPED


@pytest.mark.parametrize("name", schemas())
def test_the_schemas_for_editors_are_current(name):
    committed = SHIPPED / "schemas" / f"{name}.schema.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == schemas()[name]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("policy", "policies/klassekoffie.yaml"),
        ("residency", "residency.yaml"),
        ("detection", "detection.yaml"),
    ],
)
def test_the_shipped_files_fit_their_schema_and_name_it(name, path):
    text = (SHIPPED / path).read_text(encoding="utf-8")
    first = text.splitlines()[0]
    schema = (SHIPPED / path).parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.resolve() == (SHIPPED / "schemas" / f"{name}.schema.json").resolve()
    data = json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(data)


def test_the_schema_of_a_dataset_takes_and_refuses_what_the_model_does():
    validator = jsonschema.Draft202012Validator(schemas()["dataset"])
    assert validator.is_valid({"source": {"path": "a"}, "hold": {"sql": "x"}})
    assert not validator.is_valid({"source": {"path": "a"}, "hold": {"sql": "x", "constant": True}})
    assert not validator.is_valid({"sorce": {"path": "a"}})
