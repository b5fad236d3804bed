"""`python -m tests.evaluation`: measures, prints tables, writes JSON and the README's figures."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.speed import ONE_CORE
from tests.evaluation.tables import Table, plain

if TYPE_CHECKING:
    from tests.evaluation.columns import Decided
    from tests.evaluation.identifiers import Score
    from tests.evaluation.material import Material
    from tests.evaluation.names import Names
    from tests.evaluation.others import Scores
    from tests.evaluation.speed import Speed

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "evaluation"


def main() -> int:
    """Measure the part that was asked for, or all of it for the README."""
    chosen = _arguments()
    os.environ.update(ONE_CORE)  # before anything numeric is imported
    from jobs.quiet import quiet

    quiet()
    from tests.evaluation.material import Material

    material = Material(pipeline_folder=chosen.pipeline, blind=chosen.blind)
    match chosen.only:
        case "identifiers":
            _identifiers(material)
        case "names":
            _names(material, chosen)
            _speed(material)
        case "others":
            _others(material)
        case "columns":
            _columns()
        case _:
            _everything(material, chosen)
    return 0


def _everything(material: "Material", chosen: argparse.Namespace) -> None:
    from tests.evaluation import readme

    measured = readme.Measured(
        texts=material.title,
        remark=material.remark,
        unseen=material.unseen,
        scores=_identifiers(material),
        names=_names(material, chosen),
        fast=_speed(material),
        side_by_side=_others(material),
        decided=_columns(),
    )
    readme.rewrite(ROOT / "README.md", readme.block(measured))


def _identifiers(material: "Material") -> "dict[str, Score]":
    from tests.evaluation import identifiers

    scores = identifiers.measure(material.identifiers, material.find)
    table = identifiers.table(f"Identifiers in {material.title}", scores, [material.remark])
    _report("identifiers", [table], {entity: of.as_json() for entity, of in scores.items()})
    return scores


def _names(material: "Material", chosen: argparse.Namespace) -> "Names":
    from tests.evaluation import names

    found = names.measure(material.nlp, chosen.texts, chosen.log)
    _report("names", names.tables(found), found.as_json())
    return found


def _speed(material: "Material") -> "Speed":
    from tests.evaluation import speed

    fast = speed.measure(material.pipeline_folder)
    _report("speed", [speed.table(fast)], vars(fast))
    return fast


def _others(material: "Material") -> "Scores":
    from tests.evaluation import others

    sets = {**material.identifiers, **material.names}
    scores, left_out = others.measure(sets, material.find, material.nlp, OUT / "deduce")
    title = f"Side by side: names in held-out web shop texts, the rest in {material.title}"
    document = {
        tool: {entity: score.as_json() for entity, score in of.items()}
        for tool, of in scores.items()
    }
    _report("others", [others.table(title, scores, [material.remark, *left_out])], document)
    return scores


def _columns() -> "dict[int, Decided]":
    from tests.evaluation import columns

    decided = columns.measure(columns.SEEDS)
    document = {str(seed): of.as_json() for seed, of in decided.items()}
    _report("columns", [columns.table(decided)], document)
    return decided


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument(
        "--only",
        choices=("identifiers", "names", "others", "columns"),
        help="one part (names: with its speed); without it all, and the README's figures",
    )
    parser.add_argument("--pipeline", type=Path, help="a folder with a trained spaCy pipeline")
    parser.add_argument("--texts", type=Path, help="a folder with sentences (*.dev.jsonl.gz)")
    parser.add_argument("--log", type=Path, help="a system log in which no names stand")
    parser.add_argument("--blind", type=Path, help="texts with all identifiers marked (JSON lines)")
    return parser.parse_args()


def _report(name: str, tables: Sequence[Table], document: object) -> None:
    for table in tables:
        print(plain(table), end="\n\n", flush=True)
    OUT.mkdir(parents=True, exist_ok=True)
    file = OUT / f"{name}.json"
    file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
