"""Who may import whom: one table, held against every file by reading its imports."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("detectors", "jobs")
MODEL = {"jobs.errors", "jobs.model"}

ALLOWED: dict[str, set[str]] = {
    # what is personal
    "detectors": set(),
    "detectors.abbreviations": set(),
    "detectors.anchors": set(),
    "detectors.at_once": {"detectors.cells"},
    "detectors.axes": {"detectors.anchors", "detectors.cells", "detectors.counts"},
    "detectors.batch": {
        "detectors.anchors",
        "detectors.axes",
        "detectors.cells",
        "detectors.columns",
        "detectors.counts",
        "detectors.depth",
        "detectors.documents",
        "detectors.evidence",
        "detectors.pieces",
        "detectors.setup",
        "detectors.tiers",
    },
    "detectors.binomial": set(),
    "detectors.as_text": set(),
    "detectors.buffers": set(),
    "detectors.cells": {"detectors.as_text"},
    "detectors.check_digits": {"detectors.buffers", "detectors.cells"},
    "detectors.certain": {
        "detectors.abbreviations",
        "detectors.cells",
        "detectors.columns",
        "detectors.depth",
        "detectors.finder",
        "detectors.names",
        "detectors.outlines",
        "detectors.recognizer",
    },
    "detectors.classes": set(),
    "detectors.counts": {"detectors.cells"},
    "detectors.depth": {"detectors.cells"},
    "detectors.direct": {
        "detectors.memo",
        "detectors.names",
        "detectors.recognizer",
        "detectors.settling",
        "detectors.setup",
    },
    "detectors.finder": {
        "detectors.cells",
        "detectors.outlines",
        "detectors.outlining",
        "detectors.prefilter",
        "detectors.prefilter_re2",
        "detectors.re2",
        "detectors.re2_loose",
        "detectors.recognizer",
        "detectors.setup",
        "detectors.whole",
    },
    "detectors.memo": set(),
    "detectors.names": {"detectors.memo", "detectors.ner", "detectors.recognizer"},
    "detectors.outlines": {"detectors.buffers", "detectors.classes"},
    "detectors.outlining": {"detectors.cells", "detectors.outlines", "detectors.recognizer"},
    "detectors.re2": {"detectors.cells"},
    "detectors.re2_loose": {"detectors.classes", "detectors.re2", "detectors.re2_notation"},
    "detectors.re2_notation": {"detectors.classes"},
    "detectors.re2_whole": {
        "detectors.cells",
        "detectors.classes",
        "detectors.re2",
        "detectors.re2_notation",
    },
    "detectors.settling": {
        "detectors.names",
        "detectors.overlap",
        "detectors.pasted",
        "detectors.recognizer",
        "detectors.setup",
    },
    "detectors.setup": {"detectors.exclusions", "detectors.recognizer"},
    "detectors.whole": {"detectors.cells", "detectors.recognizer"}
    | {"detectors.re2", "detectors.re2_loose", "detectors.re2_whole"},
    "detectors.columns": {"detectors.abbreviations", "detectors.recognizer"},
    "detectors.decisions": {
        "detectors.binomial",
        "detectors.columns",
        "detectors.evidence",
        "detectors.recognizer",
    },
    "detectors.documents": {"detectors.cells"},
    "detectors.engine": {
        "detectors.names",
        "detectors.recognizer",
        "detectors.settling",
        "detectors.setup",
    },
    "detectors.evidence": set(),
    "detectors.exclusions": {"detectors.cells", "detectors.re2", "detectors.re2_loose"},
    "detectors.lookalikes": set(),
    "detectors.ner": {"detectors.vocabulary"},
    "detectors.overlap": {"detectors.recognizer"},
    "detectors.prefilter": {"detectors.classes", "detectors.recognizer", "detectors.skeleton"},
    "detectors.pieces": {"detectors.cells"},
    "detectors.prefilter_re2": {"detectors.re2", "detectors.re2_loose", "detectors.recognizer"},
    "detectors.pasted": {"detectors.columns", "detectors.recognizer"},
    "detectors.recognizer": set(),
    "detectors.recognizers": {
        "detectors.at_once",
        "detectors.check_digits",
        "detectors.lookalikes",
        "detectors.re2",
        "detectors.recognizer",
        "detectors.somebody",
        "detectors.vocabulary",
        "detectors.written_dates",
    },
    "detectors.shape": set(),
    "detectors.site": {"detectors.recognizer"},
    "detectors.somebody": set(),
    "detectors.skeleton": {"detectors.classes"},
    "detectors.tiers": {
        "detectors.cells",
        "detectors.certain",
        "detectors.columns",
        "detectors.depth",
        "detectors.direct",
        "detectors.evidence",
        "detectors.finder",
        "detectors.outlines",
        "detectors.re2",
        "detectors.recognizer",
        "detectors.setup",
        "detectors.whole",
    },
    "detectors.vocabulary": set(),
    "detectors.written_dates": set(),
    # the leaves
    "jobs": set(),
    "jobs.errors": set(),
    "jobs.model": set(),
    "jobs.countries": set(),
    "jobs.dutch": set(),
    "jobs.numerals": set(),
    "jobs.quiet": set(),
    # conf
    "jobs.conf": MODEL | {"jobs.countries", "jobs.numerals"},
    "jobs.residence": MODEL,
    # where the two sides meet
    "jobs.findings": MODEL,
    # the Spark side
    "jobs.spark": MODEL,
    "jobs.sources": MODEL,
    "jobs.readings": {"detectors.anchors"},
    "jobs.rows": MODEL | {"jobs.readings"},
    "jobs.detection": MODEL | {"detectors"},
    "jobs.names": {"detectors.direct", "detectors.names"}
    | {"detectors.setup", "detectors.shape", "detectors.vocabulary"},
    "jobs.counted": set(),
    "jobs.tally": MODEL
    | {"jobs.counted"}
    | {"detectors.columns", "detectors.decisions", "detectors.evidence", "detectors.recognizer"},
    "jobs.adhoc": MODEL | {"jobs.sources"},
    "jobs.tables": MODEL | {"jobs.findings"},
    "jobs.others": MODEL | {"jobs.sources"},
    "jobs.prepared": MODEL
    | {"detectors.batch", "jobs.names", "jobs.readings", "jobs.rows", "jobs.sources"},
    "jobs.packed": {"detectors.batch", "jobs.prepared", "jobs.sources"},
    "jobs.grouped": MODEL | {"jobs.sources"},
    "jobs.counting": {"detectors.batch", "jobs.counted", "jobs.packed", "jobs.prepared"},
    "jobs.record": MODEL
    | {"jobs.dutch"}
    | {"detectors.columns", "detectors.setup"}
    | {"jobs.counted", "jobs.findings", "jobs.names", "jobs.sources", "jobs.tally"},
    "jobs.sweep": MODEL
    | {"detectors.depth", "detectors.batch", "detectors.setup"}
    | {"jobs.counted", "jobs.counting", "jobs.findings", "jobs.grouped", "jobs.names"}
    | {"jobs.others", "jobs.prepared", "jobs.record", "jobs.sources"},
    # the policy side
    "jobs.terms": MODEL,
    "jobs.policy": MODEL | {"detectors.anchors", "jobs.countries"},
    "jobs.lint": MODEL | {"jobs.numerals"},
    "jobs.expectations": MODEL | {"jobs.dutch", "jobs.policy", "jobs.terms"},
    "jobs.validation": MODEL | {"jobs.expectations", "jobs.policy", "jobs.quiet"},
    "jobs.verdicts": MODEL | {"jobs.expectations", "jobs.policy"},
    "jobs.gate": MODEL
    | {"jobs.expectations", "jobs.findings", "jobs.policy", "jobs.verdicts"}
    | {"jobs.validation.validator"},
    "jobs.summary": MODEL | {"jobs.dutch", "jobs.findings"},
    "jobs.inventory": MODEL | {"jobs.dutch", "jobs.findings", "jobs.policy"},
    "jobs.formats": MODEL | {"jobs.dutch", "jobs.expectations"},
    # what was judged, and who tells of it
    "jobs.standard": MODEL | {"detectors.recognizers", "jobs.conf", "jobs.expectations"},
    "jobs.judged": MODEL | {"jobs", "jobs.findings", "jobs.standard", "jobs.validation.validator"},
    "jobs.explain": MODEL | {"jobs.dutch", "jobs.formats", "jobs.judged", "jobs.policy"},
    "jobs.report": MODEL
    | {"jobs.conf", "jobs.dutch", "jobs.expectations", "jobs.findings", "jobs.formats"}
    | {"jobs.judged", "jobs.lint", "jobs.policy"},
    "jobs.suites": MODEL
    | {"jobs.dutch", "jobs.expectations", "jobs.formats", "jobs.gate", "jobs.judged"}
    | {"jobs.report", "jobs.validation"},
    # rows in a pipeline of somebody else's: what is asked of one side, how it is read of the other
    "jobs.raw": MODEL
    | {"jobs.countries", "jobs.expectations", "jobs.policy"}
    | {"jobs.readings", "jobs.residence", "jobs.rows", "jobs.terms"},
    # the demo
    "jobs.demo": MODEL,
    # the command, and the two ways to start it
    "jobs.cli": {"jobs", "jobs.commands", "jobs.errors", "jobs.quiet"},
    "jobs.commands": {"jobs", "detectors.depth", "detectors.engine", "detectors.ner"},
    "jobs.__main__": {"jobs.cli"},
}
"""Per module or package, what of ours it may import; its own package always.

