r"""USERNAME: the name by which somebody logs in; the span covers the value alone.

In running text and logs only after a label (`gebruikersnaam:`, `user=`, `gewijzigd_door:`), in the
phrases of an authentication log (`Login OK: [...]`, `role "..." is not permitted`, beside the word
for a password), in front of what a server writes of a request, as the user part of a URL, a home
folder (`/home/jdevries/`), a Windows domain (`WINKEL\jdevries`), the third field of an access log,
or before the hash in a file of passwords. A bare `login`, `user` or `account`, and a label without
a sign behind it, may as well be followed by a word: there only what looks like an account counts
(a digit, a `_`, a dot inside). Accounts of the machine itself (`root`, `www-data`) are nobody's.
The bare `user`, `handle` or `nickname` of a column counts as well: the cell must be one word.

Check rule: none. Known false alarms: a service account with a name of its own. Known misses: an
account of plain letters that a sentence only hints at.
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detectors.re2 import matching
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_VALUE = (
    r"(?P<value>(?=[\d_.-]{0,20}[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.+@-]{1,62}[A-Za-z0-9_])"
    r"(?![\w@*!#$%^])"
)
_LIKE_ONE = (
    r"(?=[A-Za-z.+@-]{0,40}[\d_]|[A-Za-z][\w-]{0,30}\.[A-Za-z])"
    r"(?![\w.-]{1,60}\.(?:nl|com|be|de|eu|org|net|html?|php|pdf|csv)(?!\w))"
)
_LABEL = (
    r"(?<![^\W_])(?i:gebruikersnaam|gebruikers[ _-]?(?:id|code)|inlog[ -]?(?:naam|id|code)"
    r"|login[ _-]?(?:name|naam|id)|accountnaam|account[ _]name|user[ _-]?name|user[ _-]?id|uname"
    r"|logname|schermnaam|screen[ _]?name|nick[ _]?name|profielnaam|benutzername"
    r"|sam_?account_?name|remote[_-]?user|auth[_-]?user|ad-account|windows-account)"
)
_WEAK = r"(?<![\w?&/-])(?i:user|login|inlog|account|acct|gebruiker|usr)"
_VALUE_OF_URL = r"(?P<value>[A-Za-z_][\w.-]{1,31})"
_OPEN = r"[\"'‘“(]{0,2}"
_NOBODY = re.compile(
    r"(?i:root|admin(?:istrator)?|beheer(?:der)?|system|systeem|daemon|nobody|anonymous|guest|gast"
    r"|sshd|public|default|shared|all|ubuntu|debian|ec2-user|deploy(?:er)?|runner|jenkins|git"
    r"|backup|cron|batch|job|import|export|sync|api|app|web|service|webshop|magento|shopify|worker"
    r"|scheduler|bot|test|www-data|www|nginx|apache|postgres|mysql|redis|spark|hadoop|airflow"
    r"|oracle|node|vagrant"
    r"|is|are|was|required|null|none|nil|undefined|unknown|onbekend|ontbreekt|leeg|niet|mag|veld"
    r"|\w{0,20}(?:portaal|portal|systeem|omgeving|website|webshop|router|kassa|laptop|server|netwerk"
    r"|database|pagina|wifi)"
    r"|klantenservice|support|info|sales|verkoop|inkoop|magazijn|balie|receptie|directie|marketing"
    r"|administratie|boekhouding|helpdesk|planning"
    r"|moet|user|username|user_?id|gebruiker|gebruikersnaam|login|account|klant|customer"
    r"|medewerker|employee|name|naam|email|e-mail|mail|e-?mail-?adres|mailadres|wachtwoord|password"
    r"|string|text|true|false|ja|nee|yes|no|ok|success\w*|failed|failure|error|mislukt|gelukt"
    r"|geslaagd|invalid|ongeldig|onjuist|verkeerd|fout|correct|juist|incorrect|active|actief"
    r"|inactief|geblokkeerd|locked|blocked|gewijzigd|veranderd|aangepast|verplicht|vergeten|kwijt"
    r"|verlopen|bezet|uniek|bekend|gewoon|alleen|altijd|hetzelfde|dezelfde|gelijk|een|het|de|dat|dit"
    r"|die|wat|iets|mijn|uw|je|jouw|als|of|en|met|van|voor|via|zonder|from|for|with|and|the|your|my"
    r"|this|not|nodig|bestaat|kan|werkt|klopt|staat|wordt|wijzigen|aanpassen|opvragen|kiezen"
    r"|invoeren|invullen|google|facebook|apple|microsoft|sso|zakelijk|particulier|nieuwe?|oude?)"
)
_KEY = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{16,}")


def is_account(text: str, start: int, end: int) -> bool:
    """Whether the span can be somebody's account: no word, no key, and not a machine's own."""
    return not (_NOBODY.fullmatch(text, start, end) or _KEY.fullmatch(text, start, end))


def are_accounts(values: pa.StringArray) -> npt.NDArray[np.bool_]:
    """`is_account` of whole values; shape (n,) to (n,)."""
    return ~matching(values, rf"\A(?:{_NOBODY.pattern}|{_KEY.pattern})\z")


RECOGNIZER = Recognizer(
    entity="USERNAME",
    patterns=(
        Pattern(
            regex=rf"{_LABEL}(?:/[\w-]{{1,12}})?(?:[\"']? ?(?:=>|[:=>])[ \t]{{0,6}}"
            rf"| (?:is|was|luidt):? )(?:(?:nu|gewoon|altijd) )?{_OPEN}{_VALUE}",
            score=0.85,
        ),
        Pattern(regex=rf"{_LABEL}(?: [a-z]{{2,12}}){{1,4}} ?: {_OPEN}{_VALUE}", score=0.8),
        Pattern(regex=rf"{_LABEL} {_OPEN}{_LIKE_ONE}{_VALUE}", score=0.75),
        Pattern(
            regex=rf"{_LABEL} {_OPEN}{_VALUE}[\"'’”]?(?= (?:bestaat|is al|is niet|niet gevonden))",
            score=0.75,
        ),
        Pattern(regex=rf"{_WEAK}=[\"'<]?{_VALUE}", score=0.75),
        Pattern(regex=rf"{_WEAK}[\"']\s?:\s?[\"']{_VALUE}[\"']", score=0.75),
        Pattern(
            regex=r"(?<![\w?&/-])(?i:user|login|inlog|gebruiker|usr) ?: ?"
            rf"{_VALUE}(?=\s*(?:$|[\n;|)\]}}]))",
            score=0.7,
        ),
        Pattern(
            regex=rf"{_WEAK} [\"'‘“]{_VALUE}[\"'’”]",
            score=0.75,
        ),
        Pattern(
            regex=rf"{_WEAK}(?:naam)?(?: ?: ?|(?: is)?(?: nu| gewoon)? ){_OPEN}{_LIKE_ONE}{_VALUE}",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:(?:gewijzigd|aangemaakt|ingevoerd|toegevoegd|verwerkt"
            r"|goedgekeurd|bijgewerkt|verwijderd|created|modified|updated|changed|deleted|approved"
            rf"|edited|uploaded)[ _]?(?:door|by))[\"']? ?[:=] ?[\"']?{_VALUE}(?! [A-Z])",
            score=0.75,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:inlogpoging(?:en)?|aanmeldpoging(?:en)?|ingelogd|uitgelogd|aangemeld"
            r"|inloggen|aanmelden|log(?:t|de)?(?: \w{2,6})? in|logged (?:in|out)|login(?: attempt)?"
            r"|logout|bewerkt|gewijzigd|aangemaakt|ingevoerd|verwerkt|bijgewerkt|goedgekeurd)"
            rf" (?:op|van|door|voor|met|als|by|for|as|from)(?: (?:gebruiker|user|account|naam))? "
            rf"{_OPEN}{_LIKE_ONE}{_VALUE}",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:user|gebruiker|account) {_OPEN}{_VALUE}[\"'’”)]{{0,2}}"
            r"(?= (?i:logged|signed|locked|created|deleted|disabled|has logged|ingelogd|uitgelogd"
            r"|aangemeld|geblokkeerd|has|heeft|not found|niet gevonden|failed"
            r"|is (?:ingelogd|uitgelogd|geblokkeerd|aangemaakt|verwijderd|toegevoegd)))",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?:password|publickey|session opened|session closed|keyboard-interactive/pam)"
            rf" for (?:invalid user |illegal user |user )?{_VALUE}(?: from |\(uid| by |$|\n)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?:session opened for user \S{{1,32}} by |uid=\d{{1,10}}\()"
            rf"{_VALUE}[()]",
            score=0.8,
        ),
        Pattern(
            regex=r"(?i:from user|login attempt by|login failed for) "
            rf"{_VALUE}(?: \d| failed| from)",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![\w-])(?:ssh|scp|rsync|sftp)\s[^\n|;@]{0,60}?(?<![\w.])"
            r"(?P<value>[A-Za-z_][\w.-]{1,31})@[A-Za-z0-9]",
            score=0.75,
        ),
        Pattern(
            regex=r"(?<![\w-])(?:mysql|mysqldump|psql|pg_dump|sqlplus|smbclient)\s[^\n|;]{0,60}?"
            rf"-[uU] ?{_VALUE}",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?:uid|cn|sAMAccountName)={_VALUE},(?:ou|dc|cn|o)=",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:actor|principal|operator|(?:mutatie|last|app|web|audit|session|login"
            rf"|ftp|shop)_user)[\"']? ?[:=] ?[\"']?{_VALUE}(?! [A-Za-z])",
            score=0.75,
        ),
        Pattern(
            regex=rf"/(?:users?|gebruikers?|profiel|profile|account|u)/{_LIKE_ONE}{_VALUE}(?=[/?\s\"]|$)",
            score=0.7,
        ),
        Pattern(regex=rf"(?<![\w-])(?:curl|wget|http)\s[^\n|]{{0,80}}?-u ?{_VALUE}:", score=0.75),
        Pattern(regex=rf"(?:ftp|sftp|ssh|https?)://{_VALUE_OF_URL}@[A-Za-z0-9]", score=0.7),
        Pattern(regex=rf"(?:[Ii]nvalid|[Ii]llegal|[Uu]nknown) user {_VALUE} from ", score=0.8),
        Pattern(
            regex=rf"(?<!\w)(?i:role|rol|user|gebruiker) \"{_VALUE}\""
            r"(?= (?i:is|was|does|has|bestaat|mag|heeft|cannot|may))",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?i:login (?:ok|incorrect|failed|success|successful|denied)[^\[\n]{{0,40}}): "
            rf"\[{_VALUE}[\]/]",
            score=0.8,
        ),
        Pattern(regex=rf"\[{_VALUE}\] (?:OK|FAIL) LOGIN", score=0.8),
        Pattern(
            regex=rf"{_WEAK}(?: ?: ?| )[\"']?{_VALUE}[\"']?"
            r"(?=[ ,;/+|&-]{1,3}(?:(?:en|met|and|with) )?(?:het )?"
            r"(?i:ww|pass|password|wachtwoord|paswoord|pw|pwd|wwoord)(?!\w))",
            score=0.75,
        ),
        Pattern(
            regex=r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3} (?:- )?"
            rf"{_VALUE} (?=\"(?:Mozilla|GET|POST|PUT|HEAD|DELETE|PATCH)|\[\d)",
            score=0.8,
        ),
        Pattern(
            regex=rf"{_LABEL}[^\n.!?]{{0,40}}?(?i:wijzigen|veranderen|aanpassen|omzetten|gewijzigd"
            rf"|veranderd) (?:van \S{{3,40}} )?(?:naar|in) {_OPEN}{_LIKE_ONE}{_VALUE}",
            score=0.75,
        ),
        Pattern(
            regex=rf"{_LABEL}[^\n.!?]{{0,40}}?(?i:wijzigen|veranderen|aanpassen|omzetten|gewijzigd"
            rf"|veranderd) van {_OPEN}{_LIKE_ONE}{_VALUE}(?=[\"'’”]? (?:naar|in) )",
            score=0.75,
        ),
        Pattern(
            regex=rf"(?<!\w)(?:AUDIT|[Aa]udit(?:log|trail)?)[ :|-]{{1,3}}{_LIKE_ONE}{_VALUE}"
            r"(?= [a-z])",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:wachtwoord|password|ww|pw) (?:voor|van|for|of) "
            rf"{_LIKE_ONE}{_VALUE}(?= ?:)",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\w)(?i:forumlid|forumgebruiker|chatnaam) {_OPEN}{_LIKE_ONE}{_VALUE}",
            score=0.7,
        ),
        Pattern(
            regex=rf"{_LABEL}(?: [a-z]{{2,12}}){{1,4}} (?:is|was|luidt):? "
            rf"{_OPEN}{_LIKE_ONE}{_VALUE}",
            score=0.75,
        ),
        Pattern(
            regex=r"(?<!\w)(?:Target|Subject|Client|Logon|Remote|Auth|Db|Current)UserName[=:] ?"
            rf"{_VALUE}",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<!\w)postgres: {_VALUE} \w{{1,40}} (?:\[local\]|\d{{1,3}}\.\d)", score=0.8
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:toegewezen aan|assigned to|behandeld door|handled by) ?[:=] ?"
            rf"[\"']?{_VALUE}(?! ?[A-Z])(?=\s*(?:$|[\n;|,.)\"']))",
            score=0.7,
        ),
        Pattern(regex=rf"(?:^|\n|: ){_VALUE} {{1,12}}(?:pts/\d|tty\d)", score=0.8),
        Pattern(regex=rf"(?<![\w-])kubectl [^\n|]{{0,40}}--as[= ]{_VALUE}", score=0.75),
        Pattern(regex=rf"(?<!\w)CRON\[\d{{1,7}}\]: \({_VALUE}\) (?:CMD|RELOAD|LIST)", score=0.8),
        Pattern(
            regex=rf"(?<!\w)(?:su(?:\[\d+\])?: (?:FAILED SU )?\(to \S{{1,32}}\)) {_VALUE} on ",
            score=0.8,
        ),
        Pattern(regex=rf"(?<!\w)r\d{{1,7}} \| {_VALUE} \| \d{{4}}-", score=0.8),
        Pattern(
            regex=rf"(?<![\w-])[dl-][rwxsStT-]{{9}}[.+@]? {{1,4}}\d{{1,4}} {_VALUE} ", score=0.8
        ),
        Pattern(regex=rf"(?<!\w)sudo(?:\[\d+\])?: {{1,8}}{_VALUE} : [A-Za-z]", score=0.8),
        Pattern(
            regex=rf"(?<![\w$:/.-]){_VALUE}:(?:\$(?:\d[a-z]?|apr1|y)\$|\{{S?SHA)",
            score=0.85,
        ),
        Pattern(regex=rf"://{_VALUE}:[^\s/@\"]{{3,64}}@[\w.-]", score=0.8),
        Pattern(regex=rf"\d - {_VALUE} \[\d\d/[A-Z][a-z][a-z]/\d{{4}}:", score=0.85),
        Pattern(
            regex=rf"(?:(?<![\w.])/home/|[A-Za-z]:\\+(?:Users|Gebruikers)\\+){_VALUE}[/\\]",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w\\:/.])(?!HK)[A-Z][A-Z0-9-]{{2,14}}\\{{1,2}}(?=[a-z]){_VALUE}(?![\\.])",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<![\w@.-]){_VALUE} als (?:mijn )?(?i:gebruikersnaam|inlognaam|loginnaam"
            r"|username|accountnaam)(?!\w)",
            score=0.7,
        ),
    ),
    accept=is_account,
    accept_whole=are_accounts,
    column=ColumnRule(
        names=(
            r"(\w+_)?(user_?name|gebruikers_?naam|user_?login|login_?(naam|name)|inlog_?naam)",
            r"(\w+_)?(login|inlog)|sam(_?account)?(_?name)?|wie|who|adviseur|behandelaar|recruiter",
            r"acceptant|analist|laborant|planner|kassier|verkoper|beheerder",
            r"actor|gebruiker|(\w+_)?user|(ad|nt|windows|win|domein|domain|network|netwerk)_?account",
            r"account_?(naam|name)|screen_?name|scherm_?naam",
            r"(\w+_)?(ingevoerd|aangemaakt|gewijzigd|bijgewerkt|verwerkt|created|updated|modified|"
            r"changed|entered)_(door|by)|(toegewezen_aan|assigned_to)",
            r"nick_?name|nick|bij_?naam|handle",
        ),
        not_names=(r"(bank|db|database|storage|service|smtp)_?(user|login|user_?name)\w*",),
        cell=(
            r"(?!\(?(?i:null|none|nan|n\.?v\.?t\.?|onbekend|unknown|anonymous|true|false|geen|leeg)\)?\Z)"
            r"(?:[A-Za-z][\w.-]{1,30}\\)?(?=.*[^\W\d_])[^\s,;<>{}\[\]\"|\\]{2,64}"
        ),
    ),
    precedence=8,
    examples=(
        "Mijn gebruikersnaam is koffieleut88",
        "Failed password for invalid user jdevries from 10.0.0.7 port 22",
        "login ok user=m.bakker session=7",
    ),
    counterexamples=(
        "Mijn gebruikersnaam is kwijt",
        "Failed password for root from 10.0.0.7 port 22",
        "GET /zoek?user=agent&x=1",
        "De gebruikersnaam mag geen spaties bevatten",
        "mijn login is kapot",
        "gewijzigd door: systeem",
    ),
)
