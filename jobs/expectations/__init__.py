"""One question per module, each one Great Expectations expectation; the folder is the registry.

Knows the policy side only: facts, policy, dataset and the day. Knows no Spark and no value.
"""

import pkgutil
from functools import cache
from importlib import import_module

from jobs.expectations.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of this folder, in the order of the module names."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(module.RULE for module in modules if hasattr(module, "RULE"))
