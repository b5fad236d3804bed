"""The command line: reads the clock, prints, and gives the exit code; decides nothing else.

Exit codes: 0 clean, 1 violations, 2 usage or conf, 3 not everything could be scanned or
judged. Results go to stdout, progress to stderr. Each command imports its side only
when it runs.
"""

import argparse
import json
import sys
import traceback
import uuid
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from jobs.errors import SpeurneusError, UsageError
from jobs.quiet import quiet

CLEAN, VIOLATIONS, USAGE, INCOMPLETE = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    chosen = _parser().parse_args(arguments)
    quiet()
    try:
        code: int = chosen.run(chosen)
    except SpeurneusError as error:
        print(f"speurneus: {error}", file=sys.stderr)
        return error.exit_code
    except Exception as error:
        # the text of a foreign error can hold a value of the data
        print(f"speurneus: unexpected {type(error).__name__}, raised by:", file=sys.stderr)
        for frame in traceback.extract_tb(error.__traceback__):
            print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
        return INCOMPLETE
    return code


def _scan(chosen: argparse.Namespace) -> int:
    from jobs.conf import (
        check_references,
        load_datasets,
        load_detection,
        load_policy,
        load_residency,
    )

    policy = load_policy(chosen.conf, chosen.policy)
    residency = load_residency(chosen.conf)
    detection = load_detection(chosen.conf)
    declared = () if chosen.paths else load_datasets(chosen.conf)
    if not chosen.paths:
        if not declared:
            raise UsageError(
                f"{chosen.conf}: no datasets; add conf/datasets/<name>.yaml, or name paths to scan"
            )
        check_references(chosen.conf, declared, policy, residency)

    from jobs import findings, gate, summary
    from jobs.adhoc import datasets_at
    from jobs.detection import setup
    from jobs.names import safe_name
    from jobs.residence import placed
    from jobs.spark import session
    from jobs.sweep import Sweep

    spark = session()
    detecting = setup(detection)
    if chosen.paths:
        datasets = datasets_at(spark, chosen.paths, partial(safe_name, setup=detecting))
    else:
        datasets = placed(declared, residency)
    now = datetime.now(UTC)
    sweep = Sweep(
        spark=spark,
        datasets=datasets,
        setup=detecting,
        scan_id=f"{now:%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:6]}",
        scanned_at=now,
        day=chosen.as_of,
    )
    parts = []
    for number, dataset in enumerate(datasets, 1):
        print(f"[{number}/{len(datasets)}] {dataset.name}", file=sys.stderr, flush=True)
        parts.append(sweep.scan(dataset))
    scan = findings.merged(sweep.scan_id, parts)
    findings.append(chosen.out, scan)
    verdicts = gate.judge(scan, datasets, policy, residency, chosen.as_of)
    print(summary.of_scan(scan, verdicts))
    return INCOMPLETE if any(row.reason for row in scan.coverage) else CLEAN


def _gate(chosen: argparse.Namespace) -> int:
    from jobs.conf import check_references, load_datasets, load_policy, load_residency

    policy = load_policy(chosen.conf, chosen.policy)
    datasets = load_datasets(chosen.conf)
    residency = load_residency(chosen.conf)
    check_references(chosen.conf, datasets, policy, residency)

    from jobs import findings, gate, summary

    scan = findings.read(chosen.out, chosen.scan_id)
    verdicts = gate.judge(scan, datasets, policy, residency, chosen.as_of)
    print(summary.of_gate(verdicts))
    return gate.exit_code(verdicts)


def _report(chosen: argparse.Namespace) -> int:
    from jobs.report import page

    page.write(
        chosen.html,
        out=chosen.out,
        conf=chosen.conf,
        policy=chosen.policy,
        scan_id=chosen.scan_id,
        as_of=chosen.as_of,
    )
    print(chosen.html)
    return CLEAN


