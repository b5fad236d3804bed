"""The linter of the statement: its own defects, as the encoded policy shows them.

What follows from the policy is computed here; what only a reader of the statement can
see stands in the policy's `defects`. Texts are Dutch: compliance reads them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jobs.model import Defect, Policy, Purpose
from jobs.numerals import cited


def lint(policy: Policy) -> tuple[Defect, ...]:
    """The defects of the statement that `policy` encodes, those with a ruling first."""
    found = (
        *_dangling_references(policy),
        *_purposes_without_limit(policy),
        *_bases_left_open(policy),
        *_categories_without_term(policy),
        *_categories_without_purpose(policy),
        *_rows_of_more_terms(policy),
        *_several_anchors(policy),
        *_terms_without_anchor(policy),
        *_open_ended_terms(policy),
        *_open_exceptions(policy),
        *_recipients_outside_the_list(policy),
        *policy.defects,
    )
    return tuple(sorted(found, key=lambda defect: (defect.ruling is None, defect.ruling)))


def _names(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _words(names: tuple[str, ...]) -> str:
    return " of ".join(f"'{name.replace('_', ' ')}'" for name in names)


def _dangling_references(policy: Policy) -> Iterator[Defect]:
    borne = {category.numeral for category in policy.categories.values()}
    citing: dict[str, list[str]] = defaultdict(list)
    for name, purpose in policy.purposes.items():
        for numeral in cited(purpose.cited_categories):
            if numeral not in borne:
                citing[numeral].append(name)
    for numeral, names in citing.items():
        yield Defect(
            rule="dangling-reference",
            ruling=1,
            text=f"De doelen {_names(names)} verwijzen naar categorie {numeral}, die in de lijst "
            "van categorieën niet staat.",
            reading="Zo'n nummer voegt niets toe: alleen de categorieën die er wel staan, tellen.",
            suggestion=f"Neem categorie {numeral} op in de lijst, of verwijs er niet naar.",
            cites=policy.purposes[names[0]].cites,
        )


def _purposes_without_limit(policy: Policy) -> Iterator[Defect]:
    usual = {name for name, category in policy.categories.items() if not category.by_origin}
    broad = [name for name, purpose in policy.purposes.items() if usual <= {*purpose.categories}]
    if broad:
        yield Defect(
            rule="purpose-without-limit",
            ruling=18,
            text=f"De doelen {_names(broad)} mogen elke gewone categorie gebruiken; zij beperken "
            "niets.",
            reading="Een dataset met zo'n doel breekt de doelbinding alleen met gegevens die in "
            "geen categorie staan of ergens anders vandaan komen.",
            suggestion="Noem per doel alleen de categorieën die ervoor nodig zijn.",
            cites=policy.purposes[broad[0]].cites,
        )


def _bases_left_open(policy: Policy) -> Iterator[Defect]:
    def leaves_open(purpose: Purpose) -> bool:
        return re.search(r"en\s*/\s*of", purpose.cited_bases) is not None

    names = [name for name, purpose in policy.purposes.items() if leaves_open(purpose)]
    if names:
        yield Defect(
            rule="basis-left-open",
            text=f"De doelen {_names(names)} noemen hun grondslagen met 'en/of'; welke geldt, "
            "staat er niet.",
            reading="Alle genoemde grondslagen staan bij het doel; er volgt geen oordeel over.",
            suggestion="Noem per doel de grondslag die geldt (AVG artikel 13, lid 1, onder c).",
            cites=policy.purposes[names[0]].cites,
        )


def _categories_without_term(policy: Policy) -> Iterator[Defect]:
    terms = policy.retention.values()
    named = {entity for term in terms for entity in term.entities}
    about = {term.category for term in terms}
    for name, category in policy.categories.items():
        if name not in about and named.isdisjoint(category.entities):
            yield Defect(
                rule="category-without-term",
                ruling=3,
                text=f"Voor de categorie '{name}' noemt de verklaring geen bewaartermijn.",
                reading="Het oordeel over de bewaartermijn is 'niet te toetsen', nooit 'in orde'.",
                suggestion=category.advice or "Noem een bewaartermijn.",
                cites=category.cites,
            )


def _categories_without_purpose(policy: Policy) -> Iterator[Defect]:
    used = {name for purpose in policy.purposes.values() for name in purpose.categories}
    for name, category in policy.categories.items():
        if name not in used:
            yield Defect(
                rule="category-without-purpose",
                ruling=18,
                text=f"Geen enkel doel gebruikt de categorie '{name}'.",
                reading="Gegevens van deze categorie breken overal de doelbinding.",
                suggestion="Noem het doel, of schrap de categorie.",
                cites=category.cites,
            )


def _rows_of_more_terms(policy: Policy) -> Iterator[Defect]:
    rows: dict[str, list[str]] = defaultdict(list)
    for name, term in policy.retention.items():
        rows[term.row].append(name)
    for row, names in rows.items():
        if len(names) > 1:
            yield Defect(
                rule="row-of-more-terms",
                ruling=2,
                text=f"Eén rij van de bewaartermijnen ('{row}') bevat {_names(names)}.",
                reading="Elke termijn geldt apart, voor de datasets die haar noemen.",
                suggestion="Geef elke termijn een eigen rij.",
                cites=policy.retention[names[0]].cites,
            )


def _several_anchors(policy: Policy) -> Iterator[Defect]:
    for name, term in policy.retention.items():
        if len(term.anchor) > 1:
            yield Defect(
                rule="several-anchors",
                ruling=term.ruling,
                text=f"De termijn '{name}' telt vanaf {_words(term.anchor)}; welke geldt als zij "
                "op verschillende dagen vallen, staat er niet.",
                reading="De laatste van de bekende gebeurtenissen telt.",
                suggestion="Schrijf: vanaf de laatste van deze gebeurtenissen.",
                cites=term.cites,
            )


def _terms_without_anchor(policy: Policy) -> Iterator[Defect]:
    for name, term in policy.retention.items():
        if not term.anchor_stated:
            yield Defect(
                rule="term-without-anchor",
                ruling=term.ruling,
                text=f"De termijn '{name}' noemt geen gebeurtenis waarvanaf wordt geteld.",
                reading=f"Wij tellen vanaf {_words(term.anchor)}.",
                suggestion="Noem de gebeurtenis waarvanaf de termijn loopt.",
                cites=term.cites,
            )


def _open_ended_terms(policy: Policy) -> Iterator[Defect]:
    for name, term in policy.retention.items():
        if term.no_event == "not_yet":
            yield Defect(
                rule="open-ended-term",
                ruling=term.ruling,
                text=f"De termijn '{name}' loopt pas vanaf {_words(term.anchor)}; blijft dat uit, "
                "dan komt er geen einde aan.",
                reading="Zonder die gebeurtenis verloopt een rij niet; meldt een dataset de "
                "gebeurtenis niet aan, dan is het oordeel 'niet te toetsen'.",
                suggestion="Noem ook een langste termijn, bijvoorbeeld na het laatste gebruik.",
                cites=term.cites,
            )


def _open_exceptions(policy: Policy) -> Iterator[Defect]:
    for name, term in policy.retention.items():
        if term.exception is not None:
            yield Defect(
                rule="open-exception",
                ruling=term.ruling,
                text=f"De termijn '{name}' kent een open uitzondering: {term.exception}.",
                reading="Alleen rijen die de dataset met 'hold' aanwijst, zijn vrijgesteld; zij "
                "worden geteld en apart getoond.",
                suggestion="Noem de wet of de maatstaf, en wie erover beslist.",
                cites=term.cites,
            )


def _recipients_outside_the_list(policy: Policy) -> Iterator[Defect]:
    for name, recipient in policy.recipients.items():
        if not recipient.listed:
            purposes = _names(list(recipient.purposes)) or "elk doel"
            yield Defect(
                rule="recipient-outside-list",
                ruling=12,
                text=f"De ontvanger '{name}' ({recipient.text}) staat niet in de lijst van "
                "ontvangers.",
                reading=f"Een aangekondigde ontvanger, voor {purposes}.",
                suggestion="Neem de ontvanger op in de lijst.",
                cites=recipient.cites,
            )
