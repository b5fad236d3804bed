"""Names that people in the Netherlands carry, whatever their origin; all combinations are made up.

Dutch first names, surnames and places come from Faker's nl_NL lists.
"""

from faker.providers.address.nl_NL import Provider as _Addresses
from faker.providers.person.nl_NL import Provider as _Persons

_DUTCH_SURNAMES = tuple(n for n in _Persons.last_names if n.isalpha() and n.istitle())
_WITH_PREFIX = (
    "van den Berg", "van der Meer", "de Vries", "de Jong", "van Dijk", "van 't Hof", "ten Brink",
    "ter Horst", "de la Rosa", "van der Heijden", "op den Velde", "in 't Veld", "den Ouden",
    "van Leeuwen", "de Groot", "van de Ven", "te Riele", "'t Hart", "van der Velden", "de Wit",
    "Jansen-de Vries", "Bakker-van der Linden", "Mulder-Smit", "van Beek-Özdemir",
)  # fmt: skip
DUTCH = (
    tuple(_Persons.first_names_female),
    tuple(_Persons.first_names_male),
    _DUTCH_SURNAMES,
)
PREFIXED = (DUTCH[0], DUTCH[1], _WITH_PREFIX)
FRISIAN = (
    ("Froukje", "Sjoukje", "Tjitske", "Baukje", "Hiltsje", "Jeltje", "Wytske", "Fenna"),
    ("Sjoerd", "Douwe", "Wiebe", "Jelle", "Tjeerd", "Hylke", "Oene", "Folkert"),
    ("Hoekstra", "Dijkstra", "Postma", "Wiersma", "Terpstra", "Miedema", "Sinnema", "Ypma"),
)
TURKISH = (
    ("Ayşe", "Elif", "Zeynep", "Hatice", "Esra", "Büşra", "Gülsüm", "Merve"),
    ("Mehmet", "Mustafa", "Emre", "Yusuf", "Okan", "Çağlar", "Hakan", "İbrahim"),
    ("Yılmaz", "Demir", "Öztürk", "Kaya", "Şahin", "Çelik", "Aydın", "Arslan"),
)
MOROCCAN = (
    ("Fatima", "Samira", "Naima", "Khadija", "Soumaya", "Loubna", "Hanane", "Ikram"),
    ("Mohamed", "Youssef", "Rachid", "Said", "Hamza", "Bilal", "Anouar", "Noureddine"),
    ("El Idrissi", "Bouzid", "Amrani", "Benali", "El Khattabi", "Azzouzi", "Tahiri", "Ouali"),
)
SURINAMESE = (
    ("Shanti", "Chandra", "Sharmila", "Melissa", "Gracia", "Urmila", "Ruchella", "Soraya"),
    ("Radjesh", "Clyde", "Ravin", "Winston", "Dharmand", "Orlando", "Sergio", "Romeo"),
    ("Ramdin", "Bhagwandin", "Pinas", "Sewnarain", "Kartosen", "Wijngaarde", "Jadnanansing"),
)
POLISH = (
    ("Agnieszka", "Katarzyna", "Małgorzata", "Joanna", "Zofia", "Grażyna"),
    ("Paweł", "Krzysztof", "Tomasz", "Łukasz", "Wojciech", "Marcin"),
    ("Nowak", "Kowalczyk", "Wiśniewska", "Zieliński", "Wójcik", "Mazur", "Lewandowska"),
)
CHINESE = (
    ("Mei", "Xiaoling", "Yan", "Lihua", "Jing", "Suyin"),
    ("Wei", "Jun", "Zhiming", "Hao", "Kwok", "Chi Ming"),
    ("Chen", "Zhang", "Wong", "Cheung", "Huang", "Zhou", "Tang"),
)
ELSEWHERE = (
    ("Siobhán", "Amélie", "Ngozi", "Tigist", "Leila", "Oksana", "Thị Lan", "María José"),
    ("Seán", "Jürgen", "Chukwuemeka", "Abebe", "Farhad", "Oleksandr", "João", "Björn"),
    ("O'Brien", "Müller", "Okafor", "Tesfaye", "Hosseini", "Shevchenko", "Nguyễn", "da Silva"),
)
ORIGINS = (
    (DUTCH, 0.40),
    (PREFIXED, 0.22),
    (FRISIAN, 0.08),
    (TURKISH, 0.07),
    (MOROCCAN, 0.07),
    (SURINAMESE, 0.05),
    (POLISH, 0.04),
    (CHINESE, 0.03),
    (ELSEWHERE, 0.04),
)
"""First names of women and of men and surnames of an origin, and the share that carries them."""

STREETS = (
    "Dorpsstraat", "Kerkstraat", "Molenweg", "Stationsweg", "Beatrixlaan", "Lindenlaan",
    "Oude Gracht", "Nieuwe Kade", "Julianaplein", "Schoolstraat", "Hoofdweg", "Tulpstraat",
    "Eikenlaan", "Van Goghstraat", "Burgemeester Aalberslaan", "Prins Hendrikkade",
    "Lange Nieuwstraat", "Sint Jansstraat", "Westerdyk", "Noarderwei", "Zuiderzeestraat",
    "Spoorsingel", "Veldhof", "Korte Molensteeg", "Wilhelminapark", "Havenstraat",
    "Zonnebloemstraat", "Weverspad", "Rembrandtlaan", "1e Helmersdwarsstraat",
)  # fmt: skip
PLACES = tuple(c for c in _Addresses.cities if c.replace(" ", "").isalpha())