def _detect(chosen: argparse.Namespace) -> int:
    from jobs.conf import load_detection, load_policy

    policy = load_policy(chosen.conf, chosen.policy)
    detection = load_detection(chosen.conf)

    from detectors.engine import engine
    from detectors.ner import PipelineMissingError
    from jobs.detection import setup

    categories = {e: name for name, c in policy.categories.items() for e in c.entities}
    try:
        found = engine(setup(detection))
    except PipelineMissingError as error:
        raise UsageError(f"{chosen.conf}/detection.yaml: pipeline: {error}") from None
    for number, line in enumerate(_lines(chosen.file), 1):
        for match in found.detect(line):
            print(
                json.dumps(
                    {
                        "line": number,
                        "entity": match.entity,
                        "start": match.start,
                        "end": match.end,
                        "score": round(match.score, 3),
                        "category": categories.get(match.entity),
                    }
                )
            )
    return CLEAN


def _lines(file: Path | None) -> Iterator[str]:
    """The lines of a file, or of stdin; raises UsageError where it cannot be read."""
    try:
        with nullcontext(sys.stdin) if file is None else file.open(encoding="utf-8") as text:
            for line in text:
                yield line.rstrip("\n")
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file or 'stdin'}: not UTF-8; save the text as UTF-8") from None


def _policy_lint(chosen: argparse.Namespace) -> int:
    from jobs.conf import load_policy
    from jobs.lint import lint

    defects = lint(load_policy(chosen.conf, chosen.policy))
    for defect in defects:
        ruling = f" (lezing {defect.ruling})" if defect.ruling else ""
        print(f"{defect.rule}{ruling}: {defect.text}")
        if defect.cites:
            print(f"    Verklaring, '{defect.cites.section}': \"{defect.cites.quote}\"")
        print(f"    Zo gelezen: {defect.reading}")
        if defect.suggestion:
            print(f"    Voorstel: {defect.suggestion}")
    print(f"{len(defects)} gebreken in de verklaring")
    return VIOLATIONS if defects else CLEAN


def _policy_schema(chosen: argparse.Namespace) -> int:
    from jobs.conf.schemas import schemas

    chosen.directory.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = chosen.directory / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
    return CLEAN


def _demo(chosen: argparse.Namespace) -> int:
    from jobs import demo

    chosen.write = demo.write_orders if chosen.orders else demo.write
    chosen.write(chosen.directory, rows=chosen.rows, seed=chosen.seed, as_of=chosen.as_of)
    print(chosen.directory)
    return CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="speurneus",
        description="Finds personal data in tables and logs, and judges it by a privacy statement.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

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

    scan = commands.add_parser("scan", parents=[place, out, day], help="find personal data")
    scan.add_argument("paths", nargs="*", metavar="PATH", help="files or folders without conf")
    scan.set_defaults(run=_scan)

    gate = commands.add_parser("gate", parents=[place, out, day, which], help="judge the last scan")
    gate.set_defaults(run=_gate)

    report = commands.add_parser(
        "report", parents=[place, out, day, which], help="write the findings notebook as HTML"
    )
    report.add_argument("--html", type=Path, default=Path("build/bevindingen.html"))
    report.set_defaults(run=_report)

    detect = commands.add_parser("detect", parents=[place], help="find entities in lines of text")
    detect.add_argument("file", nargs="?", type=Path, help="a text a line; stdin without it")
    detect.set_defaults(run=_detect)

    policy = commands.add_parser("policy", help="check a policy").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    lint = policy.add_parser("lint", parents=[place], help="defects of the statement itself")
    lint.set_defaults(run=_policy_lint)
    schema = policy.add_parser("schema", help="write the JSON Schemas of conf")
    schema.add_argument("directory", type=Path)
    schema.set_defaults(run=_policy_schema)

    demo = commands.add_parser("demo", parents=[day], help="write a demo warehouse")
    demo.add_argument("directory", type=Path)
    demo.add_argument("--rows", type=_count, default=2000, help="number of orders (2000)")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--orders", action="store_true", help="one wide table of orders only")
    demo.set_defaults(run=_demo)
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
