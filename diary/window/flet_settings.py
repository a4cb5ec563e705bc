"""Flet's settings in the environment: cleared, for some of them would open the diary to others.

A FLET_FORCE_WEB_SERVER from elsewhere would turn the native window into a server without a guard, and a
FLET_SERVER_IP would put it on every interface; a FLET_LOG_LEVEL would write what is in the diary to the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

PREFIX = "FLET_"
ABOUT_THE_WINDOW = frozenset({"FLET_VIEW_PATH", "FLET_CLIENT_URL", "FLET_DESKTOP_FLAVOR", "FLET_LINUX_DISTRO"})
"""Where the native window's client is, or comes from; these stay."""
SESSION_TIMEOUT = "FLET_SESSION_TIMEOUT"


def settle_flet(environment: MutableMapping[str, str], *, forget_pages_after: float) -> None:
    """Clear Flet's settings, and say after how many seconds a page that was closed is forgotten."""
    for name in [name for name in environment if name.startswith(PREFIX) and name not in ABOUT_THE_WINDOW]:
        del environment[name]
    environment[SESSION_TIMEOUT] = str(round(forget_pages_after))
