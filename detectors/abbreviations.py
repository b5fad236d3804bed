"""The words that the short names of old systems stand for: `GEBDAT` is `geboorte_datum`.

Names of columns were cut to eight or ten signs, by leaving out vowels or endings. Two kinds
are spelled out: whole words that are known (`TSSNV`), and a subject with the kind of value
behind it (`KL` and `NR`). Field names of SAP, which are the same everywhere, are read too.
What is not known stays as it is; a name that is no abbreviation says what it says itself.
"""

import re
from collections.abc import Iterable

_WORDS = {
    "achternaam": "achtern achtnm achnm anm lname lastnm surnm nachn sname",
    "voornaam": "voorn vrnm vnm vn fname firstnm vorna givennm roepnm",
    "tussenvoegsel": "tssnv tsnv tussenv tussenvgsl tsvgs tussenvgs voorvoegsel vvgsl",
    "voorletters": "vrlt vrltrs voorl voorlt vltrs vrl vlt init inits",
    "geslacht": "gesl geslt gsl gslcht gesch gndr",
    "aanhef": "anred aanh aanspr aansprk",
    "geboortedatum": "gebdat gebdt gebdtm gbdat gbdt gdat geb_dat geb_dt dob dtgeb datgeb gebd",
    "geboorteplaats": "gebpl gebplts gbort gebplaats",
    "straat": "strt str stras straatnm strnm strtnm",
    "huisnummer": "hsnr hnr huisnr hnum huisnum hsnum hausnr hsno",
    "huisnummer_toevoeging": "hstv toev toevg huistv hntoev hstoev hsnrtv hnrtv hsnrtoev hnrtoev",
    "adres": "adr adrs adrrgl adresrgl",
    "postcode": "pc pcd postcd pcode pstcd pstlz postc pstcode plz pc6",
    "woonplaats": "wpl wnpl wplts woonpl woonplts wnplts ort01 plts plnm plaatsnm",
    "telefoon": "telnr tlf tlfn telf1 telf2 tel1 tel2 telefnr telno tlfnr telnum",
    "mobiel": "mobnr mobl mobtel gsmnr mobno",
    "email": "eml emladr emailadr emadr mailadr smtp_addr emlad emailad",
    "klant_nummer": "klnr kltnr klntnr klantnr kunnr knr kdnr custno custnr custnum klno klid",
    "debiteur_nummer": "debnr debno debitnr",
    "relatie_nummer": "relnr relno",
    "order_nummer": "ordnr ordno bestnr bstnr vbeln ordnum ordid bestelnr",
    "rekeningnummer": "reknr rknr bankn bnkrek bankrek bankreknr",
    "rekeninghouder": "rekhdr koinh",
    "naam": "nm name1 naam1",
    "gebruikersnaam": "ernam aenam usnam crusr usrid usid usrnm usrname gebrnm loginnm bname uname",
    "wachtwoord": "wachtw wwrd passw",
    "kenteken": "kntk kntkn kent kentkn",
    "burgerservicenummer": "bsnnr sofinr sofi perid",
    "paspoortnummer": "paspnr pspnr",
    "rijbewijsnummer": "rijbewnr rbwnr",
    "opmerking": "opm opmrk opmerk bem",
    "omschrijving": "oms omschr omsch",
    "taal": "spras tl taalcd",
    "klant_naam": "klnm kltnm klantnm custnm",
    "medewerker_naam": "mdwnm medewnm mdwnaam",
    "contactpersoon": "contpers cntpers ctpers contactp",
    "salaris": "sal salar bruto_sal",
    "firmware": "fw fmw firmw",
    "cadeaubon": "cadbon kadobon",
}  # fmt: skip
_SUBJECTS = {
    "klant": "kl klt klnt klant kd cust",
    "debiteur": "deb",
    "relatie": "rel",
    "lid": "lid",
    "achter": "acht achtr",
    "voor": "voor vr",
    "geboorte": "geb gbrt gebrt gb",
    "huis": "huis hs",
    "telefoon": "tel tlf telef telefoon",
    "mobiel": "mob mobl mobiel",
    "straat": "str strt straat",
    "post": "post pst",
    "woon": "woon wn",
    "order": "ord order",
    "bestel": "bestel bst",
    "rekening": "rek reken",
    "medewerker": "mdw medew medw",
    "contact": "cont cntct",
    "factuur": "fact fac fct",
    "aflever": "afl aflev",
    "bezorg": "bez bezrg",
    "gebruikers": "gebr gebrk",
    "kenteken": "kent",
    "student": "stud",
}
_KINDS = {
    "nummer": "nr num no nmr",
    "naam": "nm naam nam",
    "datum": "dat dt dtm datum",
    "plaats": "pl plts plaats",
    "code": "cd kd code",
    "adres": "adr adrs adres",
    "letters": "lt lttrs ltrs",
}


def _by_short(table: dict[str, str]) -> dict[str, str]:
    return {short: long for long, shorts in table.items() for short in shorts.split()}


def _either(shorts: Iterable[str]) -> str:
    return "|".join(sorted(shorts, key=len, reverse=True))


_LONG = _by_short(_WORDS)
_SUBJECT = _by_short(_SUBJECTS)
_KIND = _by_short(_KINDS)
_TWO = re.compile(rf"({_either(_SUBJECT)})_?({_either(_KIND)})")
_NUMBERED = re.compile(r"(.+?)_?(\d{1,2})")


def spelled_out(name: str) -> str:
    """A normalised name with its abbreviations written out; itself where it has none."""
    whole = _word(name)
    if whole is not None:
        return whole
    words = [_word(word) or word for word in name.split("_")]
    return "_".join(words)


def _word(name: str) -> str | None:
    if name in _LONG:
        return _LONG[name]
    two = _TWO.fullmatch(name)
    if two and (two[1], two[2]) != (_SUBJECT[two[1]], _KIND[two[2]]):
        return f"{_SUBJECT[two[1]]}_{_KIND[two[2]]}"
    if (numbered := _NUMBERED.fullmatch(name)) and numbered[1] != name:
        return _word(numbered[1])
    return None
