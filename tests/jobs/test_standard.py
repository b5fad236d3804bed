"""What a scan is held against: loaded in one way, refused in one way."""

import pytest

from jobs.errors import ConfError
from jobs.raw.suite import raw_suite
from jobs.standard import standard
from tests.jobs.place import place as place
from tests.jobs.place import refused, scanned
from tests.jobs.scanned import AS_OF

UNKNOWN_ENTITY = "not_personal: {EMIAL_ADDRESS: ['.*@example']}\n"


def of(place, **given):
    return standard(place / "conf", "klassekoffie", **given)


def test_it_holds_the_statement_and_the_datasets(place):
    held = of(place)
    assert [dataset.name for dataset in held.datasets] == ["bestellingen"]
    assert "betalingen" in held.policy.purposes
    assert held.inventory is None


def test_paths_are_scanned_without_the_datasets_of_conf(place):
    (place / "conf" / "datasets" / "kapot.yaml").write_text("sorce: {}\n")
    (place / "conf" / "inventory.yaml").write_text("nonsense: 1\n")
    held = of(place, datasets=False)
    assert (held.datasets, held.inventory) == ((), None)
    with pytest.raises(ConfError, match="sorce"):
        of(place)


@pytest.mark.parametrize(
    "command", [("scan",), ("scan", "somewhere"), ("gate",), ("report",), ("policy", "lint")]
)
def test_every_command_refuses_an_entity_that_nothing_finds(place, capsys, command):
    scanned()
    (place / "conf" / "detection.yaml").write_text(UNKNOWN_ENTITY)
    assert "detection.yaml:1: " in (said := refused(capsys, *command))
    assert "EMAIL_ADDRESS" in said


def test_what_is_declared_of_a_dataset_makes_its_suite_of_rows(place):
    suite = raw_suite(of(place).declared("bestellingen", AS_OF))
    assert [one.meta["rule"] for one in suite.expectations] == [
        "kept_within_term",
        "stays_in_the_eea",
    ]
    with pytest.raises(ConfError, match="dataset klanten: not in conf"):
        of(place).declared("klanten", AS_OF)
