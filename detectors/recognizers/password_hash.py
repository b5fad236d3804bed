"""PASSWORD_HASH: a password as a hash, as an account keeps it.

Made by the software that checks the password: bcrypt (`$2b$12$...`), Argon2, scrypt, PBKDF2
(Django, Werkzeug, passlib, ASP.NET), crypt (MD5, SHA-256, SHA-512, yescrypt), phpass, Drupal,
LDAP (`{SSHA}`), databases (MySQL, SQL Server, PostgreSQL), Windows, GRUB, Magento and
osCommerce (hexadecimal, with `:` and the salt).

No check rule.

The named notations count by themselves. A bare hexadecimal MD5, SHA-1, SHA-2 has the shape of any
checksum, and counts only right behind a word for a password, beside `hash van het wachtwoord` or
`wachtwoord ... als md5`, or in a column of that name, also of a table inside the text; a reset
token is none. In a column of that name so do the notations that say what they are without a name
known here (`{pbkdf2}...`, `$id$...`), a hash with its salt behind `:`, base64 of the length of a
hash, and one that is locked (`!$6$...`); plain passwords beside them say nothing against it, for
an account has one or the other.
Known false alarms: hashes of other secrets (tokens) in the same notations.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

HEX = "(?:" + "|".join(rf"[0-9A-Fa-f]{{{length}}}" for length in (128, 96, 64, 56, 40, 32)) + ")"
NAMED = (
    r"(?:(?:bcrypt(?:_sha256)?\$)?\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}"
    r"|\$argon2(?:id|i|d)\$(?:v=\d+\$)?m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+"
    r"|\$scrypt\$ln=\d+,r=\d+,p=\d+\$[\w./+-]+\$[\w./+-]+"
    r"|scrypt:\d+:\d+:\d+\$\w+\$[0-9a-f]{64,128}"
    r"|pbkdf2_sha(?:1|256|512)\$\d+\$\w+\$[A-Za-z0-9+/]+={0,2}"
    r"|pbkdf2:sha(?:1|256|512)(?::\d+)?\$\w+\$[0-9a-f]{40,128}"
    r"|\$pbkdf2(?:-sha(?:1|256|512))?\$\d+\$[\w./]+\$[\w./]+"
    r"|\$(?:1|5|6|apr1)\$(?:rounds=\d+\$)?[./\w]{1,16}\$[./A-Za-z0-9]{22,86}"
    r"|\$y\$[./A-Za-z0-9]+\$[./A-Za-z0-9]+\$[./A-Za-z0-9]{43}"
    r"|\$[PH]\$[./A-Za-z0-9]{31}"
    r"|\$S\$[./A-Za-z0-9]{52}"
    r"|\$(?:sha1|md5|7|gy)\$[./\w$=,-]{24,160}"
    r"|(?:sha1|md5|sha256)\$\w{1,24}\$[0-9a-f]{32,64}"
    r"|SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+"
    r"|grub\.pbkdf2\.sha512\.\d+\.[0-9A-F]+\.[0-9A-F]+"
    r"|\*[0-9A-F]{40}|0x0[12]00[0-9A-Fa-f]{48,140}|md5[0-9a-f]{32}"
    r"|aad3b435b51404eeaad3b435b51404ee:[0-9a-f]{32}"
    r"|\{(?:SSHA|SHA|SSHA256|SSHA512|SMD5)\}[A-Za-z0-9+/]{20,}={0,2}"
    r"|AQAAAA[A-Za-z0-9+/]{60,90}={0,2})"
)
WORD = (
    r"(?<![^\W_])(?i:wachtwoord|wachtw(?!\w)\.?|wwoord|w8woord|paswoord|passwoord|wachtzin|kennwort"
    r"|password|passwd|passwrd|passw(?!\w)\.?|passwort|passphrase|passcode|mot de passe|pwd"
    r"|pw(?!\w)|ww|w\.w\.|wi-?fi-?(?:sleutel|code)|netwerksleutel)"
)

CELL = (
    rf"[!*]{{0,2}}(?:{NAMED}|(?:[\w./+-]{{1,64}}:)?{HEX}(?::\S{{1,64}})?|\$[A-Za-z0-9-]{{1,20}}\$\S{{16,400}}"
    r"|\{(?i:s?sha-?\d{0,3}|s?md\d|b?crypt|scrypt|argon2\w{0,2}|pbkdf2[\w-]{0,12}|ldap)"
    r"(?:@[\w-]{1,24})?\}\S{13,400}"
    r"|[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43,88}={0,2})"
)
"""Regular expression of a whole cell that is a hash, where its column is said to hold passwords."""

RECOGNIZER = Recognizer(
    entity="PASSWORD_HASH",
    patterns=(
        Pattern(regex=rf"(?<![\w$]){NAMED}(?![\w$])", score=0.95),
        Pattern(
            regex=rf"{WORD}(?!\w*(?:reset|token))"
            r"(?: \([\w ,-]{2,20}\) |[\w -]{0,12}\"?'? ?[:=]{1,2}>? ?[\"']?)"
            rf"(?P<value>{HEX})(?!\w)",
            score=0.9,
        ),
        Pattern(regex=rf"{WORD}[ _-]?(?i:hash) (?P<value>{HEX})(?!\w)", score=0.9),
        Pattern(
            regex=rf"{WORD}(?: [\w:-]+=\"[^\"]*\")*>(?P<value>{HEX})</",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:hash|md5|sha-?(?:1|256|512)) "
            r"(?i:van (?:het|haar|zijn|mijn|uw|je|een) )?"
            rf"{WORD}(?: [a-z]{{1,12}}){{0,5}}(?:[ :=(]|is|was){{1,6}}(?P<value>{HEX})(?!\w)",
            score=0.9,
        ),
        Pattern(
            regex=rf"{WORD}[^\n.;]{{0,60}}(?<!\w)(?i:hash\w*|gehasht|md5|sha-?(?:1|256|512))"
            r"(?![^\n.;]{0,40}(?:bestand|file|checksum|token|download)(?!\w))[^\n.;]{0,40}"
            rf"[ :=\"'(](?P<value>{HEX})(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![\w-]){HEX}(?!\w)(?=[^\n.;]{{0,30}}?(?i:md5|sha-?(?:1|256|512)|hash)"
            rf"(?i:[ -](?:van|of|for|voor))?(?: [a-z]{{2,6}}){{0,2}} {WORD})",
            score=0.8,
        ),
        Pattern(
            regex=rf"{WORD}[_ -]?(?i:hash)?[\"']?[;,|\t][^\n]{{0,80}}\n(?:[^\n]{{0,200}}\n){{0,2}}?"
            rf"(?:[^\n]{{0,80}}[;,|\t])?(?P<value>{HEX})(?!\w)",
            score=0.8,
        ),
        Pattern(
            regex=rf"{WORD}[\w -]{{0,12}}\"?'? ?[:=] ?[\"']?"
            r"(?P<value>[0-9a-f]{32}(?:[0-9a-f]{32})?:[\w./+]{2,32}(?::\d)?)(?!\w)",
            score=0.9,
        ),
    ),
    column=ColumnRule(
        names=(
            r"\w*(wachtwoord|password|passwd|pwd|passphrase)(_\w+)?",
            r"(\w+_)?(ww|pw|pass)(_?(hash|md5|sha1|sha256|encrypted))?",
            r"(gehasht|encrypted|hashed|crypted)_\w+",
        ),
        not_names=(
            r"(has|heeft|is|was|num|aantal|count)_\w+",
            r"\w+_(op|at|on|datum|date|expires|expired|reset|token|salt|type|algo|algorithm|hint)",
        ),
        cell=CELL,
        apart_from=("PASSWORD",),
    ),
    precedence=20,
    examples=(
        "hash $2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
        "password_hash=5f4dcc3b5aa765d61d8327deb882cf99",
        "pbkdf2_sha256$600000$abcDEF123$q1w2e3r4t5y6u7i8o9p0aSdFgHjKlZxCvBnM1234567=",
    ),
    counterexamples=(
        "commit 5f4dcc3b5aa765d61d8327deb882cf995aa765d6",
        "etag=5f4dcc3b5aa765d61d8327deb882cf99",
        "$2b$12$tekort",
        "password=geheim",
    ),
)
