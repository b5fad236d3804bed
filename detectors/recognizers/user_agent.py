"""USER_AGENT: the browser, app or robot by which a site was visited, as it names itself.

Sent by the client (RFC 9110, section 10.1.5): products with versions and comments in
parentheses. The statement counts the browser that was used among what cookies gather.

No check rule.

Counted too: robots, crawlers and libraries (`curl/8.4.0`), since a log does not tell them from
visitors for certain. In a log line of the combined format the last quoted field is one whatever it
says, and so is a JSON field `user_agent` that names a product (`App/3.2`). URL-encoded in a query
(`Mozilla/5.0%20(X11`). In a table a `;` ends the field; inside one it goes on with another product
(`;FBAV/4`). An app adds itself behind the browser (`Instagram 271.0 (iPhone12,1; ...)`), or names
itself and the system that it runs on (`Winkel/2.1.0 (Android 13)`).
Known false alarms: a library and its version that stand in prose for themselves (`curl/8.4.0`).
"""

from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_TAIL = (
    r"(?: ?(?:\((?:[^()\"\n]{1,300}|\([^()\"\n]{1,80}\)){1,4}\)"
    r"| ?\[FB[^\]\n]{1,300}\]| [A-Za-z][\w.!-]{1,40}/(?:[\w.+:@/-]|;(?=[A-Z]{2,12}/)){1,80}"
    r"| [A-Z][a-z]\w{1,20} \d[\d.]{2,24}(?= (?:Android )?\()(?: Android)?"
    r"| like Gecko| Gecko| Mobile| compatible)){0,16}"
)
_TOOLS = (
    r"(?:curl|Wget|python-requests|Python-urllib|aiohttp|okhttp|Dalvik|PostmanRuntime"
    r"|Go-http-client|Apache-HttpClient|Java|libwww-perl|axios|node-fetch|Scrapy|CFNetwork|Opera"
    r"|UniversalFeedParser|Feedfetcher-Google|FeedBurner|Tiny Tiny RSS|Googlebot|Googlebot-Image"
    r"|bingbot|msnbot|Twitterbot|facebookexternalhit|Slackbot|DuckDuckBot|Baiduspider|YandexBot"
    r"|Lynx|ELinks|w3m|AhrefsBot|SemrushBot|MJ12bot|Applebot|LinkedInBot|WhatsApp|GuzzleHttp|Faraday|HTTrack"
    r"|HTTPie|undici|kube-probe|Prometheus|Zabbix|ApacheBench|k6|Insomnia|Symfony|WordPress|UptimeRobot"
    r"|Uptime-Kuma|Pingdom\.com_bot_version_|StatusCake|Outlook-iOS|GoogleOther|Typhoeus|reqwest)"
)

RECOGNIZER = Recognizer(
    entity="USER_AGENT",
    patterns=(
        Pattern(
            regex=r"\" \d{3} (?:\d+|-) \"[^\"\n]{0,4000}\" \"(?P<value>[^\"\s-][^\"\n]{0,1000})\"",
            score=0.9,
        ),
        Pattern(regex=rf"(?<![\w/.-])Mozilla/\d\.\d(?= \(| [A-Z]){_TAIL}", score=0.9),
        Pattern(
            regex=r"(?<![\w/.-])Mozilla(?:/|%2F)\d\.\d(?:%20|\+)"
            r"(?:[\w.;:,/()+-]|%[0-9A-Fa-f]{2}){10,1000}",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:user_?agent)\"\s?:\s?\"(?P<value>(?=[^\"\n]{0,200}/)[A-Za-z][^\"\n]{2,1000})\"",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![^\W_])(?i:user[_-]?agent|ua)[\"']?\s?[:=]\s?[\"']?"
            rf"(?P<value>[A-Za-z][\w.!-]{{1,40}}/[\w.+~-]{{1,40}}{_TAIL})",
            score=0.9,
        ),
        Pattern(
            regex=r"(?<![\w/.-])[A-Z]\w{1,30}/\d[\w.]{0,20}(?= (?:CFNetwork|okhttp|Dalvik|Darwin"
            rf"|AppleWebKit)/\d){_TAIL}",
            score=0.9,
        ),
        Pattern(
            regex=rf"(?<![\w/.-])[A-Z]\w{{0,30}}(?:[Bb]ot|[Cc]rawler|[Ss]pider)/\d[\w.~]{{0,20}}{_TAIL}",
            score=0.8,
        ),
        Pattern(regex=r"(?<![\w/.-])WhatsApp/\d[\w.]{0,20}(?: [AiNW](?!\w))?", score=0.8),
        Pattern(
            regex=r"(?<![\w/.-])[A-Z][A-Za-z]{2,30}/\d{1,4}(?:\.\d{1,6}){1,3} "
            r"\((?:Android|Linux|Windows|X11"
            rf"|Macintosh|iPhone[\d,]{{0,5}}|iPad[\d,]{{0,5}}|iOS|Mobile|compatible)(?!\w)[^)\"\n]{{0,200}}\){_TAIL}",
            score=0.9,
        ),
        Pattern(regex=rf"(?<![\w/.-]){_TOOLS}/\d[\w.]{{0,20}}{_TAIL}", score=0.8),
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(http_)?(user_?agent|useragent|ua|ua_string|agent_string|browser_agent|browser)",
        ),
        not_names=ABOUT,
        cell=r"(?=.*[A-Za-z])[^\s\"-][^\n]{2,1000}",
    ),
    examples=(
        '"GET / HTTP/1.1" 200 203 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:24.0) Gecko/20140205"',
        "agent=curl/8.4.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15",
    ),
    counterexamples=(
        '"GET / HTTP/1.1" 200 203 "-" "-"',
        "Ik gebruik Mozilla en Chrome",
        "GET /download/curl/8.4.0/curl.tgz",
        "De Opera in Amsterdam",
    ),
)
