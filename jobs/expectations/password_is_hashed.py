"""Is elk bewaard wachtwoord gehasht?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, entity: str | None) -> VerdictKind:
    """A password that is not a hash is a violation."""
    if about == "finding" and entity == "PASSWORD":
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return (
        fact.about == "finding"
        and fact.entity in ("PASSWORD", "PASSWORD_HASH")
        and not declared.dataset.anonymised
    )


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    return Answer(
        text="Hier staat een leesbaar wachtwoord; alleen een gehasht wachtwoord is verklaard.",
        remedy="Verwijder het wachtwoord en laat de gebruiker een nieuw kiezen.",
        cites=declared.policy.cites_hashed_password,
    )


RULE = Rule(
    name="password_is_hashed",
    label="leesbaar wachtwoord",
    question="Zijn wachtwoorden gehasht?",
    promise="Een wachtwoord wordt alleen gehasht bewaard.",
    expectation="ExpectPasswordsToBeHashed",
    columns=("about", "entity"),
    about=_about,
    parameters=lambda declared: {},
    judge=judge,
    explain=_explain,
)
