"""A cramp in the night, in a real browser: two taps in the dark, and Log shows it in the morning."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Error

from diary.book import Diary
from diary.demo.date_shift import demo_contents
from diary.model.preferences import Preferences, Theme
from tests.browser.conftest import SOON, Phone
from tests.browser.stored import comes_to, plain_nights
from tests.clocked_diary import FileClock

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

THREE = dt.datetime(2026, 11, 22, 3, 12, tzinfo=ZoneInfo("Europe/Berlin"))


BRIGHTEST = 60
"""Of 255, the mean of a frame at three in the night at most; a white one has 255, the light theme 230."""
ROOT = Path(__file__).parents[2]


def brightness(picture: bytes) -> float:
    """The mean of a picture, from 0 for black to 255."""
    grey = Image.open(BytesIO(picture)).convert("L")
    return float(ImageStat.Stat(grey).mean[0])


def test_two_taps_in_the_dark_keep_a_cramp_with_its_minutes_and_log_shows_it(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    clock = FileClock(tmp_path / "clock")
    clock.set(THREE)
    phone = open_phone(fork_diary(tmp_path / "diary", clock=clock.file).address)
    phone.rest()
    phone.tap("A cramp just now")
    phone.sees("It is over")
    phone.sees("A cramp since 03:12")
    phone.rest()
    assert brightness(phone.picture()) < 25
    large = [phone.find(name).bounding_box() for name in ("Left", "Right", "Calf", "Foot or toes", "It is over")]
    assert min(box["height"] for box in large) >= 72
    assert min(box["width"] for box in large) >= 150
    phone.page.wait_for_timeout(600)  # within half a second nothing counts that came up under the finger
    phone.tap("Left")
    phone.tap("Calf")
    phone.shot("cramp now")
    clock.set(THREE + dt.timedelta(minutes=4, seconds=29))
    phone.tap("It is over")
    phone.sees("Saved: the cramp is over, Sat 21 → Sun 22 Nov.")
    phone.sees("Logged: 1 cramp")
    cramp = {"at": "2026-11-22T03:12", "minutes": 4.5, "side": "left", "muscle": "calf"}
    comes_to(lambda: plain_nights(tmp_path / "diary")["2026-11-22"]["cramps"], [cramp])
    phone.page.wait_for_timeout(600)
    start = time.monotonic()
    phone.tap("A cramp just now")
    phone.sees("It is over")
    phone.sees("A cramp since 03:16")
    phone.page.wait_for_timeout(600)
    phone.tap("It is over")
    phone.sees("Logged: 2 cramps")
    print(f"two taps: {time.monotonic() - start:.1f} s, 0.6 of them waited")


def test_in_the_night_look_no_frame_is_bright_from_the_first_one_on(
    fork_diary: Callable[..., Any], open_page: Callable[..., Any], tmp_path: Path
) -> None:
    clock = FileClock(tmp_path / "clock")
    clock.set(THREE)
    with closing(Diary.open(tmp_path / "diary", clock=clock)) as book:
        book.files.import_contents(demo_contents(ROOT / "assets" / "demo" / "diary.json", THREE.date()))
        book.person.keep_preferences(Preferences(theme=Theme.CLOCK, welcomed=True))
    page = open_page("about:blank")
    page.set_content("<body style='background: black'>")
    frames: list[float] = []

    def watch(until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(Error):  # between two documents there is no picture
                frames.append(brightness(page.screenshot()))
            if until():
                return
        pytest.fail("it never came")

    page.goto(fork_diary(tmp_path / "diary", clock=clock.file).address, wait_until="commit")
    watch(lambda: page.get_by_role("tab", name="Log").is_visible())
    phone = Phone(page)
    for place in ("Diary", "Trends", "Triggers", "Report", "Log"):
        phone.tap(place)
        page.get_by_role("heading", name=place, exact=True).wait_for(state="attached", timeout=SOON)
        watch(lambda: True)
        phone.rest()
        watch(lambda: True)
    assert max(frames) < BRIGHTEST
    assert len(frames) >= 10
