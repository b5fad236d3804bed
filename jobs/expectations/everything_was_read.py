"""Is alles van de dataset gelezen? Wat niet gelezen is, is niet schoon."""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, reason: str | None) -> VerdictKind:
    """A column or file that was not wholly read is a gap."""
    if about == "coverage" and reason is not None:
        return VerdictKind.GAP
    return VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "coverage"


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    reasons = "; ".join(sorted({fact.reason for fact in facts if fact.reason}))
    return Answer(
        text=f"Niet (helemaal) gelezen: {reasons}.",
        remedy="Herstel het bestand of de toegang en draai de scan opnieuw.",
    )


RULE = Rule(
    name="everything_was_read",
    label="niet gelezen",
    question="Is alles gelezen?",
    promise="Elke kolom en elk bestand van de dataset is helemaal gelezen.",
    expectation="ExpectEverythingToBeRead",
    columns=("about", "reason"),
    about=_about,
    parameters=lambda declared: {},
    judge=judge,
    explain=_explain,
    keys=("source",),
)
