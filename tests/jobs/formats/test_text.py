"""What a person reads on stdout about a judgement."""

from datetime import date

from jobs.formats import text
from tests.jobs.formats.judged import CLAUSE, change, judgement, places, verdict, waiver


def written(*verdicts, **given) -> str:
    return text.written(judgement(*verdicts, **given), places)


def line_of(told: str, start: str) -> str:
    (line,) = [line for line in told.splitlines() if line.strip().startswith(start)]
    return " ".join(line.split())


def test_each_breach_is_shown_with_clause_and_remedy():
    breach = verdict(rows=1234, held=1100, cites=CLAUSE, remedy="Verwijder ze.")
    told = written(breach)
    expected = "OVERTREDING bestellingen.naam PERSON [kept_within_term] 1.234 rijen"
    assert line_of(told, "OVERTREDING") == f"{expected}, 1.100 aangehouden"
    assert "tekst over violation" in told
    assert "'Hoe lang?': \"3 maanden na het gesprek\"" in told
    assert "Verwijder ze." in told


def test_violations_come_before_gaps_and_what_is_compliant_is_not_shown():
    told = written(
        verdict("gap", dataset="a"),
        verdict("compliant", dataset="c"),
        verdict(dataset="z"),
        verdict(dataset="b", column=None, entity=None),
    )
    assert told.index("b  [") < told.index("z.naam") < told.index("a.naam")
    assert "tekst over compliant" not in told
    assert told.splitlines()[-1] == "2 overtredingen, 1 niet te toetsen"


def test_the_same_words_about_one_dataset_are_told_once():
    told = written(verdict(column="a"), verdict(column="b"), verdict(column="b", dataset="ander"))
    assert told.count("tekst over violation") == 2
    assert told.count("OVERTREDING") == 3


def test_another_remedy_is_told_though_the_words_are_the_same():
    told = written(verdict(column="a", remedy="Doe dit."), verdict(column="b", remedy="Doe dat."))
    assert "Doe dit." in told
    assert "Doe dat." in told


def test_what_is_compliant_by_a_hold_alone_is_shown_all_the_same():
    told = written(verdict("compliant", held=1200))
    expected = "aangehouden bestellingen.naam PERSON [kept_within_term] 1.200 rijen"
    assert line_of(told, "aangehouden") == expected


def test_changes_are_told_with_those_to_decide_about_first():
    told = written(
        changes=(
            change("gone", dataset="oud", column=None, entity=None, rule="stays_in_the_eea"),
            change("new", remedy="Laat het goedkeuren."),
            change("unread", column="foto", entity=None),
        ),
        compared=True,
    )
    assert line_of(told, "NIEUW") == "NIEUW bestellingen.naam PERSON"
    assert line_of(told, "NIET GELEZEN") == "NIET GELEZEN bestellingen.foto"
    assert line_of(told, "niet meer gevonden") == "niet meer gevonden oud [stays_in_the_eea]"
    assert told.index("NIEUW") < told.index("Laat het goedkeuren.") < told.index("NIET GELEZEN")
    assert told.index("NIET GELEZEN") < told.index("niet meer gevonden  oud")
    assert told.splitlines()[-1] == (
        "0 overtredingen, 0 niet te toetsen, 2 afwijkingen van de inventaris, 1 niet meer gevonden"
    )


def test_what_is_waived_stands_apart_with_who_why_and_until_when():
    told = written(verdict(waived=waiver()), verdict("gap", waived=waiver(kind="false_positive")))
    assert "OVERTREDING" not in told
    assert line_of(told, "uitgezonderd (overtreding)").endswith("[kept_within_term] 10 rijen")
    why = line_of(told, "Uitzondering (aanvaard risico)")
    assert why.endswith(" door Functionaris, tot en met 1-3-2027: migratie loopt nog")
    assert line_of(told, "Uitzondering (onterechte melding)")
    assert told.splitlines()[-1] == "0 overtredingen, 0 niet te toetsen, 2 uitgezonderd"


def test_the_forecast_counts_a_row_of_a_dataset_once():
    told = written(
        verdict("compliant", column="a", within_30=10, within_90=40),
        verdict("compliant", column="b", within_30=12, within_90=12),
        verdict("compliant", dataset="ander", within_90=1000),
    )
    assert line_of(told, "verlopen") == (
        "verlopen binnen 30 dagen: ten minste 12 rijen, binnen 90 dagen: 1.040"
    )


def test_an_inventory_without_changes_is_counted_too():
    assert written(compared=True) == (
        "0 overtredingen, 0 niet te toetsen, 0 afwijkingen van de inventaris"
    )


def test_nothing_to_show_is_said():
    assert written() == "0 overtredingen, 0 niet te toetsen"


def test_days_are_in_dutch():
    assert "1-12-2026" in written(verdict(waived=waiver(until=date(2026, 12, 1))))
