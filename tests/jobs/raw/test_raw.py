"""Rows themselves against what a sweep counts of them: one verdict, one count, and no value."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import great_expectations as gx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyspark.sql import DataFrame

from detectors.recognizers import shipped
from detectors.setup import Setup
from jobs import gate
from jobs.errors import ConfError
from jobs.expectations.rule import Declared
from jobs.model import Constant, Dataset, Expression, Lookup, Source
from jobs.raw import ExpectRowsToBeKeptWithinTheirTerm, ExpectRowsToStayInTheEea
from jobs.raw.suite import raw_suite
from jobs.suites.project import open_project
from jobs.suites.written import load, text_of
from jobs.sweep import Sweep
from jobs.terms import period
from tests.jobs.scanned import AS_OF, POLICY, RESIDENCY

CANARY = "Wilhelmina Kanariepiet"
PIECE = "anariepiet"
EMAIL = tuple(one for one in shipped() if one.entity == "EMAIL_ADDRESS")
FORMATS = ("BOOLEAN_ONLY", "BASIC", "SUMMARY", "COMPLETE")

TERMS = (
    "klantgegevens",
    "accountgegevens",
    "correspondentie",
    "nieuwsbrief_aanmelding",
    "telefoongesprekken",
    "marketing",
)
OF = {name: POLICY.retention[name] for name in TERMS}
LENGTHS = sorted({term.period for term in OF.values()})


def events() -> list[date | None]:
    """The last day that is still within each term, the days around it, and no day."""
    ends = [AS_OF - period(length) for length in LENGTHS]
    return [end + timedelta(n) for end in ends for n in (-1, 0, 1)] + [None]


def rows() -> list[dict[str, object]]:
    countries = ["NL", " be", "US", "GB", "XX", CANARY, None]
    made = []
    for number, day in enumerate(events()):
        # half past eleven at night in UTC is the next day in Amsterdam
        moment = day and datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)
        before = moment and moment - timedelta(1)
        for held in (None, "true", "nee", "1", "Ja ", "waar", "onbekend"):
            made.append(
                {
                    "tekst": day and day.isoformat(),
                    "getal": day and int(f"{day:%Y%m%d}"),
                    "moment": before,
                    "hold": held,
                    "land": countries[len(made) % len(countries)],
                    "email": f"klant{number}.{len(made)}@voorbeeld.nl",
                }
            )
    for text in (CANARY, "", "22-11-2019", "22/11/2019", "31-12", "2019.11.21", "1574290800"):
        made.append(made[-1] | {"tekst": text, "hold": None, "email": f"x{len(made)}@voorbeeld.nl"})
    return made


def declared(dataset: Dataset) -> Declared:
    return Declared(dataset=dataset, policy=POLICY, residency=RESIDENCY, as_of=AS_OF)


def datasets(path: Path) -> list[Dataset]:
    """The rows once per term, each way of telling a day, with and without a hold."""
    made = []
    for number, (name, term) in enumerate(OF.items()):
        column = ("tekst", "getal", "moment")[number % 3]
        anchors = {event: Expression(sql=column) for event in term.anchor}
        if len(anchors) > 1:
            anchors[term.anchor[1]] = Expression(sql="date_sub(cast(moment as date), 1)")
        made.append(
            Dataset(
                name=name,
                source=Source(path=str(path)),
                retention=(name,),
                anchors=anchors,
                hold=None if column == "getal" else Expression(sql="hold"),
                country=Expression(sql="land"),
            )
        )
    made.append(made[0].model_copy(update={"name": "geen_anker", "anchors": {}}))
    made.append(made[0].model_copy(update={"name": "geen_land", "country": None}))
    return made


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("rijen") / "klanten.parquet"
    pq.write_table(pa.Table.from_pylist(rows()), file)
    return file


@pytest.fixture(scope="module")
def frame(spark, path) -> DataFrame:
    """The rows in a session as pipelines have them: UTC, and errors where a cast fails."""
    theirs = spark.newSession()
    theirs.conf.set("spark.sql.session.timeZone", "UTC")
    theirs.conf.set("spark.sql.ansi.enabled", "true")
    return theirs.read.parquet(str(path))


def batch(frame: DataFrame):
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_spark("rijen", persist=False).add_dataframe_asset("rijen")
    batches = asset.add_batch_definition_whole_dataframe("alles")
    return batches.get_batch(batch_parameters={"dataframe": frame})


def answered(frame: DataFrame, suite: gx.ExpectationSuite, result_format="SUMMARY"):
    parameters = {"as_of": AS_OF.isoformat()}
    return batch(frame).validate(
        suite, result_format=result_format, expectation_parameters=parameters
    )


def test_the_same_verdict_and_counts_as_over_findings(spark, path, frame):
    known = datasets(path)
    sweep = Sweep(
        spark=spark,
        datasets=tuple(known),
        setup=Setup(recognizers=EMAIL),
        scan_id="s",
        scanned_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        day=AS_OF,
    )
    asked = [(ds, scan) for ds, scan in zip(known, sweep.scan_all(), strict=True)]
    seen = set()
    for dataset, scan in asked:
        own = [
            verdict
            for verdict in gate.judge(scan, [dataset], POLICY, RESIDENCY, AS_OF)
            if verdict.entity == "EMAIL_ADDRESS"
        ]
        suite = raw_suite(declared(dataset), entities=["EMAIL_ADDRESS"])
        results = answered(frame, suite).results
        assert [one.expectation_config.meta["rule"] for one in results] == [
            "kept_within_term",
            "stays_in_the_eea",
        ]
        for one in results:
            about = [v for v in own if v.rule == one.expectation_config.meta["rule"]]
            counts = {
                "element_count": len(rows()),
                "violations": sum(v.rows for v in about if v.kind == "violation"),
                "gaps": sum(v.rows for v in about if v.kind == "gap"),
                "held": max(v.held for v in about),
            }
            counts["unexpected_count"] = counts["violations"] + counts["gaps"]
            assert one.result == counts, dataset.name
            assert one.success is (counts["unexpected_count"] == 0)
            seen |= {name for name, count in counts.items() if count}
    assert seen == {"element_count", "violations", "gaps", "held", "unexpected_count"}


words = st.sampled_from(["ja", "NEE", " Waar ", "y", "0", "1.0", "", None, "misschien", "ja?"])
texts = st.none() | words | st.text(st.sampled_from("janeworu 01?"), max_size=4)
HOLDS = {
    "text": ("string", texts),
    "number": ("double", st.none() | st.sampled_from([0.0, 1.0, 0.5, 2.0, float("nan")])),
    "truth": ("boolean", st.none() | st.booleans()),
}


@settings(max_examples=2, phases=[Phase.generate])
@given(st.data())
@pytest.mark.parametrize("kind", HOLDS)
def test_a_hold_is_read_the_same_of_rows_and_of_findings(spark, kind, data):
    stored, values = HOLDS[kind]
    held = data.draw(st.lists(values, min_size=10, max_size=30))
    days = data.draw(st.lists(st.sampled_from([*events(), "onbekend"]), min_size=30, max_size=30))
    made = [(f"k{n}@voorbeeld.nl", str(days[n] or ""), one) for n, one in enumerate(held)]
    made_of = spark.createDataFrame(made, f"email string, op string, zaak {stored}")
    made_of.createOrReplaceTempView("aangehouden")
    known = Dataset(
        name="d",
        source=Source(table="aangehouden"),
        retention=("marketing",),
        anchors={"gebeurtenis": Expression(sql="op")},
        hold=Expression(sql="zaak"),
    )
    sweep = Sweep(
        spark=spark,
        datasets=(known,),
        setup=Setup(recognizers=EMAIL),
        scan_id="s",
        scanned_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        day=AS_OF,
    )
    verdicts = gate.judge(sweep.scan(known), [known], POLICY, RESIDENCY, AS_OF)
    about = [verdict for verdict in verdicts if verdict.rule == "kept_within_term"]
    kept = answered(made_of, raw_suite(declared(known), entities=["EMAIL_ADDRESS"])).results[0]
    assert kept.expectation_config.meta["term"] == "marketing"
    told = {
        "violations": sum(v.rows for v in about if v.kind == "violation"),
        "gaps": sum(v.rows for v in about if v.kind == "gap"),
        "held": max(v.held for v in about),
    }
    assert {name: kept.result[name] for name in told} == told


def test_the_session_of_the_pipeline_is_left_as_it_was(frame):
    theirs = frame.sparkSession
    before = [theirs.conf.get(f"spark.sql.{name}") for name in ("session.timeZone", "ansi.enabled")]
    answered(frame, stay("land"))
    after = [theirs.conf.get(f"spark.sql.{name}") for name in ("session.timeZone", "ansi.enabled")]
    assert before == after == ["UTC", "true"]
    assert theirs.sql("SHOW TABLES IN global_temp").collect() == []


def stay(country: str | None, **given) -> gx.ExpectationSuite:
    parameters = {"eea": list(RESIDENCY.eea), "transfers": []} | given
    return gx.ExpectationSuite(
        name="s", expectations=[ExpectRowsToStayInTheEea(country=country, **parameters)]
    )


def keep(anchors: dict[str, str], **given) -> gx.ExpectationSuite:
    kept = ExpectRowsToBeKeptWithinTheirTerm(
        anchors=anchors, as_of=AS_OF.isoformat(), **({"period": "P7Y"} | given)
    )
    return gx.ExpectationSuite(name="s", expectations=[kept])


def test_no_rows_are_no_pass(frame):
    empty = frame.where("false")
    for suite in (stay("land"), keep({"dag": "tekst"})):
        [one] = answered(empty, suite).results
        assert not one.success
        assert one.result["element_count"] == one.result["unexpected_count"] == 0


def test_rows_that_are_as_they_should_be_pass(frame):
    good = frame.where("getal >= 20201122 and land = 'NL'")
    for suite in (stay("land"), keep({"dag": "getal"}, hold="hold")):
        [one] = answered(good, suite).results
        assert one.success
        assert one.result["element_count"] > 0


def test_with_a_declared_transfer_only_what_is_unknown_is_a_gap(frame):
    [one] = answered(frame, stay("land", transfers=["partij"])).results
    assert one.result["violations"] == 0
    assert one.result["gaps"] > 0


@pytest.mark.parametrize("length", [None, "P7Y"])
def test_a_term_without_a_length_is_a_gap_where_a_day_is_known(frame, length):
    later = frame.where("getal >= 20201122").drop("tekst")
    [one] = answered(later, keep({"dag": "getal"}, period=length)).results
    assert (one.result["gaps"] == one.result["element_count"]) is (length is None)


@pytest.mark.parametrize(
    ("suite", "extra", "told"),
    [
        (stay("bestaat_niet"), {}, "bestaat_niet"),
        (stay("raise_error(land)"), {}, "niet te toetsen"),
        (keep({"dag": "to_date(land) raar x"}), {}, "niet te berekenen"),
        (keep({"dag": "raise_error(email)"}), {}, "niet te toetsen"),
        (keep({"dag": "tekst"}), {"_anchor_0": "1"}, "namen van kolommen"),
        (keep({"dag": "tekst"}), {"stuk": "cast(land as int)"}, None),
    ],
)
def test_what_cannot_be_asked_fails_without_a_value(frame, suite, extra, told, capfd):
    """The last one does not fail: a column that nothing asks for is never computed."""
    for name, sql in extra.items():
        frame = frame.selectExpr("*", f"{sql} AS {name}")
    text = json.dumps(answered(frame, suite, "COMPLETE").to_json_dict())
    assert PIECE not in text
    assert "klant0" not in text
    assert ('"raised_exception": true' in text) is (told is not None)
    assert told is None or told in text
    assert PIECE not in "".join(capfd.readouterr())


def test_a_frame_that_fails_by_itself_is_told_without_its_value(frame, capfd):
    broken = frame.selectExpr("* EXCEPT (land)", "cast(cast(land as int) as string) AS land")
    for result_format in ("BOOLEAN_ONLY", "COMPLETE"):
        text = json.dumps(answered(broken, stay("land"), result_format).to_json_dict())
        assert '"raised_exception": true' in text
        assert PIECE not in text
    assert PIECE not in "".join(capfd.readouterr())


@pytest.mark.parametrize("result_format", FORMATS)
def test_no_result_format_brings_out_a_value(frame, path, result_format, capfd):
    dataset = datasets(path)[0].model_copy(update={"hold": Expression(sql="land")})
    result = answered(frame, raw_suite(declared(dataset)), result_format)
    assert not result.success
    for text in (json.dumps(result.to_json_dict()), str(result), result.describe()):
        assert PIECE not in text
        assert "@" not in text
    assert PIECE not in "".join(capfd.readouterr())


def test_a_checkpoint_on_write_stops_the_rows_and_leaves_counts(frame, path, tmp_path):
    context = open_project(tmp_path)
    suite = context.suites.add(raw_suite(declared(datasets(path)[0])))
    asset = context.data_sources.add_spark("rijen", persist=False).add_dataframe_asset("klanten")
    definition = context.validation_definitions.add(
        gx.ValidationDefinition(
            name="klanten",
            data=asset.add_batch_definition_whole_dataframe("bij het schrijven"),
            suite=suite,
        )
    )
    checkpoint = context.checkpoints.add(
        gx.Checkpoint(
            name="klanten",
            validation_definitions=[definition],
            actions=[gx.checkpoint.UpdateDataDocsAction(name="site")],
            result_format="COMPLETE",
        )
    )
    outcome = checkpoint.run(
        batch_parameters={"dataframe": frame}, expectation_parameters={"as_of": AS_OF.isoformat()}
    )
    assert not outcome.success
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in files if PIECE in file.read_text()]
    [page] = (tmp_path / "site" / "validations").rglob("*.html")
    assert "Rijen in overtreding" in page.read_text()
    assert f">{len(rows())}</td>" in page.read_text()


# the suite


def suited(**said) -> Dataset:
    return Dataset(**({"name": "web.log", "source": Source(path="x")} | said))


def kwargs(suite: gx.ExpectationSuite) -> list[dict]:
    return [one.configuration.kwargs for one in suite.expectations]


def test_a_suite_of_rows_is_plain_json_that_loads_again(tmp_path):
    suite = raw_suite(
        declared(suited(retention=("marketing", "klantgegevens"), region="eu-west-3"))
    )
    file = tmp_path / f"{suite.name}.json"
    file.write_text(text_of(suite))
    again = load(file)
    assert file.name == "web_log_rijen.json"
    assert kwargs(again) == kwargs(suite)
    assert text_of(again) == file.read_text()
    assert len({one.id for one in again.expectations}) == 3
    assert [one["as_of"] for one in kwargs(again)[:2]] == [{"$PARAMETER": "as_of"}] * 2
    assert kwargs(again)[2]["country"] == "'FR'"


def test_the_terms_are_those_of_the_entities_or_else_of_the_dataset():
    def terms(suite):
        return [one.meta.get("term") for one in suite.expectations[:-1]]

    own = declared(suited(retention=("klantgegevens", "factuurgegevens")))
    assert terms(raw_suite(own)) == ["klantgegevens", "factuurgegevens"]
    assert terms(raw_suite(own, entities=["IBAN_CODE"])) == ["factuurgegevens"]
    assert terms(raw_suite(own, entities=["IP_ADDRESS_PARTIAL"])) == ["ip_adres"]
    assert terms(raw_suite(declared(suited()))) == [None]
    # no term is a gap in each row
    assert kwargs(raw_suite(declared(suited())))[0]["anchors"] == {}


def test_a_value_of_another_dataset_is_given_by_name():
    looked_up = Lookup(dataset="orders", key={"id": "klant"}, value="datum")
    own = declared(suited(retention=("marketing",), anchors={"gebeurtenis": looked_up}))
    with pytest.raises(ConfError, match="'gebeurtenis' is looked up in another dataset"):
        raw_suite(own)
    suite = raw_suite(own, given={"gebeurtenis": "laatste", "hold": "vast"})
    assert kwargs(suite)[0]["anchors"] == {"gebeurtenis": "laatste"}
    assert kwargs(suite)[0]["hold"] == "vast"


def test_constants_become_literals_and_anonymised_data_has_no_suite():
    dataset = suited(
        retention=("marketing",),
        anchors={"gebeurtenis": Constant(constant="it's \\ 2020")},
        hold=Constant(constant=False),
    )
    [kept, _] = kwargs(raw_suite(declared(dataset)))
    assert kept["anchors"] == {"gebeurtenis": r"'it\'s \\ 2020'"}
    assert kept["hold"] == "false"
    with pytest.raises(ConfError, match="anonymised"):
        raw_suite(declared(suited(anonymised=True)))
