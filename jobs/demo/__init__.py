"""The demo: a web shop's warehouse and logs, with planted breaches and the truth about them.

Knows the nouns of conf and the statement's terms. Knows no Spark, no detector and no
clock: the same rows, seed and day give the same files. Everybody in it is made up.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jobs.demo import (
    customers,
    dossiers,
    exports,
    goods,
    logs,
    marketing,
    orders,
    service,
    truth,
)
from jobs.demo.files import write_conf, write_data, write_truth
from jobs.demo.made import Made
from jobs.demo.shop import Shop
from jobs.demo.wide import write_orders
from jobs.errors import UsageError

__all__ = ["write", "write_orders"]

WRITERS: tuple[Callable[[Shop], Made], ...] = (
    customers.customers,
    customers.accounts,
    orders.orders,
    orders.invoices,
    orders.payments,
    marketing.sign_ups,
    marketing.newsletters,
    marketing.reviews,
    marketing.prize_draws,
    service.correspondence,
    service.recordings,
    dossiers.applications,
    dossiers.fraud,
    dossiers.procedures,
    exports.analytics,
    exports.campaign,
    exports.statistics,
    logs.access,
    logs.application,
    logs.mail_relay,
    goods.products,
    goods.stock,
)
"""One writer per dataset."""


def write(directory: Path, *, rows: int, seed: int, as_of: date) -> None:
    """Writes `warehouse/`, `conf/datasets/` and `truth.json` under `directory`.

    `rows` is the number of orders, from which the other tables take their size; each has
    some tens of rows at least. Raises UsageError where a warehouse lies there already.
    """
    if (directory / "warehouse").exists():
        raise UsageError(f"{directory}: a warehouse lies there already; give another folder")
    shop = Shop(rows=rows, seed=seed, as_of=as_of)
    breaches: list[truth.Entry] = []
    gaps: list[truth.Entry] = []
    columns: list[truth.Entry] = []
    for make in WRITERS:
        made = make(shop)
        write_data(made, directory / "warehouse" / made.dataset.name)
        write_conf(made.dataset, directory / "conf" / "datasets")
        breaches += truth.breaches(made)
        gaps += truth.gaps(made)
        columns += truth.columns(made)
    document = truth.document(
        as_of=as_of, seed=seed, rows=rows, breaches=breaches, gaps=gaps, columns=columns
    )
    write_truth(document, directory)
