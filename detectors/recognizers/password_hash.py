"""PASSWORD_HASH: a password as a hash, as an account keeps it.

Made by the software that checks the password: bcrypt (`$2b$12$...`), Argon2, scrypt, PBKDF2
(Django, Werkzeug, passlib, ASP.NET), crypt (MD5, SHA-256, SHA-512, yescrypt), phpass, Drupal, LDAP
(`{SSHA}`).

No check rule.

The named notations count by themselves. A bare hexadecimal MD5, SHA-1, SHA-2 has the shape of
any checksum, and counts only right behind a word for a password or in a column of that name; a
reset token is none.
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
    r"|\{(?:SSHA|SHA|SSHA256|SSHA512|SMD5)\}[A-Za-z0-9+/]{20,}={0,2}"
    r"|AQAAAA[A-Za-z0-9+/]{60,90}={0,2})"
)
WORD = r"(?<![^\W_])(?i:wachtwoord|password|passwd|passwrd|pwd|passwort|passphrase|ww|w\.w\.)"

RECOGNIZER = Recognizer(
    entity="PASSWORD_HASH",
    patterns=(
        Pattern(regex=rf"(?<![\w$]){NAMED}(?![\w$])", score=0.95),
        Pattern(
            regex=rf"{WORD}(?!\w*(?:reset|token))[\w -]{{0,12}}\"?'? ?[:=]{{1,2}}>? ?[\"']?"
            rf"(?P<value>{HEX})(?!\w)",
            score=0.9,
        ),
        Pattern(regex=rf"{WORD}[ _-]?(?i:hash) (?P<value>{HEX})(?!\w)", score=0.9),
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
        cell=rf"{NAMED}|{HEX}|[A-Za-z0-9+/]{{43,88}}={{0,2}}",
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
