"""Valt elk gevonden gegeven in een categorie die de privacyverklaring noemt?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact, law_of


def judge(*, about: str, category: str | None) -> VerdictKind:
    """A finding without a category is a violation."""
    if about == "finding" and category is None:
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "finding" and not declared.dataset.anonymised


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    law = law_of(declared.policy, facts[0].entity or "")
    return Answer(
        text="Dit gegeven staat in geen enkele categorie van de privacyverklaring."
        + (f" {law.text}" if law else ""),
        remedy="Verwijder het, of verklaar het met een eigen grondslag in de privacyverklaring.",
    )


RULE = Rule(
    name="is_in_a_declared_category",
    label="niet verklaard",
    question="Valt elk gegeven in een verklaarde categorie?",
    promise="Elk gevonden gegeven valt in een categorie die de privacyverklaring noemt.",
    expectation="ExpectDataToBeInADeclaredCategory",
    columns=("about", "category"),
    about=_about,
    parameters=lambda declared: {},
    judge=judge,
    explain=_explain,
    keys=("category",),
)
