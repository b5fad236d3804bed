"""Lines of system logs in which no name stands: every name found in them is a false one.

Templates of well-known formats (syslog, web servers, databases, application servers,
containers, JSON), with numbers, paths, hosts and words of software filled in.
"""

import random
import string
from collections.abc import Callable, Mapping

Draw = Callable[[random.Random], str]

_WORDS = (
    "cache worker queue session invoice basket stock price batch index mailer payment feed "
    "export import search token label parcel return refund report backup scheduler gateway"
)
_SERVICES = "nginx sshd cron postfix systemd dockerd kernel haproxy redis-server postgres"
_CLASSES = (
    "OrderService BasketController StockSyncJob PriceFeedReader InvoiceWriter SessionFilter "
    "LabelPrinter MailQueueConsumer RefundHandler SearchIndexer HealthEndpoint TokenVerifier"
)
_ERRORS = (
    "NullPointerException IllegalStateException TimeoutError ConnectionResetError KeyError "
    "SocketTimeoutException ValueError DeadlockDetected BrokenPipeError"
)
_LEVELS = "INFO WARN ERROR DEBUG TRACE"
_HOSTS = "web db app cache mail edge queue worker"
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def _one(words: str) -> Draw:
    return lambda rng: rng.choice(words.split())


def _number(low: int, high: int) -> Draw:
    return lambda rng: str(rng.randint(low, high))


def _hex(length: int) -> Draw:
    return lambda rng: "".join(rng.choice("0123456789abcdef") for _ in range(length))


def _code(length: int) -> Draw:
    letters = string.ascii_uppercase + string.digits
    return lambda rng: "".join(rng.choice(letters) for _ in range(length))


_SLOTS: Mapping[str, Draw] = {
    "word": _one(_WORDS),
    "other": _one(_WORDS),
    "service": _one(_SERVICES),
    "class": _one(_CLASSES),
    "error": _one(_ERRORS),
    "level": _one(_LEVELS),
    "host": lambda rng: f"{_one(_HOSTS)(rng)}{rng.randint(1, 24):02d}",
    "ip": lambda rng: f"10.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(1, 254)}",
    "n": _number(0, 99),
    "ms": _number(1, 30000),
    "big": _number(10000, 9999999),
    "pid": _number(100, 65000),
    "status": _one("200 201 204 301 302 304 400 401 403 404 429 500 502 503"),
    "method": _one("GET POST PUT DELETE HEAD PATCH"),
    "hex": _hex(12),
    "uuid": lambda rng: "-".join(_hex(size)(rng) for size in (8, 4, 4, 4, 12)),
    "code": _code(10),
    "time": lambda rng: ":".join(f"{rng.randint(0, top):02d}" for top in (23, 59, 59)),
    "day": lambda rng: f"{rng.randint(1, 28):02d}",
    "month": _one(_MONTHS),
    "mm": lambda rng: f"{rng.randint(1, 12):02d}",
    "version": lambda rng: ".".join(str(rng.randint(0, 30)) for _ in range(3)),
}

