"""The window of its own, in Debian's Chromium on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from diary.window.app_window import AppWindow
from tests.browser.conftest import Phone
from tests.browser.stored import plain_nights
from tests.browser.test_drafts import NOTE, go_in
from tests.browser.test_ending import crowd
from tests.conftest import CHROMIUM_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform != "linux", reason="looks at command lines and windows as on Linux"),
]

ROOT = Path(__file__).parents[2]
NAME = "night-cramp-diary"
TYPED = "Woke twice"
WITHIN = 2.0
"""Seconds in which the program ends after its window, where the machine has a processor for each program."""
WRAPPER = """#!/bin/sh
# Without a sandbox, which a container may not make; and with a port, by which the test taps.
exec {chromium} {options} --remote-debugging-port=0 "$@"
"""


def tool(name: str) -> str:
    """Where a tool of the test lies."""
    path = shutil.which(name)
    if path is None:
        words = f"{name} is missing. On Debian: apt install chromium xvfb xdotool"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    return path


@dataclass(frozen=True)
class Screen:
    """A screen that nobody sees, with a browser to be found beside it."""

    display: str
    programs: Path

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "PATH": f"{self.programs}:{os.environ['PATH']}"}

    def ask(self, *words: str) -> str:
        """What xdotool says."""
        done = subprocess.run(
            [tool("xdotool"), *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self) -> list[str]:
        """The windows of the diary that are to be seen."""
        return self.ask("search", "--onlyvisible", "--class", f"^{NAME}$").split()

    def size(self, window: str) -> str:
        return self.ask("getwindowgeometry", window).rpartition("Geometry: ")[2]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    programs = tmp_path / "programs"
    programs.mkdir()
    options = " ".join(f"'{option}'" for option in CHROMIUM_OPTIONS if option != "--headless")
    wrapper = programs / "chromium"
    wrapper.write_text(WRAPPER.format(chromium=tool("chromium"), options=options))
    wrapper.chmod(0o700)
    command = [tool("Xvfb"), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        yield Screen(f":{server.stdout.readline().strip()}", programs)
        server.kill()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@dataclass
class OpenWindow:
    """The diary, open in its window."""

    process: subprocess.Popen[str]
    token: str
    window: str
    browser: Browser

    @property
    def phone(self) -> Phone:
        page = self.browser.contexts[0].pages[0]
        page.get_by_role("tab", name="Log").wait_for(timeout=90_000)
        return Phone(page)

    def ends(self) -> tuple[int, str]:
        """See that the program ends in time; its exit code, and what it had to complain of."""
        begun = time.monotonic()
        _, errors = self.process.communicate(timeout=20)
        assert time.monotonic() - begun < WITHIN * crowd()
        return self.process.returncode, errors


@pytest.fixture
def open_window(screen: Screen, playwright: Playwright, tmp_path: Path) -> Iterator[Callable[[], OpenWindow]]:
    """Open the diary as a person does, without any option, and wait for its window."""
    opened: list[OpenWindow] = []
    folder = tmp_path / "diary"

    def open_() -> OpenWindow:
        port_file = folder / "window" / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--data", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=screen.environment,
        )
        assert process.stdout is not None
        token = process.stdout.readline().strip().rpartition("token=")[2]
        while not (screen.windows() and port_file.exists() and port_file.read_text().count("\n")):
            assert process.poll() is None
            time.sleep(0.1)
        port = port_file.read_text().split("\n")[0]
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        opened.append(OpenWindow(process, token, screen.windows()[0], browser))
        return opened[-1]

    yield open_
    for each in opened:
        each.process.kill()
        each.process.communicate(timeout=20)


def command_lines() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield path.read_bytes()
        except OSError:  # it has ended meanwhile
            continue


def notes(folder: Path) -> list[str]:
    """The notes of the nights, as the diary holds them now."""
    return [night["note"] for night in plain_nights(folder).values()]


def browser_of(folder: Path) -> int:
    """The process of the browser that shows the window."""
    return int((folder / "window" / "SingletonLock").readlink().name.rpartition("-")[2])


def test_it_has_the_shape_of_a_phone_and_a_night_is_saved_in_it_and_a_second_start_brings_it_to_the_front(
    open_window: Callable[[], OpenWindow], screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "diary"
    opened = open_window()
    assert screen.size(opened.window) == "420x860"
    opened.phone.tap("No cramps")
    opened.phone.sees("Logged: no cramps")
    assert [night["cramps"] for night in plain_nights(folder).values()] == [[]]
    lines = list(command_lines())
    assert any(b"--user-data-dir=" in line and NAME.encode() in line for line in lines)
    assert not [line for line in lines if b"token=" in line or opened.token.encode() in line]

    monkeypatch.setenv("DISPLAY", screen.display)
    cover = AppWindow.start(screen.programs / "chromium", tmp_path / "cover")
    cover.lead_to("about:blank")
    while len(screen.windows()) < 2:
        time.sleep(0.1)
    assert screen.ask("getwindowfocus") != opened.window
    again = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data", str(folder)],
        env=screen.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert again.stdout == "The diary is open already: its window comes to the front.\n"
    assert screen.ask("getwindowfocus") == opened.window
    assert len(screen.windows()) == 2
    cover.close()


def test_the_program_ends_with_its_window_and_what_was_typed_is_there_in_the_next_of_the_same_size(
    open_window: Callable[[], OpenWindow], screen: Screen, tmp_path: Path
) -> None:
    opened = open_window()
    go_in(opened.phone, NOTE)
    opened.phone.page.keyboard.type(TYPED, delay=25)
    screen.ask("windowsize", "--sync", opened.window, "500", "700")
    opened.phone.rest()
    screen.ask("key", "--window", opened.window, "ctrl+w")
    assert opened.ends() == (0, "")
    assert notes(tmp_path / "diary") == [TYPED]
    again = open_window()
    assert screen.size(again.window) == "500x700"
    again.process.send_signal(signal.SIGINT)
    assert again.ends() == (0, "")
    assert screen.windows() == []


def test_a_window_that_is_killed_ends_the_program_in_peace_and_a_program_that_is_killed_its_window(
    open_window: Callable[[], OpenWindow], screen: Screen, tmp_path: Path
) -> None:
    folder = tmp_path / "diary"
    opened = open_window()
    go_in(opened.phone, NOTE)
    opened.phone.page.keyboard.type(TYPED, delay=25)
    opened.phone.rest()
    os.kill(browser_of(folder), signal.SIGKILL)
    assert opened.ends() == (0, "")
    assert notes(folder) == [TYPED]
    again = open_window()
    again.process.kill()
    while screen.windows():  # the time limit of the test is that of this
        time.sleep(0.1)
