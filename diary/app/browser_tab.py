"""The diary in a tab of the person's browser."""

from __future__ import annotations

import webbrowser
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BROWSER_STARTS = 10.0
"""Seconds that a browser may take to start."""


def open_tab(file: Path | None) -> Thread:
    """Let the browser open the file that leads to the diary; where there is none, the printed address is left.

    Some browsers take seconds to answer, and the server is to run meanwhile.
    """
    thread = Thread(target=lambda: file and webbrowser.open(file.as_uri()), daemon=True)
    thread.start()
    return thread
