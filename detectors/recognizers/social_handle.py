"""SOCIAL_HANDLE: the account or profile of a person on a social platform.

Given out by the platforms: `https://www.linkedin.com/in/name`, `instagram.com/name`, `@name`.
The statement names social media accounts among contact data. The span is the profile's address
or the name with its `@`; on Mastodon with its server (`@name@server`).

No check rule.

Not counted: pages to share, search or log in, hashtags, posts without an author, companies,
groups, events; `@` in code (`@Override`, before a bracket or a declaration), package
names (`@types/node`) and e-mail addresses.
An `@name` counts only with a context word (`twitter`, `story`, `getagd`) or right behind the word
that says whose something is (`reactie van @name`); `@here`, `@team` and `@Nullable` are nobody.
A name without `@` counts right behind the platform's own (`mijn snapchat is ...`), with a digit, a
`_` or a dot in it. What is called `onze` or `volg ons` is the organisation's own.
Known false alarms: pages of companies, which look as people's do.
"""

import re

from detectors.at_once import accept_any
from detectors.lookalikes import ABOUT
from detectors.recognizer import ColumnRule, Pattern, Recognizer

_NO_PROFILE = (
    r"(?!(?i:accounts|direct|share|sharer|share\.php|sharer\.php|intent|home|hashtag|search"
    r"|login|signup|pages|pg"
    r"|groups|events|watch|p|reel|reels|explore|stories|tv|i|tr|plugins|dialog|settings|privacy"
    r"|about|help|legal|policies|terms|tos|policy|business|ads|developers|developer|marketplace"
    r"|gaming|photo|photo\.php|story\.php|permalink\.php|profile\.php|media|download|embed\.js"
    r"|widgets\.js|v\d\.\d|en_us|nl_nl|\w+\.(?:js|css|png|ico|php))(?![\w.-]))"
)
_HOST = r"(?<![\w.-])(?:https?://)?(?:(?:www|m|mobile|nl|nl-nl|web)\.)?"
_NAME = r"[A-Za-z0-9_](?:[\w.-]{0,60}\w)?"
_PROFILE = (
    _HOST
    + r"(?:(?:facebook|instagram|twitter|x)\.com/@?"
    + _NO_PROFILE
    + _NAME
    + r"|facebook\.com/profile\.php\?id=\d{5,20}"
    + r"|linkedin\.com/in/[\w%-]{2,100}"
    + r"|(?:tiktok\.com|youtube\.com|threads\.net|threads\.com)/@"
    + _NAME
    + r"|youtube\.com/user/"
    + _NAME
    + r"|(?:mastodon\.(?:social|nl|online)|mas\.to)/@"
    + _NAME
    + r"|bsky\.app/profile/[\w.-]{3,60}\w|strava\.com/athletes/\d{3,12}|twitch\.tv/"
    + _NO_PROFILE
    + _NAME
    + r"|(?:snapchat\.com/add|t\.me|pinterest\.(?:com|nl))/"
    + _NO_PROFILE.replace("|p|", "|pin|p|")
    + _NAME
    + r")"
)

_NOBODY = (
    r"(?!(?i:media|import|override|param|types|keyframes|here|channel|everyone|all|allen|allemaal|iedereen"
    r"|team|home|supports|font-face|layer|apply|include|mixin|use|return|returns|throws|see|since"
    r"|deprecated|todo|nullable|nonnull|notnull|autowired|inject|entity|bean|component|service"
    r"|test|before|after|beforeeach|aftereach|mock|property|staticmethod|classmethod|dataclass"
    r"|pytest|app|router|input|output|click|latest|next|beta)(?![\w.]))"
)
_OWN = re.compile(
    r"(?<!\w)(?:onze?|our|volg (?:ons|onze)|follow|bedrijfspagina)(?!\w)[^.!?\n]{0,40}$",
    re.IGNORECASE,
)


def is_a_persons(text: str, start: int, end: int) -> bool:
    """Whether no words before the span call the account the organisation's own."""
    del end
    return _OWN.search(text[max(0, start - 60) : start]) is None


