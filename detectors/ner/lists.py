"""The names that the rules know: Faker's lists for several countries, and our own.

Faker's lists come from the libraries' own locales; ours add first names common in the
Netherlands among people of Frisian, Moroccan, Turkish, Surinamese and Polish descent.
All are lower case. A list says that a word can be a name, never that it is one.
"""

from functools import cache
from importlib import import_module

_LOCALES = ("nl_NL", "nl_BE", "fr_DZ", "tr_TR", "pl_PL")
_SHORTEST = {"tr_TR": 4, "pl_PL": 4}

_FIRST = """
aafke aaltje abe auke aukje baukje bauke bouwe doutzen durk fenna feike femke foekje froukje fokke
gerbrich gerrit geertje hidde hielke hiltje jacoba janneke jantine jelle jelte jetske jikke jitske
jeltje klaas klaske lieuwe lysbeth marijke marieke marije marloes maaike mirjam nienke nynke
oebele popke rixt roelof sietske sieta sietse sjoerd sjoukje sybren tjeerd tjitske tjalling
trijntje wytse wietske wiebe ytsje yfke anneke annemarie annemiek bert bianca carla claudia cor
corrie daniëlle dennis diana dirk edwin ellen erwin esther frans gerard geert greetje hanneke harm
harry hendrik hennie herman ilona ineke ingrid jacqueline jeroen jolanda joop jos joris joyce
karin katja kees klaartje laurens leontien liesbeth maarten manon marco marcel margriet marjolein
marleen martijn martin mathijs menno michiel miranda monique natasja nicolette niels paula petra
pieter reinier remco renate rianne richard ronald ruud saskia simone sonja stefan suzanne tineke
truus wendy wessel wil wilma willemijn wouter yvonne youssef aïcha aicha abdel abdelkarim abdellah
achraf amina anouar ayoub bilal brahim btissam chaima driss fadoua farid fatiha fatima fatma
ghizlane hafida hakim hamid hamza hanane hassan hicham houda ibrahim ikram ilham ilias imane
ismail jamal jamila karim karima khadija khalid laila latifa malika mehdi meryem mimoun mina
mohamed mohammed mounir mustafa mustapha nabil nadia naima najat nawal noureddine omar rachid
rachida rahma redouan saida said salima samir samira sanae sara siham soufiane souad tarik yassin
yassine younes youssra zakaria zineb zohra ahmet ali aylin ayşe ayse burak can cansu cem deniz
derya ebru elif emine emre engin erdem esra fatih fatma furkan gökhan hakan halil hasan hatice
hülya hüseyin huseyin ibrahim ismail kemal leyla mehmet meryem metin murat mustafa nurcan okan
orhan osman özlem pınar ramazan recep selin serdar serkan sevgi sibel sinan songül sultan tuğba
tülay ufuk umut ümit volkan yasemin yasin yusuf zehra zeynep anand anil asha astrid chander
chandra devika dewi farida ganesh gloria henna indra iwan jerrel jharna kamla kavita krishna
lakshmi lloyd mahesh marlon nirmala oscar priya radha radjesh rajesh ravi rishi roberto romeo
ruben sandhia shanti sharda sheila soraya stanley sunita urmila usha vidya vinod winston xaviera
agnieszka aleksandra andrzej aneta bartosz beata dariusz dorota ewa grzegorz iwona jacek jarosław
joanna justyna kamil katarzyna krzysztof łukasz lukasz maciej magdalena małgorzata marcin mariusz
marta mateusz michał paweł piotr przemysław rafał renata robert sławomir sylwia tomasz wojciech
zbigniew
"""

_LAST = """
jansen janssen janssens vries jong bakker visser smit meijer meyer mulder bos vos peters hendriks
leeuwen dekker brouwer wit dijk graaf kok jacobs haan vermeulen heuvel veen broek bruijn schouten
beek willems vliet heijden hoekstra boer dijkstra koster ruiter kuipers veenstra kramer postma
dam hoeven wal prins blom huisman peeters zijlstra sijtsma wiersma bouma elzinga terpstra hofstra
boersma bosma feenstra miedema kooistra reitsma sikkema tamminga wijnia van-dyk
amrani bouzid benali bennani bouchra idrissi ouali yaakoubi ouazzani haddad mansouri alaoui
bakkali zerouali berkani chaoui fassi hamdaoui tahiri aziz amine
yılmaz yilmaz kaya demir şahin sahin çelik celik yıldız yildiz yıldırım öztürk ozturk aydın aydin
özdemir ozdemir arslan doğan dogan kılıç kilic aslan çetin cetin kara koç koc kurt özkan polat
ramdin ramlal jagessar kalloe mahabier biharie sital soekhoe venetiaan pinas wijdenbosch
kowalski kowalska nowak wiśniewski wisniewski wójcik wojcik kamiński kaminski lewandowski
zieliński szymański woźniak kozłowski mazur
"""

_PREFIXES = """
van de den der ten ter te het 't la le el al du von da dos in op uit bij aan bin ould
"""

