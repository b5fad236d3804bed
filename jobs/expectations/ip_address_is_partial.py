"""Staan er alleen gedeeltelijke IP-adressen, zoals de privacyverklaring belooft?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, entity: str | None) -> VerdictKind:
    """A full IP address is a violation from the first day, whatever its age."""
    if about == "finding" and entity == "IP_ADDRESS":
        return VerdictKind.VIOLATION
    return VerdictKind.COMPLIANT


def _about(fact: Fact, declared: Declared) -> bool:
    return (
        fact.about == "finding"
        and fact.entity in ("IP_ADDRESS", "IP_ADDRESS_PARTIAL")
        and not declared.dataset.anonymised
    )


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    return Answer(
        text="Hier staat een volledig IP-adres; alleen een gedeeltelijk adres is verklaard.",
        remedy="Kap het adres af: IPv4 zonder het laatste getal, IPv6 tot /48 of korter.",
        cites=declared.policy.cites_partial_ip,
    )


RULE = Rule(
    name="ip_address_is_partial",
    label="volledig IP-adres",
    question="Zijn IP-adressen gedeeltelijk?",
    promise="Een IP-adres wordt alleen gedeeltelijk bewaard.",
    expectation="ExpectIpAddressesToBePartial",
    columns=("about", "entity"),
    about=_about,
    parameters=lambda declared: {},
    judge=judge,
    explain=_explain,
)
