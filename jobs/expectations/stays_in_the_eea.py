"""Blijven de gegevens binnen de Europese Economische Ruimte, of bij een verklaarde ontvanger?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jobs import dutch
from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import Residency, VerdictKind
from jobs.policy import Fact


def judge(*, about: str, country: str | None, eea: list[str], transfers: list[str]) -> VerdictKind:
    """Outside the EEA only a declared transfer is allowed; an unknown country is a gap."""
    if about != "finding" or country in eea:
        return VerdictKind.COMPLIANT
    if country is None:
        return VerdictKind.GAP
    return VerdictKind.COMPLIANT if transfers else VerdictKind.VIOLATION


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "finding" and not declared.dataset.anonymised


def _parameters(declared: Declared) -> dict[str, Any]:
    recipients = declared.policy.recipients
    transfers = [
        name
        for name in declared.dataset.recipients
        if name in recipients and recipients[name].transfer
    ]
    return {"eea": list(declared.residency.eea), "transfers": transfers}


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    cites = declared.policy.cites_eea
    if kind is VerdictKind.GAP:
        return Answer(
            text="Het land waar de gegevens liggen is niet bekend, of hun code is geen landcode.",
            remedy="Geef 'country' (zoals NL) of 'region' op in de conf van de dataset.",
            cites=cites,
        )
    outside = sorted({fact.country for fact in facts if fact.country is not None})
    places = " en ".join(
        f"{country} ({_adequacy(country, declared.residency, declared.as_of)})"
        for country in outside
    )
    return Answer(
        text=f"De gegevens liggen buiten de EER: {places}, zonder verklaarde doorgifte.",
        remedy="Breng ze naar een land in de EER, of verklaar de ontvanger en de doorgifte.",
        cites=cites,
    )


def _adequacy(country: str, residency: Residency, as_of: date) -> str:
    decision = residency.adequacy.get(country)
    if decision is None or as_of < decision.since:
        return "geen adequaatheidsbesluit"
    if decision.until is not None and as_of > decision.until:
        return f"adequaatheidsbesluit verlopen op {dutch.day(decision.until)}"
    scope = f", {decision.scope}" if decision.scope else ""
    return f"adequaatheidsbesluit sinds {dutch.day(decision.since)}{scope}"


RULE = Rule(
    name="stays_in_the_eea",
    label="EER",
    question="Blijven de gegevens binnen de EER?",
    promise="De gegevens liggen in de EER, of bij een ontvanger die de verklaring daarvoor noemt.",
    expectation="ExpectDataToStayInTheEea",
    columns=("about", "country"),
    about=_about,
    parameters=_parameters,
    judge=judge,
    explain=_explain,
    keys=("country", "region"),
)