_AMBIGUOUS = """
an ans april art august bas beer ben beste bloem boy can constant dag dien door el elke
faith florence frans georgia guy hope india iris israel jade jan jordan joy june
kader kan kara ken kick king lex lieve linde lot mark may max mei merel milan nova paris pol
prince puck rim roos rose ruby said sera serge sofia ster sterre storm sultan sydney thor
toon victoria vigo wil wolf peren us bal kaya star bergen nazi handan balkan temel kaan asil aslan
dost
"""
_LOWER_CASE_WORDS = """
an ans april art august bas beer ben beste bloem can constant dag dien door el elke hope joy kader
kan kick king lieve linde lot mark may mei nova pol prince roos rose said ster storm toon wil wolf
wit groot kort lang bos klein mol prins haan beek dijk boer best smal zwart bruin wal sterk koning
"""
_NOT_SURNAMES = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni
juli augustus september oktober november december ik je jij u uw wij we hij zij ze het de een dit
dat er is was heeft had kan wil graag dank bedankt klant bestelling bestelnummer order ordernummer
klantnummer telefoon tel mobiel email e-mail mail adres postcode iban bsn geboren geb groet
groeten groetjes met mvg en of maar want dus ook niet wat waar wie hoe waarom wanneer bv nv vof
inc ltd gmbh hallo hoi beste van aan op in uit over bij voor naar om als toen daar hier nu mijn
ons onze klantenservice koffie espresso machine cafe café restaurant hotel bar school museum
"""
_NOT_ADDRESSED = """
klant klanten mevrouw meneer mijnheer heer dame heren dames team collega collegas collega's allen
allemaal iedereen mensen lezer lezers relatie sollicitant medewerker klantenservice service
helpdesk webshop redactie directie afdeling bezoeker gebruiker lid leden vriend vrienden wensen
koper verkoper leverancier partner klassekoffie lieverd schat dag ouders buur buren sir madam all
"""
_BIG_PLACES = """
alkmaar almelo almere amersfoort amstelveen amsterdam apeldoorn arnhem assen breda capelle delft
deventer doetinchem dordrecht drachten ede eindhoven emmen enschede franeker gouda groningen haarlem
harlingen heerenveen heerlen helmond hengelo hilversum hoofddorp hoogeveen hoorn joure kampen
leeuwarden leiden lelystad maastricht meppel middelburg nieuwegein nijmegen oss purmerend roermond
roosendaal rotterdam schiedam sittard sneek spijkenisse steenwijk tilburg utrecht veenendaal venlo
vlaardingen vlissingen wageningen zaandam zeist zoetermeer zutphen zwolle antwerpen brussel gent
"""
_NOT_PLACES = """
een hem heel echt neer wier gauw anderen handel zetten nederland oranje winkel est hall well lies
best waarde opende hoeven broek leende rien made nuis helden sloten schijf monster baard
"""
_NOT_FIRST_NAMES = frozenset({"beste", "dag", "lieve", "elke", "kader", "lot", "nazi", "us"})

PREFIXES = frozenset(_PREFIXES.split())
"""What may stand between a first name and a surname."""
AMBIGUOUS = frozenset(_AMBIGUOUS.split())
"""First names that are also words, places or months: no name by themselves."""
LOWER_CASE_WORDS = frozenset(_LOWER_CASE_WORDS.split())
"""Names that in lower case are far more often a word."""
NOT_SURNAMES = frozenset(_NOT_SURNAMES.split())
"""Words that follow a first name with a capital and are no surname."""
NOT_ADDRESSED = frozenset(_NOT_ADDRESSED.split())
"""Words that a greeting is followed by and that name nobody."""
BIG_PLACES = frozenset(_BIG_PLACES.split()) - frozenset({"ede", "emmen", "hoorn", "leiden"})
"""Places that are recognised without their capital as well."""


@cache
def first_names() -> frozenset[str]:
    """Known first names."""
    names = set(_FIRST.split())
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for field in ("first_names", "first_names_male", "first_names_female"):
            shortest = _SHORTEST.get(locale, 2)
            names |= {n.lower() for n in getattr(provider, field, ()) if len(n) >= shortest}
    return frozenset(name for name in names - _NOT_FIRST_NAMES if " " not in name)


@cache
def last_names() -> frozenset[str]:
    """Known surnames, without what stands before them (`van`), each part of a double one apart."""
    names = set(_LAST.split())
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for field in ("last_names", "male_last_names", "unisex_last_names"):
            for name in getattr(provider, field, ()):
                names |= {part for part in name.lower().replace(",", "").split() if len(part) > 2}
    return frozenset(names - PREFIXES - NOT_SURNAMES)


@cache
def places() -> frozenset[str]:
    """Known places in the Netherlands and Belgium, as they are written, in lower case."""
    names = set(BIG_PLACES) | {"ede", "emmen", "hoorn", "leiden", "den haag", "den bosch"}
    for locale in ("nl_NL", "nl_BE"):
        provider = import_module(f"faker.providers.address.{locale}").Provider
        names |= {city.lower() for city in provider.cities}
    return frozenset(names - set(_NOT_PLACES.split()))
