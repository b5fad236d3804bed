"""Lines of logs, forms and tables, as templates: fields of names among fields of everything else.

A network that has only seen running text takes every value with a capital for a name,
or misses the names that stand in fields.
"""

import random
from functools import cache

from detectors.ner.training.words import read

_LEVELS = ("INFO", "WARN", "ERROR", "DEBUG", "info", "warn", "FATAL")
_THREADS = ("main", "worker-3")
_SHARES = (("person", 0.75), ("place", 0.35), ("firm", 0.3))
_TABLES = ("klant", "orders", "log")


def draw(rng: random.Random) -> str:
    """A template of one line or form; in half of them nobody and nothing is named."""
    fields = _fields(rng)
    form = rng.random()
    if form < 0.22:
        line = rng.choice((" ", " ", ", ", "; ", " | ")).join(f"{k}={v}" for k, v in fields)
    elif form < 0.42:
        line = _json(fields, rng)
    elif form < 0.58:
        line = rng.choice((";", ",", "\t", "|", ";")).join(value for _, value in fields)
    elif form < 0.82:
        line = "\\n".join(f"{key.capitalize()}: {value}" for key, value in fields)
    elif form < 0.88:
        values = ",".join(f"'{value}'" for _, value in fields)
        names = ",".join(key for key, _ in fields)
        line = f"INSERT INTO {rng.choice(_TABLES)} ({names}) VALUES ({values});"
    elif form < 0.92:
        line = "".join(f"<{key}>{value}</{key}>" for key, value in fields)
    else:
        line = " ".join(f"{key} '{value}'" for key, value in fields)
    return _logged(line, rng) if form < 0.42 and rng.random() < 0.6 else line


def _fields(rng: random.Random) -> list[tuple[str, str]]:
    chosen = [_field(_fields_of("other"), rng) for _ in range(rng.randint(1, 5))]
    if rng.random() < 0.5:
        for kind, share in _SHARES:
            if rng.random() < share:
                chosen.append(_field(_fields_of(kind), rng))
        if rng.random() < 0.2:
            people = _fields_of("person")
            chosen += [_field({slot: people[slot]}, rng) for slot in ("first", "last")]
    rng.shuffle(chosen)
    return chosen


@cache
def _fields_of(kind: str) -> dict[str, str]:
    """Names of fields per slot, for one kind of value."""
    lines = (line.split(": ") for line in read("fields"))
    return {head.split()[1]: names for head, names in lines if head.split()[0] == kind}


def _field(group: dict[str, str], rng: random.Random) -> tuple[str, str]:
    slot = rng.choice(list(group))
    return rng.choice(group[slot].split()), f"{{{slot}}}"


def _json(fields: list[tuple[str, str]], rng: random.Random) -> str:
    blank = rng.choice(("", " "))
    inner = f",{blank}".join(f'"{key}":{blank}"{value}"' for key, value in fields)
    outer = f"{{{{{inner}}}}}"
    return (
        f'{{{{"{rng.choice(("klant", "payload", "data"))}":{blank}{outer}}}}}'
        if rng.random() < 0.3
        else outer
    )


def _logged(line: str, rng: random.Random) -> str:
    words = [rng.choice(read("code_words")) for _ in range(rng.randint(1, 2))]
    code = "".join([*words, rng.choice(read("code_ends"))])
    when = "{date} {time}:07,{number}"
    head = rng.choice(
        (
            f"{when} {rng.choice(_LEVELS)} [{rng.choice(_THREADS)}] {code}: ",
            f"[{{date}} {{time}}] {rng.choice(_LEVELS)} {code} - ",
            f"{rng.choice(_LEVELS)} {code}: ",
            f"{code}[{{number}}]: ",
        )
    )
    return f"{head}{rng.choice(read('messages'))} {line}"
