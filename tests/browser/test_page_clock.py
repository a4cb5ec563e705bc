"""A page left open: time goes on, and the page with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from diary.model.mornings import DAY, night_name
from tests.browser.stored import comes_to, plain_nights

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = dt.date(2026, 10, 23)
"""Two days before the clocks go back."""


class Clock:
    """The clock of the program, set by hand."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "clock"

    def set(self, day: dt.date, time: str, *, fold: int = 0) -> None:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), BERLIN).replace(fold=fold)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{moment.isoformat()} {BERLIN.key}", "utf-8")
        fresh.replace(self.file)


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    return Clock(tmp_path)


def logged(folder: Path) -> dict[str, int | None]:
    """How many cramps each night has, by its morning."""
    nights = plain_nights(folder)
    return {morning: None if night["cramps"] is None else len(night["cramps"]) for morning, night in nights.items()}


def test_a_page_left_open_for_a_week_across_a_clock_change_logs_each_night_as_its_own(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, clock: Clock
) -> None:
    clock.set(FRIDAY, "22:00")
    phone = open_phone(fork_diary(tmp_path / "diary", clock=clock.file).address)
    phone.sees(night_name(FRIDAY))
    phone.sees("Tonight")
    mornings = [FRIDAY + days * DAY for days in range(1, 7)]
    for morning in mornings:
        clock.set(morning, "00:00")
        phone.sees("This night")
        phone.sees(night_name(morning))
        clock.set(morning, "04:00")
        phone.page.get_by_role("checkbox", name="This night").wait_for(state="detached")
        clock.set(morning, "07:00")
        phone.page.wait_for_timeout(2200)  # longer than a tap is asked about after the Log moved on
        phone.tap("I had cramps" if morning.day % 2 else "No cramps")
        phone.sees("Logged: 1 cramp" if morning.day % 2 else "Logged: no cramps")
        clock.set(morning, "18:00")
        phone.sees("Tonight")
    comes_to(lambda: logged(tmp_path / "diary"), {each.isoformat(): each.day % 2 for each in mornings})


def test_a_chosen_night_stays_while_the_day_goes_on(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, clock: Clock
) -> None:
    clock.set(FRIDAY, "22:00")
    phone = open_phone(fork_diary(tmp_path / "diary", clock=clock.file).address)
    phone.go_to(f"/log/{FRIDAY.isoformat()}")
    phone.sees(night_name(FRIDAY))
    clock.set(FRIDAY + DAY, "00:00")
    phone.sees("This night")
    phone.sees(night_name(FRIDAY))


def test_three_fast_taps_on_the_night_before_are_three_nights(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, clock: Clock
) -> None:
    clock.set(FRIDAY, "09:00")
    phone = open_phone(fork_diary(tmp_path / "diary", clock=clock.file).address)
    box = phone.find("The night before", exact=True).bounding_box()
    for _ in range(3):
        phone.page.mouse.click(box["x"] + 24, box["y"] + 24)
        phone.page.wait_for_timeout(60)
    phone.sees(night_name(FRIDAY - 3 * DAY))
    assert phone.page.url.endswith((FRIDAY - 3 * DAY).isoformat())


def test_the_other_screens_move_on_too(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, clock: Clock
) -> None:
    month_end = dt.date(2026, 10, 31)
    clock.set(month_end, "23:00")
    phone = open_phone(fork_diary(tmp_path / "diary", clock=clock.file).address)
    phone.tap("No cramps")
    phone.sees("Logged: no cramps")
    phone.tap("Diary", exact=True)
    phone.sees("October 2026")
    clock.set(month_end + DAY, "04:00")
    phone.sees("November 2026")
