"""PASSWORD: a password that can be read.

Chosen by the person; the statement allows only a hash of it. The span is the password itself:
behind `wachtwoord:`, `password=`, `ww is`, in JSON, XML, a URL's query or its user part. Quotes
hold a whole phrase. Behind `pass=` and `"pass":`, which say other things too, only what
looks like a password.

No check rule.

Not counted: hashes (PASSWORD_HASH), masks (`****`, `[FILTERED]`), placeholders (`<password>`,
`${DB_PASSWORD}`, `null`) and what is said about a password (`wachtwoord vergeten`). Behind the word
`is`, or without a sign between, a value counts only where it looks like one: a digit or a sign
beside letters.
Known misses: words of plain letters in a sentence (`wachtwoord is koffie`), and what follows a `&`
or `,` in a password without quotes.
"""

import re

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer
from detectors.recognizers.password_hash import HEX, NAMED, WORD

_VALUE = r"[^\s\"'<>&,;]{3,63}[^\s\"'<>&,;.)\]}:?]"
_MASK = r"(?:[*•.xX#-]+|%\(\w+\)[sd]|\[\w+\]?|\(\w+\)?|<[^>]*>|\$?\{{1,2}[^}]*\}{0,2}|\$\w+|%\w+%?)"
_WORDS = (
    r"(?i:null|none|nil|true|false|ja|nee|yes|no|undefined|empty|leeg|onbekend|geheim|vergeten"
    r"|filtered|redacted|masked|hidden|verborgen|required|verplicht|invalid|ongeldig|incorrect"
    r"|onjuist|fout|verlopen|expired|changed|gewijzigd|reset|string|wachtwoord|password|bcrypt|md5"
    r"|sha-?\d+|argon2\w*|pbkdf2\w*|base64|minimaal|nieuw|nodig|prompt|sudo|authentication|zie|klopt"
    r"|werkt|instellen|opnieuw|herstellen|aanpassen|wijzigen)"
)
_NO_PASSWORD = re.compile(
    rf"{_MASK}|{_WORDS}|{NAMED}|{HEX}|https?://.*|HTTP/[\d.]+|\d{{1,2}}-\d{{1,2}}-\d{{4}}"
)
_LIKE_ONE = r"(?=\S{0,40}[\d!@#$%^&*_+=])(?=\S{0,40}[A-Za-z])"


def is_readable(text: str, start: int, end: int) -> bool:
    """Whether the span is a password, and no mask, hash or word about one."""
    return _NO_PASSWORD.fullmatch(text, start, end) is None


RECOGNIZER = Recognizer(
    entity="PASSWORD",
    patterns=(
        Pattern(regex=rf"{WORD}(?:=|%3D)(?P<value>{_VALUE})", score=0.9),
        Pattern(
            regex=rf"{WORD}[\"']? ?(?::|=>|=) ?[\"'](?P<value>[^\"\n]{{4,64}}?)[\"']", score=0.9
        ),
        Pattern(
            regex=rf"{WORD}(?: ?[:=] ?[\"']?| ?->? )(?P<value>{_LIKE_ONE}{_VALUE})",
            score=0.9,
        ),
        Pattern(regex=rf"{WORD}>(?P<value>[^<\s]{{4,64}})</", score=0.9),
        Pattern(
            regex=rf"(?<![^\W_])(?i:pass)(?:=|[\"'] ?: ?)[\"']?(?P<value>{_LIKE_ONE}{_VALUE})",
            score=0.8,
        ),
        Pattern(
            regex=rf"{WORD} (?:is|was|wordt|ist)(?: (?:nu|gewoon|nog|steeds)){{0,2}}:? [\"']?"
            rf"(?P<value>{_LIKE_ONE}{_VALUE})",
            score=0.8,
        ),
        Pattern(
            regex=rf"{WORD} [\"'(]?(?P<value>(?=\S{{0,40}}\d)(?=\S{{0,40}}[A-Za-z]){_VALUE})",
            score=0.6,
        ),
        Pattern(regex=r"://[^\s:/@\"]{1,64}:(?P<value>[^\s@/\"]{3,64})@[\w.-]", score=0.8),
    ),
    accept=is_readable,
    column=ColumnRule(
        names=(
            r"\w*(wachtwoord|password|passwd|pwd|passphrase)"
            r"(_(plain|plaintext|clear|oud|old|nieuw|new|tekst|text|raw))?",
            r"(\w+_)?(ww|pw|pass)",
        ),
        not_names=ABOUT,
        cell=rf"(?!(?:{_MASK}|{_WORDS}|{NAMED}|{HEX}|\d{{4}}-\d\d-\d\d.*|[A-Za-z0-9+/]{{43,88}}={{0,2}})$)"
        r"\S.{2,62}\S",
    ),
    precedence=15,
    examples=(
        "inloggen met wachtwoord: Koffie123!",
        "POST /login?user=jan&password=hunter HTTP/1.1",
        '{"user": "jan", "password": "zomer in fryslan"}',
        "mijn ww is Bonen2024",
    ),
    counterexamples=(
        "Wachtwoord vergeten? Klik hier",
        "password=********",
        "password=${DB_PASSWORD}",
        "password_hash=5f4dcc3b5aa765d61d8327deb882cf99",
        "mijn wachtwoord is verlopen",
        "wachtwoord: minimaal acht tekens",
    ),
)
