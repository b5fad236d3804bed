"""`python -m tests.bench [FAMILY...]`: measures, prints tables, writes build/bench.json."""

import argparse
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.speed import ONE_CORE
from tests.evaluation.tables import plain

if TYPE_CHECKING:
    from tests.bench.lines import Line

OUT = Path(__file__).parents[2] / "build" / "bench.json"
FAMILIES: Mapping[str, str] = {
    "orders": "a wide table of orders: an empty pass, and each depth of a scan",
    "presidio": "stock Presidio per cell in Spark, beside a scan of the same kind of rows",
    "deduce": "DEDUCE over the orders' remarks, beside a scan of such remarks",
    "words": "names in free text on one core, beside stock Presidio with the same pipeline",
    "logs": "an access log, plain and gzipped",
    "tables": "many small tables: seconds, and Spark jobs",
    "wide": "one table of 2,000 columns",
    "growth": "one, two, four, eight times the orders; one core and two",
    "start": "the command's start, and a scan of a tiny table",
    "gate": "the gate over 10,000 findings, beside the import of Great Expectations",
    "memory": "the most memory that a scan takes, by kind of process",
}


def main() -> int:
    """Measure the families that were asked for, or all."""
    chosen = _arguments()
    os.environ.update(ONE_CORE)  # before anything numeric is imported
    from jobs.quiet import quiet

    quiet()
    from tests.bench import lines, machine
    from tests.bench.given import Given

    given = Given(
        rows=chosen.rows,
        rounds=chosen.rounds,
        tables=chosen.tables,
        gib=chosen.gib,
        log=chosen.log,
    )
    about = machine.described()
    print(machine.line(about), end="\n\n", flush=True)
    measured: dict[str, list[Line]] = {}
    for name in chosen.families or FAMILIES:
        print(f"{name}: {FAMILIES[name]}", file=sys.stderr, flush=True)
        begin = time.perf_counter()
        measured[name] = import_module(f"tests.bench.{name}").measure(given)
        print(plain(lines.table(f"{name}: {FAMILIES[name]}", measured[name])), end="\n\n")
        print(f"{name}: {time.perf_counter() - begin:,.0f} s in all", file=sys.stderr, flush=True)
        _write(about, vars(chosen), measured)
    return 0


def _write(
    about: Mapping[str, object], asked: Mapping[str, object], of: "Mapping[str, Sequence[Line]]"
) -> None:
    """Write what was measured so far: what stops half-way has not measured for nothing."""
    document = {
        "machine": about,
        "asked": asked,
        "families": {name: [line.as_json() for line in found] for name, found in of.items()},
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(document, indent=2, default=str) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    families = "\n".join(f"  {name:10}{what}" for name, what in FAMILIES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        epilog=f"families, all without one:\n{families}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("families", nargs="*", type=_family, metavar="FAMILY")
    parser.add_argument("--rows", type=_positive, default=1_000_000, help="orders (1000000)")
    parser.add_argument("--rounds", type=_positive, default=5, help="rounds to measure (5)")
    parser.add_argument("--tables", type=_positive, default=1000, help="small tables (1000)")
    parser.add_argument("--gib", type=float, default=1.0, help="size of the log in GiB (1)")
    parser.add_argument("--log", type=Path, help="a log to repeat; else the demo's access log")
    return parser.parse_args()


def _family(text: str) -> str:
    if text not in FAMILIES:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(FAMILIES)}")
    return text


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number such as 5")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
