"""The app window of one run: it shows the diary, comes to the front when asked, and the program ends with it."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

from diary.app.browser_tab import open_tab
from diary.app.console import say
from diary.language import tr
from diary.window.app_window import AppWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.server.addresses import Addresses
    from diary.server.open_pages import OpenPages

PROFILE = "window"
"""The folder, in the diary's own, of what the browser keeps of its window."""
PAGES_LEAVE = 0.5
"""Seconds that pages have to disconnect after their window was closed."""


class OwnWindow:
    """The window, from before it has come up until after it was closed."""

    def __init__(self, browser: Path, folder: Path, addresses: Addresses, pages: OpenPages) -> None:
        self._browser = browser
        self._profile = folder / PROFILE
        self._addresses = addresses
        self._pages = pages
        self._window: AppWindow | None = None
        self._is_over = False

    def show(self, *, when_closed: Callable[[], None]) -> None:
        """Open it, beside the server that it asks for the diary. Where it does not come up, a tab stands in."""
        Thread(target=self._stay_open, args=(when_closed,), daemon=True).start()

    def raise_(self) -> bool:
        """Bring it to the front; whether there is one."""
        return self._window is not None and self._window.raise_()

    def close(self) -> None:
        """Close it: the program ends."""
        self._is_over = True
        if self._window:
            self._window.close()

    def _stay_open(self, when_closed: Callable[[], None]) -> None:
        if not self._comes_up():
            if self._is_over:
                return
            say(tr("The window did not come up, so the diary opens in your browser."), sys.stderr)
            open_tab(self._addresses.file())
        elif self._window:
            self._window.wait()
            if self._pages.are_gone_within(PAGES_LEAVE):  # a page in a browser keeps the program, as ever
                when_closed()

    def _comes_up(self) -> bool:
        try:
            self._window = AppWindow.start(self._browser, self._profile)
            self._window.lead_to(self._addresses.fresh())
        except OSError:
            if self._window:
                self._window.close()
            self._window = None
            return False
        return True
