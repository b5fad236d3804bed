"""The shipped policy against the statement, and against the list of entities."""

from pathlib import Path

import pytest

from jobs.conf import SHIPPED, load_policy
from jobs.model import Citation, Noun
from jobs.numerals import cited

STATEMENT = Path(__file__).parents[3] / "shared" / "policy" / "privacyverklaring.txt"

POLICY = load_policy(SHIPPED, "klassekoffie")

ENTITIES = (
    "PERSON",
    "LOCATION",
    "EMAIL_ADDRESS",
    "PHONE_NUMBER",
    "IBAN_CODE",
    "CREDIT_CARD",
    "IP_ADDRESS",
    "MAC_ADDRESS",
    "IP_ADDRESS_PARTIAL",
    "DATE_OF_BIRTH",
    "PLACE_OF_BIRTH",
    "GENDER",
    "NL_POSTCODE",
    "NL_ADDRESS",
    "NL_BSN",
    "NL_KVK",
    "NL_VAT",
    "NL_VAT_OLD",
    "NL_PASSPORT",
    "NL_DRIVING_LICENCE",
    "NL_LICENCE_PLATE",
    "NL_STUDENT_NUMBER",
    "NL_V_NUMBER",
    "NL_BIG",
    "NL_AGB",
    "CUSTOMER_ID",
    "ORDER_ID",
    "USERNAME",
    "PASSWORD",
    "PASSWORD_HASH",
    "SOCIAL_HANDLE",
    "COOKIE_ID",
    "USER_AGENT",
    "GIFT_CARD",
    "LOYALTY_CARD",
    "CORRESPONDENCE",
    "REVIEW",
    "CALL_RECORDING",
    "APPLICATION_DOCUMENT",
    "INCOME",
    "BANK_BALANCE",
    "CREDITWORTHINESS",
    "LANGUAGE_PREFERENCE",
    "HEALTH",
    "RELIGION",
    "ETHNICITY",
    "POLITICAL_OPINION",
    "TRADE_UNION",
    "SEXUAL_ORIENTATION",
)

CATEGORIES = {
    "i": "contact",
    "ii": "identificatie",
    "iii": "bestelling",
    "iv": "communicatie",
    "v": "ervaring",
    "vi": "financieel",
    "vii": "fraude",
    "ix": "sollicitatie",
}

# purpose: the heading it stands under, the cells of its row, the categories and bases meant
TABLE = {
    "overeenkomst": ("Cont(r)act", "i ii iii iv v vi vii", "A C"),
    "identificatie_doel": ("Cont(r)act", "i ii iii iv v vi vii", "A C D"),
    "account": ("Cont(r)act", "i ii", "A D"),
    "registratiebevestiging": ("Cont(r)act", "i ii iii", "A D"),
    "bestellingen": ("Cont(r)act", "i ii iii", "A D"),
    "berichten_over_bestellingen": ("Cont(r)act", "i ii iii iv", "A D"),
    "klantenservice": ("Cont(r)act", "i ii iii iv v", "A D"),
    "betalingen": ("Cont(r)act", "i ii iii iv vi", "A D"),
    "winkelbeleving": ("Product- en dienstontwikkeling", "i ii iii iv v", "A B D"),
    "reviews": ("Product- en dienstontwikkeling", "i ii iii iv v", "A B D"),
    "prijsvragen": ("Product- en dienstontwikkeling", "i ii iii iv v", "A B D"),
    "nieuwsbrief": ("Product- en dienstontwikkeling", "i ii iii iv v", "A B D"),
    "bezoekersstatistieken": ("Product- en dienstontwikkeling", "i ii iii iv v", "A B D"),
    "vacatures": ("Sollicitaties", "ix", "D"),
    "wettelijke_plichten": (
        "Voldoen aan wettelijke verplichtingen",
        "i ii iii iv v vi vii",
        "C",
    ),
    "beveiliging": ("Voldoen aan wettelijke verplichtingen", "i ii iii iv v vi vii", "C"),
    "fusie": ("Overig", "i ii iii iv v vi vii", "D"),
}

# term: length, anchor, whether it waits for its event, whether an exception is stated
TERMS = {
    "klantgegevens": ("P7Y", ("laatste_transactie", "laatste_contact"), "unknown", False),
    "accountgegevens": ("P0D", ("account_gesloten",), "not_yet", False),
    "factuurgegevens": ("P7Y", ("transactie",), "unknown", False),
    "correspondentie": ("P7Y", ("einde_relatie",), "not_yet", False),
    "ip_adres": ("P12M", ("laatste_bezoek",), "unknown", False),
    "nieuwsbrief_aanmelding": ("P5Y", ("aan_of_afmelding",), "unknown", False),
    "nieuwsbrief_verzonden": ("P7Y", ("verzending",), "unknown", False),
    "telefoongesprekken": ("P3M", ("gesprek",), "unknown", True),
    "fraude": ("P7Y", ("gebeurtenis",), "unknown", True),
    "marketing": ("P7Y", ("gebeurtenis",), "unknown", False),
    "juridische_procedure": ("P5Y", ("einde_procedure",), "not_yet", False),
}


def test_the_categories_bear_the_numerals_of_the_table():
    assert {c.numeral: name for name, c in POLICY.categories.items()} == CATEGORIES


