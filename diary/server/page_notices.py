"""What the page says over everything else when it cannot reach its diary: plain HTML, for the client is of no use then.

The page's own script (assets/page/connection.js) shows one of these.
"""

from __future__ import annotations

from html import escape

from diary.language import mark, tr

_WORDS = {
    "closed": (
        mark("The diary was closed"),
        mark("Nothing that you saved is lost. Start the diary again; this page then comes back by itself."),
        mark("If the diary opens in another page instead, go on there and close this one."),
    ),
    "stranger": (
        mark("The diary was closed"),
        mark(
            "Nothing that you saved is lost. Another program answers at this address now, so type nothing here: close "
            "this page, start the diary again, and go on in the page that it opens."
        ),
    ),
    "refused": (
        mark("This page cannot open the diary"),
        mark("Nothing that you saved is lost. Close this page, start the diary again, and go on in the page it opens."),
    ),
}
_STYLE = """<style>
.diary-notice {
  position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box; padding: 2rem 1.25rem;
  color-scheme: light dark; background: Canvas; color: CanvasText; font: 1.25rem/1.5 system-ui, sans-serif;
}
.diary-notice > * { max-width: 30em; margin: 0 auto 1em; }
.diary-notice > h1 { font-size: 1.75rem; line-height: 1.25; }
</style>
"""


def page_notices() -> str:
    """The notices, as templates that show nothing until the script takes one."""
    return _STYLE + "".join(_template(kind, *words) for kind, words in _WORDS.items())


def _template(kind: str, title: str, *paragraphs: str) -> str:
    rest = "".join(f"<p>{escape(tr(words))}</p>" for words in paragraphs)
    return (
        f'<template id="diary-{kind}"><section class="diary-notice" role="alert" tabindex="-1">'
        f"<h1>{escape(tr(title))}</h1>{rest}</section></template>\n"
    )
