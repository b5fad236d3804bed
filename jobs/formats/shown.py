"""Names and texts as they may be shown: on one line, with nothing invisible in them.

A name comes from somebody's data (a column, a file) and may hold anything: a newline that would
begin a command of CI's, an escape that repaints a terminal, a character that XML forbids.
"""

import re

_COMMAND = re.compile(r"\A::|##\[")
"""What GitHub's runner takes for a command: `::` at the start of a line, `##[` anywhere."""

_SPECIAL = re.compile(
    r"""[&<>|`*\[\]~\\$@#!]
    | (?<![^\W_])_ | _(?![^\W_])  # not within a word
    | :(?=\S) | (?<=www)\.  # of a link or an emoji""",
    re.IGNORECASE | re.VERBOSE,
)
"""What Markdown, HTML and GitHub's own links, mentions, formulas and emoji are made of."""


def shown(name: str) -> str:
    """A name with each character that has no look of its own written as its escape (`\\n`)."""
    if name.isprintable() and _COMMAND.search(name) is None:
        return name
    visible = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in name
    )
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}\\x{ord(found[0][-1]):02x}", visible)


def sentence(text: str) -> str:
    """A text of our own or of conf on one line: white space is a space, the rest as in a name."""
    return shown(" ".join(text.split()))


def in_markdown(text: str) -> str:
    """A text of one line in which no character means anything to Markdown or HTML.

    The space behind `@` that nobody sees keeps it from calling people.
    """
    return in_code(text).replace("&#64;", "&#64;&#8203;")


def in_code(name: str) -> str:
    """A name of one line that stands between `<code>` and `</code>`, likewise."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", name)


def shortened(text: str, most: int) -> str:
    """A text of `most` characters at most; what is cut off is marked."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
