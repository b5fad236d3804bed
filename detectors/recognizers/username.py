"""USERNAME: the name by which somebody logs in; the span covers the value alone.

In running text and logs only after a label (`gebruikersnaam:`, `user=`) or in the phrases
of an authentication log. Accounts of the machine itself (`root`, `www-data`) are nobody's.
The bare `user`, `handle` or `nickname` of a column counts as well: the cell must be one word.

Check rule: none. Known false alarms: a service account with a name of its own.
"""

import re

from detectors.recognizer import ColumnRule, Pattern, Recognizer

_VALUE = r"(?P<value>[A-Za-z][A-Za-z0-9_.+@-]{1,62}[A-Za-z0-9])"
_NOBODY = re.compile(
    r"(?i:root|admin(?:istrator)?|system|daemon|nobody|anonymous|guest|www-data|nginx|postgres|mysql|"
    r"is|required|null|none|undefined|unknown|onbekend|ontbreekt|leeg|niet|mag|veld|moet|test|user|"
    r"true|false|invalid|vergeten|kwijt|from)"
)


def is_account(text: str, start: int, end: int) -> bool:
    """Whether the span can be somebody's account, rather than a word or a machine's own."""
    return _NOBODY.fullmatch(text, start, end) is None


RECOGNIZER = Recognizer(
    entity="USERNAME",
    patterns=(
        Pattern(
            regex=rf"(?<!\w)(?i:gebruikersnaam|inlognaam|user ?name|user_name|loginnaam)"
            rf"\"?[ ]?(?:is|[:=])[ ]?[\"']?{_VALUE}",
            score=0.85,
        ),
        Pattern(regex=rf"(?<![\w?&/-])(?:user|login|remote_user)=[\"']?{_VALUE}", score=0.75),
        Pattern(
            regex=rf"(?:password|publickey) for (?:invalid user |illegal user )?{_VALUE} from ",
            score=0.8,
        ),
    ),
    accept=is_account,
    column=ColumnRule(
        names=(
            r"(\w+_)?(user_?name|gebruikers_?naam|user_?login|login_?(naam|name)|inlog_?naam)",
            r"login|user|remote_user|auth_user|account_?(naam|name)|screen_?name|scherm_?naam",
            r"nick_?name|nick|bij_?naam|handle",
        ),
        not_names=(r"(bank|db|database|storage|service|smtp)_?(user|login|user_?name)\w*",),
        cell=(
            r"(?!(?i:null|none|nan|n\.?v\.?t\.?|onbekend|unknown|anonymous|true|false)\Z)"
            r"(?=.*[^\W\d_])[^\s,;<>{}\[\]\"|\\]{2,64}"
        ),
    ),
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
    ),
)
