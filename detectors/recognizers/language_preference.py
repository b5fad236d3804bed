"""LANGUAGE_PREFERENCE: the language that a person chose.

Only a column says so. The bare `taal`, `language` and `locale` belong to books, pages and
programs as often: they count only beside something that only people have.

Check rule: none; a cell is a language code or name. Known false alarms: the language of
a document in a table that also holds its reader.
"""

from detectors.recognizer import ColumnRule, Recognizer

RECOGNIZER = Recognizer(
    entity="LANGUAGE_PREFERENCE",
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(voorkeurs?_?taal|taal_?(voorkeur|instelling|keuze)|moedertaal|spreektaal)",
            r"(\w+_)?((preferred|native|spoken|user|customer|browser|accept)_(language|locale|lang))",
            r"(\w+_)?(klant|gebruikers?|account|correspondentie|communicatie)_?taal(_?code)?",
            r"language_preference|(\w+_)?nationality_language",
        ),
        names=(r"taal|taal_?code|language|language_?code|lang|locale",),
        needs_neighbour=(
            r"(\w+_)?(klant|customer|user|gebruiker|account|client|klanten|customers|users|accounts|"
            r"gebruikers|visitors?|bezoekers?|sessions?|newsletter|nieuwsbrief)(_?(id|nr|nummer))?",
            r"(\w+_)?e_?mail(_?ad(d?res|dress))?|(\w+_)?(voor|achter)naam|(first|last)_?name",
            r"geslacht|gender|geboorte_?datum|birth_?date|date_of_birth|ip|ip_?ad(d?res|dress)",
        ),
        not_names=(
            r"(\w+_)?(programmeer|product|boek|artikel|program(ming)?|source|document)_?\w*",
        ),
        cell=(
            r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*(?:[,;][\w=.,; *-]+)?|(?i:nederlands|engels|"
            r"duits|frans|fries|spaans|turks|arabisch|pools|oekraïens|papiaments|dutch|english|"
            r"german|french|frysk|vlaams|italiaans|portugees|berbers|tamazight|chinees|deutsch|"
            r"français|español|polski|türkçe)"
        ),
    ),
)
