"""Wordt elk gegeven gebruikt voor een doel waarvoor de privacyverklaring het toestaat?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact, purposes_of


def judge(
    *, about: str, category: str | None, purposes: list[str], categories: list[str]
) -> VerdictKind:
    """A category must be one that a purpose of the dataset may use; no purpose is a gap."""
    if about != "finding" or category is None or category in categories:
        return VerdictKind.COMPLIANT
    return VerdictKind.VIOLATION if purposes else VerdictKind.GAP


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "finding" and fact.category is not None and not declared.dataset.anonymised


def _parameters(declared: Declared) -> dict[str, list[str]]:
    covered = {c for p in purposes_of(declared.policy, declared.dataset) for c in p.categories}
    return {"purposes": list(declared.dataset.purposes), "categories": sorted(covered)}


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    category = facts[0].category or ""
    covering = [name for name, p in declared.policy.purposes.items() if category in p.categories]
    cites = declared.policy.categories[category].cites
    if kind is VerdictKind.GAP:
        return Answer(
            text=f"Er is geen doel opgegeven; categorie '{category}' is niet te toetsen.",
            remedy="Geef 'purposes' op in de conf van de dataset.",
            cites=cites,
        )
    own = ", ".join(declared.dataset.purposes)
    return Answer(
        text=f"Categorie '{category}' mag niet worden gebruikt voor: {own}."
        f" Wel voor: {', '.join(covering)}.",
        remedy="Verwijder het gegeven, of geef het doel op waarvoor het echt wordt gebruikt.",
        cites=cites,
    )


RULE = Rule(
    name="used_for_declared_purpose",
    label="doel",
    question="Past elk gegeven bij het doel van de dataset?",
    promise="Elke categorie in deze dataset hoort bij een doel waarvoor de dataset wordt gebruikt.",
    expectation="ExpectDataToBeUsedForADeclaredPurpose",
    columns=("about", "category"),
    about=_about,
    parameters=_parameters,
    judge=judge,
    explain=_explain,
    keys=("purposes",),
)
