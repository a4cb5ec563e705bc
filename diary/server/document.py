"""The page that Flet serves, made ours: its language, its name, its icon, and a tree for screen readers from the start.

Flet has no switch for the semantics tree: Flutter builds it when a hidden button is pressed, so a script presses it.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from flet_web import get_package_web_dir, patch_index_html

from diary import paths
from diary.language import tr
from diary.model.backdrop import DARK, LIGHT, Backdrop
from diary.server.asgi import answer
from diary.server.backdrop import GetBackdrop, systems_own
from diary.server.entry_page import script_hashes
from diary.server.headers import POLICY, policy
from diary.server.page_notices import page_notices
from diary.step_names import step_pattern

if TYPE_CHECKING:
    from diary.server.asgi import Application, Receive, Scope, Send

SEMANTICS = """<script>
addEventListener("flutter-first-frame", () => {
  const press = () => {
    const button = document.querySelector("flt-semantics-placeholder");
    button ? button.click() : setTimeout(press, 50);
  };
  press();
}, { once: true });
</script>
"""
FORMER_SCREEN = """<script>
if ((sessionStorage.getItem("diary-address") ?? location.pathname) !== location.pathname) {
  sessionStorage.removeItem("_flet_session_id");
}
addEventListener("pagehide", () => sessionStorage.setItem("diary-address", location.pathname));
</script>
"""
"""A page that loads at another address than its tab showed begins anew.

Flet would take up the tab's former session, and show its former screen for half a second under the new address.
"""
CONNECTION = "page/connection.js"
"""The asset that stands between the client and its websocket; written into the page, it is there before the client."""
FINGER = "page/finger.js"
"""The asset by which a tap is none where it would hit what the tap before it made come up; it hears of taps first."""
DARK_START = "page/dark_start.js"
"""The asset by which a page that is to be dark has no white frame before the client knows of it."""
ASKING = ("GET", "HEAD")


def amended(page: str) -> str:
    """The page with our language, name, icon, colours while it loads, connection, notices and semantics."""
    name = tr("Night Cramp Diary")
    steps = f"<script>window.stepNames = {json.dumps(step_pattern())}</script>"
    connection, finger = ((paths.assets() / each).read_text(encoding="utf-8") for each in (CONNECTION, FINGER))
    for theirs, ours in (
        ("<head>", f"<head>\n{FORMER_SCREEN}<script>\n{connection}</script>{steps}<script>\n{finger}</script>"),
        ("<html>", '<html lang="en">'),
        ("<title>Flet</title>", f"<title>{name}</title>"),
        ('content="Flet application."', f'content="{name}"'),
        ('content="Flet"', f'content="{name}"'),
        ('src="icons/loading-animation.png"', 'src="icons/icon-192.png"'),
        ("width: 200px", "width: 96px"),
        ("background: #ffffff", f"background: {LIGHT.color}"),
        ("background: #222222", f"background: {DARK.color}"),
        ("</body>", page_notices() + SEMANTICS + "</body>"),
    ):
        page = page.replace(theirs, ours, 1)
    return page


class Document:
    """An ASGI application that answers with the page at every address that is no file's, and passes on all others."""

    def __init__(self, inner: Application, *, port: int, get_backdrop: GetBackdrop = systems_own) -> None:
        self._inner = inner
        self._port = port
        self._get_backdrop = get_backdrop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, or pass on."""
        if scope["type"] != "http" or scope["method"] not in ASKING or not is_place(scope["path"]):
            await self._inner(scope, receive, send)
            return
        page = with_backdrop(await asyncio.to_thread(the_page), await asyncio.to_thread(self._get_backdrop))
        ours = policy(port=self._port, scripts=script_hashes(page))
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (POLICY, ours.encode()),
            (b"cache-control", b"no-store"),  # it holds this run's settings
        ]
        await answer(send, 200, body=page.encode(), headers=headers)


def with_backdrop(page: str, backdrop: Backdrop | None) -> str:
    """The page on this ground until its client draws."""
    if backdrop is None:
        return page
    for ours in (LIGHT, DARK):
        page = page.replace(f"background: {ours.color}", f"background: {backdrop.color}", 1)
    start = (paths.assets() / DARK_START).read_text(encoding="utf-8") if backdrop.is_dark else ""
    style = f"<style>html {{ background: {backdrop.color} }}</style>"
    return page.replace("<head>", f"<head>{style}" + (f"<script>\n{start}</script>" if start else ""), 1)


def is_place(path: str) -> bool:
    """Whether an address is one of the app's places, which all have the same page, and not a file's."""
    return PurePosixPath(path).suffix in {"", ".html"}


@cache
def the_page() -> str:
    """The page that starts the client, as Flet makes it, amended."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(shutil.copy(Path(get_package_web_dir()) / "index.html", folder))
        patch_index_html(str(index), "/", websocket_endpoint_path="/ws", no_cdn=True)
        return amended(index.read_text(encoding="utf-8"))
