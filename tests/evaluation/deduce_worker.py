"""Runs DEDUCE over texts: JSON lines `{"text"}` in, `{"spans": [[start, end, tag]]}` out.

Started by `with_deduce` with another interpreter: DEDUCE is LGPL and no part of this project.
"""

import json
import logging
import sys

logging.basicConfig(stream=sys.stderr, level=logging.WARNING)  # DEDUCE would log to stdout

from deduce import Deduce  # type: ignore[import-not-found]  # noqa: E402


def main() -> None:
    """Answer every line of stdin with one line on stdout."""
    model = Deduce()
    for line in sys.stdin:
        found = model.deidentify(json.loads(line)["text"]).annotations
        spans = sorted((int(one.start_char), int(one.end_char), one.tag) for one in found)
        print(json.dumps({"spans": spans}))


if __name__ == "__main__":
    main()
