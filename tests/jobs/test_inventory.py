"""A scan held against what was decided: changes, waivers, and what accepting proposes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs import inventory
from jobs.findings import Scan
from jobs.model import (
    Approval,
    Change,
    ChangeKind,
    Dataset,
    Inventory,
    Verdict,
    VerdictKind,
    Waiver,
    WaiverKind,
)
from jobs.policy import category_of
from tests.jobs.scanned import AS_OF, NAME, POLICY, covered, dataset, finding, scan

YESTERDAY = AS_OF - timedelta(days=1)


def approval(*entities: str, **given) -> Approval:
    row = {"categories": tuple(POLICY.categories), "by": "Jo", "reason": "nodig", "on": YESTERDAY}
    return Approval(entities=entities, **(row | given))


def approved(waivers: Sequence[Waiver] = (), **columns: Approval) -> Inventory:
    return Inventory(datasets={NAME: columns} if columns else {}, waivers=tuple(waivers))


def waiver(**given) -> Waiver:
    row = {"rule": "kept_within_term", "dataset": NAME, "kind": WaiverKind.ACCEPTED_RISK}
    row |= {"reason": "opschoning loopt", "by": "Jo", "until": AS_OF}
    return Waiver(**(row | given))


def verdict(kind: VerdictKind = VerdictKind.VIOLATION, **given) -> Verdict:
    row = {"rule": "kept_within_term", "label": "bewaartermijn", "dataset": NAME, "rows": 10}
    return Verdict(kind=kind, text="t", **(row | {"column": "kolom", "entity": "PERSON"} | given))


def changed(
    found: Scan,
    held: Inventory,
    *datasets: Dataset,
    as_of: date = AS_OF,
    verdicts: Sequence[Verdict] = (),
) -> list[Change]:
    return list(inventory.changes(found, held, datasets, POLICY, as_of, verdicts=verdicts))


def told(changes: Sequence[Change]) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind.value, change.column, change.entity) for change in changes]


def propose(found: Scan, held: Inventory | None, *datasets: Dataset, **given):
    row = {"by": "An", "reason": "beoordeeld", "on": AS_OF}
    return inventory.proposed(found, held, datasets, POLICY, **(row | given))


# new


def test_what_nobody_approved_is_new_once_per_column_and_entity():
    found = scan([finding("PERSON"), finding("PERSON", country="US"), finding("NL_BSN")])
    changes = changed(found, Inventory())
    assert told(changes) == [("new", "kolom", "NL_BSN"), ("new", "kolom", "PERSON")]
    assert changes[0].text == (
        "Gevonden: burgerservicenummer. Niemand heeft dat voor deze kolom goedgekeurd."
    )
    assert "speurneus accept" in changes[0].remedy


@pytest.mark.parametrize("column", [None, "kolom"])
def test_what_is_waived_as_not_read_is_known(column):
    found = scan(coverage=[covered(), covered(column=column, reason="geen toegang")])
    gap = verdict(VerdictKind.GAP, rule="everything_was_read", column=column, entity=None)
    decided = approved([waiver(rule="everything_was_read")], kolom=approval("PERSON"))
    assert {c.kind for c in changed(found, decided, verdicts=[gap])} == {ChangeKind.UNREAD}
    waived = inventory.waived([gap], decided, AS_OF)
    assert changed(found, decided, verdicts=waived) == []


@pytest.mark.parametrize(
    ("given", "is_new"),
    [
        ({}, False),
        ({"until": YESTERDAY}, True),
        ({"kind": WaiverKind.ACCEPTED_RISK}, True),
        ({"column": None}, True),
        ({"entity": None}, True),
        ({"column": "andere"}, True),
    ],
)
def test_what_a_waiver_calls_a_mistake_needs_no_approval(given, is_new):
    row = {"rule": "is_in_a_declared_category", "kind": WaiverKind.FALSE_POSITIVE}
    decided = waiver(**(row | {"column": "kolom", "entity": "NL_BSN"} | given))
    found = scan([finding("NL_BSN")])
    breach = verdict(rule="is_in_a_declared_category", entity="NL_BSN")
    changes = changed(found, approved([decided]), verdicts=[breach])
    assert (ChangeKind.NEW in {change.kind for change in changes}) is is_new


def test_beside_what_was_approved_something_else_is_new():
    found = scan([finding("PERSON"), finding("NL_BSN")])
    (change,) = changed(found, approved(kolom=approval("PERSON")))
    assert told([change]) == [("new", "kolom", "NL_BSN")]
    assert change.text.endswith("goedgekeurd; wel: naam van een persoon.")


def test_an_approval_is_of_one_column_of_one_dataset():
    held = Inventory(datasets={"elders": {"kolom": approval("PERSON")}})
    found = scan([finding("PERSON"), finding("PERSON", dataset="elders", column="ander")])
    kinds = {(c.dataset, c.column, c.kind.value) for c in changed(found, held)}
    assert kinds == {
        (NAME, "kolom", "new"),
        ("elders", "ander", "new"),
        ("elders", "kolom", "gone"),
    }


# changed


def test_another_category_than_the_approved_one():
    found = scan([finding("PERSON")])
    held = approved(kolom=approval("PERSON", categories=("contact",)))
    assert changed(found, held, dataset()) == []
    (change,) = changed(found, held, dataset(category="sollicitatie"))
    assert told([change]) == [("changed", "kolom", "PERSON")]
    assert change.text == (
        "Dit gegeven valt nu in categorie 'sollicitatie'; goedgekeurd is het onder: contact."
    )


def test_what_is_in_no_category_is_for_a_verdict_to_tell():
    held = approved(kolom=approval("NL_BSN", categories=()))
    assert changed(scan([finding("NL_BSN")]), held, dataset()) == []


def test_a_purpose_that_was_not_approved():
    found = scan([finding("PERSON")])
    held = approved(kolom=approval("PERSON", purposes=("bestellingen", "betalingen")))
    assert changed(found, held, dataset(purposes=("betalingen",))) == []
    (change,) = changed(found, held, dataset(purposes=("betalingen", "nieuwsbrief")))
    assert told([change]) == [("changed", "kolom", None)]
    assert change.text == (
        "Deze gegevens worden nu ook gebruikt voor: nieuwsbrief;"
        " goedgekeurd is: bestellingen, betalingen."
    )


# expired


@pytest.mark.parametrize(("until", "kinds"), [(None, []), (AS_OF, []), (YESTERDAY, ["expired"])])
def test_the_last_day_of_an_approval_still_counts(until, kinds):
    held = approved(kolom=approval("PERSON", "GENDER", until=until))
    changes = changed(scan([finding("PERSON"), finding("GENDER")]), held)
    assert [change.kind.value for change in changes] == kinds
    if changes:
        assert changes[0].text == (
            "De goedkeuring van Jo gold tot en met 21-11-2026;"
            " nog steeds gevonden: naam van een persoon, geslacht."
        )


def test_an_expired_approval_of_what_is_not_there_is_gone():
    held = approved(kolom=approval("PERSON", until=YESTERDAY))
    assert told(changed(scan(coverage=[covered()]), held)) == [("gone", "kolom", None)]


# gone and unread


def test_what_is_not_found_in_what_was_wholly_read_is_gone():
    held = approved(kolom=approval("PERSON", "GENDER"), ander=approval("PERSON", "GENDER"))
    found = scan([finding("PERSON")])
    changes = changed(found, held)
    assert told(changes) == [("gone", "ander", None), ("gone", "kolom", "GENDER")]
    assert changes[0].text == "Goedgekeurd, en er niet meer: naam van een persoon, geslacht."
    assert changes[1].text == "Goedgekeurd, en er niet meer: geslacht."


def test_a_column_that_went_is_told_as_such():
    coverage = [covered(), covered(column="ander"), covered(column="payload")]
    held = approved(kolom=approval("PERSON"), **{"payload.naam": approval("PERSON")})
    gone, inside = changed(scan(coverage=coverage), held)
    assert gone.text == "De kolom is er niet meer; goedgekeurd was: naam van een persoon."
    assert inside.text == "Goedgekeurd, en er niet meer: naam van een persoon."


BROKEN = covered(column="_corrupt_record", rows=2, reason="2 kapotte rijen, als tekst gelezen")


@pytest.mark.parametrize(
    ("coverage", "reason"),
    [
        ([covered(dataset="elders")], "niet gescand"),
        ([covered(rows=0, reason="niet te lezen")], "niet te lezen"),
        (
            [covered(), covered(file="deel-2.csv", rows=0, reason="niet te lezen")],
            "deel-2.csv: niet te lezen",
        ),
        ([covered(), covered(column="kolom"), BROKEN], "2 kapotte rijen, als tekst gelezen"),
    ],
)
@pytest.mark.parametrize("found", [[], [finding("PERSON")]])
def test_of_a_dataset_that_was_not_wholly_read_nothing_is_gone(coverage, reason, found):
    if "gescand" in reason and found:
        return
    held = approved(kolom=approval("PERSON", "GENDER"), ander=approval("PERSON"))
    (change,) = changed(scan(found, coverage=coverage), held)
    assert told([change]) == [("unread", None, None)]
    assert change.text == (
        f"De dataset is niet (helemaal) gelezen: {reason}."
        " Of er nog is wat er mocht zijn, is van 2 goedgekeurde kolommen niet te zeggen."
    )


@pytest.mark.parametrize("column", ["kolom", "kolom.diep", "kolom[]", "kolom{}"])
@pytest.mark.parametrize("unread", ["kolom", "kolom.diep", "kolom[]", "kolom{}"])
def test_of_a_column_that_was_not_read_nothing_is_gone(column, unread):
    coverage = [covered(), covered(column=unread, rows=0, reason="binair")]
    held = approved(**{column: approval("PERSON"), "kolommen": approval("PERSON")})
    related = "kolom" in (column, unread) or column == unread
    assert set(told(changed(scan(coverage=coverage), held))) == {
        ("unread" if related else "gone", column, None),
        ("gone", "kolommen", None),
    }


@pytest.mark.parametrize(("sampled", "kinds"), [(0, []), (9, []), (10, ["gone"]), (None, ["gone"])])
def test_what_is_not_seen_in_a_sample_is_not_gone(sampled, kinds):
    coverage = [covered(), covered(column="kolom", sampled=sampled)]
    held = approved(kolom=approval("PERSON"))
    changes = changed(scan(coverage=coverage), held)
    assert [change.kind.value for change in changes] == kinds


# waivers


@pytest.mark.parametrize(("until", "holds"), [(AS_OF, True), (YESTERDAY, False)])
def test_the_last_day_of_a_waiver_still_counts(until, holds):
    held = approved([waiver(until=until)])
    (judged,) = inventory.waived([verdict()], held, AS_OF)
    assert (judged.waived is not None) is holds
    changes = changed(scan([finding("PERSON")]), held, verdicts=[verdict()])
    expired = [c for c in changes if c.rule]
    assert [c.kind.value for c in expired] == ([] if holds else ["expired"])
    if not holds:
        assert expired[0].text == "De uitzondering van Jo gold tot en met 21-11-2026."
        assert (expired[0].position, expired[0].rule) == (0, "kept_within_term")


@pytest.mark.parametrize(
    ("about", "covers"),
    [
        ({}, True),
        ({"column": "kolom"}, True),
        ({"entity": "PERSON"}, True),
        ({"column": "kolom", "entity": "PERSON"}, True),
        ({"column": "ander"}, False),
        ({"entity": "GENDER"}, False),
        ({"column": "kolom", "entity": "GENDER"}, False),
        ({"rule": "everything_was_read"}, False),
        ({"dataset": "elders"}, False),
    ],
)
@pytest.mark.parametrize("kind", [VerdictKind.VIOLATION, VerdictKind.GAP])
def test_what_a_waiver_covers(about, covers, kind):
    one = waiver(**about)
    (judged,) = inventory.waived([verdict(kind)], approved([one]), AS_OF)
    assert judged.waived == (one if covers else None)
    assert replace(judged, waived=None) == verdict(kind)


def test_what_is_compliant_is_not_waived():
    compliant = verdict(VerdictKind.COMPLIANT)
    assert inventory.waived([compliant], approved([waiver()]), AS_OF) == [compliant]


def test_a_waiver_about_a_column_says_nothing_of_the_dataset_as_a_whole():
    whole = verdict(VerdictKind.GAP, column=None, entity=None)
    held = approved([waiver(column="kolom"), waiver(entity="PERSON")])
    assert inventory.waived([whole], held, AS_OF) == [whole]


def test_of_several_waivers_the_one_that_names_most_holds():
    every = [
        waiver(reason="alles"),
        waiver(reason="gegeven", entity="PERSON"),
        waiver(reason="kolom", column="kolom"),
        waiver(reason="beide", column="kolom", entity="PERSON"),
    ]
    for last in range(4, 0, -1):
        (judged,) = inventory.waived([verdict()], approved(every[:last]), AS_OF)
        assert judged.waived == every[last - 1]
    over = waiver(column="kolom", entity="PERSON", until=YESTERDAY)
    (judged,) = inventory.waived([verdict()], approved([over, every[0]]), AS_OF)
    assert judged.waived == every[0]


@pytest.mark.parametrize("until", [AS_OF, YESTERDAY])
def test_a_waiver_that_covers_nothing_any_more_is_gone(until):
    held = approved([waiver(until=until, column="kolom")])
    compliant = [verdict(VerdictKind.COMPLIANT)]
    (change,) = changed(scan(coverage=[covered()]), held, verdicts=compliant)
    assert told([change]) == [("gone", "kolom", None)]
    assert change.text == "De uitzondering is niet meer nodig: zij dekt geen enkel oordeel meer."


@pytest.mark.parametrize(
    "coverage",
    [
        [covered(dataset="elders")],
        [covered(), covered(file="deel-2.csv", reason="niet te lezen")],
        [covered(), covered(column="kolom", rows=0, reason="binair")],
        [covered(), covered(column="kolom", sampled=1)],
    ],
)
@pytest.mark.parametrize("column", [None, "kolom"])
def test_a_waiver_of_what_was_not_wholly_read_is_not_gone(coverage, column):
    held = approved([waiver(column=column)])
    assert changed(scan(coverage=coverage), held) == []
    over = approved([waiver(column=column, until=YESTERDAY)])
    assert told(changed(scan(coverage=coverage), over)) == [("expired", column, None)]


# what accepting proposes


def test_what_is_proposed_says_who_what_and_for_which_purpose():
    declared = dataset(purposes=("bestellingen",))
    found = scan([finding("PERSON"), finding("NL_BSN"), finding("IBAN_CODE", column="rek")])
    until = date(2027, 1, 1)
    assert propose(found, None, declared, until=until) == {
        NAME: {
            "kolom": Approval(
                entities=("NL_BSN", "PERSON"),
                categories=("contact",),
                purposes=("bestellingen",),
                by="An",
                reason="beoordeeld",
                on=AS_OF,
                until=until,
            ),
            "rek": Approval(
                entities=("IBAN_CODE",),
                categories=("financieel",),
                purposes=("bestellingen",),
                by="An",
                reason="beoordeeld",
                on=AS_OF,
                until=until,
            ),
        }
    }


def test_what_is_in_no_category_is_approved_under_none():
    proposed = propose(scan([finding("NL_BSN")]), None, dataset())
    assert proposed[NAME]["kolom"].categories == ()


def test_what_was_approved_stays_beside_what_is_new():
    held = approved(kolom=approval("PERSON", "GENDER", categories=("contact",)))
    found = scan([finding("PERSON"), finding("EMAIL_ADDRESS")])
    new = propose(found, held, dataset())[NAME]["kolom"]
    assert new.entities == ("PERSON", "GENDER", "EMAIL_ADDRESS")
    assert (new.by, new.on) == ("An", AS_OF)


def test_an_approval_that_says_all_of_it_stays_that_of_its_author():
    held = approved(kolom=approval("PERSON", "GENDER", until=AS_OF))
    proposed = propose(scan([finding("PERSON")]), held, dataset())
    assert proposed == held.datasets


def test_an_expired_approval_gives_no_more_than_what_is_found():
    held = approved(kolom=approval("PERSON", "GENDER", until=YESTERDAY))
    new = propose(scan([finding("PERSON")]), held, dataset())[NAME]["kolom"]
    assert (new.entities, new.by, new.until) == (("PERSON",), "An", None)


@pytest.mark.parametrize(
    ("chosen", "columns"),
    [
        ({}, {(NAME, "a"), (NAME, "b"), ("elders", "a")}),
        ({"dataset": "elders"}, {("elders", "a")}),
        ({"column": "a"}, {(NAME, "a"), ("elders", "a")}),
        ({"dataset": NAME, "column": "b"}, {(NAME, "b")}),
        ({"dataset": "nergens"}, set()),
    ],
)
def test_one_dataset_or_one_column_can_be_chosen(chosen, columns):
    found = scan(
        [finding("PERSON", column=c) for c in "ab"]
        + [finding("PERSON", column="a", dataset="elders")]
    )
    proposed = propose(found, None, **chosen)
    assert {(name, column) for name, own in proposed.items() for column in own} == columns


# whatever is found

ENTITIES = ("PERSON", "EMAIL_ADDRESS", "NL_BSN", "IBAN_CODE", "OWN_NUMBER")
PLACES = st.tuples(
    st.sampled_from((NAME, "elders")),
    st.sampled_from(("a", "a.b", "a[]", "kolom")),
    st.sampled_from(ENTITIES),
)


@st.composite
def scans(draw: st.DrawFn) -> Scan:
    places = draw(st.sets(PLACES))
    found = [finding(e, dataset=name, column=column) for name, column, e in sorted(places)]
    coverage = draw(
        st.lists(
            st.builds(
                lambda name, column, reason, sampled: covered(
                    dataset=name, column=column, reason=reason, sampled=sampled
                ),
                st.sampled_from((NAME, "elders")),
                st.sampled_from((None, "a", "a.b", "kolom")),
                st.sampled_from((None, None, "niet te lezen")),
                st.sampled_from((None, 3, 10)),
            )
        )
    )
    return scan(found, coverage=[*coverage, *(covered(dataset=f.dataset) for f in found)])


DECLARED = st.lists(
    st.builds(
        lambda name, purposes, category: dataset(name=name, purposes=purposes, category=category),
        st.sampled_from((NAME, "elders")),
        st.sampled_from(((), ("betalingen",), ("betalingen", "nieuwsbrief"))),
        st.sampled_from((None, "fraude")),
    ),
    unique_by=lambda declared: declared.name,
)


def taken(held: Inventory, proposed: dict[str, dict[str, Approval]]) -> Inventory:
    datasets = {
        name: dict(held.datasets.get(name, {})) | dict(proposed.get(name, {}))
        for name in {*held.datasets, *proposed}
    }
    return Inventory(datasets=datasets, waivers=held.waivers)


@given(found=scans(), declared=DECLARED)
def test_after_accepting_a_scan_nothing_of_it_is_left_to_decide(found, declared):
    held = taken(Inventory(), propose(found, None, *declared))
    changes = changed(found, held, *declared)
    assert {change.kind for change in changes} <= {ChangeKind.UNREAD}
    if all(row.reason is None for row in found.coverage):
        assert changes == []
    assert propose(found, held, *declared, by="Ander") == held.datasets


@given(before=scans(), found=scans(), was=DECLARED, declared=DECLARED)
def test_accepting_again_leaves_only_what_is_gone_or_unread(before, found, was, declared):
    first = taken(Inventory(), propose(before, None, *was, on=YESTERDAY, until=YESTERDAY))
    for day in (YESTERDAY, AS_OF):
        held = taken(first, propose(found, first, *declared, on=day))
        kinds = {change.kind for change in changed(found, held, *declared, as_of=day)}
        assert kinds <= {ChangeKind.GONE, ChangeKind.UNREAD}


@given(before=scans(), found=scans(), declared=DECLARED)
def test_every_finding_is_approved_or_new_and_every_approval_found_or_accounted_for(
    before, found, declared
):
    held = taken(Inventory(), propose(before, None, *declared))
    changes = changed(found, held, *declared)
    places = {(f.dataset, f.column, f.entity) for f in found.findings}
    named = {
        (name, column, entity)
        for name, columns in held.datasets.items()
        for column, one in columns.items()
        for entity in one.entities
    }
    new = {(c.dataset, c.column, c.entity) for c in changes if c.kind is ChangeKind.NEW}
    assert new == places - named
    gone = {
        (name, column, entity)
        for name, column, entity in named
        for c in changes
        if c.kind is ChangeKind.GONE
        and (c.dataset, c.column) == (name, column)
        and c.entity in (None, entity)
    }
    assert not gone & places
    unread = {c.dataset for c in changes if c.kind is ChangeKind.UNREAD}
    sampled = {row.dataset for row in found.coverage if row.sampled == 3}
    assert {name for name, _, _ in named - places - gone} <= unread | sampled
    for row in found.coverage:
        if row.reason is not None and row.column is None:
            assert row.dataset not in {name for name, _, _ in gone}


@given(found=scans(), declared=DECLARED, data=st.data())
def test_an_approval_taken_away_brings_back_its_own_as_new(found, declared, data):
    held = propose(found, None, *declared)
    places = [(name, column) for name, columns in held.items() for column in columns]
    if not places:
        return
    name, column = data.draw(st.sampled_from(places))
    one = held[name].pop(column)
    changes = changed(found, Inventory(datasets=held), *declared)
    back = [c for c in changes if c.kind is ChangeKind.NEW]
    assert {(c.dataset, c.column, c.entity) for c in back} == {
        (name, column, entity) for entity in one.entities
    }
    assert len(back) == len(one.entities)


@given(found=scans(), declared=DECLARED)
def test_what_is_approved_names_the_categories_of_today(found, declared):
    known = {one.name: one for one in declared}
    for name, columns in propose(found, None, *declared).items():
        for one in columns.values():
            own = known.get(name, dataset(name=name))
            today = {category_of(POLICY, own, entity) for entity in one.entities}
            assert set(one.categories) == today - {None}
            assert one.purposes == tuple(sorted(own.purposes))
