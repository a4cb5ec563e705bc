"""What the tests of several rooms share: a real browser, and the diary started as a program."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from tests.preloaded import Fork, Preloaded

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

settings.register_profile("diary", deadline=None)  # how fast this machine is now is no rule of the program
settings.load_profile("diary")

ROOT = Path(__file__).resolve().parent.parent
CHROMIUMS = ("chromium-headless-shell", "chromium")
"""The same engine twice: without the rest of a browser around it, a page costs half as much of a processor."""
CHROMIUM_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A name of another site that points at this machine, as an attacker's would.
    "--host-resolver-rules=MAP evil.example 127.0.0.1",
)
REST = Path(__file__).with_name("rest.js")
"""Lets a test wait until a page is at rest."""
EXPECTED_AND_BLOCKED = "https://cdn.jsdelivr.net/npm/@rive-app/flutter-native-wasm@"
"""The one address elsewhere that Flet's client asks for, whatever its settings; our policy must block it."""
OF_THE_BROWSER = frozenset({"data", "blob", "chrome", "chrome-extension"})
"""What leaves neither page nor browser; its own viewer of PDFs is an extension."""
STALLED = ("TimeoutError", r"Timeout \(>")
"""What a browser that stopped drawing, or a machine too busy for it, ends in: Playwright's waits and pytest-timeout's."""
OUT_OF_STEP = "dropped a patch"
"""What the client says when the page and the program no longer agree."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are processors, for the browser tests mostly wait; none for a file or two."""
    if all(Path(argument.partition("::")[0]).suffix == ".py" for argument in config.args):
        return 0
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test whose browser stalled is run once more, and told of in the summary; one that saw a wrong screen is not."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=list(STALLED)))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium. For one module only: while it runs, no event loop of ours can run on this thread."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        words = "Chromium is missing. On Debian: apt install chromium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_OPTIONS))
        yield browser
        browser.close()


@dataclass
class Watch:
    """What the pages of a test asked for elsewhere, and said of patches that they dropped."""

    reached: list[str] = field(default_factory=list)
    out_of_step: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch every page of a browser context."""
        context.on("request", self._note_request)
        context.on("requestfailed", self._note_failure)
        context.on("console", self._note_words)

    def _note_request(self, request: Request) -> None:
        there = urlsplit(request.url)
        if there.scheme not in OF_THE_BROWSER and there.hostname != "127.0.0.1":
            self.reached.append(request.url)

    def _note_failure(self, request: Request) -> None:
        if request.url.startswith(EXPECTED_AND_BLOCKED) and request.failure == "csp":
            self.reached.remove(request.url)

    def _note_words(self, message: ConsoleMessage) -> None:
        if OUT_OF_STEP in message.text:
            self.out_of_step.append(message.text)


OpenPage = Callable[..., "Page"]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open an address in a browser of its own: open_page(address, width=420, height=860, dark=False).

    `lacking` is something of the browser's window that this one shall not have, `zone` the time zone that it believes
    to be in. The test fails where a page asked for anything elsewhere that was not blocked, or dropped a patch.
    """
    with watched_pages(chromium) as open_:
        yield open_


@pytest.fixture(scope="module")
def open_shared_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open a page as open_page does, for all tests of a file: the client takes seconds to load."""
    with watched_pages(chromium) as open_:
        yield open_


@contextmanager
def watched_pages(chromium: Browser) -> Iterator[OpenPage]:
    """Give what opens pages; at the end all are closed, and none has asked for anything elsewhere."""
    watch, contexts = Watch(), []

    def open_(
        address: str,
        *,
        width: int = 420,
        height: int = 860,
        dark: bool = False,
        lacking: str = "",
        zone: str | None = None,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            timezone_id=zone,
            permissions=["clipboard-write"],  # as a window with a person before it has
        )
        contexts.append(context)
        watch.over(context)
        context.add_init_script(path=REST)
        if lacking:
            context.add_init_script(f"delete window.{lacking}")
        page = context.new_page()
        page.goto(address)
        return page

    try:
        yield open_
    finally:
        for context in contexts:
            context.close()
    assert watch.reached == []
    assert watch.out_of_step == []


@dataclass(frozen=True)
class OpenDiary:
    """The diary, open as a program."""

    address: str
    """Opens it once."""
    process: subprocess.Popen[str] | Fork

    @property
    def port(self) -> int:
        """The port it listens on."""
        return urlsplit(self.address).port or 0

    def close(self, with_signal: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        """End it, by Ctrl-C if nothing else is said; gives exit code, the rest of its output, and its errors."""
        self.process.send_signal(with_signal)
        output, errors = self.process.communicate(timeout=20)
        return self.process.wait(timeout=20), output, errors


StartDiary = Callable[..., OpenDiary]


@pytest.fixture
def start_diary() -> Iterator[StartDiary]:
    """Start the diary as a person does, with only its address printed: start_diary(folder, "--demo", ...).

    With clock, a file that tests/clocked_diary.py reads, the program lives at the moment that stands in it; with
    mistake, what tests/planted_diary.py takes, it has a mistake.
    """
    with diaries() as start:
        yield start


@pytest.fixture(scope="session")
def preloaded() -> Iterator[Preloaded | None]:
    """The process that forks diaries, where the system can."""
    if not hasattr(os, "pidfd_open"):
        yield None
        return
    process = Preloaded.start()
    yield process
    process.end()


@pytest.fixture
def fork_diary(preloaded: Preloaded | None) -> Iterator[StartDiary]:
    """Start the diary as start_diary does, but for the loading of its modules, where nothing looks at the start."""
    with diaries(preloaded) as start:
        yield start


@pytest.fixture(scope="module")
def fork_shared_diary(preloaded: Preloaded | None) -> Iterator[StartDiary]:
    """Start the diary as fork_diary does, for all tests of a file."""
    with diaries(preloaded) as start:
        yield start


@contextmanager
def diaries(preloaded: Preloaded | None = None) -> Iterator[StartDiary]:
    """Give what starts the diary, or forks it where that shows the same; at the end all that were started are ended."""
    processes: list[subprocess.Popen[str] | Fork] = []

    def start(
        folder: Path,
        *options: str,
        environment: dict[str, str] | None = None,
        clock: Path | None = None,
        mistake: tuple[str, ...] | None = None,
    ) -> OpenDiary:
        arguments = ["--no-open", "--data", str(folder), *options]
        if preloaded and not environment and not mistake:
            processes.append(preloaded.fork(arguments, clock=clock))
            return opened(processes[-1])
        program = [str(ROOT / "main.py")]
        if clock is not None:
            program = [str(ROOT / "tests" / "clocked_diary.py"), str(clock)]
        if mistake is not None:
            program = [str(ROOT / "tests" / "planted_diary.py"), *mistake]
        process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environment or {})},
        )
        processes.append(process)
        return opened(process)

    def opened(process: subprocess.Popen[str] | Fork) -> OpenDiary:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"Open (http://127\.0\.0\.1:\d+/\?token=\S+)\n", line)
        assert found, line or process.communicate(timeout=20)[1]
        return OpenDiary(found[1], process)

    try:
        yield start
    finally:
        for process in processes:
            process.kill()
            process.communicate(timeout=20)
