"""What was decided stands in the notebook apart from what counts, and so does what comes next."""

import re
from datetime import date

from jobs.judged import Judged
from jobs.model import Change, ChangeKind, Verdict, VerdictKind, Waiver, WaiverKind
from jobs.report import decisions, outcome
from jobs.report.markup import Html
from tests.jobs.scanned import finding, held_against, judgement, scan

WAIVER = Waiver(
    rule="kept_within_term",
    dataset="bestellingen",
    kind=WaiverKind.ACCEPTED_RISK,
    reason="opschoning <loopt>",
    by="Jo",
    until=date(2027, 3, 1),
)


def verdict(kind: VerdictKind = VerdictKind.VIOLATION, **given) -> Verdict:
    row = {"rule": "kept_within_term", "label": "bewaartermijn", "dataset": "bestellingen"}
    row |= {"column": "kolom", "entity": "PERSON", "rows": 10, "text": "t"}
    return Verdict(kind=kind, **(row | given))


def seen(*verdicts: Verdict, **given) -> Judged:
    found = scan([finding("PERSON")])
    told = judgement(*verdicts, **given)
    return Judged(scan=found, standard=held_against(), judgement=told)


def text(html: Html) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.text).split())


def test_a_waived_verdict_stands_with_why_by_whom_and_until_when_and_does_not_count():
    judged = seen(verdict(waived=WAIVER), verdict(VerdictKind.GAP, rule="stays_in_the_eea"))
    told = text(decisions.waived(judged))
    for part in ("aanvaard risico: opschoning &lt;loopt&gt;", "Jo", "1-3-2027", "bewaartermijn"):
        assert part in told
    told = text(outcome.outcome(judged))
    assert "Er zijn geen overtredingen" in told
    assert "1 oordeel telt niet mee, door een besluit." in told
    assert text(decisions.waived(seen(verdict()))) == "Er zijn geen uitzonderingen."


def test_changes_stand_in_the_order_in_which_somebody_has_to_decide():
    changes = [
        Change(kind=kind, dataset="d", column=kind.value, text=f"tekst {kind}", remedy="doe dit")
        for kind in reversed(ChangeKind)
    ]
    judged = seen(changes=tuple(changes), compared=True)
    told = text(decisions.changes(judged))
    places = [told.index(f"tekst {kind}") for kind in ChangeKind]
    assert places == sorted(places)
    assert "doe dit" in told
    assert "4 afwijkingen van de inventaris." in text(outcome.outcome(judged))


def test_without_an_inventory_and_without_changes_it_says_so():
    assert "Er is geen inventaris" in text(decisions.changes(seen()))
    assert "komt overeen" in text(decisions.changes(seen(compared=True)))


def test_what_expires_first_comes_first():
    judged = seen(
        verdict(VerdictKind.COMPLIANT, column="later", within_90=5),
        verdict(VerdictKind.COMPLIANT, column="eerst", within_30=2, within_90=3),
        verdict(VerdictKind.COMPLIANT, column="niet"),
    )
    told = text(decisions.forecast(judged))
    assert told.index("eerst") < told.index("later")
    assert "niet" not in told.split("Binnen 90 dagen", 1)[1]
    assert text(decisions.forecast(seen())) == "Binnen 90 dagen verloopt er niets."