TEMPLATES = (
    "{month} {day} {time} {host} {service}[{pid}]: Started Session {n} of user root.",
    "{month} {day} {time} {host} sshd[{pid}]: Connection closed by {ip} port {pid} [preauth]",
    "{month} {day} {time} {host} kernel: [{big}.{big}] eth0: link up, 1000 Mbps, full duplex",
    "{month} {day} {time} {host} CRON[{pid}]: (www-data) CMD (/usr/bin/php /srv/bin/{word}.php)",
    "{month} {day} {time} {host} systemd[1]: {service}.service: Main process exited, code=killed",
    "{month} {day} {time} {host} postfix/qmgr[{pid}]: {code}: removed",
    '{ip} - - [{day}/{month}/2026:{time} +0100] "{method} /{word}/{big} HTTP/1.1" {status} {big}',
    '{ip} - - [{day}/{month}/2026:{time} +0100] "GET /static/{hex}.js HTTP/2.0" 304 0 "-" '
    '"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101"',
    "2026/{mm}/{day} {time} [error] {pid}#{pid}: *{big} upstream timed out (110: Connection timed "
    'out) while reading response header, client: {ip}, request: "{method} /{word} HTTP/1.1"',
    "2026-{mm}-{day} {time}.{n} CET [{pid}] LOG:  checkpoint complete: wrote {ms} buffers (0.{n}%)",
    "2026-{mm}-{day} {time} CET [{pid}] ERROR:  deadlock detected at character {n}",
    '2026-{mm}-{day} {time} CET [{pid}] STATEMENT:  SELECT * FROM "{word}" WHERE id = {big}',
    "2026-{mm}-{day} {time},{n} {level} [main] nl.shop.{word}.{class} - Finished {word} in {ms} ms",
    "2026-{mm}-{day} {time},{n} ERROR [http-nio-8080-exec-{n}] {class}: {error} at line {n}",
    "    at nl.shop.{word}.{class}.handle({class}.java:{ms})",
    "Caused by: java.lang.{error}: {word} {big} has no {other}",
    "Traceback (most recent call last):",
    '  File "/srv/app/{word}/{other}.py", line {ms}, in {word}_{other}',
    '{{"ts":"2026-{mm}-{day}T{time}Z","level":"{level}","msg":"{word} {other} done","ms":{ms}}}',
    '{{"severity":"{level}","logger":"{class}","trace":"{hex}","message":"Retry {n} of {n}"}}',
    "[{level}] {class}: Cache miss for key {word}:{uuid}, loading from Primary",
    "[2026-{mm}-{day}T{time}] production.{level}: {word} {uuid} verwerkt in {ms} ms",
    "{level} {class} Bestand {word}_{big}.csv ingelezen: {ms} regels, {n} fouten",
    "{level} Nachtelijke taak {class} gestart op {host}",
    "{level} Voorraad bijgewerkt voor artikel {code}, aantal {n}, magazijn {n}",
    "{time} Verbinding met {host} verbroken, nieuwe poging over {n} seconden",
    "time=2026-{mm}-{day}T{time}Z level={level} component={class} req={uuid} took={ms}ms",
    'level=warn ts={big}.{n} caller={word}.go:{ms} msg="Slow Query" table={word} rows={big}',
    "I{mm}{day} {time}.{big}   {pid} {word}_controller.go:{ms}] Successfully synced {word}/{other}",
    'Normal  Pulled  {n}m  kubelet, {host}  Container image "{word}:{version}" already present',
    "Warning  BackOff  {n}s (x{n} over {n}m)  kubelet  Back-off restarting failed container {word}",
    "npm WARN deprecated {word}@{version}: This version is no longer maintained. Please upgrade",
    "Downloading {word}-{version}-py3-none-any.whl ({n}.{n} MB)",
    "[GC pause (G1 Evacuation Pause) (young), 0.0{big} secs]",
    "{ms}: User Agent parse failed, Accept-Language: nl-NL,nl;q=0.9, Content-Type: text/html",
    "Server: Apache  X-Powered-By: Express  Cache-Control: no-store  Request-Id: {uuid}",
    "audit: type=SYSCALL msg=audit({big}.{n}:{ms}): arch=c000003e syscall={n} success=yes exit=0",
    "Redis: {pid}:M {day} {month} 2026 {time}.{n} * Background saving terminated with success",
    "DEBUG {class} - Entering method handle{other}() with args [{n}, {big}, {code}]",
    "WARN Disk usage on /dev/sda{n} is {n}% (threshold 80%), host {host}, mount /var/lib/{word}",
)


def lines(count: int, seed: int) -> list[str]:
    """`count` lines, the same for the same seed."""
    rng = random.Random(seed)
    return [_filled(rng.choice(TEMPLATES), rng) for _ in range(count)]


def _filled(template: str, rng: random.Random) -> str:
    return template.format(**{name: draw(rng) for name, draw in _SLOTS.items()})
