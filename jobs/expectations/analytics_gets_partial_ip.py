"""Krijgt een bezoekersmeting alleen geanonimiseerde IP-adressen, zoals de verklaring belooft?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, entity: str | None, parties: list[str]) -> VerdictKind:
    """A full IP address where one of the recipients may have anonymised ones only."""
    if about == "finding" and entity == "IP_ADDRESS" and parties:
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _parties(declared: Declared) -> list[str]:
    """The recipients of the dataset that may have anonymised addresses only."""
    known = declared.policy.recipients
    return [name for name in declared.dataset.recipients if name in known and known[name].analytics]


def _about(fact: Fact, declared: Declared) -> bool:
    return (
        fact.about == "finding"
        and fact.entity in ("IP_ADDRESS", "IP_ADDRESS_PARTIAL")
        and bool(_parties(declared))
        and not declared.dataset.anonymised
    )


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    names = [declared.policy.recipients[name].text for name in _parties(declared)]
    return Answer(
        text=f"Deze ontvanger mag alleen geanonimiseerde IP-adressen krijgen: {', '.join(names)}.",
        remedy="Anonimiseer de adressen voor zij worden doorgegeven.",
        cites=declared.policy.cites_analytics,
    )


RULE = Rule(
    name="analytics_gets_partial_ip",
    label="IP-adres bij bezoekersmeting",
    question="Krijgt de bezoekersmeting alleen geanonimiseerde IP-adressen?",
    promise="Een bezoekersmeting krijgt alleen geanonimiseerde IP-adressen.",
    expectation="ExpectAnalyticsToGetPartialIpAddresses",
    columns=("about", "entity"),
    about=_about,
    parameters=lambda declared: {"parties": _parties(declared)},
    judge=judge,
    explain=_explain,
    keys=("recipients",),
)
