"""Judgements written by hand, names that break things, and judgements with any text in them."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from jobs.model import (
    Change,
    ChangeKind,
    Citation,
    Judgement,
    Location,
    Verdict,
    VerdictKind,
    Waiver,
    WaiverKind,
)

AS_OF = date(2026, 11, 22)
CLAUSE = Citation(section="Hoe lang?", quote="3 maanden na het gesprek")
FILE = "conf/datasets/bestellingen.yaml"

HOSTILE = [
    "naam\n::error title=x::vals",
    "::warning::vals",
    "##[error]vals",
    "100%25 %0A::notice::",
    "a,b:c",
    "]]>&amp;<![CDATA[",
    "<script>alert('x')</script>",
    "a|b||c",
    "`code` *vet* _schuin_ ~~weg~~ @iemand #1 :tada: $x$",
    "[link](http://voorbeeld.nl)",
    "[link](1)",
    "een \"dubbele\" en 'enkele'",
    "bel\x07 esc\x1b[31m nul\x00 del\x7f",
    "omgekeerd‮etxet",
    "regel scheiding\x85\x0b\x0c",
    "👩‍👩‍👧 naïef",
    "\ufffe\uffff",
    "back\\slash\\",
    "x" * 3000,
    "&<|`@" * 600,
]


def verdict(kind: str = "violation", **given) -> Verdict:
    row = {
        "rule": "kept_within_term",
        "label": "bewaartermijn",
        "dataset": "bestellingen",
        "column": "naam",
        "entity": "PERSON",
        "rows": 10,
        "text": f"tekst over {kind}",
    }
    return Verdict(**(row | {"kind": VerdictKind(kind)} | given))


def waiver(**given) -> Waiver:
    row = {
        "rule": "kept_within_term",
        "dataset": "bestellingen",
        "kind": "accepted_risk",
        "reason": "migratie loopt nog",
        "by": "Functionaris",
        "until": date(2027, 3, 1),
    }
    return Waiver(**(row | given))


def change(kind: str = "new", **given) -> Change:
    row = {"dataset": "bestellingen", "column": "naam", "entity": "PERSON"}
    return Change(**(row | {"kind": kind, "text": f"tekst over {kind}"} | given))


def judgement(*verdicts: Verdict, **given) -> Judgement:
    row = {"scan_id": "20261122T1", "policy": "klassekoffie", "as_of": AS_OF}
    return Judgement(verdicts=verdicts, **(row | given))


def places(item: Verdict | Change) -> Location:
    return Location(path=FILE, line=12)


def hostile(name: str) -> Judgement:
    """A judgement in which everything that can be a name or a text is this one."""
    words = {"dataset": name, "column": name, "entity": name, "text": name, "remedy": name}
    cites = Citation(section=name, quote=name[:50])
    named = {"rule": name, "label": name, "cites": cites}
    waived = waiver(reason=f"r{name}", by=f"b{name}")
    return judgement(
        verdict("violation", **words, **named),
        verdict("gap", **words, **named),
        verdict("violation", waived=waived, **words, **named),
        verdict("compliant", held=3, within_90=2, **words, **named),
        changes=(change("new", **words, rule=name), change("gone", **words)),
        compared=True,
        scan_id=name,
        policy=name,
    )


_TEXT = st.text(max_size=30) | st.sampled_from(HOSTILE)
_MAYBE = st.none() | _TEXT
_WAIVERS = st.builds(
    waiver,
    kind=st.sampled_from(list(WaiverKind)),
    by=_TEXT.map("b{}".format),
    reason=_TEXT.map("r{}".format),
)
_VERDICTS = st.builds(
    verdict,
    kind=st.sampled_from(list(VerdictKind)),
    rule=_TEXT | st.sampled_from(["kept_within_term", "stays_in_the_eea"]),
    label=_TEXT,
    dataset=_TEXT,
    column=_MAYBE,
    entity=_MAYBE,
    rows=st.integers(0, 10**12),
    held=st.integers(0, 5),
    oldest=st.none() | st.dates(),
    overdue=st.none() | st.integers(1, 10**5),
    text=_TEXT,
    cites=st.none() | st.just(CLAUSE) | _TEXT.map(lambda t: Citation(section=t, quote="q")),
    remedy=_TEXT,
    within_30=st.integers(0, 5),
    within_90=st.integers(5, 9),
    waived=st.none(),
)
_WAIVED = st.builds(
    lambda row, waived: replace(row, waived=waived),
    _VERDICTS.filter(lambda row: row.kind is not VerdictKind.COMPLIANT),
    _WAIVERS,
)
_CHANGES = st.builds(
    change,
    kind=st.sampled_from(list(ChangeKind)),
    dataset=_TEXT,
    column=_MAYBE,
    entity=_MAYBE,
    rule=_MAYBE,
    position=st.none() | st.integers(0, 9),
    text=_TEXT,
    remedy=_TEXT,
)

JUDGEMENTS = st.builds(
    lambda verdicts, **given: judgement(*verdicts, **given),
    st.lists(_VERDICTS | _WAIVED, max_size=6),
    changes=st.lists(_CHANGES, max_size=4).map(tuple),
    compared=st.booleans(),
    scan_id=_TEXT,
    policy=_TEXT,
)
