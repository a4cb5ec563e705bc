"""A mistake in the program, planted: the person is told of it and what to do, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import LOADED, Phone
from tests.conftest import OpenDiary

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.conftest import OpenPage, StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

WORDS = "This did not work, through a mistake in the program. What you saved is safe. Load the page anew"
LOST = ("never retrieved", "exception calling callback", "Task was destroyed")
"""What Python says of an error that nobody was there for."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A program with a mistake."""

    diary: OpenDiary
    flag: Path

    def make(self) -> None:
        """From now on the mistake is made."""
        self.flag.touch()

    def mend(self) -> None:
        """From now on it is not."""
        self.flag.unlink()

    def was_noticed(self) -> None:
        """Close the program, and see that no error of it went unseen."""
        _, _, errors = self.diary.close()
        assert [words for words in LOST if words in errors] == []


@pytest.fixture
def plant(fork_diary: StartDiary, tmp_path: Path) -> Callable[..., Mistake]:
    """Start the diary with a mistake, which is not made yet."""

    def start(kind: str, module: str, name: str = "") -> Mistake:
        flag = tmp_path / "flag"
        return Mistake(fork_diary(tmp_path / "diary", "--demo", mistake=(kind, module, name, str(flag))), flag)

    return start


def is_told(page: Page) -> None:
    page.get_by_text(WORDS).first.wait_for(state="attached", timeout=LOADED)


def comes_back(page: Page, what: str) -> None:
    """Load the page anew, as the words say: all is there."""
    page.reload()
    Phone(page).find("Log").wait_for(timeout=LOADED)
    Phone(page).sees(what)
    assert page.get_by_text(WORDS).count() == 0


@pytest.mark.parametrize(
    ("name", "path", "content"),
    [
        ("DiaryResults.findings", "/triggers", "From the article"),
        ("DiaryResults.trend", "/trends", "No clear change"),
        ("DiaryResults.report_pages", "/report", "Next page"),
        ("DiaryNights.all", "/diary", "November"),
    ],
)
def test_what_cannot_be_read_is_told_in_its_place_and_no_ring_turns_for_ever(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone], name: str, path: str, content: str
) -> None:
    mistake = plant("raises", "diary.book", name)
    phone = open_phone(mistake.diary.address)
    mistake.make()
    phone.show(path)
    is_told(phone.page)
    phone.page.wait_for_timeout(1000)
    assert phone.page.get_by_role("progressbar").count() == 0
    mistake.mend()
    comes_back(phone.page, content)
    mistake.was_noticed()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("diary.book", "DiaryNights.perform"),  # an act
        ("diary.ui.page.open_night", "OpenNight.tap_for"),  # the handler of a tap
        ("diary.ui.page.session", "Session._follow"),  # what follows a saved act
    ],
)
def test_an_act_that_fails_is_told_and_the_same_tap_works_once_it_can(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone], module: str, name: str
) -> None:
    mistake = plant("raises", module, name)
    phone = open_phone(mistake.diary.address)
    mistake.make()
    phone.tap("No cramps")
    is_told(phone.page)
    mistake.mend()
    phone.page.wait_for_timeout(2500)
    phone.tap("I had cramps")
    phone.sees("Logged: 1 cramp")
    mistake.was_noticed()


def test_an_effect_that_fails_while_it_waits_is_told(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone]
) -> None:
    mistake = plant("raises", "diary.ui.page.session", "_beside")
    phone = open_phone(mistake.diary.address)
    mistake.make()
    phone.tap("The night before")
    is_told(phone.page)
    mistake.mend()
    comes_back(phone.page, "Last night")
    mistake.was_noticed()


@pytest.mark.parametrize("kind", ["raises", "gives-refused"])
@pytest.mark.parametrize(
    ("module", "name", "left"),
    [
        ("diary.ui.log.screen", "scrolling", "Trends"),
        ("diary.ui.log.screen", "_hint", "No cramps"),
        ("diary.ui.parts.notice_line", "_line", "No cramps"),
    ],
)
def test_a_component_that_cannot_be_drawn_takes_no_place_but_its_own(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone], kind: str, module: str, name: str, left: str
) -> None:
    mistake = plant(kind, module, name)
    mistake.make()
    phone = open_phone(mistake.diary.address)
    if name == "_line":
        phone.tap("No cramps")
    is_told(phone.page)
    phone.sees(left)
    phone.tap("Diary", exact=True)
    phone.sees("November")
    mistake.mend()
    comes_back(phone.page, "November")
    phone.tap("Log", exact=True)
    phone.sees("Last night")
    mistake.was_noticed()


@pytest.mark.parametrize(
    ("kind", "module", "name"),
    [
        ("raises", "diary.ui.page.theme", "dress"),
        ("raises", "diary.book", "DiaryQuestions.catalogue"),
        ("fails-import", "diary.ui.root", ""),
        ("gives-refused", "diary.ui.root", "App"),
    ],
)
def test_a_page_that_cannot_begin_says_so_and_begins_when_it_is_loaded_anew(
    plant: Callable[..., Mistake], open_page: OpenPage, kind: str, module: str, name: str
) -> None:
    mistake = plant(kind, module, name)
    mistake.make()
    page = open_page(mistake.diary.address)
    is_told(page)
    Phone(page).sees("Try again")
    mistake.mend()
    comes_back(page, "Last night")
    mistake.was_noticed()


def test_a_page_that_cannot_begin_begins_when_it_is_asked_to_try_again(
    plant: Callable[..., Mistake], open_page: OpenPage
) -> None:
    mistake = plant("raises", "diary.ui.page.theme", "dress")
    mistake.make()
    page = open_page(mistake.diary.address)
    is_told(page)
    mistake.mend()
    Phone(page).tap("Try again")
    page.get_by_role("tab", name="Log").wait_for(timeout=LOADED)


def test_a_screen_that_cannot_be_loaded_says_so_in_its_place(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone]
) -> None:
    mistake = plant("fails-import", "diary.ui.trends.screen")
    mistake.make()
    phone = open_phone(mistake.diary.address)
    phone.tap("Trends", exact=True)
    is_told(phone.page)
    phone.tap("Diary", exact=True)
    phone.sees("November")
    mistake.mend()
    phone.tap("Trends", exact=True)
    phone.sees("No clear change")
    mistake.was_noticed()


@pytest.mark.parametrize(
    ("kind", "module", "name"),
    [
        ("raises", "diary.ui.page.clock", "PageClock.look"),
        ("fails-import", "diary.ui.settings.screen", ""),  # loaded in the background
    ],
)
def test_what_goes_on_beside_a_page_tells_of_its_mistakes_once_and_goes_on(
    plant: Callable[..., Mistake], open_phone: Callable[..., Phone], kind: str, module: str, name: str
) -> None:
    mistake = plant(kind, module, name)
    mistake.make()
    phone = open_phone(mistake.diary.address)
    is_told(phone.page)
    phone.tap("Close this line")
    phone.page.wait_for_timeout(5000)
    assert phone.page.get_by_text(WORDS).count() == 0
    mistake.mend()
    phone.tap("Settings", exact=True)
    phone.sees("Questions")
    mistake.was_noticed()
