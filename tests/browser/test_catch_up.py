"""Catch up, by the keyboard alone: a fortnight on paper is typed in as fast as into a spreadsheet."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from diary.model.catching_up import MOST_NIGHTS
from diary.model.mornings import DAY, latest_night
from tests.browser.stored import comes_to, plain_nights

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

WITHIN = 120.0
"""Seconds for fourteen nights."""


def test_fourteen_nights_are_typed_in_by_keyboard_alone_within_two_minutes(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path
) -> None:
    latest = latest_night(dt.datetime.now(), logged=False)  # noqa: DTZ005  # as the program's own clock
    mornings = [latest - back * DAY for back in range(MOST_NIGHTS - 1, -1, -1)]
    typed = ["1 3:10" if place % 3 == 1 else "0" for place in range(MOST_NIGHTS)]
    phone = open_phone(fork_diary(tmp_path).address)
    phone.show("/catch-up")
    phone.sees("Each tap is saved")
    phone.rest()
    phone.shot("catch-up")
    began = time.monotonic()
    phone.walk_to("How many cramps?")
    for place, line in enumerate(typed, 1):
        phone.page.keyboard.type(line, delay=60)
        phone.page.keyboard.press("Enter")
        comes_to(lambda: len(plain_nights(tmp_path)), due=place)  # the next line begins then
        phone.rest()
    phone.sees("That was the last night.")
    seconds = time.monotonic() - began
    comes_to(
        lambda: {morning: len(night["cramps"]) for morning, night in plain_nights(tmp_path).items()},
        {morning.isoformat(): int(line[0]) for morning, line in zip(mornings, typed, strict=True)},
    )
    phone.shot("catch-up-filled")
    assert seconds < WITHIN
