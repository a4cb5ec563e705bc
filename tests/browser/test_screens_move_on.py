"""Screens left open: what they show of today moves on with the day by itself, and with a clock that jumps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.model.mornings import DAY, night_name
from diary.model.night import Answer, Cramp, Night
from diary.model.profile import Profile
from diary.model.profile_questions import ProfileAnswer
from tests.browser.test_page_clock import FRIDAY, Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Phone
    from tests.conftest import StartDiary

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

SATURDAY = FRIDAY + DAY
COLD, WARM = 12.0, 19.0


def night(at: int) -> Night:
    """One of the last hundred nights: each fourth was cold, and those of the last forty had a cramp."""
    morning = FRIDAY - at * DAY
    told_at = dt.datetime.combine(morning, dt.time(7), dt.UTC)
    is_cold = at % 4 == 1
    answers = {"room_temperature": Answer(COLD if is_cold else WARM, told_at - dt.timedelta(hours=9))}
    return Night(morning, (Cramp(),) if is_cold and at < 40 else (), told_at, answers)


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    clock = Clock(tmp_path)
    clock.set(FRIDAY, "22:00")
    return clock


@pytest.fixture
def phone(
    fork_diary: StartDiary, open_phone: Callable[..., Phone], diary_with: Callable[..., Path], clock: Clock
) -> Phone:
    """A phone on a Friday evening, in a diary of a hundred nights and a warning sign told that day."""
    profile = Profile(answers={"sign_cold_leg": ProfileAnswer(True, FRIDAY)})
    folder = diary_with([night(at) for at in range(100)], profile=profile)
    return open_phone(fork_diary(folder, clock=clock.file).address)


@pytest.mark.parametrize("path", ["/trends", "/trends/cramps_per_week", "/report"])
def test_a_span_goes_on_to_the_night_that_is_over(phone: Phone, clock: Clock, path: str) -> None:
    phone.show(path)
    phone.sees("26 Jul to 23 Oct 2026")
    clock.set(SATURDAY, "04:00")
    phone.sees("27 Jul to 24 Oct 2026")


def test_triggers_counts_the_nights_of_the_span_that_ends_now(phone: Phone, clock: Clock) -> None:
    phone.show("/triggers")
    phone.tap("90 days")
    phone.sees("of 23 cold nights")
    clock.set(SATURDAY, "04:00")
    phone.sees("of 22 cold nights")


def test_diary_counts_the_night_that_is_over_among_those_not_logged(phone: Phone, clock: Clock) -> None:
    phone.show("/diary")
    phone.sees("0 not logged")
    clock.set(SATURDAY, "04:00")
    phone.sees("1 not logged")
    phone.tap("Not logged")
    phone.sees(night_name(SATURDAY))


def test_settings_tells_the_day_of_an_answer_that_is_not_todays_any_more(phone: Phone, clock: Clock) -> None:
    phone.show("/settings/warning")
    phone.sees("Yes")
    assert phone.page.get_by_text("Answered on").count() == 0
    clock.set(SATURDAY, "00:00")
    phone.sees("Answered on 23 Oct 2026.")


def test_after_nine_hours_of_sleep_log_is_at_the_night_that_is_over(phone: Phone, clock: Clock) -> None:
    phone.sees(night_name(FRIDAY))
    clock.set(SATURDAY, "07:00")
    phone.sees(night_name(SATURDAY))
    phone.sees("Last night")


def test_a_clock_that_is_set_back_over_midnight_takes_log_with_it(phone: Phone, clock: Clock) -> None:
    clock.set(SATURDAY, "00:30")
    phone.sees(night_name(SATURDAY))
    clock.set(FRIDAY, "22:30")
    phone.sees(night_name(FRIDAY))
    phone.sees("Tonight")


def test_a_chosen_night_stays_through_all_of_it(phone: Phone, clock: Clock) -> None:
    phone.show(f"/log/{FRIDAY.isoformat()}")
    for day, time in ((SATURDAY, "00:00"), (SATURDAY, "04:00"), (SATURDAY, "12:00"), (FRIDAY, "22:30")):
        clock.set(day, time)
        phone.page.wait_for_timeout(2500)
        phone.sees(night_name(FRIDAY))
        assert phone.page.url.endswith(FRIDAY.isoformat())