RECOGNIZER = Recognizer(
    entity="SOCIAL_HANDLE",
    patterns=(
        Pattern(regex=_PROFILE + r"(?:/(?![\w@%#?]))?", score=0.8),
        Pattern(
            regex=r"(?<![\w@./+-])@"
            + _NOBODY
            + r"(?=[\d_.]{0,29}[A-Za-z])[A-Za-z0-9_](?:[\w.]{1,28}\w)(?![\w/@(-]|\.\w)"
            r"(?!\s(?:public|private|protected|static|void|class|def|fun)(?!\w))",
            score=0.3,
            with_context=0.8,
        ),
        Pattern(
            regex=r"(?<![\w-])(?i:van|door|bedankt|dank|thanks|thx|tnx|credits?|foto|video|getagd"
            r"|tag|volgt?|via|dm)(?:,|:|:? (?:naar|aan|van|voor|door|to|by|from|ook|even))? "
            r"(?P<value>@" + _NOBODY + r"(?=[\d_.]{0,29}[A-Za-z])[A-Za-z0-9_](?:[\w.]{1,28}\w))"
            r"(?![\w/@(-]|\.\w)(?! (?:annotat|decorator|tag|import|rule|regel))",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w@./-])(?i:twitter|instagram|insta|snapchat|snap|tiktok|bluesky|threads"
            r"|mastodon|telegram|discord)(?i:[ _-]?(?:naam|account|handle|user(?:name)?|profiel))"
            r"(?:[\"']? ?[:=] ?[\"']?| is | heet )"
            r"(?P<value>(?!(?i:onbekend|geen|null|none|nee|ja|niet)(?!\w))"
            r"(?=[\d_.]{0,28}[A-Za-z])\w(?:[\w.]{1,28}\w))(?![\w@/-]|\.\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<!\w)(?:RT|[Ss]ocials?:) (?P<value>@[A-Za-z0-9_]\w{1,28})(?!\w|@)", score=0.7
        ),
        Pattern(
            regex=r"(?<![\w@./-])(?i:twitter|instagram|insta|snapchat|snap|tiktok|bluesky|threads|mastodon"
            r"|telegram|discord|strava)(?i:[ -]?(?:naam|account|handle|user|id))?"
            r"(?: is | heet |: ?| ?= ?|\": ?| )[\"']?"
            r"(?P<value>(?=[A-Za-z._]{0,28}[\d_]|[A-Za-z]{2,20}\.[A-Za-z])(?=[\d_.]{0,28}[A-Za-z])"
            r"\w(?:[\w.]{1,28}\w))(?![\w@/-]|\.\w)",
            score=0.7,
        ),
        Pattern(
            regex=r"(?<![\w@./+-])@\w[\w.-]{0,30}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,3}"
            r"(?![\w@/-])",
            score=0.7,
        ),
    ),
    accept=is_a_persons,
    accept_whole=accept_any,
    context=(
        "twitter",
        "twitternaam",
        "twitteraccount",
        "tweet",
        "tweets",
        "instagram",
        "instagramnaam",
        "instagramaccount",
        "insta",
        "ig",
        "tiktok",
        "snapchat",
        "facebook",
        "mastodon",
        "telegram",
        "pinterest",
        "linkedin",
        "bluesky",
        "threads",
        "op x",
        "via x",
        "social media",
        "social handle",
        "socials",
        "story",
        "stories",
        "repost*",
        "reel",
        "reels",
        "getagd",
        "getagde",
        "taggen",
        "tag",
        "volg",
        "volgt",
        "volger*",
        "followers",
        "shoutout",
        "giveaway",
        "winactie",
        "influencer*",
        "bedankt",
        "reactie*",
        "reageer*",
        "gereageerd",
        "antwoord*",
        "genoemd",
        "mention*",
        "dm",
        "dm'en",
        "dm'de",
        "post",
        "posts",
        "hashtag",
        "bio",
        "livestream",
    ),
    column=ColumnRule(
        names=(
            r"(\w+_)?(twitter|instagram|insta|facebook|linkedin|tiktok|snapchat|mastodon|bluesky)"
            r"(_?(handle|account|url|link|naam|name|user|username|profiel|profile))?",
            r"(\w+_)?social(_?media)?(_?(handle|account|url|naam|profiel|profile))?",
            r"(\w+_)?(x|social)_handle",
        ),
        not_names=ABOUT,
        cell=rf"(?!(?i:true|false|ja|nee|yes|no|null|none|onbekend|nvt)$)(?:{_PROFILE}.{{0,80}}"
        r"|@?(?=[\d_.-]*[A-Za-z])[\w.-]{2,60})",
    ),
    precedence=5,
    examples=(
        "zie https://www.linkedin.com/in/jan-de-vries-12345",
        "Mijn insta is @koffie.jan",
        "twitter.com/jandevries",
    ),
    counterexamples=(
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://twitter.com/intent/tweet?text=hoi",
        "npm i @types/node",
        "https://www.linkedin.com/company/voorbeeld",
        "jan@twitter.com",
    ),
)
