"""The questions of a dataset in conf, for its rows in a pipeline."""

from collections.abc import Iterable, Mapping
from typing import Any

import great_expectations as gx
from great_expectations.expectations.metadata_types import FailureSeverity

from jobs.errors import ConfError
from jobs.expectations.kept_within_term import RULE as KEPT
from jobs.expectations.rule import AS_OF, Declared
from jobs.expectations.stays_in_the_eea import RULE as STAYS
from jobs.model import Constant, Dataset, Expression, RowValue
from jobs.policy import category_of, term_of
from jobs.raw.kept_within_term import ExpectRowsToBeKeptWithinTheirTerm
from jobs.raw.stays_in_the_eea import ExpectRowsToStayInTheEea
from jobs.residence import placed

_AS_OF = {"$PARAMETER": AS_OF}


def raw_suite(
    declared: Declared, *, entities: Iterable[str] = (), given: Mapping[str, str] | None = None
) -> gx.ExpectationSuite:
    """The suite of a dataset's rows: one question per retention term, and one about the EEA.

    The terms are those that rule the `entities` which the rows hold, or else those that the dataset
    declares; without any, every row is a gap. The day is the suite parameter `as_of`. `given` are
    SQL expressions over the row by name (an anchor's, `hold` or `country`) that go before what
    conf says. A dataset that is declared anonymised has nothing to ask: ConfError, as for a
    value that conf looks up in another dataset and `given` does not hold.
    """
    dataset = placed([declared.dataset], declared.residency)[0]
    if dataset.anonymised:
        raise ConfError(dataset.name, "is declared anonymised: its rows have no term or country")
    own = dict(given or {})
    country = _sql(dataset, "country", dataset.country, own)
    kept = [_kept(declared, dataset, name, own) for name in _terms(declared, dataset, entities)]
    stays = ExpectRowsToStayInTheEea(
        country=country,
        severity=FailureSeverity.CRITICAL,
        description=STAYS.question,
        meta={"rule": STAYS.name},
        **STAYS.parameters(declared),
    )
    name = f"{dataset.name.replace('.', '_')}_rijen"
    return gx.ExpectationSuite(name=name, expectations=[*kept, stays])


def _terms(declared: Declared, dataset: Dataset, entities: Iterable[str]) -> list[str | None]:
    policy = declared.policy
    ruled = [
        term_of(policy, dataset, entity)
        for entity in sorted(set(entities))
        if category_of(policy, dataset, entity) is not None
    ]
    chosen = ruled or [name for name in dataset.retention if name in policy.retention]
    return list(dict.fromkeys(chosen)) or [None]


def _kept(
    declared: Declared, dataset: Dataset, name: str | None, given: Mapping[str, str]
) -> ExpectRowsToBeKeptWithinTheirTerm:
    words = f"{KEPT.question} {name or 'Er is geen bewaartermijn verklaard.'}"
    meta = {"rule": KEPT.name, "term": name}
    common: dict[str, Any] = {
        AS_OF: _AS_OF,
        "severity": FailureSeverity.CRITICAL,
        "description": words,
        "meta": meta,
    }
    if name is None:
        return ExpectRowsToBeKeptWithinTheirTerm(anchors={}, **common)
    term = declared.policy.retention[name]
    anchors = {
        event: sql
        for event in sorted(term.anchor)
        if (sql := _sql(dataset, event, dataset.anchors.get(event), given)) is not None
    }
    return ExpectRowsToBeKeptWithinTheirTerm(
        anchors=anchors,
        period=term.period,
        counted_from=term.counted_from,
        no_event=term.no_event,
        hold=_sql(dataset, "hold", dataset.hold, given),
        **common,
    )


def _sql(
    dataset: Dataset, name: str, value: RowValue | None, given: Mapping[str, str]
) -> str | None:
    """What a row is worth as an SQL expression over it."""
    if name in given:
        return given[name]
    match value:
        case None:
            return None
        case Expression():
            return value.sql
        case Constant():
            return _literal(value.constant)
        case _:
            raise ConfError(
                dataset.name,
                f"{name!r} is looked up in another dataset",
                f"give the expression of the row that holds it: given={{{name!r}: ...}}",
            )


def _literal(value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
