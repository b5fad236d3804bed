"""One way to write down a judgement per module: for a person, for CI, for a program.

Pure: nouns in, text out, without a last newline. Knows no findings, no clock and no value; the
only thing asked of the machine is the working directory, to which paths are made relative. What
is waived, held or unapproved is always shown, apart.
"""

from collections.abc import Callable

from jobs.formats import as_json, github, junit, markdown, sarif, text
from jobs.model import Judgement, Places

Format = Callable[[Judgement, Places], str]

FORMATS: dict[str, Format] = {
    "text": text.written,
    "json": as_json.written,
    "junit": junit.written,
    "sarif": sarif.written,
    "github": github.written,
    "markdown": markdown.written,
}
"""Each format by the name that the command line gives it."""
