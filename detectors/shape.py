"""The shape of a text: what it looks like without what it says."""

import re

_WORD = re.compile(r"[^\W\d_]{3,}")


def shape(text: str) -> str:
    """Letters become `a` or `A`, digits `9`, a longer word one letter: `9999 AA`, `a@a.aa`."""
    worded = _WORD.sub(lambda word: "A" if word[0][0].isupper() else "a", text)
    return "".join(
        "9" if c.isdigit() else ("A" if c.isupper() else "a") if c.isalpha() else c for c in worded
    )
