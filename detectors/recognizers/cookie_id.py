"""COOKIE_ID: an identifier that a website or an advertiser puts on a visitor's device.

Set by Google Analytics (`_ga`: `GA1.2.<random>.<time>`; a client id is its last two numbers),
its sessions `GS1.1.`, its clicks `GCL.`, `_gcl_au`), Meta (`_fbp`, `_fbc`:
`fb.1.<milliseconds>.<random>`), Microsoft (`_uetvid`), Matomo (`_pk_id`), Hotjar, DoubleClick
(`IDE`), click identifiers in URLs (`gclid`, `fbclid`, `msclkid`), telephones' advertising
identifiers (`idfa`, `gaid`), session cookies (`PHPSESSID`, `JSESSIONID`). GDPR recital 30 names
them.

No check rule; a click identifier holds a digit, so that words (`fbclid=niet-meegestuurd`) do not
count.

Known false alarms: none of these shapes is used for anything else; a bare UUID is a key of any
kind, and counts only behind such a name (`session_id`, `cookie met id`) or in a column of it.
A bare client id is a number with ten decimals, and asks for a word beside it. Session
identifiers in a URL of a crawler count.
"""

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_UUID = r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
_GOOGLE = r"GA1\.\d{1,2}\.\d{5,10}\.\d{10}"
_GOOGLE_SESSION = r"GS1\.\d\.\d{10}\.[\d.]{5,60}\d"
_GOOGLE_CLICK = r"GCL\.\d{10}\.[\w-]{16,250}"
_META = r"fb\.\d\.\d{13}\.[\w-]{6,250}"

RECOGNIZER = Recognizer(
    entity="COOKIE_ID",
    patterns=(
        Pattern(regex=rf"(?<![\w.]){_GOOGLE}(?![\w]|\.\d)", score=0.9),
        Pattern(regex=rf"(?<![\w.])(?:{_META}|{_GOOGLE_SESSION}|{_GOOGLE_CLICK})", score=0.9),
        Pattern(
            regex=r"(?<![^\W_])(?i:gclid|fbclid|msclkid|dclid|ttclid|gbraid|wbraid)"
            r"(?:=|%3D|\"? ?: ?\"?)(?P<value>(?=[\w.-]{0,60}\d)[\w.-]{15,249}[\w-])",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|sessionid"
            r"|laravel_session|_hjSession(?:User)?_\d{1,12})"
            r"=(?P<value>(?=[\w.%-]{0,40}\d)[\w.%-]{16,400})",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![\w.])1\.1\.\d{5,10}\.1[4-9]\d{8}(?![\w.])",
            score=0.9,
        ),
        Pattern(regex=r"(?<![\w.,-])\d{5,10}\.1[4-9]\d{8}(?![\w.])", score=0.2),
        Pattern(
            regex=r"(?<!\w)_pk_id[\w.]{0,20}=(?P<value>[0-9a-f]{16}\.\d{10})",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![\w-])(?:MUID|hubspotutk|__hstc|_hjid|intercom-(?:id|session)-\w{1,20}"
            r"|ajs_(?:anonymous|user)_id|_scid|_clc?k|_clsk|_ttp|__stripe_[ms]id|_pin_unauth"
            r"|optimizelyEndUserId|cto_bundle|_shopify_[ys]|bcookie|NID|__cf_bm|_gcl_dc|_gcl_aw|sid|sessid)"
            r"=[\"']?(?P<value>(?=[\w.%+-]{0,40}\d)[\w.%+-]{16,400})",
            score=0.8,
        ),
        Pattern(regex=r"(?<!\w)IDE=(?P<value>AHWqTU[\w-]{16,100})", score=0.9),
        Pattern(regex=r"(?<!\w)_uet[vs]id=(?P<value>[0-9a-f]{32})(?!\w)", score=0.9),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:cookie|visitor|bezoekers?|anonymous|device|browser|session"
            r"|sessie|client|tracking|advertentie|advertising|ad)[ _-]?id|cid|user_pseudo_id|_ga"
            r"|_gid|idfa|gaid|aaid)(?:\)?[\"']? ?[=:] ?[\"']?|\)? )"
            rf"(?P<value>\d{{5,10}}\.\d{{10}}|{_UUID})(?![\w.-])",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:cookie|visitor|bezoekers?|session|sessie|tracking)"
            r"[ _-]?(?:id|waarde|value)?)[\"']? ?[=:] ?[\"']?"
            r"(?P<value>(?=[\w-]{0,30}\d)(?=[\w-]{0,30}[A-Za-z])[\w-]{20,128})(?![\w.-])",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:(?:advertentie|advertising|ad|reclame)[ _-]?id|gaid"
            r"|idfa|idfv|aaid|maid|adid|user_pseudo_id"
            r"|client[ _-]?id|device[ _-]?id|visitor[ _-]?id)(?!\w)"
            r"[^\d\n;.]{1,40}?"
            rf"(?<!\w)(?P<value>{_UUID})(?![\w.-])",
            score=0.8,
        ),
        Pattern(
            regex=rf"(?<![^\W_])(?i:sessie|session)[ #(:=]{{1,3}}(?P<value>{_UUID})(?![\w.-])",
            score=0.8,
        ),
        Pattern(
            regex=r"(?<!\w)(?i:\w{0,14}cookies?|_hj\w{1,20})(?!\w)[^\d\n.;]{1,24}"
            rf"(?P<value>{_UUID})(?![\w.-])",
            score=0.8,
        ),
    ),
    context=("cookie*", "client id", "google analytics", "ga", "ga4", "cid", "visitor id"),
    column=ColumnRule(
        names=(
            r"(\w+_)?cookie(_?(id|value|waarde))?",
            r"(\w+_)?(visitor|bezoeker|anonymous|anon|device|browser|session|sessie)_?id",
            r"(ga_|analytics_|google_)?client_?id|user_pseudo_id|ga|gid|fbp|fbc",
            r"(\w+_)?(gclid|fbclid|msclkid|dclid|ttclid|idfa|gaid|aaid)",
            r"(\w+_)?(ad|advertising|advertentie|reclame)_?id",
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
