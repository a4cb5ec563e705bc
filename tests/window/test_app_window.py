"""The app window, with a stand-in for the browser that says at the pipe what it was told, and how it was started."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from diary.window.app_window import AppWindow, remembers_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="in Windows there is no app window")

ADDRESS = "http://127.0.0.1:1/?token=secret"
BROWSER = """#!{python}
import json, os, sys

notes = open({notes!r}, "a")
def note(what):
    notes.write(json.dumps(what) + "\\n")
    notes.flush()
def say(message):
    os.write(4, json.dumps(message).encode() + b"\\0")

note(sys.argv[1:])
answers = {{
    "Target.attachToTarget": {{"sessionId": "s"}},
    "Browser.getWindowForTarget": {{"windowId": 7, "bounds": {{"windowState": {state!r}}}}},
}}
rest = b""
while received := os.read(3, 65536):
    *calls, rest = (rest + received).split(b"\\0")
    for call in map(json.loads, calls):
        note([call["method"], call["params"]])
        if call["method"] == "Target.setDiscoverTargets":
            say({{"method": "Target.targetCreated", "params": {{"targetInfo": {{"targetId": "p"}}}}}})
        if call["method"] == {refused!r}:
            say({{"id": call["id"], "error": {{"message": "no"}}}})
        else:
            say({{"id": call["id"], "result": answers.get(call["method"], {{}})}})
        if call["method"] == {closes_at!r}:
            say({{"method": "Target.targetDestroyed", "params": {{"targetId": "p"}}}})
note("ended")
"""


class StandIn:
    """A browser that does nothing, and the window that it shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.windows: list[AppWindow] = []

    def start(self, *, state: str = "normal", refused: str = "", closes_at: str = "") -> AppWindow:
        program = self.folder / "browser"
        blanks = {"notes": str(self.folder / "notes"), "state": state, "refused": refused, "closes_at": closes_at}
        program.write_text(BROWSER.format(python=sys.executable, **blanks))
        program.chmod(0o700)
        self.windows.append(AppWindow.start(program, self.folder / "window"))
        return self.windows[-1]

    @property
    def notes(self) -> list[Any]:
        return [json.loads(line) for line in (self.folder / "notes").read_text().splitlines()]

    @property
    def command(self) -> list[str]:
        return next(note for note in reversed(self.notes) if isinstance(note, list) and note[0].startswith("--"))


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[StandIn]:
    stand_in = StandIn(tmp_path)
    yield stand_in
    for window in stand_in.windows:
        window.close()


def test_the_window_is_led_to_the_address_which_stands_in_no_command_line(browser: StandIn) -> None:
    browser.start().lead_to(ADDRESS)
    assert ["Page.navigate", {"url": ADDRESS}] in browser.notes
    assert "secret" not in str(browser.command)
    assert f"--user-data-dir={browser.folder / 'window'}" in browser.command
    assert (browser.folder / "window").stat().st_mode & 0o777 == 0o700


def test_the_browser_keeps_its_sandbox_and_may_reach_nothing_elsewhere(browser: StandIn) -> None:
    browser.start().lead_to(ADDRESS)
    assert "--no-sandbox" not in browser.command
    assert {"--disable-background-networking", "--proxy-server=http://127.0.0.1:9"} <= set(browser.command)


def test_it_is_as_large_as_a_phone_until_the_browser_remembers_another_size(browser: StandIn) -> None:
    browser.start().lead_to(ADDRESS)
    assert "--window-size=420,860" in browser.command
    kept = browser.folder / "window" / "Default" / "Preferences"
    kept.parent.mkdir()
    for text, remembered in (("{}", False), ("[", False), ('{"browser": {"app_window_placement": {"_": {}}}}', True)):
        kept.write_text(text)
        assert remembers_size(browser.folder / "window") is remembered
    browser.start().lead_to(ADDRESS)
    assert not [option for option in browser.command if option.startswith("--window-size")]


@pytest.mark.parametrize(("state", "is_restored"), [("normal", False), ("minimized", True)])
def test_it_comes_to_the_front_also_from_the_task_bar(browser: StandIn, state: str, *, is_restored: bool) -> None:
    window = browser.start(state=state)
    assert not window.raise_()  # it has not come up yet
    window.lead_to(ADDRESS)
    assert window.raise_()
    assert ["Target.activateTarget", {"targetId": "p"}] in browser.notes
    restored = ["Browser.setWindowBounds", {"windowId": 7, "bounds": {"windowState": "normal"}}]
    assert (restored in browser.notes) is is_restored


def test_where_the_last_window_was_closed_the_browser_ends_too(browser: StandIn) -> None:
    window = browser.start(closes_at="Target.activateTarget")
    window.lead_to(ADDRESS)
    window.raise_()
    window.wait()
    assert browser.notes[-1] == "ended"
    assert not window.raise_()


@pytest.mark.parametrize("refused", ["Target.setDiscoverTargets", "Target.attachToTarget", "Page.navigate"])
def test_a_browser_that_refuses_does_not_come_up(browser: StandIn, refused: str) -> None:
    window = browser.start(refused=refused)
    with pytest.raises(OSError, match="no"):
        window.lead_to(ADDRESS)


@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 1\n", "#!/no/such/program\n"])
def test_a_browser_that_ends_at_once_does_not_come_up(tmp_path: Path, text: str) -> None:
    program = tmp_path / "browser"
    program.write_text(text)
    program.chmod(0o700)
    begun = time.monotonic()
    with pytest.raises(OSError):  # noqa: PT011  # which of them, the system decides
        AppWindow.start(program, tmp_path / "window").lead_to(ADDRESS)
    assert time.monotonic() - begun < 5
