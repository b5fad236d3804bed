"""LANGUAGE_PREFERENCE: the language that a person chose, or asks to be answered in.

In running text behind a label (`voorkeurstaal:`, `Accept-Language:`), or where somebody says what
they speak only or rather, or in what to answer them; the span is the language. The bare `taal`,
`language` and `locale` belong to books, pages and programs as often: as a column they count
only beside something that only people have.

Check rule: none; a cell is a language code or name. Known false alarms: the language of
a document in a table that also holds its reader.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_LANGUAGE = (
    r"(?:Nederlands|Engels|Duits|Frans|Fries|Frysk|Spaans|Italiaans|Portugees|Turks|Arabisch|Pools"
    r"|Oekraïens|Russisch|Roemeens|Bulgaars|Papiaments?|Papiamentu|Berbers|Tamazight|Tigrinya"
    r"|Somalisch"
    r"|Chinees|Mandarijn|Koerdisch|Farsi|Dari|Vlaams|Limburgs|Gronings|Hindi|Urdu|Vietnamees|Deens"
    r"|Zweeds|Noors|Grieks|Hongaars|Tsjechisch|Dutch|English|German|French|Spanish|Turkish|Arabic"
    r"|Polish|Ukrainian|Italian|Portuguese|Deutsch|Français|Frisian)"
)
_CODE = r"(?:[a-z]{2}(?:[-_][A-Za-z]{2})?)"

RECOGNIZER = Recognizer(
    entity="LANGUAGE_PREFERENCE",
    patterns=(
        Pattern(
            regex=r"(?<![^\W_])(?i:voorkeurs?taal|taal_?voorkeur|(?:communicatie|correspondentie"
            r"|contact|klant"
            r"|gebruikers|account-?|spreek|moeder)taal|taal (?:klant|gebruiker)"
            r"|ingestelde taal account"
            r"|preferred[ _]?language|language[ _]?preference)(?i: klant)?"
            rf"(?:[\"']?\s?[:=;>]\s?[\"']?| is | )(?P<value>(?i:{_LANGUAGE})"
            rf"|(?<=[^A-Za-z] ){_CODE}(?!\w)"
            rf"|(?<=[=:;>\"']){_CODE}(?!\w))(?!\w)",
            score=0.85,
        ),
        Pattern(
            regex=r"(?i:accept[-_]language)[\"']?\s?[:=]\s?[\"']?"
            r"(?P<value>[a-z]{2}(?:-[A-Za-z]{2})?(?:,[a-z]{2}(?:-[A-Z]{2})?)*(?:(?:;q=[\d.]+)?"
            r"(?:,[a-z*-]{1,5}(?:;q=[\d.]+)?)*))",
            score=0.85,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:spreek|spreekt|spreken)(?: (?i:ik|klant|mevrouw|meneer))? "
            rf"(?i:alleen|enkel|liever|slechts|(?:geen nederlands|weinig nederlands),? (?:alleen"
            rf"|wel|maar)"
            rf"|uitsluitend)(?i: maar)? (?P<value>(?i:{_LANGUAGE}))(?!\w)",
            score=0.75,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:graag|liever|wil|wilt|kunt u|kun je|mag(?: het)?|mij"
            r"|me)(?: [a-z]{1,12}){0,4}? "
            rf"(?i:in het) (?P<value>(?i:{_LANGUAGE}))(?!\w)(?! (?:beschikbaar|gesproken|vertaald"
            rf"|en))",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:in het) (?P<value>(?i:{_LANGUAGE})) "
            r"(?i:(?:ontvangen |antwoorden |mailen )?(?:graag|aub|svp|alstublieft|a\.u\.b\.))",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:only speak|reply in|answer in|respond in|write (?:to me )?in"
            r"|prefer) "
            rf"(?P<value>{_LANGUAGE})(?!\w)",
            score=0.75,
        ),
    ),
    column=ColumnRule(
        sure_names=(
            r"(\w+_)?(voorkeurs?_?taal|taal_?(voorkeur|instelling|keuze)|moedertaal|spreektaal)",
            r"(\w+_)?((preferred|native|spoken|user|customer|browser|accept)_(language|locale"
            r"|lang))",
            r"(\w+_)?(klant|gebruikers?|account|correspondentie|communicatie)_?taal(_?code)?",
            r"pref(erred)?_?(lang|language|locale)|language_preference|(\w+_)?nationality_language",
        ),
        names=(r"taal|taal_?code|language|language_?code|lang|locale",),
        needs_neighbour=(
            r"(\w+_)?(klant|customer|user|gebruiker|account|client|klanten|customers|users"
            r"|accounts|"
            r"aanvragers?|contact(en|s)?|persoon|person|medewerkers?|leden|lid|abonnees?|subscribers?|"
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
    examples=("voorkeurstaal: Fries", "graag in het Engels antwoorden"),
    counterexamples=("taal: Nederlands", "de handleiding is in het Engels"),
)
