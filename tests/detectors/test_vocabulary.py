"""Known names and places bear out a column of them; firms, streets and words do not."""

import pytest

from detectors.recognizers.person import is_known_in
from detectors.vocabulary import is_name, is_place


@pytest.mark.parametrize(
    "text",
    [
        "Jan",
        "de Vries",
        "van der Xyzema",
        "Fatima El Amrani",
        "J.P. Bakker",
        "Jansen, Sofie",
        "Ayşe Yılmaz",
        "Anne-Marie Kowalski",
        "mevr. Bakker",
        "PIET JANSEN",
        "jan jansen",
    ],
)
def test_a_name_is_known(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Koffiemolen",
        "De Vries & Zn",
        "Bakker Transport",
        "Jansen B.V.",
        "Jan Steenlaan",
        "Retour ontvangen",
        "zwart metaal",
        "",
        "Jan Piet Klaas Kees Truus de Vries en zo",
    ],
)
def test_what_is_called_after_somebody_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", ["Leeuwarden", "den haag", "Alphen aan den Rijn"])
def test_a_place_is_known(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Magazijn", "Sneek 2", "", "Europa"])
def test_what_is_no_town_is_no_place(text: str) -> None:
    assert not is_place(text)


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("Sofie", "Muismat Sofie groen", False),
        ("Bram waterkoker", "Bram waterkoker eiken", False),
        ("De Ruijter", "De Ruijter koffiezetapparaat", False),
        ("Said Amrani", "Mok met de naam Said Amrani", True),
        ("sanne de vries", "bellen sanne de vries", True),
        ("Sofie", "Gisteren belde Sofie over de mok die nog niet is gekomen", True),
        ("Merge", "Merge op sleutel afgerond in tien seconden, zegt de taak", False),
    ],
)
def test_in_a_few_words_only_a_full_name_is_known(name: str, text: str, known: bool) -> None:
    assert is_known_in(name, text) is known
