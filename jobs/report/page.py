"""The findings notebook, run without a screen and written as one HTML file.

The file loads nothing: no script, no font, no style sheet, and a browser is told so. The
kernel is the running interpreter, and is spoken to over sockets in a folder of its own.
"""

import os
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert import HTMLExporter

from jobs.errors import NotebookError, UsageError
from jobs.judged import Asked, given
from jobs.report.asked import variables
from jobs.report.document import document

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = _PACKAGE / "_shipped" / "notebooks"
NOTEBOOK: Path = (
    _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent / "notebooks"
) / "bevindingen.ipynb"
"""The notebook that comes with the project: in the wheel, or beside the packages."""

_CSS = """\
body { color: #1b1b1b; font: 15px/1.5 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans",
  sans-serif; margin: 2em auto; max-width: 1160px; padding: 0 24px; }
h1 { font-size: 28px; }
h2 { border-top: 1px solid #999; break-after: avoid; font-size: 22px; margin-top: 2em;
  padding-top: 0.8em; }
.text_cell p, .text_cell ul { max-width: 56em; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
"""


def write(
    html: Path, *, out: Path, conf: Path, policy: str, scan_id: str | None, as_of: date
) -> None:
    """Run the notebook over a scan in `out` and write it to `html`.

    Raises ConfError or FindingsError where conf or scan cannot be used, NotebookError
    where the notebook did not run to its end, UsageError where `html` cannot be written.
    """
    wanted = Asked(out=out, conf=conf, policy=policy, scan_id=scan_id, as_of=as_of)
    against, scan = given(wanted)  # what cannot be read is told here, not by the kernel
    wanted = replace(wanted, scan_id=scan.scan_id)
    organisation = against.policy.organisation
    body = _body(_run(NOTEBOOK, variables(wanted)))
    title = f"Bevindingen over persoonsgegevens: {organisation}"
    try:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(document(title, _CSS, body), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{html}: cannot be written ({error.strerror})") from None


def _run(notebook: Path, environment: dict[str, str]) -> Any:
    """The notebook with its outputs."""
    document = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as folder:
        kernel = AsyncKernelManager(
            kernel_name="python3",
            # no folder of specifications: the one of the running interpreter is left
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
            connection_file=str(Path(folder) / "kernel.json"),
            transport="ipc",
        )
        client = NotebookClient(document, km=kernel, timeout=None, record_timing=False)
        own = {"IPYTHONDIR": folder, "JUPYTER_RUNTIME_DIR": folder}
        try:
            return client.execute(cleanup_kc=True, env={**os.environ, **own, **environment})
        except CellExecutionError as error:
            # its text holds the lines around the error, and what they held
            raise NotebookError(f"{notebook}: stopped with {error.ename}") from None
        except (DeadKernelError, RuntimeError) as error:
            raise NotebookError(f"{notebook}: no kernel ({type(error).__name__})") from None


def _body(document: Any) -> str:
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="basic",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(document)
    return str(body)
