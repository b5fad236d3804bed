"""PASSWORD: a password that can be read.

Chosen by the person; the statement allows only a hash of it. The span is the password itself:
behind `wachtwoord:`, `password=`, `ww is`, in JSON, XML, a URL's query or its user part. Quotes
hold a whole phrase. Behind `pass=` and `"pass":`, which say other things too, only what
looks like a password. So too where some words stand between (`wachtwoord voor de wifi: ...`, `het
wachtwoord dat ik gebruik (...)`): there a digit or sign beside letters is asked for.

No check rule.

Not counted: hashes (PASSWORD_HASH), masks (`****`, `[FILTERED]`), placeholders (`<password>`,
`${DB_PASSWORD}`, `null`, `changeme`), paths (`pwd=/var/www`) and what is said about a password
(`wachtwoord vergeten`). Behind the word `is`, or without a sign between, a value counts only
where it looks like one: a digit or a sign beside letters.
A column of passwords is often half done: hashes, and what was not hashed yet. Hashes say nothing
against the plain ones beside them, however few. The name of the column may say that they are
hashed: there only what a person can have chosen counts, twenty characters at most, and no hash
of that length (DES crypt, MySQL before 4.1). Words that say why there is no password (`LDAP`,
`disabled`, Django's `!` and forty characters) are none.
Known misses: words of plain letters in a sentence (`wachtwoord is koffie`), and what follows a `&`
or `,` in a password without quotes.
"""

import re

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Part, Pattern, Recognizer
from detectors.recognizers.password_hash import CELL as HASHED
from detectors.recognizers.password_hash import HEX, NAMED, WORD

