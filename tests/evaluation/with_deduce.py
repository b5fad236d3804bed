"""What DEDUCE finds, from an environment of its own under build, made when first asked for.

DEDUCE de-identifies Dutch medical notes. Its licence is the LGPL: it is called as a program
and never imported. Building its look-up lists takes a minute and a half, once.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.scores import Span

_HERE = Path(__file__).parent
_REQUIREMENTS = _HERE / "requirements-deduce.txt"
_WORKER = _HERE / "deduce_worker.py"


class NotInstalledError(RuntimeError):
    """DEDUCE could not be installed; the text says why."""


def find_all(texts: Sequence[str], environment: Path) -> list[list[Span]]:
    """DEDUCE's annotations per text, with its own tags; raises NotInstalledError."""
    python = _installed(environment)
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    # -P keeps this folder's modules out of the other environment's way
    done = subprocess.run(
        [str(python), "-P", str(_WORKER)], input=lines, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"DEDUCE stopped: {_last_line(done.stderr)}")
    answers = [json.loads(line)["spans"] for line in done.stdout.splitlines()]
    if len(answers) != len(texts):
        raise RuntimeError(f"DEDUCE answered {len(answers)} of {len(texts)} texts")
    return [[(start, end, tag) for start, end, tag in spans] for spans in answers]


def _installed(environment: Path) -> Path:
    python = environment / "bin" / "python"
    stamp = environment / "installed"
    wanted = hashlib.sha256(_REQUIREMENTS.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return python
    print("deduce: installing it in build, once", file=sys.stderr)
    shutil.rmtree(environment, ignore_errors=True)
    venv.create(environment, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "--require-hashes", "-r", str(_REQUIREMENTS)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NotInstalledError(_last_line(done.stderr))
    stamp.write_text(wanted)
    return python


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it said nothing"])[-1]
