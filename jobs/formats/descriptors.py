"""The rules of a SARIF run: a rule per question that is asked, and per kind of change."""

from collections.abc import Sequence
from typing import Any

from jobs.expectations import rules
from jobs.formats.shown import in_markdown, sentence
from jobs.formats.words import CHANGES, matter
from jobs.model import Change, ChangeKind, Verdict

LEVELS = {
    ChangeKind.NEW: "error",
    ChangeKind.CHANGED: "error",
    ChangeKind.EXPIRED: "error",
    ChangeKind.UNREAD: "error",
    ChangeKind.GONE: "note",
}
_MEANING = {
    ChangeKind.NEW: "Hier staan persoonsgegevens die niemand heeft goedgekeurd.",
    ChangeKind.CHANGED: "Dit is goedgekeurd voor een andere categorie of een ander doel.",
    ChangeKind.EXPIRED: "Een goedkeuring of uitzondering gold tot een dag die voorbij is.",
    ChangeKind.UNREAD: "Wat is goedgekeurd, is niet of niet helemaal meer gelezen.",
    ChangeKind.GONE: "Wat is goedgekeurd of uitgezonderd, is er niet meer.",
}
_OUTCOMES = (
    "Een overtreding (error) is in strijd met de privacyverklaring. 'Niet te toetsen' (warning)"
    " betekent dat iets niet is opgegeven of niet is gelezen; dat telt niet als in orde."
)


def descriptors(items: Sequence[Verdict | Change]) -> list[dict[str, Any]]:
    """Every rule, in a fixed order, also those that none of `items` breaks.

    What to do is told by the remedies of those that do. A rule that is not known any more
    stands last, so that no result is without one.
    """
    remedies: dict[str, set[str]] = {}
    for item in items:
        remedies.setdefault(matter(item), set()).add(sentence(item.remedy))
    asked = {rule.name: (rule.question, rule.promise, _OUTCOMES) for rule in rules()}
    differing = {
        f"inventory-{kind}": (f"Afwijking van de inventaris: {CHANGES[kind]}.", meaning, meaning)
        for kind, meaning in _MEANING.items()
    }
    known = asked | differing
    other = {
        name: (sentence(name), sentence(name), _OUTCOMES) for name in sorted({*remedies} - {*known})
    }
    return [
        {
            "id": name,
            "shortDescription": {"text": question},
            "fullDescription": {"text": text},
            "help": _help(text, meaning, sorted(remedies.get(name, set()) - {""})),
            "defaultConfiguration": {"level": _level(name)},
            "properties": {"tags": ["privacy"]},
        }
        for name, (question, text, meaning) in (known | other).items()
    ]


def _level(name: str) -> str:
    return next((level for kind, level in LEVELS.items() if name == f"inventory-{kind}"), "error")


def _help(text: str, meaning: str, remedies: Sequence[str]) -> dict[str, str]:
    said = list(dict.fromkeys([text, meaning]))
    if not remedies:
        said.append("Wat te doen is, staat bij elke melding.")
        return {"text": "\n\n".join(said), "markdown": "\n\n".join(said)}
    plain = "\n".join(f"- {remedy}" for remedy in remedies)
    marked = "\n".join(f"- {in_markdown(remedy)}" for remedy in remedies)
    return {
        "text": "\n\n".join([*said, f"Wat te doen:\n{plain}"]),
        "markdown": "\n\n".join([*said, f"**Wat te doen**\n\n{marked}"]),
    }