_VALUE = r"[^\s\"'<>&,;]{3,63}(?:[^\s\"'<>&,;.)\]}:?]|\?(?=,))"
_MASK = r"(?:[*•.xX#-]+|%\(\w+\)[sd]|\[\w+\]?|\(\w+\)?|<[^>]*>|\$?\{{1,2}[^}]*\}{0,2}|\$\w+|%\w+%?)"
_WORDS = (
    r"(?i:null|none|nil|true|false|ja|nee|yes|no|undefined|empty|leeg|onbekend|geheim|vergeten"
    r"|filtered|redacted|masked|hidden|verborgen|required|verplicht|invalid|ongeldig|incorrect"
    r"|onjuist|fout|verlopen|expired|changed|gewijzigd|reset|string|wachtwoord|password|bcrypt|md5"
    r"|sha-?\d+|argon2\w*|pbkdf2\w*|base64|minimaal|nieuw|nodig|prompt|sudo|authentication|zie|klopt"
    r"|werkt|instellen|opnieuw|herstellen|aanpassen|wijzigen|optioneel|optional|bewaren|onthouden"
    r"|tonen|opslaan|kwijt|opgeslagen|resetten|verzonden|gestuurd|zelfde|hetzelfde|dezelfde|volgt"
    r"|mail|email|gebruikersnaam|username|login|inloggen|adres|telefoon|velden?|geblokkeerd)"
)
_NOT_SET = (
    r"(?i:ldap|sso|saml|oauth2?|oidc|kerberos|extern(?:al)?|disabled|locked|blocked|inactive|inactief"
    r"|uitgeschakeld|gedeactiveerd|deactivated|not[ _-]?set|niet[ _-](?:ingesteld|gezet|bekend)"
    r"|geen(?:[ _-]wachtwoord)?|no[ _-]password|\*(?:lk|np|locked)\*)|![A-Za-z0-9]{40}"
)
"""What programs keep where an account has no password of its own."""
_NONE = rf"{_MASK}|{_WORDS}|{_NOT_SET}|{HASHED}|\d{{4}}-\d\d-\d\d.*"
_SHORT_HASH = r"(?=.*[A-Z].*[A-Z])[./0-9A-Za-z]{13}|[0-9a-fA-F]{16}|[0-9a-fA-F]{20}"
_NO_PASSWORD = re.compile(
    rf"{_MASK}|{_WORDS}|{NAMED}|{HEX}|https?://.*|HTTP/[\d.]+|\d{{1,2}}-\d{{1,2}}-\d{{4}}"
    r"|(?i:jouw|uw|je|your|mijn|my|een)[-_ ]?(?i:wachtwoord|password|pass|ww)"
    r"|(?i:change[-_]?(?:me|this)|replace[-_]?(?:me|this|with)|verander[-_]?(?:mij|dit)"
    r"|vul[-_]?(?:hier[-_]?)?in|hier[-_]?invullen|invullen|in[-_]?te[-_]?vullen"
    r"|placeholder|todo|tbd)(?:[-_][A-Za-z_-]*)?"
    r"|(?:~|/[\w.-]+)(?:/[\w.-]*)+|[A-Za-z]:\\.*|\w+=\W?"
)
_LIKE_ONE = r"(?=\S{0,40}[\d!@#$%^&*_+=])(?=\S{0,40}[A-Za-z])"
# a digit and letters without the dots, slashes or colons of an address, a path or a time
_MIXED = (
    r"(?=[^\s\d]{0,40}\d|[^\s!@#$%^*]{0,40}[!@#$%^*]\S)(?=\S{0,40}[A-Za-z])"
    r"(?=[^\s:/]*(?:[\s,;)\"'.]|$))(?!\d+(?:[a-z]{1,2}|ste|de)?(?!\w))"
)


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
        Pattern(
            regex=rf"{WORD}(?: \([\w ]{{1,20}}\))? ?: (?P<value>{_LIKE_ONE}[^\s\"'<>,;]{{3,63}}"
            r"[^\s\"'<>,;.)\]}:?])",
            score=0.9,
        ),
        Pattern(
            regex=rf"{WORD}[\"']? ?: ?(?P<value>[A-Za-z][A-Za-z-]{{3,40}}[A-Za-z])(?=$|\n|[;|)])",
            score=0.7,
        ),
        Pattern(
            regex=rf"{WORD} [\"“‘'](?P<value>[^\"“”‘’'\n]{{4,64}})[\"”’']",
            score=0.7,
        ),
        Pattern(
            regex=rf"{WORD}(?: ?(?:→|–|,| -) ?|:? ?[\n\t] ?)"
            rf"(?P<value>{_MIXED}{_VALUE})(?=\s|$|[,.)])",
            score=0.7,
        ),
        Pattern(
            regex=rf"{WORD}(?: is| wordt)? (?i:gereset|gewijzigd|veranderd|aangepast|ingesteld"
            r"|gezet|omgezet|wijzigen|veranderen|zetten)(?: [a-z]{1,10})? (?:naar|in|op) "
            rf"(?P<value>{_MIXED}{_VALUE})",
            score=0.7,
        ),
        Pattern(
            regex=rf"(?<!\S)(?P<value>{_MIXED}{_VALUE})[\"'’”]? (?:is|was) "
            r"(?:mijn|het|ons|haar|zijn|uw|je) "
            rf"(?:[a-z]{{3,10}} )?{WORD}",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w-])(?:curl|wget|http)\s[^\n|]{0,80}?-u ?[\"']?[\w.@-]{2,40}:"
            rf"(?P<value>{_VALUE})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![\w-])(?:(?:mysql|mysqldump|mongo|mysqladmin)(?:\s[^\n|]{0,60}?)?\s-p"
            r"|sshpass\s-p ?)[\"']?"
            rf"(?P<value>{_LIKE_ONE}{_VALUE})",
            score=0.8,
        ),
        Pattern(regex=rf"{WORD}:? ?<[a-z]{{1,6}}>(?P<value>[^<\s]{{4,64}})</", score=0.8),
        Pattern(
            regex=rf"{WORD} (?:is|was|wordt|luidt) [\"“‘'](?P<value>[^\"“”‘’'\n]{{4,64}})[\"”’']",
            score=0.8,
        ),
        Pattern(regex=rf"{WORD}(?: [\w:-]+=\"[^\"]*\")*>(?P<value>[^<\s]{{4,64}})</", score=0.9),
        Pattern(
            regex=rf"{WORD}(?: (?!polic|moet|must|eis|regel)[a-z]{{1,14}}){{1,6}}"
            rf"(?: ?: ?| (?:is|was|wordt)(?: (?:nu|voortaan|nog|weer|gewoon|dus)){{0,2}}:? "
            rf"| ?[\"'(])(?P<value>{_MIXED}{_VALUE})",
            score=0.7,
        ),
        Pattern(
            regex=rf"{WORD}(?: (?i:voor|van|de|het|wi-?fi|netwerk|router|kantoor|kassa|laptop|pc"
            r"|computer|tablet|server|database|portaal|gasten)){1,3} "
            rf"(?P<value>{_MIXED}{_VALUE})(?= |$|\n|[,.;])",
            score=0.6,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:pass)(?:=|[\"'] ?: ?)[\"']?(?P<value>{_LIKE_ONE}{_VALUE})",
            score=0.8,
        ),
        Pattern(
            regex=rf"{WORD} (?:voor|van|for|of) [\w.@-]{{2,40}} ?: ?(?P<value>{_MIXED}{_VALUE})",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:login|user|gebruiker|inlog|account|inloggen)(?!\w)[^\n]{1,60}"
            rf"[ ,;/](?i:pass|pw|code)(?: |: ?)(?P<value>{_MIXED}{_VALUE})",
            score=0.7,
        ),
        Pattern(
            regex=r"<(?i:pass|pw|pwd|ww|wachtwoord|secret)>(?P<value>[^<\s]{4,64})</", score=0.8
        ),
        Pattern(regex=rf"(?<![^\W_])(?i:pass) ?: ?(?P<value>{_MIXED}{_VALUE})", score=0.7),
        Pattern(
            regex=rf"{WORD} (?:is|was|wordt|luidt|ist)(?: (?:nu|gewoon|nog|steeds|voortaan)){{0,2}}"
            rf":? [\"']?(?P<value>{_LIKE_ONE}{_VALUE})",
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
        cell=rf"(?!(?:{_NONE})$)\S.{{2,62}}\S",
        parts=(
            Part(
                names=(
                    r"(?!(has|heeft|is|was|num|aantal|count)_)"
                    r"\w*(wachtwoord|password|passwd|pwd|passphrase|(?<![a-z])(ww|pw|pass))_?"
                    r"(hash|hashed|gehasht|md5|sha_?\d*|bcrypt|encrypted|versleuteld)",
                ),
                beside=(),
                cell=rf"(?!(?:{_NONE}|{_SHORT_HASH})$)\S.{{2,18}}\S",
            ),
        ),
        apart_from=("PASSWORD_HASH",),
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
