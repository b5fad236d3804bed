"""COOKIE_ID: an identifier that a website or an advertiser puts on a visitor's device.

Set by Google Analytics (`_ga`: `GA1.2.<random>.<time>`; a client id is its last two numbers),
Meta (`_fbp`, `_fbc`: `fb.1.<milliseconds>.<random>`), click identifiers in URLs (`gclid`,
`fbclid`, `msclkid`), session cookies (`PHPSESSID`, `JSESSIONID`). GDPR recital 30 names them.

No check rule.

Known false alarms: none of these shapes is used for anything else; a bare UUID is a key of any
kind, and counts only in a column of that name. Session identifiers in a URL of a crawler count.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_UUID = r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
_GOOGLE = r"GA1\.\d{1,2}\.\d{5,10}\.\d{10}"
_META = r"fb\.\d\.\d{13}\.[\w-]{6,250}"

RECOGNIZER = Recognizer(
    entity="COOKIE_ID",
    patterns=(
        Pattern(regex=rf"(?<![\w.]){_GOOGLE}(?![\w]|\.\d)", score=0.9),
        Pattern(regex=rf"(?<![\w.]){_META}", score=0.9),
        Pattern(
            regex=r"(?<![^\W_])(?i:gclid|fbclid|msclkid|dclid|ttclid|gbraid|wbraid)"
            r"(?:=|%3D|\"? ?: ?\"?)(?P<value>[\w-]{16,250})",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid)"
            r"=(?P<value>[\w.%-]{16,120})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:cookie_?id|visitor_?id|client_?id|cid|user_pseudo_id|_ga|_gid)"
            rf"\"?[=:] ?\"?(?P<value>\d{{5,10}}\.\d{{10}}|{_UUID})(?![\w.-])",
            score=0.9,
        ),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?cookie(_?(id|value|waarde))?",
            r"(\w+_)?(visitor|bezoeker|anonymous|anon|device|browser|session|sessie)_?id",
            r"(ga_|analytics_|google_)?client_?id|user_pseudo_id|ga|gid|fbp|fbc",
            r"(\w+_)?(gclid|fbclid|msclkid|dclid|ttclid|idfa|gaid|aaid|advertising_id)",
        ),
        not_names=(r"(has|heeft|is|aantal|num|count)_\w+",),
        cell=rf"{_UUID}|{_GOOGLE}|{_META}|\d{{5,10}}\.\d{{10}}|(?=.*\d)(?=.*[A-Za-z])[\w.-]{{20,250}}",
    ),
    precedence=10,
    examples=(
        "_ga=GA1.2.1234567890.1700000000",
        "GET /?gclid=EAIaIQobChMI8-Hn0_abcDEF123 HTTP/1.1",
        "_fbp=fb.1.1596403881668.1116446470",
    ),
    counterexamples=(
        "order 550e8400-e29b-41d4-a716-446655440000",
        "gclid= HTTP/1.1",
        "_ga is uitgezet",
        "fb.com/koffie",
    ),
)
