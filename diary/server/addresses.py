"""Addresses that open the diary once: printed for the person, or in a file for the browser.

Whoever uses this machine can read the command line of every program on it. So the browser is started with the address
of a file that its person alone can read, and the page in it leads on to the address with the token.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from threading import Timer

from diary.language import tr
from diary.server.private_file import remove
from diary.server.tokens import Tokens

PREFIX, SUFFIX = "open-", ".html"
LIFE = 120.0
"""Seconds after which a file that no browser opened is taken away, and its token with it."""
_PAGE = Template("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=$address">
<title>$title</title>
<p><a href="$address">$words</a></p>
</html>
""")


def address(port: int, token: str) -> str:
    """The address that opens the diary once."""
    return f"http://127.0.0.1:{port}/?token={token}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of the running diary."""

    port: int
    tokens: Tokens
    folder: Path
    """The diary's own, which only its person can read."""
    life: float = LIFE

    def fresh(self) -> str:
        """An address that opens the diary once."""
        return address(self.port, self.tokens.hand_out())

    def file(self) -> Path | None:
        """A file that opens the diary once, gone as soon as it did; None where it cannot be written."""
        try:
            descriptor, name = tempfile.mkstemp(SUFFIX, PREFIX, self.folder)  # readable by the person alone
        except OSError:
            return None
        path = Path(name)
        token = self.tokens.hand_out(when_taken=lambda: remove(path))
        with suppress(OSError), os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_page(address(self.port, token)))
        self._forget_later(token)
        return path

    def _forget_later(self, token: str) -> None:
        timer = Timer(self.life, self.tokens.take, (token,))
        timer.daemon = True
        timer.start()


def remove_files(folder: Path) -> None:
    """Take away what no browser opened: the diary closes, or an earlier one was killed."""
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        remove(path)


def _page(leads_to: str) -> str:
    return _PAGE.substitute(
        address=escape(leads_to), title=escape(tr("Night Cramp Diary")), words=escape(tr("Open the diary"))
    )
