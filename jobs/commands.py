"""What each command does, given its arguments; returns the exit code.

A command imports its side only when it runs, so that `--help` and an error of conf
cost milliseconds.
"""

import argparse
import json
import sys
import uuid
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.errors import UsageError

if TYPE_CHECKING:
    from jobs.judged import Asked, Judged
    from jobs.model import Detection

CLEAN, VIOLATIONS, USAGE, INCOMPLETE = 0, 1, 2, 3


def scan(chosen: argparse.Namespace) -> int:
    """Sweep the datasets of conf, or the paths given; write and print what was found."""
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

    from detectors.depth import Depth
    from jobs import findings, gate, summary, tables
    from jobs.adhoc import datasets_at
    from jobs.detection import setup
    from jobs.names import safe_file
    from jobs.residence import placed
    from jobs.spark import session
    from jobs.sweep import Sweep

    _require_pipeline(detection, chosen.conf)
    spark = session()
    if chosen.tables is not None:
        tables.require(spark, chosen.tables)
    detecting = setup(detection)
    if chosen.paths:
        datasets = datasets_at(spark, chosen.paths, partial(safe_file, setup=detecting))
    else:
        datasets = placed(declared, residency)
    now = datetime.now(UTC)
    sweep = Sweep(
        spark=spark,
        datasets=datasets,
        setup=detecting,
        scan_id=f"{now:%Y%m%dT%H%M%S.%fZ}-{uuid.uuid4().hex[:6]}",
        scanned_at=now,
        day=chosen.as_of,
        depth=Depth(chosen.depth),
    )
    parts = []
    for number, (dataset, part) in enumerate(zip(datasets, sweep.scan_all(), strict=True), 1):
        print(f"[{number}/{len(datasets)}] {dataset.name}", file=sys.stderr, flush=True)
        parts.append(part)
    scan = findings.merged(sweep.scan_id, parts)
    findings.append(chosen.out, scan)
    if chosen.tables is not None:
        tables.append(spark, chosen.tables, scan)
    verdicts = gate.judge(scan, datasets, policy, residency, chosen.as_of)
    print(summary.of_scan(scan, verdicts))
    return INCOMPLETE if any(row.reason for row in scan.coverage) else CLEAN


def gate(chosen: argparse.Namespace) -> int:
    """Judge a scan and print each breach; the exit code says whether a merge may pass."""
    from jobs.judged import judged
    from jobs.model import FailOn

    fail_on = [FailOn(name) for name in chosen.fail_on or FailOn]
    seen = judged(_asked(chosen))
    if chosen.fail_on and FailOn.NEW in fail_on and seen.inventory is None:
        raise UsageError(
            f"{chosen.conf}: --fail-on new needs an inventory; run 'speurneus accept' first"
        )

    from jobs import gate
    from jobs.conf.places import places
    from jobs.expectations import rules
    from jobs.formats import FORMATS

    keys = {rule.name: rule.keys for rule in rules()}
    print(FORMATS[chosen.format](seen.judgement, places(chosen.conf, chosen.policy, keys)))
    return gate.exit_code(seen.judgement, fail_on)


