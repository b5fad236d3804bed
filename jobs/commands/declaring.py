"""Commands about what is declared: `policy lint`, `policy schema`, and `demo`."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobs.commands.exit_codes import CLEAN, VIOLATIONS
from jobs.errors import UsageError


def policy_lint(chosen: argparse.Namespace) -> int:
    """Print the defects of the privacy statement itself."""
    from jobs.lint import lint
    from jobs.standard import standard

    defects = lint(standard(chosen.conf, chosen.policy, datasets=False).policy)
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

    with _writing(chosen.directory):
        chosen.directory.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas().items():
            path = chosen.directory / f"{name}.schema.json"
            text = json.dumps(schema, indent=2, ensure_ascii=False)
            path.write_text(f"{text}\n", encoding="utf-8")
            print(path)
    return CLEAN


def demo(chosen: argparse.Namespace) -> int:
    """Write a demo warehouse."""
    from jobs import demo

    chosen.write = demo.write_orders if chosen.orders else demo.write
    with _writing(chosen.directory):
        chosen.write(chosen.directory, rows=chosen.rows, seed=chosen.seed, as_of=chosen.as_of)
    print(chosen.directory)
    return CLEAN


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    """Raise UsageError where a folder cannot be written to."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{place}: cannot be written ({error.strerror})") from None
