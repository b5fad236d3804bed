"""Requests as web servers log them, with user agents: capitals everywhere, and nobody's name."""

import random

from detectors.ner.training.words import read

_METHODS = ("GET", "GET", "POST", "HEAD")


def draw(rng: random.Random) -> str:
    """A template of one line: an access log's, or a user agent by itself."""
    kind = rng.random()
    if kind < 0.55:
        agent = f"Mozilla/5.0 ({rng.choice(read('systems'))}) {rng.choice(read('browsers'))}"
    elif kind < 0.75:
        agent = f"Mozilla/5.0 (compatible; {rng.choice(read('bots'))})"
    else:
        agent = rng.choice(read("tools"))
    agent = agent.replace("{n}", "{number}")
    if rng.random() < 0.25:
        return agent
    method, status = rng.choice(_METHODS), rng.choice((200, 304, 404, 301, 500))
    path = rng.choice(read("paths")).replace("{n}", "{number}")
    host = ".".join(str(rng.randint(*span)) for span in ((1, 254), (0, 255), (0, 255), (0, 255)))
    month = rng.choice(("May", "Jan", "Oct", "Dec"))
    referer = rng.choice(("-", "{url}", "http://www.example.com/search?q=koffie"))
    return (
        f"{host} - - [17/{month}/2026:10:{{number}}:03 +0000] "
        f'"{method} {path} HTTP/1.1" {status} {{number}} "{referer}" "{agent}"'
    )