def accept(chosen: argparse.Namespace) -> int:
    """Write into the inventory that what a scan found is approved, or that verdicts are waived."""
    from jobs import inventory
    from jobs.conf.inventory import FILE, accepted
    from jobs.judged import judged
    from jobs.model import WaiverKind

    if chosen.waive is not None and (chosen.until is None or chosen.kind is None):
        raise UsageError("--waive needs --until DATE, and --as false_positive or accepted_risk")
    if chosen.waive is None and (chosen.kind is not None or chosen.entity is not None):
        raise UsageError("--as and --entity are about a waiver; give --waive RULE too")
    seen = judged(_asked(chosen))
    _require_scanned(seen, chosen.dataset, chosen.column)
    where = {"dataset": chosen.dataset, "column": chosen.column}
    said = {"by": chosen.by, "reason": chosen.reason, "until": chosen.until}
    if chosen.waive is None:
        approvals = inventory.proposed(
            seen.scan,
            seen.inventory,
            seen.datasets.values(),
            seen.policy,
            on=chosen.as_of,
            **where,
            **said,
        )
        accepted(chosen.conf / FILE, approvals)
        columns = sum(map(len, approvals.values()))
        print(f"{chosen.conf / FILE}: {columns} kolommen goedgekeurd")
        return CLEAN
    waivers = inventory.waivers_for(
        seen.verdicts,
        rule=None if chosen.waive == "all" else chosen.waive,
        entity=chosen.entity,
        kind=WaiverKind(chosen.kind),
        **where,
        **said,
    )
    if not waivers:
        raise UsageError(f"no violation or gap of {chosen.waive!r} there; see 'speurneus gate'")
    accepted(chosen.conf / FILE, {}, waivers)
    print(f"{chosen.conf / FILE}: {len(waivers)} uitzonderingen")
    return CLEAN


def _require_scanned(seen: "Judged", dataset: str | None, column: str | None) -> None:
    """Raise UsageError where a scan holds no finding in what is named."""
    known = {finding.dataset for finding in seen.scan.findings} | {*seen.names}
    if dataset is not None and dataset not in known:
        raise UsageError(f"no dataset {dataset!r} in scan {seen.scan.scan_id}")
    columns = {f.column for f in seen.scan.findings if f.dataset == dataset}
    if column is not None and column not in columns:
        found = ", ".join(sorted(columns)) or "nothing"
        raise UsageError(f"no finding in column {column!r} of {dataset!r}; it has {found}")


def _asked(chosen: argparse.Namespace) -> "Asked":
    from jobs.judged import Asked

    return Asked(
        out=chosen.out,
        conf=chosen.conf,
        policy=chosen.policy,
        scan_id=chosen.scan_id,
        as_of=chosen.as_of,
    )


def report(chosen: argparse.Namespace) -> int:
    """Write the findings notebook as an HTML page."""
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


def explain(chosen: argparse.Namespace) -> int:
    """Print why a column was found to hold what it does, and why it is judged as it is."""
    from jobs import explain
    from jobs.judged import judged

    print(explain.of_columns(judged(_asked(chosen)), chosen.dataset, chosen.column))
    return CLEAN


def detect(chosen: argparse.Namespace) -> int:
    """Print the entities in lines of text as JSON lines, without the text."""
    from jobs.conf import load_detection, load_policy

    policy = load_policy(chosen.conf, chosen.policy)
    detection = load_detection(chosen.conf)

    from detectors.engine import engine
    from jobs.detection import setup

    categories = {e: name for name, c in policy.categories.items() for e in c.entities}
    _require_pipeline(detection, chosen.conf)
    found = engine(setup(detection))
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


def _require_pipeline(detection: "Detection", conf: Path) -> None:
    """Raise UsageError where conf names a spaCy pipeline that is not installed."""
    if detection.pipeline is None:
        return
    from detectors.ner import PipelineMissingError, load

    try:
        load(detection.pipeline)
    except PipelineMissingError as error:
        raise UsageError(f"{conf}/detection.yaml: pipeline: {error}") from None


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


def policy_lint(chosen: argparse.Namespace) -> int:
    """Print the defects of the privacy statement itself."""
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


def policy_schema(chosen: argparse.Namespace) -> int:
    """Write the JSON Schemas of conf into a folder."""
    from jobs.conf.schemas import schemas

    chosen.directory.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = chosen.directory / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(path)
    return CLEAN


def demo(chosen: argparse.Namespace) -> int:
    """Write a demo warehouse."""
    from jobs import demo

    chosen.write = demo.write_orders if chosen.orders else demo.write
    chosen.write(chosen.directory, rows=chosen.rows, seed=chosen.seed, as_of=chosen.as_of)
    print(chosen.directory)
    return CLEAN
