"""Krijgt elke ontvanger alleen gegevens voor het doel waarvoor de verklaring hem noemt?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(
    *, about: str, category: str | None, purposes: list[str], limited: dict[str, list[str]]
) -> VerdictKind:
    """A recipient that serves some purposes gets only what these may use; no purpose is a gap.

    `limited` are such recipients, with the categories that a purpose of theirs and of the
    dataset may use. What is in no category is another question's.
    """
    if about != "finding" or category is None:
        return VerdictKind.COMPLIANT
    if all(category in allowed for allowed in limited.values()):
        return VerdictKind.COMPLIANT
    return VerdictKind.VIOLATION if purposes else VerdictKind.GAP


def _limited(declared: Declared) -> dict[str, list[str]]:
    policy = declared.policy
    limited = {}
    for name in _named_for_a_purpose(declared):
        served = policy.recipients[name].purposes
        shared = [policy.purposes[p] for p in served if p in declared.dataset.purposes]
        limited[name] = sorted({c for purpose in shared for c in purpose.categories})
    return limited


def _named_for_a_purpose(declared: Declared) -> list[str]:
    known = declared.policy.recipients
    return [name for name in declared.dataset.recipients if name in known and known[name].purposes]


def _about(fact: Fact, declared: Declared) -> bool:
    return (
        fact.about == "finding"
        and fact.category is not None
        and bool(_named_for_a_purpose(declared))
        and not declared.dataset.anonymised
    )


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    category = facts[0].category
    names = [name for name, allowed in _limited(declared).items() if category not in allowed]
    parties = [declared.policy.recipients[name] for name in names]
    told = ", ".join(f"{party.text} ({', '.join(party.purposes)})" for party in parties)
    if kind is VerdictKind.GAP:
        return Answer(
            text=f"Er is geen doel opgegeven; of deze ontvanger dit krijgt voor het zijne, is niet"
            f" te toetsen: {told}.",
            remedy="Geef 'purposes' op in de conf van de dataset.",
            cites=parties[0].cites,
        )
    return Answer(
        text=f"Categorie '{category}' gaat hier naar een ontvanger die haar niet voor zijn eigen"
        f" doel krijgt: {told}.",
        remedy="Deel het niet met deze ontvanger, of geef op voor welk doel hij het krijgt.",
        cites=parties[0].cites,
    )


RULE = Rule(
    name="recipients_serve_their_purpose",
    label="ontvanger",
    question="Krijgt elke ontvanger alleen gegevens voor zijn eigen doel?",
    promise="Een ontvanger krijgt gegevens alleen voor de doelen waarvoor hij is verklaard.",
    expectation="ExpectRecipientsToServeTheirPurpose",
    columns=("about", "category"),
    about=_about,
    parameters=lambda declared: {
        "purposes": list(declared.dataset.purposes),
        "limited": _limited(declared),
    },
    judge=judge,
    explain=_explain,
    keys=("recipients", "purposes"),
)
