"""A whole page of HTML that loads nothing, no script, font or style sheet; a browser is told so."""

from html import escape

_DOCUMENT = """\
<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def document(title: str, css: str, body: str) -> str:
    """The page; `title` is text, `body` is HTML."""
    return _DOCUMENT.format(title=escape(title), css=css, body=body)
