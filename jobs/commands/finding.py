"""Commands that read data: `scan` and `detect`."""

import argparse
import json
import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.commands.exit_codes import CLEAN, INCOMPLETE
from jobs.errors import UsageError

if TYPE_CHECKING:
    from jobs.model import Detection


def scan(chosen: argparse.Namespace) -> int:
    """Sweep the datasets of conf, or the paths given; write and print what was found."""
    from jobs.standard import standard

    against = standard(chosen.conf, chosen.policy, datasets=not chosen.paths)
    if not chosen.paths and not against.datasets:
        raise UsageError(
            f"{chosen.conf}: no datasets; add conf/datasets/<name>.yaml, or name paths to scan"
        )
    _require_writable(chosen.out)

    from detectors.depth import Depth
    from jobs import findings, gate, inventory, summary, tables
    from jobs.adhoc import datasets_at
    from jobs.detection import setup
    from jobs.names import safe_file
    from jobs.residence import placed
    from jobs.spark import session
    from jobs.sweep import Sweep
    from jobs.validation.validator import Validator

    _require_pipeline(against.detection, chosen.conf)
    spark = session()
    if chosen.tables is not None:
        tables.require(spark, chosen.tables)
    detecting = setup(against.detection)
    if chosen.paths:
        datasets = datasets_at(spark, chosen.paths, partial(safe_file, setup=detecting))
    else:
        datasets = placed(against.datasets, against.residency)
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
    with Validator() as validator:
        findings.append(chosen.out, scan)
        if chosen.tables is not None:
            tables.append(spark, chosen.tables, scan)
        verdicts = gate.judge(
            scan, datasets, against.policy, against.residency, chosen.as_of, validator
        )
        if against.inventory is not None:
            verdicts = inventory.waived(verdicts, against.inventory, chosen.as_of)
        text = summary.of_scan(scan, verdicts)
    print(text)
    return INCOMPLETE if any(row.reason for row in scan.coverage) else CLEAN


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


def _require_writable(out: Path) -> None:
    """Raise UsageError where nothing can be written: before hours of scanning, not after."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out}: cannot be made ({error.strerror}); give another --out") from None
    if not os.access(out, os.W_OK | os.X_OK):
        raise UsageError(f"{out}: cannot be written; give another --out")


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
