"""`python -m detectors.ner.training TEXTS`: train the embedded pipeline and put it in its place.

TEXTS is the folder of training texts that `MODEL_CARD.md` describes. The same texts and
seed give the same pipeline on the same machine. It takes about an hour on one core.
"""

import argparse
import shutil
from pathlib import Path

import spacy
from spacy.cli.train import train

from detectors.ner import MODEL
from detectors.ner.training import corpus as corpus  # registers the readers

_CONFIG = Path(__file__).with_name("config.cfg")


def main() -> None:
    """Read the command line, train, and replace the embedded pipeline."""
    parser = argparse.ArgumentParser(prog="python -m detectors.ner.training", description=__doc__)
    parser.add_argument("texts", type=Path, help="folder with the training texts and lists")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    chosen = parser.parse_args()
    train(
        _CONFIG,
        chosen.work,
        overrides={"paths.texts": str(chosen.texts), "system.seed": chosen.seed},
    )
    package(chosen.work / "model-last", MODEL)


def package(trained: Path, place: Path) -> None:
    """Save a trained pipeline without its vocabulary: the words in it come from the texts."""
    source = spacy.load(trained)
    nlp = spacy.blank("nl", config={"nlp": {"tokenizer": source.config["nlp"]["tokenizer"]}})
    nlp.add_pipe("ner", source=source)
    shutil.rmtree(place, ignore_errors=True)
    nlp.to_disk(place, exclude=["vocab"])


if __name__ == "__main__":
    main()
