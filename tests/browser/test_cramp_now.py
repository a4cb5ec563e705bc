"""A cramp in the night, in a real browser: two taps in the dark, and Log shows it in the morning."""

from __future__ import annotations

import datetime as dt
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageStat

from tests.browser.stored import comes_to, plain_nights
from tests.clocked_diary import FileClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

THREE = dt.datetime(2026, 11, 22, 3, 12, tzinfo=ZoneInfo("Europe/Berlin"))


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