def test_the_four_bases_are_those_of_the_gdpr():
    assert {(b.letter, b.article) for b in POLICY.bases.values()} == {
        ("A", "AVG artikel 6, lid 1, onder b"),
        ("B", "AVG artikel 6, lid 1, onder a"),
        ("C", "AVG artikel 6, lid 1, onder c"),
        ("D", "AVG artikel 6, lid 1, onder f"),
    }


def test_every_purpose_of_the_table_is_there_and_no_other():
    assert set(POLICY.purposes) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_a_purpose_has_the_categories_and_bases_of_its_row(name):
    group, numerals, letters = TABLE[name]
    purpose = POLICY.purposes[name]
    assert purpose.group == group
    assert purpose.categories == tuple(CATEGORIES[numeral] for numeral in numerals.split())
    assert sorted(POLICY.bases[basis].letter for basis in purpose.bases) == letters.split()


@pytest.mark.parametrize("name", TABLE)
def test_what_is_encoded_follows_from_the_cells_as_printed(name):
    purpose = POLICY.purposes[name]
    printed = [CATEGORIES[n] for n in cited(purpose.cited_categories) if n in CATEGORIES]
    assert list(purpose.categories) == printed
    letters = {POLICY.bases[basis].letter for basis in purpose.bases}
    assert letters == {c for c in purpose.cited_bases if c in "ABCD"}


def test_the_eleven_terms_have_their_length_anchor_and_exception():
    assert {
        name: (term.period, term.anchor, term.no_event, term.exception is not None)
        for name, term in POLICY.retention.items()
    } == TERMS


def test_only_fields_of_a_file_are_named_by_the_terms_that_do_not_cover_all():
    assert {name for name, term in POLICY.retention.items() if not term.covers_all} == {
        "klantgegevens",
        "accountgegevens",
        "ip_adres",
    }
    assert {name for name, term in POLICY.retention.items() if term.everywhere} == {"ip_adres"}


def test_every_entity_is_in_one_category_or_undeclared():
    placed = [e for category in POLICY.categories.values() for e in category.entities]
    placed += [e for law in POLICY.undeclared for e in law.entities]
    assert sorted(placed) == sorted(ENTITIES)


def test_every_entity_of_a_category_but_applications_has_a_term_that_names_it():
    named = {entity for term in POLICY.retention.values() for entity in term.entities}
    declared = {e for category in POLICY.categories.values() for e in category.entities}
    assert declared - named == {"APPLICATION_DOCUMENT"}
    assert named <= declared


def test_special_categories_and_the_citizen_number_name_their_law():
    texts = {entity: law.text for law in POLICY.undeclared for entity in law.entities}
    for entity in ("NL_BSN", "NL_VAT_OLD"):
        assert "UAVG artikel 46" in texts[entity]
    for entity in ("HEALTH", "RELIGION", "ETHNICITY", "TRADE_UNION"):
        assert "artikel 9" in texts[entity].replace("\n", " ")


def test_transfers_and_the_party_outside_the_list():
    recipients = POLICY.recipients
    assert {name for name, r in recipients.items() if r.transfer} == {
        "google",
        "linkedin",
        "twitter",
        "instagram",
        "facebook",
        "google_analytics",
    }
    assert [name for name, r in recipients.items() if r.analytics] == ["google_analytics"]
    assert [name for name, r in recipients.items() if not r.listed] == ["afterpay"]
    assert recipients["afterpay"].purposes == ("betalingen",)


def citations(noun: object) -> list[Citation]:
    if isinstance(noun, Citation):
        return [noun]
    if isinstance(noun, dict):
        return [c for value in noun.values() for c in citations(value)]
    if isinstance(noun, tuple):
        return [c for value in noun for c in citations(value)]
    if isinstance(noun, Noun):
        return [c for value in dict(noun).values() for c in citations(value)]
    return []


def test_every_rule_cites():
    # bases, categories, purposes, terms, recipients, the six single rules, the defects
    assert len(citations(POLICY)) == 4 + 8 + 17 + 11 + 20 + 1 + 6 + len(POLICY.defects)


@pytest.mark.skipif(not STATEMENT.exists(), reason="the statement is not part of the project")
def test_quotes_stand_in_the_statement_and_sections_are_its_headings():
    text = STATEMENT.read_text(encoding="utf-8")
    lines = {" ".join(line.split()) for line in text.splitlines()}
    whole = " ".join(text.split())
    cites = citations(POLICY)
    assert [c.quote for c in cites if " ".join(c.quote.split()) not in whole] == []
    assert {c.section for c in cites} <= lines
    assert {term.row for term in POLICY.retention.values() if term.row not in whole} == set()
    for purpose in POLICY.purposes.values():
        assert {purpose.group, purpose.cited_categories, purpose.cited_bases} <= lines


@pytest.mark.skipif(not STATEMENT.exists(), reason="the statement is not part of the project")
def test_a_quote_stands_in_the_section_that_it_cites():
    text = STATEMENT.read_text(encoding="utf-8")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    headings = sorted({c.section for c in citations(POLICY)}, key=lines.index)
    parts: dict[str, str] = {}
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        end = len(lines) if following is None else lines.index(following)
        parts[heading] = " ".join(" ".join(lines[lines.index(heading) : end]).split())
    assert [c for c in citations(POLICY) if c.quote not in parts[c.section]] == []
