"""The truth beside the demo: every breach and gap that a correct tool reports, and no other.

Side effects follow from the rows' facts: a row past its term breaches once for each
entity in each column; what is in no category is reported as that alone (and as abroad,
where it lies abroad); in anonymised data only the anonymity is at stake.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from jobs.demo.made import Held, Made, Row

UNDECLARED = frozenset({"NL_BSN", "NL_LICENCE_PLATE"})

Entry = dict[str, str | int]


def breaches(made: Made) -> list[Entry]:
    """One entry per rule, column and entity that rows of this dataset breach."""
    count: Counter[tuple[str, Held]] = Counter()
    for row in made.rows:
        for held in set(made.holdings(row)):
            count.update((rule, held) for rule in _broken(made, row, held[1]))
    return [
        entry(made.dataset.name, held, rows, rule=rule)
        for (rule, held), rows in sorted(count.items())
    ]


def gaps(made: Made) -> list[Entry]:
    """What cannot be judged in this dataset, because something is not declared."""
    if made.no_term is None:
        return []
    return [
        entry(made.dataset.name, held, rows, rule="kept_within_term", reason=made.no_term)
        for held, rows in _counted(made)
        if held[1] not in UNDECLARED
    ]


def columns(made: Made) -> list[Entry]:
    """Every column and entity that occurs in this dataset, and in how many rows."""
    return [entry(made.dataset.name, held, rows) for held, rows in _counted(made)]


def document(
    *,
    as_of: date,
    seed: int,
    rows: int,
    breaches: Sequence[Entry],
    gaps: Sequence[Entry],
    columns: Sequence[Entry],
) -> dict[str, object]:
    """The content of `truth.json`."""
    return {
        "as_of": as_of.isoformat(),
        "seed": seed,
        "rows": rows,
        "breaches": list(breaches),
        "gaps": list(gaps),
        "columns": list(columns),
    }


def entry(dataset: str, held: Held, rows: int, **more: str) -> Entry:
    """One line of the truth: where it is, what it is, in how many rows."""
    column, entity = held
    return {**more, "dataset": dataset, "column": column, "entity": entity, "rows": rows}


def _counted(made: Made) -> list[tuple[Held, int]]:
    return sorted(Counter(held for row in made.rows for held in set(made.holdings(row))).items())


def _broken(made: Made, row: Row, entity: str) -> Iterator[str]:
    if made.dataset.anonymised:
        yield "anonymised_data_is_anonymous"
        return
    if row.exported:
        yield "stays_in_the_eea"
    if entity in UNDECLARED:
        yield "is_in_a_declared_category"
        return
    if row.overdue and (made.aging is None or entity in made.aging):
        yield "kept_within_term"
    if entity in made.outside_purpose:
        yield "used_for_declared_purpose"
    if entity == "IP_ADDRESS":
        yield "ip_address_is_partial"
        if "google_analytics" in made.dataset.recipients:
            yield "analytics_gets_partial_ip"
    if entity == "PASSWORD":
        yield "password_is_hashed"
    if entity == "DATE_OF_BIRTH" and row.unaccompanied:
        yield "minors_have_consent"
