"""Is er voor gegevens van minderjarigen toestemming van een ouder of voogd?"""

from collections.abc import Sequence

from jobs.expectations.rule import Answer, Declared, Rule
from jobs.model import VerdictKind
from jobs.policy import Fact


def judge(*, about: str, consent: bool, consent_declared: bool) -> VerdictKind:
    """A minor's row needs consent; where none is declared it cannot be judged."""
    if about != "under_age" or (consent_declared and consent):
        return VerdictKind.COMPLIANT
    return VerdictKind.VIOLATION if consent_declared else VerdictKind.GAP


def _about(fact: Fact, declared: Declared) -> bool:
    return fact.about == "under_age" and not declared.dataset.anonymised


def _explain(facts: Sequence[Fact], kind: VerdictKind, declared: Declared) -> Answer:
    if kind is VerdictKind.GAP:
        return Answer(
            text="Hier staan geboortedata van minderjarigen; over toestemming is niets opgegeven.",
            remedy="Geef 'consent' op in de conf van de dataset.",
            cites=declared.policy.cites_adult,
        )
    return Answer(
        text="Hier staan geboortedata van minderjarigen zonder toestemming van een ouder of voogd.",
        remedy="Vraag alsnog toestemming, of verwijder de gegevens.",
        cites=declared.policy.cites_adult,
    )


RULE = Rule(
    name="minors_have_consent",
    label="minderjarigen",
    question="Is er toestemming voor gegevens van minderjarigen?",
    promise="Van iemand onder de 18 zijn er alleen gegevens met toestemming van ouder of voogd.",
    expectation="ExpectMinorsToHaveConsent",
    columns=("about", "consent"),
    about=_about,
    parameters=lambda declared: {"consent_declared": declared.dataset.consent is not None},
    judge=judge,
    explain=_explain,
    keys=("consent",),
)
