"""JSON Schemas of the conf files, for editors; the models are the source."""

from __future__ import annotations

from typing import Any

from jobs.model import Dataset, Detection, Inventory, Noun, Policy, Residency

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of conf file: policy, dataset, residency, detection, inventory."""
    nouns: dict[str, type[Noun]] = {
        "policy": Policy,
        "dataset": Dataset,
        "residency": Residency,
        "detection": Detection,
        "inventory": Inventory,
    }
    found = {name: {"$schema": DRAFT, **noun.model_json_schema()} for name, noun in nouns.items()}
    # a dataset's name is that of its file where it gives none
    found["dataset"]["required"].remove("name")
    return found
