"""A phone in a test's hand: the real screens, driven by taps and typing."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Page, TimeoutError  # noqa: A004  # Playwright's own, which a screenshot raises

from tests.browser.stored import write_diary

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Locator

PICTURES = Path(__file__).parent / "screenshots"
SOON = 60_000
"""Milliseconds in which the screen must have followed a tap, on a machine whose processors four browsers want."""
LOADED = 90_000
"""Milliseconds in which a page must have loaded there."""
QUIET, ANSWER = 90, 350
"""Milliseconds without a frame, and without the program's answer, after which a page counts as at rest."""
MOST = 4000
"""Milliseconds after which no rest is waited for: a ring may turn."""
TAPPABLE = ("button", "checkbox", "tab", "switch", "radio")


@dataclass(frozen=True, slots=True)
class Phone:
    """One page of the program."""

    page: Page

    def find(self, name: str, *, exact: bool = False) -> Locator:
        """Whatever can be tapped under this name."""
        found = self.page.get_by_role("button", name=name, exact=exact)
        for role in TAPPABLE[1:]:
            found = found.or_(self.page.get_by_role(role, name=name, exact=exact))  # type: ignore[arg-type]  # Playwright lists the roles as literals
        return found.first

    def tap(self, name: str, *, exact: bool = False) -> None:
        """Tap what has this name, with a real click where it is."""
        box = self.place(self.find(name, exact=exact))
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.rest()

    def place(self, target: Locator) -> FloatRect:
        """Bring the target into sight, and tell where it stands once it stands still: a screen slides in."""
        self.scroll_to(target)
        box = target.bounding_box()
        for _ in range(20):
            self.rest()
            before, box = box, target.bounding_box()
            if box is not None and box == before:
                break
        assert box is not None, "it is not on the screen"
        return box

    def rest(self) -> None:
        """Wait until nothing is drawn any more and the program has answered; longer on a machine that is busy."""
        crowd = min(2.0, max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)))
        try:
            self.page.evaluate(f"window.atRest?.({crowd * QUIET}, {crowd * ANSWER}, {MOST})")
        except Error as error:
            if "navigation" not in str(error):  # the page loads anew: what it then shows, the test waits for
                raise

    def walk_to(self, name: str) -> None:
        """Press Tab until what has this name holds the focus."""
        for _ in range(200):
            self.page.keyboard.press("Tab")
            self.page.wait_for_timeout(30)
            # The body holds the focus where nothing does, and the text of everything.
            held = self.page.evaluate(
                "((held) => held === document.body ? '' : held.innerText || held.ariaLabel || '')(document.activeElement)"
            )
            if name in held:
                return
        pytest.fail(f"Tab never came to {name}")

    def scroll_to(self, target: Locator) -> None:
        """Bring the target into sight; Flutter follows the scrolling of its semantics tree a moment later."""
        for is_last in (False, False, True):
            target.wait_for(state="attached", timeout=SOON)
            try:
                target.scroll_into_view_if_needed(timeout=SOON)
                break
            except Error as error:  # Flutter put another piece of its tree in the place of this one
                if is_last or "not attached" not in str(error):
                    raise
        self.rest()

    def type_in(self, label: str, text: str, *, last: bool = False) -> None:
        """Type into the first (or last) field of this label in place of what it holds, and leave the field."""
        fields = self.page.get_by_label(label)
        box = self.place(fields.last if last else fields.first)
        self.page.mouse.click(box["x"] + 40, box["y"] + box["height"] / 2)
        self.rest()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text, delay=15)
        self.page.keyboard.press("Tab")
        self.rest()

    def sees(self, text: str) -> None:
        """Wait until the words are on the screen."""
        words = (
            self.page.get_by_text(text)
            .or_(self.page.get_by_label(text))
            .or_(self.page.get_by_role("button", name=text))
        )
        words.first.wait_for(state="attached", timeout=SOON)

    def show(self, path: str) -> None:
        """Go to another screen of the diary in the page as it is, as by the browser's arrows: nothing loads anew."""
        self.page.evaluate(
            "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate', {state: null})) }",
            path,
        )
        self.rest()

    def look(self, *, width: int = 420, height: int = 860, dark: bool = False) -> None:
        """Give the window this size, and the machine this theme."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.rest()

    def go_to(self, path: str) -> None:
        """Open another screen of the diary by its address, as from a bookmark; the whole page loads anew."""
        self._load(lambda: self.page.goto(self._address(path)))

    def reload(self) -> None:
        """Load the whole page anew."""
        self._load(self.page.reload)

    def beside(self, path: str) -> Phone:
        """Open an address in a tab of its own, which shows no former screen; it may be one of no place of the bar."""
        tab = self.page.context.new_page()
        tab.goto(self._address(path))
        tab.get_by_role("button").first.wait_for(state="attached", timeout=LOADED)
        return Phone(tab)

    def _address(self, path: str) -> str:
        there = urlsplit(self.page.url)
        return f"{there.scheme}://{there.netloc}{path}"

    def _load(self, act: Callable[[], object]) -> None:
        act()
        self.page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)

    def shot(self, name: str) -> None:
        """Keep a picture of the screen, for a person to look at."""
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(self.picture())

    def picture(self) -> bytes:
        """The screen as PNG. A still page sometimes gives headless Chromium no frame to take; asked again, it does."""
        for _ in range(2):
            try:
                return self.page.screenshot(timeout=SOON)
            except TimeoutError:
                self.page.bring_to_front()
        return self.page.screenshot(timeout=LOADED)


@pytest.fixture
def open_phone(open_page: Callable[..., Page]) -> Callable[..., Phone]:
    """Opens the diary at an address, with what open_page takes, and waits for its first screen."""
    return phones(open_page)


@pytest.fixture(scope="module")
def open_shared_phone(open_shared_page: Callable[..., Page]) -> Callable[..., Phone]:
    """Opens the diary as open_phone does, for all tests of a file; each puts the page where it needs it first."""
    return phones(open_shared_page)


def phones(open_page: Callable[..., Page]) -> Callable[..., Phone]:
    """What opens a page and waits for its first screen."""

    def open_phone(address: str, **how: object) -> Phone:
        page = open_page(address, **how)
        page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)
        return Phone(page)

    return open_phone


@pytest.fixture(scope="module")
def today() -> dt.date:
    """Today by this machine's clock, as the program will see it."""
    return dt.datetime.now().astimezone().date()


@pytest.fixture
def diary_with(tmp_path: Path) -> Callable[..., Path]:
    """Makes a diary that holds these nights, and gives its folder: diary_with(nights, profile=...)."""
    return lambda nights, profile=None: write_diary(tmp_path / "kept", nights, profile)
