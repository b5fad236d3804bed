"""Bevat een dataset die anoniem heet te zijn echt geen persoonsgegevens?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, hits: int, anonymised: bool) -> VerdictKind:
    """Any finding in a dataset that is declared anonymised is a violation."""
    if about == "finding" and anonymised and hits:
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "finding" and declared.dataset.anonymised


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    return Answer(
        text="Deze dataset is anoniem verklaard, maar bevat persoonsgegevens.",
        remedy="Verwijder de gegevens, of verklaar de dataset niet langer anoniem.",
        cites=declared.policy.cites_anonymous,
    )


RULE = Rule(
    name="anonymised_data_is_anonymous",
    label="niet anoniem",
    question="Zijn anonieme gegevens echt anoniem?",
    promise="Een dataset die anoniem heet te zijn bevat geen persoonsgegevens.",
    expectation="ExpectAnonymisedDataToBeAnonymous",
    columns=("about", "hits"),
    about=_about,
    parameters=lambda declared: {"anonymised": declared.dataset.anonymised},
    judge=judge,
    explain=_explain,
    keys=("anonymised",),
)
