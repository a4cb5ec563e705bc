"""A day is a day: what is tapped in a calendar is what is kept, wherever program and browser believe to be."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, night_name
from diary.ui.page.content.day_choice import full_day_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

FAR = [
    ("UTC", "Pacific/Kiritimati"),
    ("UTC", "America/Los_Angeles"),
    ("Pacific/Kiritimati", "Pacific/Niue"),
    ("America/Los_Angeles", "UTC"),
]


def choose(phone: Any, day: dt.date) -> None:
    phone.tap(full_day_name(day))
    phone.tap("OK", exact=True)
    phone.page.get_by_role("button", name="OK", exact=True).wait_for(state="detached", timeout=10_000)


@pytest.mark.parametrize(("program", "browser"), FAR)
def test_the_day_that_is_tapped_is_the_day_that_is_kept_in_any_two_zones(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, program: str, browser: str
) -> None:
    today = dt.datetime.now(ZoneInfo(program)).date()
    first = today.replace(day=1)
    phone = open_phone(fork_diary(tmp_path, environment={"TZ": program}).address, zone=browser)
    phone.tap(night_name(today))
    phone.sees(f"{full_day_name(today)}, today, chosen")
    choose(phone, first)
    phone.sees(night_name(first))
    assert phone.page.url.endswith(f"/log/{first.isoformat()}")
    phone.go_to("/settings/cramps")
    phone.tap("Its day: not given")
    choose(phone, first)
    phone.sees("Its day: 1 ")
    with closing(Diary.open(tmp_path, clock=lambda: dt.datetime.now(dt.UTC), writable=False)) as book:
        kept = book.person.profile().first_cramp
    assert kept is not None
    assert kept.when == first


def test_a_day_decades_back_is_chosen_by_keyboard_in_a_few_steps_and_none_to_come_can_be(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    folder = tmp_path / "diary"
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.person.keep_preferences(replace(book.person.preferences(), text_scale=2.0))
    phone = open_phone(fork_diary(folder).address)
    phone.tap(night_name(today))
    later = today + 3 * DAY
    if later.month == today.month:
        assert phone.find(full_day_name(later)).get_attribute("aria-disabled") == "true"
    phone.tap("Choose a year")
    phone.tap("Earlier years")
    phone.tap(str(today.year - 30), exact=True)
    edges = [box for each in phone.page.get_by_role("button").all() if (box := each.bounding_box())]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 420 for box in edges)
    assert all(box["width"] >= 46 and box["height"] >= 46 for box in edges)
    phone.shot("day-calendar-200")
    chosen = today.replace(year=today.year - 30, day=2)
    phone.walk_to(full_day_name(chosen))
    phone.page.keyboard.press("Enter")
    phone.sees(f"{full_day_name(chosen)}, chosen")
    phone.walk_to("OK")
    phone.page.keyboard.press("Enter")
    phone.sees(night_name(chosen))
    assert phone.page.url.endswith(chosen.isoformat())


def test_a_calendar_that_is_closed_by_the_keyboard_leaves_the_day_as_it_was(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.tap(night_name(today))
    phone.tap("Previous month")
    phone.page.keyboard.press("Escape")
    phone.page.get_by_role("button", name="OK", exact=True).wait_for(state="detached", timeout=10_000)
    phone.sees(night_name(today))


def test_each_tap_in_the_calendar_counts_however_fast(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    phone = open_phone(fork_diary(tmp_path).address)
    phone.tap(night_name(today))
    before = phone.find("Previous month", exact=True).bounding_box()
    for _ in range(3):
        phone.page.mouse.click(before["x"] + 24, before["y"] + 24)
    month = today.year * 12 + today.month - 1 - 3
    day = dt.date(month // 12, month % 12 + 1, 15)
    phone.sees(full_day_name(day))
    boxes = [phone.find(name).bounding_box() for name in (full_day_name(day), "OK")]
    for box in boxes:
        phone.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.sees(night_name(day))
