"""From a cloud region to the country that it lies in."""

import pytest

from jobs.model import Constant, Expression
from jobs.residence import placed
from tests.jobs.scanned import RESIDENCY, dataset


@pytest.mark.parametrize("region", RESIDENCY.regions)
def test_a_known_region_becomes_its_country(region):
    (found,) = placed([dataset(region=region)], RESIDENCY)
    assert found.country == Constant(constant=RESIDENCY.regions[region])
    assert found.region is None


def test_an_unknown_region_leaves_the_country_unknown():
    (found,) = placed([dataset(region="maan-noord-1")], RESIDENCY)
    assert found.country is None


def test_a_declared_country_stays_and_so_does_the_rest():
    declared = [
        dataset(name="a", country=Expression(sql="land")),
        dataset(name="b"),
        dataset(name="c", region="eu-west-1", purposes=("betalingen",)),
    ]
    found = placed(declared, RESIDENCY)
    assert found[:2] == tuple(declared[:2])
    assert (found[2].name, found[2].purposes) == ("c", ("betalingen",))
