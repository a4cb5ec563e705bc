"""The page that a one-time token opens: it takes the page's key and goes on to what was asked for.

It is a page and no redirect. Browsers hold the cookie back from where a redirect leads when another site, or a file,
began it; and the key has to lie where only pages of this very port can read it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from string import Template

from diary.language import tr

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PAGE = Template("""<!doctype html>
<html lang="en" data-key="$page_key" data-leads-to="$leads_to">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="$schemes">
<title>$title</title>
<script>
const { key, leadsTo } = document.documentElement.dataset;
localStorage.setItem("night-cramp-diary-key", key);
location.replace(leadsTo);
</script>
<noscript>$words</noscript>
</html>
""")


def script_hashes(page: str) -> list[str]:
    """The hashes, as a Content-Security-Policy names them, of the scripts written into a page."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(page))
    return [f"sha256-{base64.b64encode(digest).decode()}" for digest in digests]


_HASHES = " ".join(f"'{script}'" for script in script_hashes(_PAGE.template))
POLICY_OF_ENTRY = (
    f"default-src 'none'; script-src {_HASHES}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of the page: its one script, and nothing from anywhere."""


def entry_page(*, page_key: str, leads_to: str, is_dark: bool = False) -> str:
    """The page that keeps this key and leads on to this address of the same server; dark in whatever theme, or in its."""
    blanks = {
        "schemes": "dark" if is_dark else "light dark",
        "page_key": page_key,
        "leads_to": leads_to,
        "title": tr("Night Cramp Diary"),
        "words": tr("The diary needs JavaScript, which this browser does not run. Turn it on for this page."),
    }
    return _PAGE.substitute({blank: escape(value) for blank, value in blanks.items()})
