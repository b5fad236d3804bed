"""One module per entity; the folder is the registry.

Each module holds one `RECOGNIZER`, and its docstring is the specification: meaning,
issuer, official source, check rule, known false alarms.
"""

import pkgutil
from functools import cache
from importlib import import_module

from detectors.recognizer import Recognizer


@cache
def shipped() -> tuple[Recognizer, ...]:
    """Every recognizer of this folder, in the order of the module names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found: list[Recognizer] = []
    for name in names:
        recognizer = import_module(f"{__name__}.{name}").RECOGNIZER
        if not isinstance(recognizer, Recognizer):
            raise TypeError(f"{__name__}.{name}: RECOGNIZER is not a Recognizer")
        found.append(recognizer)
    return tuple(found)
