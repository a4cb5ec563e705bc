from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from diary import paths
from diary.window.flet_settings import settle_flet
from diary.window.show import HEIGHT, WIDTH, Showing, has_display, show_window, showing

if TYPE_CHECKING:
    from pathlib import Path

    import flet as ft

X11, WAYLAND, NONE = {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, dict[str, str]()
CLIENT = """#!{python}
import os, socket, sys
import msgpack

page_address, pid_file = sys.argv[1:3]
with socket.socket(socket.AF_UNIX) as window:
    window.settimeout(5)
    window.connect(page_address)
    page = {{"route": "/", "window": {{}}, "width": 0, "height": 0, "platform": "linux", "media": {{}}}}
    body = bytes([0]) + msgpack.packb([1, {{"session_id": None, "page_name": "", "page": page}}])
    window.sendall(len(body).to_bytes(4, "little") + body)
    window.recv(1 << 20)
"""
"""A client without a window: it says hello as Flet's does, hears what the page is, and closes."""


@pytest.mark.parametrize(
    "row",  # environment, platform, --window, --no-open, whether the client is there, what is expected
    [
        (X11, "linux", False, False, True, Showing.BROWSER),
        (X11, "linux", True, False, True, Showing.WINDOW),
        (X11, "linux", True, False, False, Showing.BROWSER),
        (X11, "linux", False, True, True, Showing.ADDRESS),
        (X11, "linux", True, True, True, Showing.ADDRESS),
        # Without DISPLAY Flet starts a server that is open to all in place of a window.
        (WAYLAND, "linux", True, False, True, Showing.BROWSER),
        ({**X11, **WAYLAND}, "linux", True, False, True, Showing.WINDOW),
        (NONE, "linux", False, False, True, Showing.ADDRESS),
        (NONE, "linux", True, False, True, Showing.ADDRESS),
        ({"DISPLAY": ""}, "linux", True, False, True, Showing.ADDRESS),
        (NONE, "darwin", False, False, True, Showing.BROWSER),
        (NONE, "darwin", True, False, True, Showing.WINDOW),
        (NONE, "win32", True, False, True, Showing.WINDOW),
        (NONE, "win32", True, False, False, Showing.BROWSER),
    ],
)
def test_the_diary_shows_itself_as_it_was_chosen_and_as_well_as_it_can(
    row: tuple[dict[str, str], str, bool, bool, bool, Showing],
) -> None:
    environment, platform, window, no_open, client, expected = row
    assert showing(environment, platform, window=window, no_open=no_open, client=lambda: client) is expected


@pytest.mark.parametrize(
    ("environment", "window", "no_open"), [(NONE, True, False), (X11, False, False), (X11, True, True)]
)
def test_no_client_is_fetched_where_no_window_is_wanted(
    environment: dict[str, str], window: bool, no_open: bool
) -> None:
    def fetch() -> bool:
        pytest.fail("the client was fetched")

    showing(environment, "linux", window=window, no_open=no_open, client=fetch)


def test_a_browser_can_be_seen_wherever_there_is_any_display() -> None:
    assert has_display(X11, "linux")
    assert has_display(WAYLAND, "linux")
    assert not has_display(NONE, "linux")


def put_client(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = folder / "flet"
    client.write_text(text)
    client.chmod(0o700)
    monkeypatch.setenv("FLET_VIEW_PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":99")


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in for the client speaks as on Linux")
def test_the_window_has_the_proportions_of_a_phone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_client(tmp_path, CLIENT.format(python=sys.executable), monkeypatch)
    seen: list[tuple[float | None, float | None]] = []

    async def main(page: ft.Page) -> None:
        seen.append((page.window.width, page.window.height))

    assert show_window(main, assets=paths.assets())
    assert seen == [(WIDTH, HEIGHT)] == [(420, 860)]


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in for the client speaks as on Linux")
@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 127\n", "#!/no/such/program\n"])
def test_a_window_that_does_not_come_up_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    put_client(tmp_path, text, monkeypatch)

    async def main(_page: ft.Page) -> None:
        pytest.fail("no page was opened")

    assert not show_window(main, assets=paths.assets())


def test_settings_that_would_open_the_diary_to_others_are_cleared() -> None:
    environment = {
        "FLET_FORCE_WEB_SERVER": "true",
        "FLET_SERVER_IP": "0.0.0.0",  # noqa: S104  # what must not reach Flet
        "FLET_LOG_LEVEL": "debug",
        "FLET_VIEW_PATH": "/opt/flet",
        "HOME": "/home/anna",
    }
    settle_flet(environment, forget_pages_after=600.0)
    assert environment == {"FLET_VIEW_PATH": "/opt/flet", "HOME": "/home/anna", "FLET_SESSION_TIMEOUT": "600"}
