"""What each part counts, on spans made up here: no tool, pipeline or warehouse is run."""

from pathlib import Path

import pytest

from tests.evaluation import names, others, readme
from tests.evaluation.columns import Decided
from tests.evaluation.identifiers import Score, measure, score
from tests.evaluation.scores import Span, Tally
from tests.evaluation.speed import Speed, size_of
from tests.evaluation.tables import Table, figure, markdown, plain, share
from tests.evaluation.texts import Text

BSN = Text(text="bsn 1 en 2", spans=((4, 5, "NL_BSN"), (9, 10, "NL_BSN")), about="NL_BSN")
ORDER = Text(text="order 12", spans=(), about="NL_BSN")
OTHER = Text(text="ring 34", spans=(), about="PHONE_NUMBER")


def test_an_entity_is_scored_over_all_texts_and_alarms_over_its_own_negatives() -> None:
    found: list[list[Span]] = [[(4, 5, "NL_BSN")], [(6, 8, "NL_BSN")], [(5, 7, "NL_BSN")]]
    scored = score("NL_BSN", [BSN, ORDER, OTHER], found)
    assert scored.exact == Tally(right=1, found=3, caught=1, wanted=2)
    assert (scored.negatives, scored.alarms) == (1, 1)
    assert scored.alarms_per_thousand == 1000


def test_two_finds_in_one_negative_are_one_alarm() -> None:
    found: list[list[Span]] = [[(0, 1, "NL_BSN"), (6, 8, "NL_BSN")]]
    assert score("NL_BSN", [ORDER], found).alarms == 1


def test_another_entity_in_a_negative_is_no_alarm() -> None:
    found: list[list[Span]] = [[(6, 8, "ORDER_ID")]]
    assert score("NL_BSN", [ORDER], found).alarms == 0


def test_each_text_is_read_once() -> None:
    read: list[str] = []

    def find(text: str) -> list[Span]:
        read.append(text)
        return []

    scores = measure({"NL_BSN": [BSN, ORDER], "PHONE_NUMBER": [ORDER, OTHER]}, find)
    assert sorted(read) == sorted({BSN.text, ORDER.text, OTHER.text})
    assert scores["NL_BSN"].exact == Tally(wanted=2)


def test_names_are_tallied_per_label_and_together() -> None:
    wanted: list[list[Span]] = [[(0, 3, "PERSON"), (7, 10, "LOCATION")]]
    found: list[list[Span]] = [[(0, 3, "PERSON"), (7, 10, "PERSON")]]
    tallies = names.tallies(found, wanted)
    assert tallies["PERSON"] == Tally(right=1, found=2, caught=1, wanted=1)
    assert tallies["LOCATION"] == Tally(wanted=1)
    assert tallies["all"] == Tally(right=1, found=2, caught=1, wanted=2)


def test_a_name_is_false_where_no_name_stands_of_any_kind() -> None:
    found: list[list[Span]] = [[(0, 3, "PERSON"), (7, 10, "LOCATION")], [], [(1, 2, "PERSON")]]
    false = names.false_names(found, [[(2, 5)], [], []])
    assert (false.texts, false.found, false.touched) == (3, 3, 2)
    assert false.false == {"PERSON": 1, "LOCATION": 1, "ORGANISATION": 0}


def test_a_column_is_right_with_dataset_name_and_entity() -> None:
    decided = Decided(
        told=frozenset({("a", "x", "NL_BSN"), ("a", "y", "NL_BSN")}),
        true=frozenset({("a", "x", "NL_BSN"), ("b", "y", "NL_BSN")}),
    )
    assert decided.tally == Tally(right=1, found=2, caught=1, wanted=2)
    assert decided.as_json()["missed"] == [("b", "y", "NL_BSN")]
    assert decided.as_json()["false"] == [("a", "y", "NL_BSN")]


def test_a_tool_has_figures_for_what_it_claims_only() -> None:
    claims = {"NL_BSN": others.Claim(labels=frozenset({"bsn"}))}
    found: dict[str, list[Span]] = {BSN.text: [(4, 5, "bsn"), (9, 10, "id")], OTHER.text: []}
    compared = others.compared({"NL_BSN": [BSN], "PHONE_NUMBER": [OTHER]}, found, claims)
    assert set(compared) == {"NL_BSN"}
    assert compared["NL_BSN"].overlap == Tally(right=1, found=1, caught=1, wanted=2)


def test_a_broader_claim_has_recall_alone() -> None:
    claims = {"NL_BSN": others.Claim(labels=frozenset({"getal"}), broad=True)}
    found: dict[str, list[Span]] = {BSN.text: [(4, 5, "getal"), (0, 3, "getal")], ORDER.text: []}
    of = others.compared({"NL_BSN": [BSN, ORDER]}, found, claims)["NL_BSN"]
    assert (of.overlap.precision, of.overlap.recall) == (None, 0.5)
    assert of.alarms_per_thousand is None


