"""The command line: reads the clock, prints, and gives the exit code; decides nothing else.

Exit codes: 0 clean, 1 violations, 2 usage or conf, 3 not everything could be scanned or
judged. Results go to stdout, progress to stderr. Each command imports its side only
when it runs.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jobs import commands
from jobs.errors import SpeurneusError
from jobs.quiet import quiet


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    chosen = _parser().parse_args(arguments)
    quiet()
    try:
        code: int = chosen.run(chosen)
    except SpeurneusError as error:
        print(f"speurneus: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # the reader of stdout has gone, as `head` does; nothing more can be said there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.INCOMPLETE
    except Exception as error:
        # the text of a foreign error can hold a value of the data
        print(f"speurneus: unexpected {type(error).__name__}, raised by:", file=sys.stderr)
        for frame in traceback.extract_tb(error.__traceback__):
            print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
        return commands.INCOMPLETE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="speurneus",
        description="Finds personal data in tables and logs, and judges it by a privacy statement.",
    )
    actions = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    place = argparse.ArgumentParser(add_help=False)
    place.add_argument("--conf", type=Path, default=_conf(), help="conf folder (conf)")
    place.add_argument("--policy", default="klassekoffie", help="policies/<name>.yaml to use")
    day = argparse.ArgumentParser(add_help=False)
    day.add_argument(
        "--as-of", type=_day, default=_today(), metavar="DATE", help="day of judgement (today)"
    )
    out = argparse.ArgumentParser(add_help=False)
    out.add_argument(
        "--out", type=Path, default=Path("build/scan"), help="folder of the result tables"
    )
    which = argparse.ArgumentParser(add_help=False)
    which.add_argument("--scan-id", help="an earlier scan than the last")

    scan = actions.add_parser("scan", parents=[place, out, day], help="find personal data")
    scan.add_argument("--tables", metavar="SCHEMA", help="append the results to Spark tables too")
    scan.add_argument(
        "--depth",
        choices=("patterns", "sample", "full"),
        default="sample",
        help="names in running text: of no row, of a stated sample (default), or of every row",
    )
    scan.add_argument("paths", nargs="*", metavar="PATH", help="files or folders without conf")
    scan.set_defaults(run=commands.scan)

    gate = actions.add_parser("gate", parents=[place, out, day, which], help="judge the last scan")
    gate.add_argument(
        "--format",
        choices=("text", "json", "junit", "sarif", "github", "markdown"),
        default="text",
        help="how to write it down (text)",
    )
    gate.add_argument(
        "--fail-on",
        action="append",
        choices=("violation", "gap", "new"),
        help="what blocks, more than once if more does; new: what the inventory does not approve"
        " (all three)",
    )
    gate.set_defaults(run=commands.gate)

    report = actions.add_parser(
        "report", parents=[place, out, day, which], help="write the findings notebook as HTML"
    )
    report.add_argument("--html", type=Path, default=Path("build/bevindingen.html"))
    report.set_defaults(run=commands.report)

    accept = actions.add_parser(
        "accept",
        parents=[place, out, day, which],
        help="approve what was found, or waive verdicts, in the inventory",
    )
    accept.add_argument("dataset", nargs="?", metavar="DATASET", help="all datasets without it")
    accept.add_argument("column", nargs="?", metavar="COLUMN", help="all columns without it")
    accept.add_argument("--by", required=True, metavar="NAME", help="who decides")
    accept.add_argument("--reason", required=True, metavar="TEXT", help="why")
    accept.add_argument("--until", type=_day, metavar="DATE", help="last day that it holds")
    accept.add_argument("--waive", metavar="RULE", help="waive verdicts of a rule, or of all")
    accept.add_argument("--entity", metavar="ENTITY", help="waive those about one entity")
    accept.add_argument(
        "--as",
        dest="kind",
        choices=("false_positive", "accepted_risk"),
        help="why a verdict is waived",
    )
    accept.set_defaults(run=commands.accept)

    explain = actions.add_parser(
        "explain",
        parents=[place, out, day, which],
        help="tell why a column was found to hold what it does, and how it is judged",
    )
    explain.add_argument("dataset", metavar="DATASET")
    explain.add_argument("column", nargs="?", metavar="COLUMN")
    explain.set_defaults(run=commands.explain)

    suites = actions.add_parser(
        "suites",
        parents=[place, out, day, which],
        help="write each dataset's suite for Great Expectations, and a site of the results",
    )
    suites.add_argument("directory", type=Path, metavar="DIR")
    suites.set_defaults(run=commands.suites)

    detect = actions.add_parser("detect", parents=[place], help="find entities in lines of text")
    detect.add_argument("file", nargs="?", type=Path, help="a text a line; stdin without it")
    detect.set_defaults(run=commands.detect)

    policy = actions.add_parser("policy", help="check a policy").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    lint = policy.add_parser("lint", parents=[place], help="defects of the statement itself")
    lint.set_defaults(run=commands.policy_lint)
    schema = policy.add_parser("schema", help="write the JSON Schemas of conf")
    schema.add_argument("directory", type=Path)
    schema.set_defaults(run=commands.policy_schema)

    demo = actions.add_parser("demo", parents=[day], help="write a demo warehouse")
    demo.add_argument("directory", type=Path)
    demo.add_argument("--rows", type=_count, default=2000, help="number of orders (2000)")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--orders", action="store_true", help="one wide table of orders only")
    demo.set_defaults(run=commands.demo)
    return parser


def _conf() -> Path:
    """The folder `conf` of where the command runs; without one, what comes with the project."""
    if Path("conf").is_dir():
        return Path("conf")
    from jobs.conf import SHIPPED

    return SHIPPED


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows such as 2000")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-22") from None


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


if __name__ == "__main__":
    sys.exit(main())
