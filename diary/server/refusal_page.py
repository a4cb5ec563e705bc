"""The small plain page that a refused request gets."""

from __future__ import annotations

from html import escape

from diary.language import mark, tr

_WORDS = {
    401: mark("This address was used already, or is not whole. Start the diary again to get a new one."),
    403: mark("Another site asked for the diary, and was refused."),
    421: mark("The diary answers only at its own address."),
}
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<body style="font: 1.1rem sans-serif; max-width: 32em; margin: 3em auto; padding: 0 1em">
<h1 style="font-size: 1.4rem">{title}</h1>
<p>{words}</p>
{way_on}
</html>
"""


def refusal_page(status: int) -> str:
    """The page for a status.

    Where only the cookie may be missing it leads on: a browser that followed a link from another site holds the
    cookie back until the person presses a link of our own.
    """
    way_on = f'<p><a href="/">{escape(tr("Open the diary"))}</a></p>' if status == 401 else ""
    return _PAGE.format(title=escape(tr("Night Cramp Diary")), words=escape(tr(_WORDS[status])), way_on=way_on)