def test_our_own_labels_are_our_entities() -> None:
    found: dict[str, list[Span]] = {BSN.text: [(4, 5, "NL_BSN")]}
    of = others.compared({"NL_BSN": [BSN]}, found, None)["NL_BSN"]
    assert of.exact == Tally(right=1, found=1, caught=1, wanted=2)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "-"), (1.0, "1.00"), (0.97, ".970"), (0.9994, ".999"), (0.0, ".000")],
)
def test_a_share_as_text(value: float | None, shown: str) -> None:
    assert share(value) == shown


def test_a_miss_is_never_rounded_away() -> None:
    assert share(9999 / 10000) == ".999"


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "-"), (0.0, "0"), (12.34, "12.3"), (1234.5, "1,234")]
)
def test_a_number_as_text(value: float | None, shown: str) -> None:
    assert figure(value) == shown


def test_one_table_for_the_screen_and_for_the_readme() -> None:
    table = Table(
        title="T", heads=["what", "n"], rows=[["aap", "1"], ["os", "12"]], notes=["Noot."]
    )
    assert plain(table) == "T\nwhat   n\n----  --\naap    1\nos    12\nNoot."
    assert markdown(table) == "| what | n |\n| --- | --: |\n| aap | 1 |\n| os | 12 |\n\nNoot."


def test_the_size_is_of_all_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b").write_bytes(b"4567")
    assert size_of(tmp_path) == 7


def measured(*, unseen: set[str]) -> readme.Measured:
    tally = Tally(right=8, found=10, caught=8, wanted=10)
    of = Score(exact=tally, overlap=tally, negatives=10, alarms=1)
    entities = {entity for claims in others.CLAIMS.values() for entity in claims}
    labels = dict.fromkeys((*names.LABELS, "all"), tally)
    return readme.Measured(
        texts="some texts",
        remark="A remark.",
        unseen=unseen,
        scores=dict.fromkeys(sorted(entities), of),
        side_by_side={
            others.OURS: dict.fromkeys(entities, of),
            **{tool: dict.fromkeys(claims, of) for tool, claims in others.CLAIMS.items()},
        },
        names=names.Names(
            tallies={f"{names.SHOP}, {writing}": labels for writing in names.WRITINGS},
            false_names={
                names.GENERATED: names.FalseNames(
                    texts=100, found=2, false=dict.fromkeys(names.LABELS, 1), touched=2
                )
            },
        ),
        decided={1: Decided(told=frozenset(), true=frozenset({("a", "b", "C")}))},
        fast=Speed(
            words=10,
            tokens=20,
            first_pass=2.0,
            second_pass=1.0,
            importing=1.0,
            loading=1.0,
            size=1,
        ),
    )


def entities_of(of: readme.Measured) -> set[str]:
    return set(of.scores)


def test_the_readmes_block_is_short() -> None:
    everything = entities_of(measured(unseen=set()))
    block = readme.block(measured(unseen=everything))
    assert len(block.splitlines()) <= readme.MOST_LINES
    assert "A remark." in block


def test_on_our_own_tests_we_show_no_figure_of_ours() -> None:
    rows = readme.block(measured(unseen={"PERSON"})).splitlines()
    shown = {row.split(" | ")[0].strip("| `"): row.split(" | ")[1] for row in rows if " | " in row}
    assert shown["NL_BSN"] == readme.OWN_TESTS
    assert shown["PERSON"] == ".800 / .800"
    assert not any("hard negatives" in row for row in rows)


def test_on_unseen_texts_the_figures_stand() -> None:
    everything = entities_of(measured(unseen=set()))
    block = readme.block(measured(unseen=everything))
    assert readme.OWN_TESTS not in block
    assert "| false alarms in 1,000 hard negatives | 100 |" in block


def test_the_block_replaces_what_stood_between_the_markers() -> None:
    text = f"before\n{readme.BEGIN}\nold\n{readme.END}\nafter\n"
    once = readme.with_block(text, "new")
    assert once == f"before\n{readme.BEGIN}\nnew\n{readme.END}\nafter\n"
    assert readme.with_block(once, "new") == once


@pytest.mark.parametrize(
    "text",
    [
        "",
        readme.BEGIN,
        f"{readme.END}\n{readme.BEGIN}",
        f"{readme.BEGIN}{readme.END}{readme.BEGIN}{readme.END}",
        f"{readme.BEGIN}{readme.END}{readme.END}",
    ],
)
def test_without_its_two_markers_nothing_is_written(text: str) -> None:
    with pytest.raises(readme.NoMarkersError):
        readme.with_block(text, "new")


def test_the_readme_has_its_markers() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert readme.with_block(text, "x") != text
