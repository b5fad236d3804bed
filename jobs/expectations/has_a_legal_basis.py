"""Rust elk gebruik van een gegeven op een grondslag die de privacyverklaring noemt?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import Purpose, VerdictKind
from jobs.policy import Fact, purposes_of


def judge(*, about: str, category: str | None, without_basis: list[str]) -> VerdictKind:
    """A category that is used for a purpose without a legal basis is a violation.

    What no purpose covers is another question's.
    """
    if about == "finding" and category in without_basis:
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _covering(category: str | None, declared: Declared) -> list[Purpose]:
    purposes = purposes_of(declared.policy, declared.dataset)
    return [purpose for purpose in purposes if category in purpose.categories]


def _about(fact: Fact, declared: Declared) -> bool:
    return (
        fact.about == "finding"
        and bool(_covering(fact.category, declared))
        and not declared.dataset.anonymised
    )


def _parameters(declared: Declared) -> dict[str, list[str]]:
    without = {
        category
        for purpose in purposes_of(declared.policy, declared.dataset)
        if not purpose.bases
        for category in purpose.categories
    }
    return {"without_basis": sorted(without)}


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    without = [p for p in _covering(facts[0].category, declared) if not p.bases]
    purposes = "; ".join(purpose.text.rstrip(".") for purpose in without)
    return Answer(
        text=f"De privacyverklaring noemt geen grondslag voor dit doel: {purposes}.",
        remedy="Noem de grondslag van het doel, of gebruik het gegeven er niet voor.",
        cites=without[0].cites,
    )


RULE = Rule(
    name="has_a_legal_basis",
    label="grondslag",
    question="Is er voor elk gebruik een grondslag?",
    promise="Elk doel waarvoor een gegeven wordt gebruikt, rust op een grondslag.",
    expectation="ExpectDataToHaveALegalBasis",
    columns=("about", "category"),
    about=_about,
    parameters=_parameters,
    judge=judge,
    explain=_explain,
    keys=("purposes",),
)