A package stands for all in it: the folder is the registry.
"""

SPARK_SIDE = {
    "spark",
    "sources",
    "readings",
    "rows",
    "adhoc",
    "names",
    "detection",
    "tally",
    "others",
    "prepared",
    "packed",
    "grouped",
    "counting",
    "record",
    "sweep",
    "tables",
}
POLICY_SIDE = {
    "terms",
    "policy",
    "lint",
    "expectations",
    "validation",
    "verdicts",
    "formats",
    "gate",
    "inventory",
    "standard",
    "judged",
    "summary",
    "explain",
    "report",
    "suites",
}

HOMES: dict[str, set[str]] = {
    "presidio_analyzer": {"detectors.engine"},
    "spacy": {"detectors.engine", "detectors.names", "detectors.ner"},
    "hyperscan": {"detectors.prefilter"},
    "faker": {"detectors.ner", "detectors.vocabulary", "jobs.demo"},
    "pyspark": {
        "jobs.adhoc",
        "jobs.counting",
        "jobs.others",
        "jobs.packed",
        "jobs.prepared",
        "jobs.raw",
        "jobs.readings",
        "jobs.rows",
        "jobs.sources",
        "jobs.spark",
        "jobs.sweep",
        "jobs.tables",
    },
    "great_expectations": {"jobs.raw", "jobs.suites", "jobs.validation"},
    "nbclient": {"jobs.report"},
    "nbconvert": {"jobs.report"},
    "ruamel": {"jobs.demo", "jobs.conf"},
}
"""Where a heavy library may be imported."""


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {
    module_of(file): file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))
}


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of all that a tree imports, wherever it does so."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom():
                assert node.level == 0, "imports are absolute"
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield whole if whole in FILES else str(node.module)
            case ast.Call(func=ast.Name("import_module"), args=[ast.Constant(name), *_]):
                yield str(name)
            case ast.Call(
                func=ast.Name("import_module"),
                args=[ast.JoinedStr([ast.Constant(begin), *_]), *_],
            ):
                yield str(begin)


IMPORTS = {
    module: set(imports(ast.parse(file.read_text(encoding="utf-8"))))
    for module, file in FILES.items()
}
OURS = {
    module: {name for name in found if name.split(".")[0] in PACKAGES and name != module}
    for module, found in IMPORTS.items()
}


def within(module: str, names: set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in names)


def row_of(module: str) -> str | None:
    """The row that a module stands under: its own, or that of the package that it lies in."""
    packages = (module.rpartition(".")[0], module.rpartition(".")[0].rpartition(".")[0])
    return next(
        (n for n in (module, *packages) if n in ALLOWED and (n == module or n not in PACKAGES)),
        None,
    )


def reached(start: str) -> set[str]:
    found: set[str] = set()
    todo = [start]
    while todo:
        for name in OURS.get(todo.pop(), set()) - found:
            found.add(name)
            todo.append(name)
    return found


@pytest.mark.parametrize("module", FILES)
def test_a_module_imports_what_its_row_allows(module):
    row = row_of(module)
    assert row is not None, f"{module} has no row in the table"
    wrong = {name for name in OURS[module] if not within(name, ALLOWED[row] | {row})}
    assert not wrong, f"{module} may not import {', '.join(sorted(wrong))}"


def test_each_row_stands_for_a_file():
    assert set(ALLOWED) <= set(FILES)


def test_no_module_needs_itself():
    assert list(TopologicalSorter(OURS).static_order())


@pytest.mark.parametrize("module", [name for name in FILES if name.startswith("detectors")])
def test_what_detects_knows_nothing_of_jobs(module):
    assert not {name for name in reached(module) if within(name, {"jobs"})}


@pytest.mark.parametrize(("side", "other"), [(SPARK_SIDE, POLICY_SIDE), (POLICY_SIDE, SPARK_SIDE)])
def test_the_two_sides_meet_in_findings_only(side, other):
    own = {f"jobs.{name}" for name in side}
    forbidden = {f"jobs.{name}" for name in other}
    for module in FILES:
        if within(module, own):
            assert not {name for name in reached(module) if within(name, forbidden)}, module


def test_what_knows_both_sides_is_of_use_to_neither():
    using = {m for m in FILES if any(within(name, {"jobs.raw"}) for name in OURS[m])}
    assert {m for m in using if not within(m, {"jobs.raw"})} == set()


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_has_one_home(library):
    using = {m for m, found in IMPORTS.items() if any(within(name, {library}) for name in found)}
    assert using
    assert {m for m in using if not within(m, HOMES[library])} == set()


def test_the_command_imports_a_side_only_inside_its_functions():
    for module in FILES:
        if within(module, {"jobs.commands"}):
            tree = ast.parse(FILES[module].read_text(encoding="utf-8"))
            # what is imported under `if TYPE_CHECKING` is imported by no run
            run = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.If)]
            ours = {name for name in imports(ast.Module(run, [])) if name.split(".")[0] in PACKAGES}
            assert not {n for n in ours if not within(n, {"jobs.commands", "jobs.errors"})}, module


HEAVY = {"pyspark", "presidio_analyzer", "spacy", "great_expectations", "pandas", "pyarrow"}


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_the_command_starts_without_anything_heavy(arguments):
    script = (
        "import sys\n"
        "from jobs.cli import main\n"
        "try:\n"
        "    sys.argv[1:] and main(sys.argv[1:])\n"
        "except SystemExit:\n"
        "    pass\n"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == ""
